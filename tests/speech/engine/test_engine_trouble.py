"""The engine with speaking processes that misbehave."""

import sys

import pytest

from reader.errors import EngineFailedError, NoEngineError, NoVoiceError
from reader.model.position import Extent
from reader.model.utterance import Part, Utterance
from reader.speech.engine import Delivery, Engine
from tests.speech.engine.parts import HASTE
from tests.speech.sentences import said


def test_a_voice_that_crashes_at_everything_is_given_up(misbehaving):
    with pytest.raises(EngineFailedError):
        misbehaving("crashes").speak(said("Да."), Delivery())
    assert misbehaving.starts() == 4  # three times for the sentence, once for the simplest one


def test_a_voice_that_always_hangs_is_given_up(misbehaving):
    with pytest.raises(EngineFailedError, match="no answer"):
        misbehaving("hangs", HASTE).speak(said("Да."), Delivery())
    assert misbehaving.starts() == 4


@pytest.mark.parametrize(
    ("manner", "reason"), [("mute", "no sound"), ("zeros", "no sound"), ("cut-short", "broke off")]
)
def test_a_voice_that_answers_without_speaking_is_given_up(misbehaving, manner, reason):
    with pytest.raises(EngineFailedError, match=reason):
        misbehaving(manner).speak(said("Добър ден."), Delivery())
    assert misbehaving.starts() == 4


@pytest.mark.parametrize("manner", ["crashes-twice", "mute-once"])
def test_a_voice_that_recovers_says_the_sentence_again(misbehaving, manner):
    engine = misbehaving(manner)
    sound = engine.speak(said("Да."), Delivery())
    assert sound.samples.startswith(b"bg\0\0")
    assert sound.seconds == pytest.approx(0.1)


def test_silence_is_no_fault_where_it_was_asked_for(misbehaving):
    engine = misbehaving("zeros")
    assert engine.speak(said("Да."), Delivery(volume=0)).samples
    assert misbehaving.starts() == 1
    assert engine.speak(said("– …"), Delivery()).samples
    assert misbehaving.starts() == 1


def test_a_poisoned_word_alone_is_replaced_by_a_tone(misbehaving):
    engine, told = misbehaving("poisoned"), []
    engine.tell_unsaid(told.append)
    text = "Едно две ☠☠☠ четири пет шест."
    sound = engine.speak(said(f"{text} ⚗"), Delivery())
    assert told == ["☠☠☠"]  # once, though there are two
    spoken = 6 * 0.1
    assert sound.seconds == pytest.approx(spoken - 0.1 + 2 * 0.25, abs=0.01)
    words = [text[source.start : source.end] for source, _ in sound.words]
    assert words == ["Едно", "две", "четири", "пет", "шест"]
    times = [time for _, time in sound.words]
    assert times == sorted(times)


def test_a_poisoned_sign_is_left_out_of_its_word(misbehaving):
    engine, told = misbehaving("poisoned"), []
    engine.tell_unsaid(told.append)
    sound = engine.speak(said("Едно д☠ве три."), Delivery())
    assert sound.seconds == pytest.approx(3 * 0.1)
    assert told == []


def test_what_cannot_be_said_is_not_tried_twice(misbehaving):
    engine = misbehaving("poisoned")
    first = engine.speak(said("Едно ☠ три."), Delivery())
    starts = misbehaving.starts()
    assert engine.speak(said("Едно ☠ три."), Delivery()) == first
    assert misbehaving.starts() == starts


def test_the_reason_of_a_crash_is_told(misbehaving):
    with pytest.raises(EngineFailedError) as caught:
        misbehaving("raises").speak(said("Да."), Delivery())
    assert caught.value.reason == "RuntimeError: the voice is broken"


def test_a_child_whose_pipe_is_not_clean_is_not_trusted(misbehaving):
    with pytest.raises(EngineFailedError):
        misbehaving("chatters").speak(said("Да."), Delivery())


def test_a_child_killed_at_its_start_is_started_again(misbehaving):
    assert misbehaving("dies-at-first-start").voices()
    with pytest.raises(NoEngineError):
        misbehaving("dies-at-start").voices()


@pytest.mark.parametrize(
    "command",
    [
        ("/no/such/program",),
        (sys.executable, "-c", "raise SystemExit('no espeak here')"),
        (sys.executable, "-c", "print('hello')"),
    ],
)
def test_a_command_that_is_no_voice_means_no_engine(command):
    with Engine(command) as engine, pytest.raises(NoEngineError) as caught:
        engine.voices()
    assert caught.value.reason


def test_no_engine_tells_the_childs_last_words():
    command = (sys.executable, "-c", "raise SystemExit('no espeak here')")
    with Engine(command) as engine, pytest.raises(NoEngineError) as caught:
        engine.speak(said("Да."), Delivery())
    assert caught.value.reason == "no espeak here"


def test_without_a_voice_for_the_language_and_without_bulgarian_there_is_none(misbehaving):
    for manner, language in (("no-voice", "bg"), ("english", "bg"), ("english", "de")):
        with pytest.raises(NoVoiceError) as caught:
            misbehaving(manner).speak(said("Да.", language=language), Delivery())
        assert caught.value.language == language


def test_a_foreign_language_has_its_own_voice_or_the_bulgarian_one(misbehaving):
    engine = misbehaving("both")
    for language, voice in (("en", b"en"), ("de", b"bg"), ("bg", b"bg")):
        sound = engine.speak(said("Да.", language=language), Delivery(voice="bg"))
        assert sound.samples[:2] == voice


def test_a_name_that_no_voice_speaks_is_read_in_bulgarian_letters(misbehaving):
    engine = misbehaving("both")
    for language, words in (("de", 1), ("en", 4)):
        name = Part("Ursula von der Leyen", language, (), Part("Урзула", "bg"))
        sound = engine.speak(Utterance((name,), Extent(0, 0, 20)), Delivery(voice="bg"))
        assert sound.seconds == pytest.approx(0.1 * words, abs=0.02)
