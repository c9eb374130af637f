"""Whether a folder is a place where a library is safe: nobody else may change or hold its files.

A program that synchronises a folder copies the library's file and its log at different moments,
and brings older ones back; the locks that SQLite relies on do not hold over a network.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from reader.model.care import Hazard, HazardKind
from reader.paths import resource

_MOUNTS = Path("/proc/mounts")
_RULES = "hazards.json"


def hazard(folder: Path, mounts: Path = _MOUNTS) -> Hazard | None:
    """Return what endangers a library in a folder, or None where nothing is known to."""
    rules = json.loads(resource(_RULES).read_text("utf-8"))
    where = folder.absolute()
    for service in rules["services"]:
        if _is_within(where, service["folders"]) or _is_marked(where, service["markers"]):
            return Hazard(HazardKind.SYNCHRONISED, service["name"])
    parts = where.parts
    if rules["cloud_storage"] in parts[:-1]:  # macOS: Library/CloudStorage/OneDrive-Personal
        name = parts[parts.index(rules["cloud_storage"]) + 1].split("-")[0]
        return Hazard(HazardKind.SYNCHRONISED, name)
    kind = _type_of(where, mounts)
    return Hazard(HazardKind.NETWORK, kind) if kind in rules["network_types"] else None


def _is_within(folder: Path, names: Iterable[str]) -> bool:
    """Tell whether a folder is one of these or lies in one: "OneDrive - Name" counts as well."""
    known = [name.casefold() for name in names]
    for part in folder.parts:
        called = part.casefold()
        if any(called == name or called.startswith((f"{name} - ", f"{name} (")) for name in known):
            return True
    return False


def _is_marked(folder: Path, markers: Iterable[str]) -> bool:
    patterns = tuple(markers)
    for each in (folder, *folder.parents):
        with suppress(OSError):  # a folder that may not be looked into
            if any(next(each.glob(pattern), None) for pattern in patterns):
                return True
    return False


def _type_of(folder: Path, mounts: Path) -> str:
    """Return the type of the file system that a folder lies in, "" where that is not known."""
    inside = [
        (len(point.parts), kind) for point, kind in _mounted(mounts) if folder.is_relative_to(point)
    ]
    return max(inside, default=(0, ""))[1]


def _mounted(mounts: Path) -> Iterator[tuple[Path, str]]:
    with suppress(OSError):
        for line in mounts.read_text("utf-8", "replace").splitlines():
            _device, point, kind, *_ = line.split(" ")
            yield Path(point.replace("\\040", " ").replace("\\134", "\\")), kind
