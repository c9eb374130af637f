"""By ear: a folder comes into an empty library, where the ways in have the focus."""

import sys

import pytest

from tests.screenreader.test_errors_heard import hand_over

pytest_plugins = ("tests.screenreader.program_fixtures",)


@pytest.fixture
def empty(desktop, tmp_path, root):
    """The desktop, with a program whose library is empty."""
    session = desktop.fresh({"CHETIVO_HOME": str(tmp_path / "home"), "PYTHONPATH": root})
    program = session.launch([sys.executable, "-m", "reader"])
    session.wait_window("Четиво")
    session.heard(until="клавишите", settle=1)
    yield session
    session.key("ctrl+q", settle=0)
    assert program.wait(60) == 0


@pytest.mark.check("A73", "The focus comes back after a dialog")
def test_after_it_the_person_is_in_the_list(empty, folder):
    hand_over(empty, folder)
    heard = empty.heard(until="създайте отново", timeout=60)
    assert "Приемането завърши. 3 добавени файла, 1 вече запазен файл и 1 неприет файл." in heard
    back = empty.key("Escape", until="показва отчета.")
    assert "Новини, 3 непрочетени от 3." in back
    assert "1 от 3" in back
