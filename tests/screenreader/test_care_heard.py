"""By ear: a damaged library at the start, what can be done, and what came of it."""

import os
import random
import signal
import sys
from pathlib import Path

import pytest

from reader.library.store import Library
from tests.screenreader.program_parts import FOUR
from tests.unit.care_parts import damage

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def damaged_start(desktop, tmp_path):
    """The program as it starts on a library with a broken beginning; what was heard."""
    folder = tmp_path / "home"
    with Library(folder) as library:
        for each in FOUR:
            library.add(each, (), each.title.encode())
    damage(folder, "header", random.Random(5))
    fresh = desktop.fresh({"CHETIVO_HOME": str(folder), "PYTHONPATH": str(ROOT)})
    program = fresh.launch([sys.executable, "-m", "reader"])
    fresh.wait_window("Библиотеката")
    yield fresh, fresh.heard(until="Поправяне на библиотеката")
    os.kill(program.pid, signal.SIGTERM)
    program.wait(60)


@pytest.mark.check("A50", "Errors are named with a remedy")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
def test_a_damaged_library_is_told_repaired_and_shown(damaged_start):
    desktop, heard = damaged_start
    assert "Библиотеката е повредена: нещо е променило файла ѝ" in heard
    assert "нищо не се изтрива" in heard
    assert "Поправяне на библиотеката push button" in heard
    assert "Отваряне само за четене" in desktop.key("Tab", until="за четене")
    assert "Изход" in desktop.key("Tab", until="Изход")
    desktop.key("shift+Tab", "shift+Tab", until="Поправяне")
    outcome = desktop.key("Return", until="Нищо не е загубено")
    assert "4 статии са спасени." in outcome
    assert "Новини, 4 непрочетени от 4." in desktop.key("Return", until="непрочетени")
