"""Fixtures of the tests of the player: a voice and a sink that are driven by hand."""

import pytest

from reader.gui.player.player import Player
from tests.gui.player_parts import NEWS, UNPAUSED, Log, Reciter, Sinks


@pytest.fixture
def voice():
    return Reciter()


@pytest.fixture
def sinks():
    return Sinks()


@pytest.fixture
def player(qtbot, voice, sinks):
    player = Player(voice, open_sink=sinks.open)
    player.set_speaking(UNPAUSED)
    player.load(NEWS)
    yield player
    player.close()


@pytest.fixture
def log(player):
    return Log(player)


@pytest.fixture
def hear(qtbot, sinks):
    """Plays some milliseconds, once the sound has come."""

    def play(milliseconds, sink=None):
        qtbot.waitUntil(lambda: bool(sinks.opened) and not sinks.now.closed)
        target = sinks.now
        qtbot.waitUntil(lambda: target.written - target.played > 0)
        target.play(milliseconds)

    return play
