"""By ear: the program ended suddenly the last time; what is safe, where the report is."""

import os
import signal
import sys
from pathlib import Path

import pytest

from reader.library.store import Library
from tests.screenreader.program_parts import FOUR

ROOT = Path(__file__).resolve().parents[2]
DUMP = f"""Fatal Python error: Segmentation fault

Current thread 0x00007f0000000000 (most recent call first):
  File "{ROOT}/reader/gui/start.py", line 12 in run
"""


@pytest.fixture
def started(desktop, tmp_path):
    """The program after such an end; what was heard when it came up."""
    folder = tmp_path / "home"
    with Library(folder) as library:
        for each in FOUR:
            library.add(each, (), each.title.encode())
    (folder / "last-run.txt").write_text(DUMP, "utf-8")
    fresh = desktop.fresh({"CHETIVO_HOME": str(folder), "PYTHONPATH": str(ROOT)})
    program = fresh.launch([sys.executable, "-m", "reader"])
    fresh.wait_window("спря внезапно")
    yield fresh, fresh.heard(until="го повторете", settle=1)
    os.kill(program.pid, signal.SIGTERM)
    program.wait(60)


@pytest.mark.check("A50", "Errors are named with a remedy")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
def test_a_sudden_end_is_told_with_what_is_safe_and_where_the_report_is(started):
    desktop, heard = started
    assert "Предния път Четиво спря внезапно" in heard
    assert "Библиотеката и бележките Ви са запазени до този момент" in heard
    place = desktop.key("Tab", until="имате Четиво")
    assert "reports/report-" in place
    assert "Нищо не се изпраща само." in place
    assert "Доклад" in desktop.key("Tab", until="Доклад")
    assert "Отваряне на папката push button" in desktop.key("Tab", until="папката")
    assert "Копиране на доклада push button" in desktop.key("Tab", until="доклада")
    assert "Докладът е копиран." in desktop.key("space", until="копиран")
    assert "Затваряне push button" in desktop.key("Tab", until="Затваряне")
    assert "непрочетена" in desktop.key("Return", until="непрочетена")
