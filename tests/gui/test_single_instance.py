import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from reader.gui.single_instance import SingleInstance, _name

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from reader.gui.single_instance import SingleInstance
application = QCoreApplication([])
from reader.gui import single_instance
if sys.argv[2:] == ["nobody-answers"]:
    single_instance._PATIENCE = 100
given = [Path(name) if name.endswith(("pdf", "txt")) else name for name in sys.argv[2:]]
handed = SingleInstance(Path(sys.argv[1])).hand_over(given)
print("handed over" if handed else "first", flush=True)
if len(sys.argv) == 2:
    import os
    os._exit(1)  # as in a crash: nothing is tidied up
"""


def start_another(folder, *files, cwd=None):
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, str(folder), *files],
        stdout=subprocess.PIPE,
        text=True,
        cwd=cwd or Path.cwd(),
        env={"PYTHONPATH": str(Path.cwd()), "PATH": ""},
    )


def answer(process, qtbot):
    qtbot.waitUntil(lambda: process.poll() is not None)
    with process.stdout as output:
        return output.read().strip()


@pytest.fixture
def first(tmp_path, qtbot):
    instance = SingleInstance(tmp_path)
    assert not instance.hand_over([])
    yield instance
    instance.close()


def test_a_second_start_hands_its_files_to_the_first(first, tmp_path, qtbot):
    with qtbot.waitSignal(first.handed_over) as taken:
        process = start_another(tmp_path, "/новини/а.pdf", "б.txt", cwd=tmp_path)
    assert answer(process, qtbot) == "handed over"
    assert taken.args == [[Path("/новини/а.pdf"), tmp_path / "б.txt"]]


def test_addresses_are_handed_over_as_they_are(first, qtbot):
    given = ["https://ec.europa.eu/a//b", "IP/25/467"]
    with qtbot.waitSignal(first.handed_over) as taken:
        process = start_another(first._folder, *given)
    assert answer(process, qtbot) == "handed over"
    assert taken.args == [given]


def test_other_libraries_have_windows_of_their_own(first, tmp_path, qtbot):
    other = SingleInstance(tmp_path / "друга")
    (tmp_path / "друга").mkdir()
    assert not other.hand_over([])
    other.close()


def test_what_a_crash_left_behind_is_put_aside(tmp_path, qtbot):
    assert answer(start_another(tmp_path), qtbot) == "first"
    instance = SingleInstance(tmp_path)
    assert not instance.hand_over([])
    with qtbot.waitSignal(instance.handed_over):
        process = start_another(tmp_path, "в.pdf")
    assert answer(process, qtbot) == "handed over"
    instance.close()


def test_when_the_first_has_closed_the_next_becomes_the_first(first, tmp_path, qtbot):
    first.close()
    assert answer(start_another(tmp_path, "г.pdf"), qtbot) == "first"


def test_the_name_is_the_same_however_the_folder_is_written(tmp_path):
    assert _name(tmp_path) == _name(tmp_path / "x" / "..")
    assert _name(tmp_path) != _name(tmp_path / "x")


def test_who_answers_late_gets_what_was_given_once(first, tmp_path, qtbot):
    taken = []
    first.handed_over.connect(taken.append)
    process = start_another(tmp_path, "nobody-answers")
    process.wait(60)  # meanwhile nothing is answered here
    with process.stdout as output:
        assert output.read().strip() == "first"
    qtbot.waitUntil(lambda: bool(taken))
    QCoreApplication.processEvents()
    assert taken == [["nobody-answers"]]
