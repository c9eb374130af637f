"""Piper as a program of its own, played by a stand-in that takes its real command line."""

import contextlib
import os
import threading
from array import array

import pytest

from reader.errors import EngineFailedError
from reader.model.position import Extent
from reader.model.utterance import Part, Utterance
from reader.speech.engine import Delivery, Engine
from reader.speech.patience import Patience
from reader.speech.speakers.piper_models import find_models, find_program
from reader.speech.voices import Quality, System, choose
from tests.speech.piper_machine import PATIENT, Machine, put_model, put_program
from tests.speech.sentences import said
from tests.speech.sound_server import wait_until
from tests.speech.stand_in_piper import POISON

DIMITAR = "piper:bg_BG-dimitar-medium"
TEXT = "Комисията представи нова инициатива за библиотеките в малките градове."


@pytest.fixture
def machine(tmp_path, monkeypatch):
    machine = Machine(tmp_path, monkeypatch)
    yield machine
    machine.close()


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def loudest(sound) -> int:
    return max(array("h", sound.samples))


def test_piper_and_its_model_are_found_and_preferred(machine):
    voices = machine.engine().voices()
    (voice,) = [voice for voice in voices if voice.system is System.PIPER]
    assert (voice.identifier, voice.name, voice.languages) == (DIMITAR, "Dimitar", ("bg-bg",))
    assert voice.quality is Quality.NATURAL
    assert choose(voices, "bg") is voice
    assert choose(voices, "en").system is System.ESPEAK


@pytest.mark.parametrize("dialect", ["first", "second"])
def test_both_versions_of_piper_speak(machine, dialect):
    engine = machine.engine(dialect=dialect)
    sound = engine.speak(said(TEXT), Delivery())
    assert sound.rate == 22050
    assert 3 < sound.seconds < 9
    assert loudest(sound) > 10000
    assert [source for source, _ in sound.words] == [
        word.source for word in said(TEXT).parts[0].words
    ]
    assert [time for _, time in sound.words] == sorted(time for _, time in sound.words)


def test_piper_is_started_once_for_a_rate(machine):
    engine = machine.engine()
    for text in (TEXT, "Едно.", "Едно и две."):
        engine.speak(said(text), Delivery())
    assert len(machine.starts()) <= 2  # the second time its own pace is known


def test_words_a_minute_are_those_of_espeak(machine):
    engine = machine.engine()
    for rate in (100, 175, 300):
        espeak = engine.speak(said(TEXT), Delivery(rate=rate, voice="zls/bg"))
        engine.speak(said(TEXT), Delivery(rate=rate))
        piper = engine.speak(said(TEXT), Delivery(rate=rate))
        assert piper.seconds == pytest.approx(espeak.seconds, rel=0.15)


def test_the_volume_can_be_changed(machine):
    engine = machine.engine()
    usual, quiet = (engine.speak(said("Да."), Delivery(volume=volume)) for volume in (1.0, 0.25))
    assert loudest(quiet) == pytest.approx(loudest(usual) / 4, rel=0.02)
    assert len(machine.starts()) == 1


def test_loading_a_model_is_not_taken_for_a_hang(machine):
    engine = machine.engine("slow", patience=Patience(start=60, answer=0.5, strange=0.5))
    assert engine.speak(said("Да."), Delivery()).samples
    assert len(machine.starts()) == 1


@pytest.mark.parametrize(
    ("manner", "patience"),
    [("crashes-once", PATIENT), ("hangs-once", Patience(start=5, answer=2, strange=2))],
)
def test_a_crash_or_a_hang_of_piper_costs_no_sentence(machine, manner, patience):
    sound = machine.engine(manner, patience=patience).speak(said(TEXT), Delivery())
    assert sound.seconds > 3
    assert len(machine.starts()) == 2


def test_a_word_that_piper_crashes_at_becomes_a_tone(machine):
    engine, told = machine.engine("poisoned"), []
    engine.tell_unsaid(told.append)
    sound = engine.speak(said(f"Едно {POISON} две."), Delivery())
    assert told == [POISON]
    assert len(sound.words) == 3


