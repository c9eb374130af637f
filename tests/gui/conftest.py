"""What the tests of the window share; they need no display."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"  # the person's own screen reader is not asked

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from reader.gui.article.view import ArticleView
from reader.gui.row_model import Described
from reader.i18n import Translator
from tests.gui.article_sample import SAMPLE, SUBTITLE
from tests.gui.late import Later

_PATIENCE = 60_000  # milliseconds: a limit costs time only where a test fails
_NO_STYLE = "/* none */"  # with a sheet that is wholly empty, Qt crashes at the next one


class PatientBot(QtBot):
    """Waits as long for what must come as the slowest and busiest of machines may need."""

    def waitUntil(self, callback, *, timeout=_PATIENCE):  # noqa: N802  pytest-qt's own name
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=_PATIENCE, **more):  # noqa: N802  as above
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture(autouse=True)
def gone():
    """Has what a test has shown destroyed at its end: else it is dressed anew with the next."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def usual_letters(qapp):
    """The program's letters as they are at first: a window of another test gave it its own."""
    if qapp.styleSheet():
        qapp.setStyleSheet(_NO_STYLE)


@pytest.fixture
def translator():
    return Translator("en")


@pytest.fixture
def sample():
    return SAMPLE


@pytest.fixture
def view(qtbot, translator):
    """The sample article on show, with the focus in it."""
    shown = ArticleView(translator)
    qtbot.addWidget(shown)
    shown.resize(1000, 800)
    shown.show_article(SAMPLE, subtitle=SUBTITLE)
    shown.show()
    shown.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    return shown


@pytest.fixture
def heard(monkeypatch):
    """What a screen reader is told beside the words of a list's row."""
    messages, describe = [], Described.setData

    def note(model, index, words, role):
        messages.extend([words] if words else [])  # nothing: the end of a message
        return describe(model, index, words, role)

    monkeypatch.setattr(Described, "setData", note)
    return messages


@pytest.fixture
def later(monkeypatch):
    """What is told after the focus comes when the test lets it."""
    return Later(monkeypatch)
