"""The sentences of an article come a few at a time, so that the window never waits."""

import pytest

from reader.gui.player import script as script_of
from reader.gui.player.player import Player
from reader.gui.player.script import Script
from reader.gui.player.steps import Unit
from reader.model.position import Position
from tests.gui.player_parts import Reciter, Sinks, said

TEXTS = [f"Изречение {number}." for number in range(100)]
SENTENCES = said(*TEXTS)


class Slow:
    """Yields sentences; each takes a millisecond of a clock of its own."""

    def __init__(self) -> None:
        self.now = 0.0
        self.made = 0

    def monotonic(self) -> float:
        return self.now

    def __iter__(self):
        for sentence in SENTENCES:
            self.now += 0.001
            self.made += 1
            yield sentence


@pytest.fixture
def slow(monkeypatch):
    slow = Slow()
    monkeypatch.setattr(script_of, "time", slow)
    return slow


@pytest.fixture
def script(qtbot):
    return Script()


def test_a_short_article_is_whole_at_once(script, qtbot):
    with qtbot.assertNotEmitted(script.whole, wait=20):
        assert tuple(script.load(SENTENCES)) == SENTENCES


def test_a_long_one_begins_at_once_and_grows(script, slow, qtbot):
    with qtbot.waitSignal(script.whole):
        sentences = script.load(slow)
        assert 8 <= len(sentences) < 100
    assert tuple(sentences) == SENTENCES


def test_a_place_further_on_is_reached_before_the_article_is_whole(script, slow, qtbot):
    sentences = script.load(slow)
    assert script.reach(Position(70, 3)) == 70
    assert len(sentences) < 100
    with qtbot.waitSignal(script.whole):
        pass
    assert tuple(sentences) == SENTENCES


def test_between_two_sentences_the_next_is_meant_and_behind_all_the_last(script):
    script.load(SENTENCES)
    assert script.reach(Position(3, len(TEXTS[3]))) == 4
    assert script.reach(Position(999, 0)) == 99


def test_another_article_takes_the_place_of_one_that_still_grows(script, slow, qtbot):
    script.load(slow)
    with qtbot.assertNotEmitted(script.whole, wait=20):
        assert list(script.load(SENTENCES[:2])) == list(SENTENCES[:2])
    assert slow.made < 100


def test_a_step_reaches_what_is_not_known_yet(slow, qtbot):
    player = Player(Reciter(), open_sink=Sinks().open)
    player.load(slow)
    player.play_from(Position(7, 0))
    for _ in range(80):
        assert player.step(Unit.PARAGRAPH, 1)
    assert player.current is SENTENCES[87]
    player.close()


def test_at_rest_nothing_is_made_before_it_is_asked_for(script, slow, qtbot):
    script.rest()
    sentences = script.load(slow)
    assert (slow.made, script.is_whole) == (0, False)
    assert script.begins()
    assert sentences
    with qtbot.waitSignal(script.whole):
        pass
    assert tuple(sentences) == SENTENCES


def test_a_rest_ends_with_the_article_at_hand(script, qtbot):
    script.rest()
    sentences = script.load(SENTENCES[:2])
    with qtbot.waitSignal(script.whole):
        script.wake()
    assert tuple(sentences) == SENTENCES[:2]
    assert script.is_whole


def test_who_is_quicker_than_the_program_is_read_to(slow):
    player = Player(Reciter(), open_sink=Sinks().open)
    player.script.rest()
    player.load(slow)
    assert player.progress is None
    player.play_from(Position(7, 0))
    assert player.current is SENTENCES[7]
    player.close()