@pytest.mark.parametrize(
    ("manner", "reason"),
    [("fails", "Piper: onnxruntime: Protobuf parsing failed"), ("mute", "sound")],
)
def test_a_piper_that_does_not_speak_is_told_of(machine, manner, reason):
    engine = machine.engine(manner)
    with pytest.raises(EngineFailedError, match=reason):
        engine.speak(said(TEXT), Delivery())
    assert engine.speak(said(TEXT), Delivery(voice="zls/bg")).samples


def test_two_languages_in_a_sentence_keep_both_models_loaded(machine):
    english = {"language": {"code": "en_GB"}, "espeak": {"voice": "en-gb-x-rp"}, "dataset": "alba"}
    put_model(machine.models, "en_GB-alba-medium", **english)
    engine = machine.engine()
    for language in ("bg", "en", "bg", "en"):
        engine.speak(said("Едно one", language=language), Delivery())
    assert len(machine.starts()) == 2


def test_piper_is_not_asked_for_what_has_no_word(machine):
    unsaid: list[str] = []
    engine = machine.engine()
    engine.tell_unsaid(unsaid.append)
    nothing = Part("", "bg"), *said(TEXT).parts
    sound = engine.speak(Utterance(nothing, Extent(0, 0, len(TEXT))), Delivery())
    assert 3 < sound.seconds < 9
    assert not engine.speak(Utterance(nothing[:1], Extent(0, 0, 1)), Delivery()).samples
    assert unsaid == []


def test_piper_ends_with_the_engine(machine):
    engine = machine.engine()
    engine.speak(said("Да."), Delivery())
    (number, *_) = machine.starts()[0]
    assert is_alive(number)
    engine.close()
    wait_until(lambda: not is_alive(number), 60, lambda: "Piper lives on")


def test_a_hung_piper_ends_with_the_engine(machine):
    engine = machine.engine("hangs")

    def speak():
        with contextlib.suppress(EngineFailedError):
            engine.speak(said("Да."), Delivery())

    thread = threading.Thread(target=speak)
    thread.start()
    wait_until(machine.starts, 60, lambda: "Piper does not start")
    engine.close()
    thread.join(60)
    (number, *_) = machine.starts()[0]
    wait_until(lambda: not is_alive(number), 60, lambda: "Piper lives on")


def test_models_are_named_as_well_as_their_description_allows(tmp_path):
    put_model(tmp_path, "bg_BG-dimitar-x_low", dataset="", audio={"sample_rate": 16000})
    put_model(tmp_path, "mine", language={}, audio={"sample_rate": 16000, "quality": "high"})
    put_model(tmp_path, "broken", espeak=None, language={}, audio=[])
    (tmp_path / "lonely.onnx").write_bytes(b"")
    put_model(tmp_path / "again", "mine")
    voices = [model.voice for model in find_models([tmp_path, tmp_path / "none"])]
    assert [(voice.identifier, voice.name, voice.languages, voice.quality) for voice in voices] == [
        ("piper:mine", "Dimitar", ("bg-bg",), Quality.NATURAL),
        ("piper:bg_BG-dimitar-x_low", "Dimitar", ("bg-bg",), Quality.STANDARD),
    ]


def test_the_program_for_mice_is_not_taken_for_piper(tmp_path):
    mouse = "#!/usr/bin/python3\nimport gi\ngi.require_version('Gtk', '3.0')\n"
    put_program(tmp_path, mouse)
    assert find_program([], str(tmp_path)) is None
    ours = put_program(tmp_path, "#!/bin/sh\n", "piper-tts")
    assert find_program([], str(tmp_path)) == ours
    unpacked = put_program(tmp_path / "voices" / "piper", "#!/bin/sh\n")
    assert find_program([tmp_path / "voices"], str(tmp_path)) == unpacked


def test_without_piper_its_models_are_no_voices(machine, monkeypatch):
    monkeypatch.setenv("PATH", "/usr/bin")
    with Engine() as engine:
        assert {voice.system for voice in engine.voices()} == {System.ESPEAK}
