"""From sentence to sentence, paragraph to paragraph, heading to heading; and only a stretch."""

from dataclasses import replace

import pytest

from reader.gui.player.steps import Unit, beside, beside_place, index_at
from reader.gui.player.stretch import within
from reader.model.leaves import Kind
from reader.model.position import START, Extent, Position
from reader.model.utterance import Cue, Part, SpokenWord, Tone, Utterance
from tests.gui.player_parts import NEWS, words


def sentence(block, start, end, kind=Kind.PARAGRAPH):
    return Utterance((Part("Изречение.", "bg"),), Extent(block, start, end), kind)


ARTICLE = (
    sentence(0, 0, 10, Kind.TITLE),
    sentence(1, 0, 10),
    sentence(1, 11, 20),
    sentence(1, 21, 30),
    sentence(2, 0, 10, Kind.HEADING),
    sentence(2, 11, 20, Kind.HEADING),
    sentence(3, 0, 10),
)


@pytest.mark.parametrize(
    ("index", "unit", "step", "found"),
    [
        (2, Unit.SENTENCE, 1, 3),
        (2, Unit.SENTENCE, -1, 1),
        (6, Unit.SENTENCE, 1, None),
        (0, Unit.SENTENCE, -1, 0),
        (2, Unit.PARAGRAPH, 1, 4),
        (2, Unit.PARAGRAPH, -1, 1),
        (1, Unit.PARAGRAPH, -1, 0),
        (0, Unit.PARAGRAPH, -1, 0),
        (6, Unit.PARAGRAPH, 1, None),
        (1, Unit.HEADING, 1, 4),
        (4, Unit.HEADING, 1, None),
        (5, Unit.HEADING, -1, 4),
        (4, Unit.HEADING, -1, 0),
        (0, Unit.HEADING, -1, None),
    ],
)
def test_a_step_leads_to_the_beginning_of_a_unit(index, unit, step, found):
    assert beside(ARTICLE, index, unit, step) == found


@pytest.mark.parametrize(
    ("place", "unit", "step", "found"),
    [
        (Position(1, 15), Unit.SENTENCE, 1, 3),
        (Position(1, 15), Unit.SENTENCE, -1, 2),
        (Position(1, 11), Unit.SENTENCE, -1, 1),
        (Position(1, 15), Unit.PARAGRAPH, -1, 1),
        (Position(2, 0), Unit.HEADING, -1, 0),
        (Position(3, 5), Unit.HEADING, -1, 4),
        (Position(3, 5), Unit.SENTENCE, 1, None),
        (START, Unit.SENTENCE, -1, None),
    ],
)
def test_from_a_place_back_leads_to_where_its_own_unit_begins(place, unit, step, found):
    expected = None if found is None else ARTICLE[found]
    assert beside_place(ARTICLE, place, unit, step) is expected


def test_nothing_is_beside_a_place_without_sentences():
    assert beside_place((), START, Unit.SENTENCE, 1) is None


def test_a_place_between_two_sentences_belongs_to_the_next():
    assert index_at(ARTICLE, Position(1, 10)) == 2
    assert index_at(ARTICLE, Position(9, 0)) == 6


def texts(utterances):
    return [said.text for said in utterances]


def test_of_a_stretch_whole_sentences_stay_as_they_are():
    assert within(NEWS, START, Position(9, 0)) == list(NEWS)
    assert within(NEWS, Position(1, 0), Position(1, 11)) == [NEWS[1]]


def test_of_sentences_that_are_cut_the_words_in_the_stretch_are_left():
    found = within(NEWS, Position(0, 5), Position(1, 6))
    assert texts(found) == ["две три.", "Четири"]
    assert found[0].source == Extent(0, 5, 13)
    said = found[0].parts[0]
    assert [said.text[word.start : word.end] for word in said.words] == ["две", "три."]
    assert [word.source for word in said.words] == [Extent(0, 5, 8), Extent(0, 9, 13)]


def test_a_word_that_is_cut_is_said_whole():
    assert texts(within(NEWS, Position(0, 6), Position(0, 7))) == ["две"]


def test_a_number_said_in_several_words_is_not_torn_apart():
    source = Extent(0, 4, 6)
    number = (SpokenWord(4, 12, source), SpokenWord(13, 14, source), SpokenWord(15, 19, source))
    date = Utterance((Part("към двадесет и пети", "bg", number),), Extent(0, 0, 7))
    assert texts(within([date], Position(0, 4), Position(0, 5))) == ["двадесет и пети"]


def test_of_a_sentence_in_two_languages_the_part_that_is_left_out_is_not_said():
    first = Part("Той каза", "bg", words("Той каза", 0))
    second = Part("yes", "en", (SpokenWord(0, 3, Extent(0, 9, 12)),))
    mixed = Utterance((first, second), Extent(0, 0, 12))
    (found,) = within([mixed], Position(0, 9), Position(0, 12))
    assert found.parts == (second,)


@pytest.mark.parametrize(
    ("start", "end"), [(START, START), (Position(0, 13), Position(1, 0)), (Position(9, 0),) * 2]
)
def test_nothing_is_said_where_no_words_are(start, end):
    assert within(NEWS, start, end) == []


def test_of_a_sentence_that_is_cut_only_the_sounds_within_are_heard():
    tones = (Tone(Cue.QUOTE, 0), Tone(Cue.LINK, 5), Tone(Cue.LINK, 9))
    linked = replace(NEWS[0], tones=tones)
    (found,) = within([linked], Position(0, 5), Position(0, 8))
    assert found.tones == (Tone(Cue.LINK, 5),)
