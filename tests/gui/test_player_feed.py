"""What is on its way to the sound card: sentences, the pauses between them, and their marks."""

import pytest

from reader.gui.player.feed import Feed, Mark
from reader.model.position import Extent
from reader.model.sound import Sound

RATE = 1000  # so that a byte pair is a millisecond
WORD = Extent(0, 0, 4)


class Pauses:
    """The pause after each sentence, in milliseconds; tests change it."""

    def __init__(self, length: int) -> None:
        self.length = length

    def __call__(self, index: int) -> int:
        return self.length


def spoken(level: int, milliseconds: int = 100) -> Sound:
    return Sound(RATE, bytes([level, 0]) * milliseconds, ((WORD, 50),))


def drain(feed: Feed, count: int = 2**20) -> list[tuple[int, int]]:
    """Hand over so much; return (level, milliseconds) of each run of it."""
    data = feed.peek(count)
    feed.hand_over(len(data))
    runs: list[tuple[int, int]] = []
    for level in data[::2]:
        before = runs.pop() if runs and runs[-1][0] == level else (level, 0)
        runs.append((level, before[1] + 1))
    return runs


@pytest.fixture
def pauses():
    return Pauses(30)


@pytest.fixture
def feed(pauses):
    feed = Feed(pauses)
    for index, level in enumerate((1, 2)):
        feed.add(index, spoken(level))
    return feed


def test_a_pause_follows_each_sentence(feed):
    assert drain(feed) == [(1, 100), (0, 30), (2, 100), (0, 30)]
    assert feed.is_empty


def test_a_pause_changed_meanwhile_counts_for_what_has_not_been_handed_over(feed, pauses):
    assert drain(feed, 200) == [(1, 100)]
    pauses.length = 70
    assert drain(feed) == [(0, 70), (2, 100), (0, 70)]


def test_a_pause_changed_in_its_middle_is_as_long_as_set_in_all(feed, pauses):
    drain(feed, 220)
    pauses.length = 25
    assert drain(feed, 230) == [(0, 15), (2, 100)]


def test_a_pause_that_has_lasted_longer_than_set_is_over(feed, pauses):
    drain(feed, 240)
    pauses.length = 5
    assert drain(feed, 20) == [(2, 10)]


def test_bytes_come_in_pieces_of_any_size_and_none_is_lost(feed):
    taken = bytearray()
    while piece := feed.peek(7)[:5]:
        feed.hand_over(len(piece))
        taken += piece
    assert taken == b"\1\0" * 100 + bytes(60) + b"\2\0" * 100 + bytes(60)


def test_marks_stand_where_sentences_and_words_begin_after_the_pauses(feed):
    drain(feed)
    assert feed.rest() == [Mark(0, 0), Mark(100, 0, WORD), Mark(260, 1), Mark(360, 1, WORD)]


def test_what_has_been_heard_is_told_once(feed):
    drain(feed)
    assert feed.passed(100) == [Mark(0, 0), Mark(100, 0, WORD)]
    assert feed.passed(259) == []
    assert feed.passed(260) == [Mark(260, 1)]


def test_what_waits_is_counted_with_its_pauses(feed):
    assert feed.waiting == pytest.approx(0.26)
    drain(feed, 220)
    assert feed.waiting == pytest.approx(0.15)


def test_after_a_sentence_without_sound_there_is_no_pause_of_its_own(pauses):
    feed = Feed(pauses)
    feed.add(0, Sound(0, b""))
    feed.add(1, spoken(1))
    feed.add(2, Sound(RATE, b""))
    assert drain(feed) == [(1, 100), (0, 30)]
    assert [mark.index for mark in feed.rest()] == [0, 1, 1, 2]
