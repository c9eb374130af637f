"""A window whose voice is played by hand, and the list of pronunciations."""

import pytest

from reader.gui.pronunciation.list_dialog import PronunciationsDialog
from tests.gui.player_parts import Sinks
from tests.gui.pronunciation.parts import BOOKS, READING
from tests.gui.window_parts import SilentEngine, dialogs, trigger


@pytest.fixture
def sinks():
    return Sinks()


@pytest.fixture
def asked(monkeypatch):
    """What the voice was asked to say, in order."""
    texts, speak = [], SilentEngine.speak

    def note(engine, utterance, delivery):
        texts.append(utterance.text)
        return speak(engine, utterance, delivery)

    monkeypatch.setattr(SilentEngine, "speak", note)
    return texts


@pytest.fixture
def window(show, numbers, sinks, asked):
    window = show(open_sink=sinks.open)
    window.parts.reading.open(numbers[0])
    window.panes.go_home(1)
    return window


@pytest.fixture
def own(window):
    window.parts.own.change((BOOKS, READING))
    return window.parts.own


@pytest.fixture
def listed(window, own, qtbot):
    trigger(window, "pronunciations")
    (dialog,) = dialogs(window, PronunciationsDialog)
    qtbot.waitUntil(dialog.list.hasFocus)
    return dialog
