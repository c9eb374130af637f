"""Piper as a program of its own, played by a stand-in that takes its real command line."""

import contextlib
import json
import os
import shlex
import sys
import threading
from array import array
from pathlib import Path

import pytest

from reader.errors import EngineFailedError
from reader.speech.engine import Delivery, Engine
from reader.speech.patience import Patience
from reader.speech.speakers.piper_models import find_models, find_program
from reader.speech.voices import Quality, System, choose
from tests.speech.sentences import said
from tests.speech.sound_server import wait_until
from tests.speech.stand_in_piper import POISON

STAND_IN = Path(__file__).with_name("stand_in_piper.py")
HASTE = Patience(start=4, answer=0.5, strange=0.5)
DIMITAR = "piper:bg_BG-dimitar-medium"
TEXT = "Комисията представи нова инициатива за библиотеките в малките градове."
CONFIG = {
    "audio": {"sample_rate": 22050, "quality": "medium"},
    "espeak": {"voice": "bg"},
    "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
    "language": {"code": "bg_BG", "family": "bg", "name_english": "Bulgarian"},
    "dataset": "dimitar",
    "num_speakers": 1,
    "speaker_id_map": {},
}


def put_model(folder: Path, name="bg_BG-dimitar-medium", **facts) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.onnx"
    path.write_bytes(b"\x08\x07")
    path.with_name(f"{path.name}.json").write_text(json.dumps(CONFIG | facts), "utf-8")
    return path


def put_program(folder: Path, text: str, name="piper") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return path


class Machine:
    """A machine on which a person has put Piper and a Bulgarian model."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.programs = folder / "bin"
        self.models = folder / "data" / "piper-voices"
        self._notes = folder / "notes"
        self._notes.mkdir()
        self._engines: list[Engine] = []
        monkeypatch.setenv("PATH", f"{self.programs}:{os.environ['PATH']}")
        monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
        monkeypatch.setenv("XDG_DATA_DIRS", str(folder / "none"))
        monkeypatch.delenv("CHETIVO_HOME", raising=False)
        put_model(self.models / "bg" / "bg_BG")

    def engine(self, manner="well", dialect="second") -> Engine:
        command = (sys.executable, str(STAND_IN), dialect, manner, str(self._notes))
        put_program(self.programs, f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n')
        self._engines.append(Engine(patience=HASTE))
        return self._engines[-1]

    def starts(self) -> list[list[str]]:
        """Return the options of each start of Piper, the number of the process before them."""
        return [json.loads(path.read_text()) for path in sorted(self._notes.iterdir())]

    def close(self) -> None:
        for engine in self._engines:
            engine.close()


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
    engine = machine.engine("slow")
    assert engine.speak(said("Да."), Delivery()).samples
    assert len(machine.starts()) == 1


@pytest.mark.parametrize("manner", ["crashes-once", "hangs-once"])
def test_a_crash_or_a_hang_of_piper_costs_no_sentence(machine, manner):
    sound = machine.engine(manner).speak(said(TEXT), Delivery())
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


def test_piper_ends_with_the_engine(machine):
    engine = machine.engine()
    engine.speak(said("Да."), Delivery())
    (number, *_) = machine.starts()[0]
    assert is_alive(number)
    engine.close()
    wait_until(lambda: not is_alive(number), 10, lambda: "Piper lives on")


def test_a_hung_piper_ends_with_the_engine(machine):
    engine = machine.engine("hangs")

    def speak():
        with contextlib.suppress(EngineFailedError):
            engine.speak(said("Да."), Delivery())

    thread = threading.Thread(target=speak)
    thread.start()
    wait_until(machine.starts, 10, lambda: "Piper does not start")
    engine.close()
    thread.join(10)
    (number, *_) = machine.starts()[0]
    wait_until(lambda: not is_alive(number), 10, lambda: "Piper lives on")


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
