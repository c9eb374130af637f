"""By the keyboard alone: Tab goes as one reads, Escape closes, Enter does what stands out."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from reader.i18n import Translator
from tests.gui.test_feeds_large_print import DIALOGS as OF_FEEDS
from tests.gui.test_feeds_large_print import FEEDS, told_by_window
from tests.gui.test_large_print import DIALOGS as OTHERS

pytest_plugins = ("tests.gui.feeds_fixtures",)

DIALOGS = OTHERS | {name: told_by_window(made) for name, made in OF_FEEDS.items()}
TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
LISTENING = {"change a key", "find a key"}  # each key is one to be learnt there
WRITING = {"a note", "block"}  # Enter begins a new line there
MOST = 60


@pytest.fixture
def opened(show, numbers, world, qtbot, monkeypatch, tmp_path):
    """Opens a dialog and returns it when it has the focus; what it writes is not kept."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for title, address in FEEDS.items():
        world.feeds.kept.add(address, title)
    window = show(make_feeds=lambda _fetcher: world.feeds)

    def made(name):
        dialog = DIALOGS[name](window, Translator("en"))
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return made


def place(widget, dialog):
    return QRect(widget.mapTo(dialog, QPoint()), widget.size())


def is_whole(widget):
    """Tell whether all of a widget shows; what scrolls lies anywhere else."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def stops(qtbot):
    """Press Tab until it comes round; return what had the focus."""
    found = []
    while (now := QApplication.focusWidget()) not in found:
        assert len(found) < MOST
        found.append(now)
        qtbot.keyClick(now, TAB)
    assert now is found[0], f"Tab never comes back to {found[0]}"
    return found


def goes_back(one, other):
    """Tell whether one reads a place before the one that the focus comes from."""
    if other.bottom() <= one.top():
        return True
    return other.top() < one.bottom() and one.top() < other.bottom() and other.left() < one.left()


@pytest.mark.check("A49", "The focus order makes sense")
@pytest.mark.parametrize("name", [name for name in DIALOGS if name not in LISTENING])
def test_tab_goes_as_one_reads(opened, qtbot, name):
    dialog = opened(name)
    found = [each for each in stops(qtbot) if is_whole(each)]
    places = [place(each, dialog) for each in found]
    following = [*places[1:], places[0]]
    back = [n for n, pair in enumerate(zip(places, following, strict=True)) if goes_back(*pair)]
    told = [(found[n].objectName(), getattr(found[n], "text", str)()) for n in back]
    assert len(back) <= 1, told  # from the last to the first


@pytest.mark.check("A46", "Everything by keyboard")
@pytest.mark.parametrize("name", DIALOGS)
def test_escape_closes(opened, qtbot, name):
    dialog = opened(name)
    qtbot.keyClick(QApplication.focusWidget(), ESCAPE)
    qtbot.waitUntil(lambda: not dialog.isVisible())


@pytest.mark.check("A46", "Everything by keyboard")
@pytest.mark.parametrize("name", [name for name in DIALOGS if name not in LISTENING | WRITING])
def test_enter_presses_the_button_that_stands_out(opened, qtbot, name):
    dialog = opened(name)
    shining = [each for each in dialog.findChildren(QPushButton) if each.isDefault()]
    assert len(shining) <= 1
    focus = QApplication.focusWidget()
    pressed = []
    for button in shining:
        button.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(focus, ENTER)
    if shining and shining[0].isEnabled():
        assert pressed
    else:
        assert not isinstance(focus, QAbstractButton)
