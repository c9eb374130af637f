"""What the program is built on, and under which licences: as each part tells it itself."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from reader import __version__
from reader.paths import resource

_LIST = "licences/parts.json"
_OURS = "Chetivo"
_NAMES = ("licen", "copying", "notice")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the program: its version where it has one, its licence in short and in full."""

    name: str
    version: str
    licence: str
    text: str


def parts() -> tuple[Part, ...]:
    """Return all parts that are in use on this machine."""
    return tuple(_part(row, found) for row, found in _in_use())


def distributions() -> tuple[str, ...]:
    """Return the names of the installed packages that the program is built on."""
    return tuple(each.metadata["Name"] for _, found in _in_use() for each in found)


def _in_use() -> Iterator[tuple[dict[str, Any], list[metadata.Distribution]]]:
    """Yield the rows of the list, and what is installed of each; parts of other systems are not."""
    for row in json.loads(resource(_LIST).read_bytes()):
        found = [each for name in row.get("of", ()) if (each := _distribution(name)) is not None]
        if found or "of" not in row:
            yield row, found


def _distribution(name: str) -> metadata.Distribution | None:
    try:
        return metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None


def _part(row: dict[str, Any], found: list[metadata.Distribution]) -> Part:
    own = __version__ if row["name"] == _OURS else ""
    texts = [resource(name).read_text("utf-8") for name in row.get("texts", ())]
    texts += [_read(path) for each in found for path in _files(each)]
    version = found[0].version if found else own
    return Part(row["name"], version, row["licence"], "\n\n".join(text.strip() for text in texts))


def _files(distribution: metadata.Distribution) -> list[Path]:
    """Return the texts of licences that a package brings along."""
    return [
        Path(str(distribution.locate_file(file)))
        for file in sorted(distribution.files or ())
        if ".dist-info/" in file.as_posix()
        and any(name in file.as_posix().lower() for name in _NAMES)
        and file.suffix in {"", ".txt", ".md", ".BSD", ".APACHE", ".ijg"}
    ]


def _read(path: Path) -> str:
    return path.read_text("utf-8", "replace")
