"""A thousand commands at random: nothing hangs, and no sentence is lost."""

import os
import signal

import pytest

from reader.gui.player.player import Player, PlayerState
from reader.model.position import START
from reader.speech.engine import Engine, Patience
from tests.gui.player_monkey import LENGTH, Monkey, marked, story

SENTENCES = 30


class Teller:
    """Says every sentence by a sound that tells which it is."""

    def speak(self, utterance, delivery):
        return marked(utterance)

    def close(self):
        pass


class Spoken(Engine):
    """A real voice; what it has made is exchanged for a sound that tells which sentence it is."""

    def speak(self, utterance, delivery):
        assert super().speak(utterance, delivery).samples
        return marked(utterance)


def run(qtbot, monkey, player, commands):
    """Press keys, then read all to the end."""
    failures = []
    player.failed.connect(failures.append)
    for number in range(commands):
        monkey.press()
        if number % 2:
            qtbot.waitUntil(monkey.is_heard)
    monkey.stop()
    monkey.jump(0, lambda: player.play_from(START))
    while player.state is PlayerState.PLAYING:
        qtbot.waitUntil(monkey.is_heard)
        monkey.listen()
        monkey.settle()
    assert failures == []
    assert [number for number, _ in monkey.runs()] == list(range(SENTENCES))
    assert {samples for _, samples in monkey.runs()} == {LENGTH}
    assert monkey.checked > commands // 20


@pytest.fixture
def played():
    """Makes a player with random commands for it, and ends it."""
    players = []

    def make(seed, voice, harm=lambda: None):
        def open_sink(rate):
            return monkey.open(rate)

        player = Player(voice, open_sink=open_sink)
        players.append(player)
        player.load(story(SENTENCES))
        monkey = Monkey(seed, player, SENTENCES, harm)
        return player, monkey

    yield make
    for player in players:
        player.close()


@pytest.mark.parametrize("seed", range(4))
def test_a_thousand_commands_lose_no_sentence(qtbot, played, seed):
    player, monkey = played(seed, Teller())
    run(qtbot, monkey, player, 1000)


def test_no_sentence_is_lost_while_the_voice_is_killed_and_held_up(qtbot, played):
    engine = Spoken(patience=Patience(start=60, answer=2))
    signals = [signal.SIGKILL, signal.SIGKILL, signal.SIGSTOP]
    harmed = []

    def harm():
        if engine.process is not None:
            harmed.append(monkey.random.choice(signals))
            os.kill(engine.process, harmed[-1])

    player, monkey = played(1, engine, harm)
    run(qtbot, monkey, player, 200)
    assert set(harmed) == set(signals)
