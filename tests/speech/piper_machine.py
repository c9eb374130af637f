"""A machine on which a person has put Piper, played by a stand-in, and a model."""

import json
import os
import shlex
import sys
from pathlib import Path

import pytest

from reader.speech.engine import Engine
from reader.speech.patience import Patience

STAND_IN = Path(__file__).with_name("stand_in_piper.py")
# On a busy machine anybody may need seconds.
PATIENT = Patience(start=60, answer=60, strange=60)
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

    def engine(self, manner="well", dialect="second", patience: Patience = PATIENT) -> Engine:
        command = (sys.executable, str(STAND_IN), dialect, manner, str(self._notes))
        put_program(self.programs, f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n')
        self._engines.append(Engine(patience=patience))
        return self._engines[-1]

    def starts(self) -> list[list[str]]:
        """Return the options of each start of Piper, the number of the process before them."""
        return [json.loads(path.read_text()) for path in sorted(self._notes.iterdir())]

    def close(self) -> None:
        for engine in self._engines:
            engine.close()
