"""What is told where espeak, its Bulgarian voice or its sound is missing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import EngineFailedError, NoEngineError, NoVoiceError
from reader.speech.engine import Delivery, Engine
from reader.speech.voices import System
from tests.speech.piper_machine import Machine
from tests.speech.sentences import said

# espeak-ng tells where its data lies: "Data at: /usr/lib/…/espeak-ng-data".
_DATA = "Data at: "


@pytest.fixture
def no_espeak(tmp_path, monkeypatch):
    """Hides the library behind files that are none."""
    folder = tmp_path / "hidden"
    folder.mkdir()
    for name in ("libespeak-ng.so.1", "libespeak.so.1"):
        (folder / name).write_text("no library")
    monkeypatch.setenv("LD_LIBRARY_PATH", str(folder))


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A copy of espeak's data, to be damaged."""
    version = subprocess.run(
        ["espeak-ng", "--version"], capture_output=True, text=True, check=True
    ).stdout
    original = Path(version.partition(_DATA)[2].strip())
    copy = tmp_path / original.name
    shutil.copytree(original, copy)
    monkeypatch.setenv("ESPEAK_DATA_PATH", str(tmp_path))
    return copy


def test_without_espeak_there_is_no_engine(no_espeak):
    with Engine() as engine, pytest.raises(NoEngineError) as caught:
        engine.speak(said("Да."), Delivery())
    assert caught.value.reason == "libespeak-ng"


def test_without_espeak_the_command_line_says_what_to_install(no_espeak):
    listed = subprocess.run(
        [sys.executable, "-m", "reader", "voices"],
        env=os.environ | {"LANG": "bg_BG.UTF-8", "LANGUAGE": "bg"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (listed.returncode, listed.stdout) == (1, "")
    assert "sudo apt install espeak-ng" in listed.stderr
    assert "всичко останало работи" in listed.stderr


def test_without_espeak_piper_speaks_all_the_same(no_espeak, tmp_path, monkeypatch):
    machine = Machine(tmp_path, monkeypatch)
    engine = machine.engine()
    assert {voice.system for voice in engine.voices()} == {System.PIPER}
    assert engine.speak(said("Да."), Delivery()).samples
    machine.close()


def test_espeak_without_its_bulgarian_voice_is_told_of(data):
    (data / "lang" / "zls" / "bg").unlink()
    with Engine() as engine:
        assert engine.voices()
        with pytest.raises(NoVoiceError) as caught:
            engine.speak(said("Да."), Delivery())
        assert caught.value.language == "bg"
        assert engine.speak(said("Yes.", language="en"), Delivery()).samples


def test_a_broken_voice_is_told_of_and_others_speak(data):
    (data / "bg_dict").write_bytes(b"")
    with Engine() as engine:
        with pytest.raises(EngineFailedError, match="no sound"):
            engine.speak(said("Добър ден."), Delivery())
        assert engine.speak(said("Good day.", language="en"), Delivery()).samples
