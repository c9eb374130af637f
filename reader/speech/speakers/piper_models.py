"""Piper and its models as a person has put them on this machine.

A model is a pair of files, "bg_BG-dimitar-medium.onnx" and the same with ".json" after it.
"""

import json
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.paths import model_folders
from reader.speech.voices import Quality, System, Voice, tag

MARK = "piper:"
# "piper" is also a program for mice; packages that know of it call ours "piper-tts".
_NAMES = ("piper-tts", "piper")
_MOUSE = (b"ratbag", b"gi.require_version")
_HEAD = 4096
_QUALITIES = {"medium": Quality.NATURAL, "high": Quality.BEST}


@dataclass(frozen=True, slots=True)
class Model:
    """A voice of Piper's: the file that it is, and what is known of it."""

    path: Path
    voice: Voice


def found_on_this_machine() -> tuple[Path | None, tuple[Model, ...]]:
    """Return the program, or None where it or any model is missing, and the models."""
    folders = model_folders()
    models = find_models(folders)
    return (find_program(folders) if models else None), models


def find_program(folders: Iterable[Path], search: str | None = None) -> Path | None:
    """Return the program Piper: unpacked in one of the folders, or on PATH (or `search`)."""
    name = "piper.exe" if os.name == "nt" else "piper"
    unpacked = (folder / part / name for folder in folders for part in ("", "piper"))
    found = (shutil.which(name, path=search) for name in _NAMES)
    programs = (*unpacked, *(Path(path) for path in found if path is not None))
    return next((path for path in programs if path.is_file() and not _is_for_mice(path)), None)


def find_models(folders: Iterable[Path]) -> tuple[Model, ...]:
    """Return the models in the folders and what they hold; of one name the first counts."""
    found: dict[str, Model] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.onnx")):
            model = _model(path)
            if model is not None:
                found.setdefault(model.voice.identifier, model)
    return tuple(found.values())


def _is_for_mice(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return head.startswith(b"#!") and any(word in head for word in _MOUSE)


def _model(path: Path) -> Model | None:
    """Return a model, or None where its description is missing or of something else."""
    try:
        facts = json.loads(path.with_name(f"{path.name}.json").read_text("utf-8"))
        language = _language(facts, path)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    name = facts.get("dataset") or _parts(path)[1]
    quality = facts.get("audio", {}).get("quality") or _parts(path)[2]
    voice = Voice(
        MARK + path.stem,
        str(name).replace("_", " ").title(),
        (tag(language),),
        System.PIPER,
        _QUALITIES.get(quality, Quality.STANDARD),
    )
    return Model(path, voice)


def _language(facts: Mapping[str, Any], path: Path) -> str:
    """Return the model's language; older ones tell it by espeak's name for it only."""
    known = facts.get("language", {}).get("code") or facts["espeak"]["voice"]
    named = _parts(path)[0]
    return str(named if tag(named).split("-")[0] == tag(known).split("-")[0] else known)


def _parts(path: Path) -> Sequence[str]:
    """Return language, name and quality, as far as the file's name tells them."""
    parts = path.stem.split("-")
    return parts if len(parts) == 3 else ("", path.stem, "")
