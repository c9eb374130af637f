"""An article and its original in turn: two voices, in the right order."""

import pytest

from reader.app import pair, spoken
from reader.gui.beside.interleaved import alone, interleaved
from reader.gui.beside.pairs import Pairs
from reader.model.speaking import Speaking
from reader.speech.engine import Delivery, Engine
from tests.gui.beside.parts import BULGARIAN, ENGLISH
from tests.speech.sentences import said

FIRST = (
    ("bg", "Нови правила за достъпни книги"),
    ("en", "New rules for accessible books"),
    ("bg", "Комисията ще вложи двадесет милиона евро в достъпни книги."),
    ("en", "The Commission will invest €20 million in accessible books."),
)


@pytest.fixture(scope="module")
def engine():
    with Engine() as engine:
        yield engine


@pytest.fixture
def pairs():
    return Pairs(pair(BULGARIAN, ENGLISH))


def test_each_sentence_is_said_by_the_voice_of_its_language(engine, pairs):
    both = interleaved(spoken(BULGARIAN, Speaking()), spoken(ENGLISH, Speaking()), pairs)
    sounds = engine.speak_all(list(both)[: len(FIRST)], Delivery())
    for sound, (language, words) in zip(sounds, FIRST, strict=True):
        own = engine.speak(said(words, language=language), Delivery())
        other = engine.speak(said(words, language="en" if language == "bg" else "bg"), Delivery())
        # espeak makes the same sentence a hair longer or shorter each time.
        assert sound.seconds == pytest.approx(own.seconds, abs=0.02)
        assert abs(sound.seconds - other.seconds) > 0.02


def test_the_words_of_the_original_are_lit_in_the_original(engine, pairs):
    second = list(alone(spoken(ENGLISH, Speaking()), pairs))[1]
    sound = engine.speak(second, Delivery())
    text = "".join(span.text for span in ENGLISH.blocks[1].spans)
    words = [text[source.start : source.end] for source, _time in sound.words]
    assert words[:3] == ["The", "Commission", "will"]
    assert all(source.block == 1 for source, _time in sound.words)
