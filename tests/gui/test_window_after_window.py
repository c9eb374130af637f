"""A window after another one, as where a backup was restored: nothing of the first goes on."""

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader.gui import start
from reader.gui.care.opening import Opening
from reader.gui.care.wish import Deed, Wish
from reader.gui.crash import CrashReporter
from reader.gui.main_window import MainWindow
from reader.gui.single_instance import SingleInstance
from reader.model.query import Order
from reader.paths import Folders


@pytest.fixture
def bugs(monkeypatch):
    """What was raised and not caught while the program ran."""
    raised = []
    monkeypatch.setattr(CrashReporter, "handle", lambda _self, *about: raised.append(about))
    monkeypatch.setattr("sys.excepthook", None)
    monkeypatch.setattr("threading.excepthook", None)
    return raised


@pytest.fixture
def run(qtbot, tmp_path, monkeypatch):
    """Starts the program; each window does what it is told to, and then closes."""

    def ran(*deeds):
        windows, waiting = [], list(deeds)

        class Window(MainWindow):
            def start(self, files, password=None):
                super().start(files, password)
                windows.append(self)
                QTimer.singleShot(0, self.act)

            def act(self):
                waiting.pop(0)(self)
                self.close()

        monkeypatch.setattr(start, "MainWindow", Window)
        for left in QApplication.topLevelWidgets():
            left.hide()  # the program ends with the last window that shows
        assert start.run([], Folders(tmp_path, tmp_path, tmp_path)) == 0
        assert waiting == []
        return windows

    return ran


@pytest.fixture
def repaired(monkeypatch):
    """Takes the place of what repairs a library, and calls these meanwhile."""
    meanwhile = []
    monkeypatch.setattr(Opening, "_repair", lambda _self: [do() for do in meanwhile])
    return meanwhile


def want_repair(window):
    window.parts.caring.wish = Wish(Deed.REPAIR)


def arrange_otherwise(window):
    window._means.keeper.change(order=Order.TITLE)


def test_settings_reach_the_window_that_shows_alone(run, repaired, bugs):
    before, _after = run(want_repair, arrange_otherwise)
    assert bugs == []
    assert not shiboken6.isValid(before)


def test_files_given_while_the_library_is_being_repaired_reach_the_next_window(
    run, repaired, bugs, tmp_path, monkeypatch
):
    path, taken = tmp_path / "пчели.txt", []
    path.write_text("Пчелите\n\nПчелите летят над полето.\n", "utf-8")
    instances = []
    monkeypatch.setattr(
        start,
        "SingleInstance",
        lambda folder: instances.append(SingleInstance(folder)) or instances[0],
    )
    repaired.append(lambda: instances[0].handed_over.emit([path]))

    run(want_repair, lambda window: taken.append(window.parts.intake._busy))
    assert bugs == []
    assert taken == [True], "it is being read"
