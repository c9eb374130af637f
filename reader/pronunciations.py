"""The person's list of pronunciations on disk, and lists that people hand to each other."""

import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from reader.errors import NotAListError, PronunciationsError
from reader.model.pronunciation import LANGUAGES, Pronunciation, Pronunciations, merged
from reader.paths import write_whole

_FILE = "pronunciations.json"
_KINDS = {field.name: field.type for field in fields(Pronunciation)}
_BETWEEN = " = "


def load(folder: Path) -> Pronunciations:
    """Return the list kept in a folder, empty where there is none yet.

    Raises `PronunciationsError` where the file cannot be read or is broken.
    """
    path = folder / _FILE
    try:
        return _from_json(path.read_text("utf-8"))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise PronunciationsError(path, error.strerror or str(error)) from error
    except ValueError as error:
        raise PronunciationsError(path, str(error)) from error


def save(entries: Pronunciations, folder: Path) -> None:
    """Keep the list; a crash leaves either the old one or the new one.

    A file that could not be read is put aside under another name. Raises `PronunciationsError`
    where the folder cannot be written.
    """
    path = folder / _FILE
    try:
        _put_aside_if_broken(folder)
        write_whole(path, _as_json(entries).encode())
    except OSError as error:
        raise PronunciationsError(path, error.strerror or str(error)) from error


def read_list(path: Path) -> Pronunciations:
    """Return a list that somebody has saved, or written as text: "written = said" in each line.

    Raises `NotAListError` where it is neither.
    """
    try:
        text = path.read_text("utf-8-sig")
        is_json = path.suffix.lower() == ".json" or text.lstrip().startswith("[")
        return _from_json(text) if is_json else merged((), tuple(_from_lines(text)))
    except OSError as error:
        raise NotAListError(path, error.strerror or str(error)) from error
    except ValueError as error:
        raise NotAListError(path, str(error)) from error


def write_list(entries: Pronunciations, path: Path) -> None:
    """Save the list for others: with everything, or as text where the file is called so.

    Raises `PronunciationsError` where it cannot be written.
    """
    as_text = path.suffix.lower() == ".txt"
    try:
        write_whole(path, (_as_lines(entries) if as_text else _as_json(entries)).encode())
    except OSError as error:
        raise PronunciationsError(path, error.strerror or str(error)) from error


def from_rows(found: object) -> Pronunciations:
    """Return entries kept as rows of a table, one for the same words.

    Raises `ValueError` where they are not such.
    """
    if not isinstance(found, list):
        raise ValueError("not a list")  # noqa: TRY004  as for any other broken text
    return merged((), tuple(_entry(row) for row in found))


def _put_aside_if_broken(folder: Path) -> None:
    path = folder / _FILE
    try:
        load(folder)
    except PronunciationsError:
        number = 1
        while (aside := path.with_suffix(f".{number}.broken")).exists():
            number += 1
        path.replace(aside)


def _as_json(entries: Pronunciations) -> str:
    return json.dumps([asdict(entry) for entry in entries], ensure_ascii=False, indent=1)


def _from_json(text: str) -> Pronunciations:
    """Return the entries, one for the same words; raises `ValueError` where they are not such."""
    return from_rows(json.loads(text))


def _entry(row: Any) -> Pronunciation:  # noqa: ANN401  as JSON has it
    known = {name: row[name] for name in _KINDS if name in row} if isinstance(row, dict) else {}
    fits = all(type(value) is _KINDS[name] for name, value in known.items())
    if not fits or not {"written", "said"} <= known.keys() or not known["written"].strip():
        raise ValueError(json.dumps(row, ensure_ascii=False))
    entry = Pronunciation(**known)
    if entry.language not in LANGUAGES:
        raise ValueError(json.dumps(row, ensure_ascii=False))
    return entry


def _as_lines(entries: Pronunciations) -> str:
    return "".join(f"{entry.written}{_BETWEEN}{entry.said}\n" for entry in entries)


def _from_lines(text: str) -> Iterator[Pronunciation]:
    """Yield an entry a line; empty lines and those that begin with "#" are none."""
    for line in map(str.strip, text.splitlines()):
        if line and not line.startswith("#"):
            written, between, said = (part.strip() for part in line.partition(_BETWEEN.strip()))
            if not written or not between or not said:
                raise ValueError(line)
            yield Pronunciation(written, said)
