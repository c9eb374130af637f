"""Silence goes where the engine put it, and comes where the person set it."""

from array import array

import pytest

from reader.model.leaves import Kind
from reader.model.position import Extent
from reader.model.sound import Sound, silence
from reader.model.speaking import Speaking
from reader.model.utterance import Part, Utterance
from reader.speech.joining import sentence
from reader.speech.silence import gap, paced, pause, trimmed

RATE = 8000
SPEAKING = Speaking(sentence_pause=100, item_pause=200, paragraph_pause=300, heading_pause=400)
WORD = Extent(0, 0, 4)


def one(block: int, kind: Kind = Kind.PARAGRAPH, *texts: str) -> Utterance:
    parts = tuple(Part(text, "bg") for text in texts or ("Да.",))
    return Utterance(parts, Extent(block, 0, 3), kind)


def levels(*runs: tuple[int, int]) -> bytes:
    """Return samples: for each (level, milliseconds) a hum of that level."""
    made = array("h")
    for level, milliseconds in runs:
        made.extend(level if n % 2 else -level for n in range(milliseconds * RATE // 1000))
    return made.tobytes()


def milliseconds(sound: Sound) -> int:
    return round(1000 * sound.seconds)


@pytest.mark.check("A37", "Read aloud: pauses by structure")
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (one(0), one(0), 100),
        (one(0), one(1), 300),
        (one(0, Kind.QUOTE), one(0, Kind.QUOTE), 100),
        (one(0, Kind.QUOTE), one(1), 300),
        (one(0, Kind.FOOTNOTE), one(1, Kind.FOOTNOTE), 300),
        (one(0, Kind.TABLE), one(0, Kind.TABLE), 300),
        (one(0, Kind.ITEM), one(1, Kind.ITEM), 200),
        (one(0, Kind.ITEM), one(0, Kind.ITEM), 100),
        (one(0, Kind.ITEM), one(1), 300),
        (one(0, Kind.TITLE), one(1, Kind.DATE), 400),
        (one(0, Kind.TITLE), one(0, Kind.TITLE), 100),
        (one(0, Kind.HEADING), one(1), 400),
        (one(0), one(1, Kind.HEADING), 400),
        (one(0, Kind.ITEM), one(1, Kind.HEADING), 400),
        (one(0), None, 0),
    ],
)
def test_the_pause_goes_by_what_is_before_and_after(before, after, expected):
    assert pause(before, after, SPEAKING) == expected


def test_before_a_heading_there_is_at_least_the_pause_of_a_paragraph():
    speaking = Speaking(paragraph_pause=900, heading_pause=400)
    assert pause(one(0), one(1, Kind.HEADING), speaking) == 900


@pytest.mark.parametrize(("rate", "expected"), [(80, 300), (175, 300), (350, 150), (450, 116)])
def test_above_the_usual_rate_pauses_shrink(rate, expected):
    assert pause(one(0), one(1), SPEAKING, rate) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Цитат.", 200), ("каза: „Да.“", 200), ("Лондон,", 120), ("Програмата „", 30), ("и", 30)],
)
def test_between_two_parts_of_a_sentence_the_gap_goes_by_the_mark_at_the_end(text, expected):
    assert gap(Part(text, "bg")) == expected
    assert gap(Part(text, "bg"), 350) == expected // 2


def test_silence_round_the_words_is_cut_off_to_a_few_milliseconds():
    words = ((WORD, 50), (WORD, 120))
    found = trimmed(Sound(RATE, levels((0, 50), (9000, 100), (0, 300)), words))
    assert 100 <= milliseconds(found) <= 112
    cut = 50 - (found.words[0][1])
    assert 44 <= cut <= 50
    assert found.words[1][1] - found.words[0][1] == 70


def test_soft_consonants_stay():
    samples = levels((0, 40), (90, 60), (9000, 100), (0, 30), (60, 80), (0, 200))
    assert 270 <= milliseconds(trimmed(Sound(RATE, samples))) <= 282


def test_a_word_told_before_its_sound_begins_with_the_sound():
    assert trimmed(Sound(RATE, levels((0, 50), (9000, 10)), ((WORD, 0),))).words == ((WORD, 0),)


@pytest.mark.parametrize("samples", [b"", levels((0, 300)), levels((9000, 300))])
def test_what_is_all_silence_or_has_none_stays_as_it_is(samples):
    assert trimmed(Sound(RATE, samples)).samples == samples
    assert trimmed(Sound(0, b"")) == Sound(0, b"")


def test_the_parts_of_a_sentence_follow_each_other_after_a_gap():
    part = Sound(RATE, levels((0, 20), (9000, 100), (0, 300)), ((WORD, 20),))
    said = one(0, Kind.QUOTE, "Цитат.", "Да.")
    sound = sentence(said, [(words, part) for words in said.parts])
    assert 2 * 100 + 200 <= milliseconds(sound) <= 2 * 112 + 200
    first, second = (time for _, time in sound.words)
    assert 300 <= second - first <= 312


def test_between_recorded_sentences_there_are_the_pauses():
    said = (one(0, Kind.TITLE), one(1), one(1))
    spoken = Sound(RATE, levels((9000, 10)))
    found = list(paced(said, [spoken] * 3, SPEAKING, 175))
    pauses = [silence(RATE, 400), silence(RATE, 100), silence(RATE, 0)]
    assert [sound for _place, sound in found] == [
        piece for gap in pauses for piece in (spoken, gap)
    ]
    assert [place for place, _sound in found[::2]] == [sentence.source for sentence in said]
    assert all(place is None for place, _sound in found[1::2])


def test_after_a_sentence_without_sound_there_is_no_pause():
    silent = Sound(0, b"")
    found = paced((one(0), one(1)), [silent, silent], SPEAKING, 175)
    assert [sound for _place, sound in found] == [silent, silent]
