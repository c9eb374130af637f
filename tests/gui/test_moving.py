"""All of a library moves by two entries of the menu."""

from PySide6.QtWidgets import QFileDialog

from reader.app import Reader
from reader.library.store import Library
from tests.gui.window_parts import dialogs, titles, trigger, wait_for_notice

pytest_plugins = ("tests.gui.window_fixtures",)


def choose(window, name, path):
    trigger(window, name)
    (chooser,) = dialogs(window, QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.reject()


def test_everything_goes_into_a_file_and_comes_out_of_it(window, numbers, apart, tmp_path, qtbot):
    window.parts.labelling.mark([numbers[0]], read=True)
    choose(window, "move_out", tmp_path / "всичко.chetivo")
    wait_for_notice(window, qtbot, "is written: 3 articles")
    with Library(tmp_path / "other") as other:
        Reader(other, apart).take_in(tmp_path / "всичко.chetivo")
        assert (other.count().total, other.count().unread) == (3, 2)
    window._means.reader.remove(*numbers[:2])
    window.parts.shelf.reload()
    assert len(titles(window)) == 1
    choose(window, "move_in", tmp_path / "всичко.chetivo")
    wait_for_notice(window, qtbot, "2 new articles. 1 was in the library already.")
    assert len(titles(window)) == 3
