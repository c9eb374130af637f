"""A window whose sound is played by hand, on an article that is open."""

import pytest

from tests.gui.player_parts import Sinks

SENTENCE = 100  # milliseconds, as the silent engine speaks


@pytest.fixture
def sinks():
    return Sinks()


@pytest.fixture
def window(show, numbers, sinks):
    window = show(open_sink=sinks.open)
    window.parts.reading.open(numbers[0])
    window.panes.go_home(1)
    return window


@pytest.fixture
def player(window):
    return window.parts.player


@pytest.fixture
def hear(window, sinks, qtbot):
    """Plays some sentences."""

    def play(sentences=1):
        qtbot.waitUntil(lambda: bool(sinks.opened) and sinks.now.written > sinks.now.played)
        sinks.now.play(sentences * SENTENCE)

    return play


@pytest.fixture
def hear_until(window, sinks, qtbot):
    """Plays all that comes until something is so."""

    def play(is_so):
        def played():
            if sinks.opened and not sinks.now.paused:
                sinks.now.play(SENTENCE // 2)
            return is_so()

        qtbot.waitUntil(played)

    return play


@pytest.fixture
def said(monkeypatch):
    """What a screen reader is told of the voice."""
    found = []
    monkeypatch.setattr(
        "reader.gui.reading_aloud.announce", lambda _widget, words: found.append(words)
    )
    return found
