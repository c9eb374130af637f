"""The silence between sentences is what the person set, in recordings and as it is played."""

import wave
from array import array

import pytest

from reader.exporters.audio import write
from reader.model.article import Article, Heading, ListBlock, Paragraph, Source, Span, Table
from reader.model.sound import SoundForm
from reader.model.speaking import Speaking, Telling
from reader.speech.engine import Delivery, Engine
from reader.speech.silence import paced
from reader.speech.utterances import utterances
from tests.speech.sound_server import RATE, loudness, silences

EXACT = 20  # milliseconds
LEAST = 150  # more than the stops inside a word


def text(words):
    return Paragraph((Span(words),))


ARTICLE = Article(
    "Море",
    "bg",
    (
        Heading(1, (Span("Море"),)),
        text("Вали дъжд. Мария чете."),
        ListBlock(ordered=False, items=((text("едно име;"),), (text("малък ден."),))),
        text("Има вода."),
        Heading(2, (Span("Реки"),)),
        Table((), (((Span("Марица"),), (Span("река"),)), ((Span("Янтра"),), (Span("река"),)))),
        text("Да."),
    ),
    Source("text"),
)


def recorded(speaking, delivery, path):
    said = tuple(utterances(ARTICLE, speaking))
    with Engine() as engine:
        sounds = engine.speak_all(said, delivery)
        spoken = paced(said, sounds, speaking, delivery.rate)
        write([sound for _place, sound in spoken], path, SoundForm.WAV)
    with wave.open(str(path)) as file:
        assert file.getframerate() == RATE
        return array("h", file.readframes(file.getnframes()))


def between_sentences(samples, speaking, rate=175):
    """Return the silences that are longer than any inside a sentence."""
    least = min(speaking.sentence_pause, speaking.item_pause) * 175 / rate - EXACT
    return silences(samples, max(LEAST * 175 / rate, least))


@pytest.mark.check("A37", "Read aloud: pauses by structure")
def test_a_recording_has_the_pauses_that_are_set(tmp_path):
    speaking = Speaking(tables=Telling.OFF)
    samples = recorded(speaking, Delivery(), tmp_path / "a.wav")
    assert between_sentences(samples, speaking) == pytest.approx(
        [700, 250, 500, 350, 500, 700, 700, 500, 500], abs=EXACT
    )


def test_it_begins_and_ends_with_sound(tmp_path):
    samples = recorded(Speaking(), Delivery(), tmp_path / "a.wav")
    hundredth = RATE // 100
    assert loudness(samples[:hundredth]) > 0
    assert loudness(samples[-hundredth:]) > 0


def test_at_a_high_rate_pauses_shrink_as_the_words_do(tmp_path):
    speaking = Speaking(tables=Telling.OFF, sentence_pause=500, item_pause=500)
    samples = recorded(speaking, Delivery(rate=350), tmp_path / "a.wav")
    assert between_sentences(samples, speaking, 350) == pytest.approx(
        [350, 250, 250, 250, 250, 350, 350, 250, 250], abs=EXACT
    )


@pytest.mark.check("A37", "Read aloud: pauses by structure")
def test_played_pauses_are_those_that_are_set_and_others_count_at_once(server, program):
    texts = [f"Мария има {thing}." for thing in ("вода", "море", "луна", "дела", "вино")]
    take = server.record()
    program.send(f"load {'|'.join(texts)}")
    program.send("play 0")
    program.await_event("sentence", texts[2])
    program.send("pauses 200")
    program.await_event("state", "STOPPED")
    heard = silences(take.stop().samples, LEAST)
    assert heard[:2] == pytest.approx([500, 500], abs=EXACT)
    assert heard[-1] == pytest.approx(200, abs=EXACT)
