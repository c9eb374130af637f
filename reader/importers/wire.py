"""Parts of a document as frames between the reading process and the program.

Whatever arrives is looked at as if a hostile file had written it: `ValueError` where it does not
have the form that it should have.
"""

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from reader.errors import (
    CrashedFileError,
    DamagedFileError,
    EmptyDocumentError,
    GarbledTextError,
    HugeFileError,
    NoAnnouncementError,
    NoTextLayerError,
    OtherFormatError,
    PasswordError,
    ProtectedFileError,
    ScriptedPageAtError,
    ScriptedPageError,
    SourceError,
    StuckFileError,
    UnknownFormatError,
    UnsafeFileError,
    UnstartedError,
)
from reader.importers.incoming import Incoming
from reader.importers.parts import About, PageRead, Part, Whole
from reader.model.raw import RawLine, Repair
from reader.processes.frames import Frame

READ = "read"
SPLIT = "split"
MEMBER = "member"
DONE = "done"
REFUSED = "refused"

_PARTS: dict[str, Any] = {"page": PageRead, "about": About, "whole": Whole}
# What the child is told of a document beside its bytes: not where it lies.
_TOLD = ("name", "address", "password", "charset")
_MOST_PAGES = 1_000_000
# No level or count of a document is larger; lengths may be, for damaged files have letters far
# off the page.
_LARGEST = 10**9
# The errors that a child may tell of, be it of a child of its own, and the facts of each.
_REFUSALS: dict[type[SourceError], dict[str, type]] = {
    CrashedFileError: {"reason": str},
    DamagedFileError: {},
    EmptyDocumentError: {},
    GarbledTextError: {"sample": str},
    HugeFileError: {"megabytes": int},
    NoAnnouncementError: {},
    NoTextLayerError: {"pages": int},
    OtherFormatError: {"kind": str},
    PasswordError: {"wrong": bool},
    ProtectedFileError: {},
    ScriptedPageAtError: {"address": str},
    ScriptedPageError: {},
    StuckFileError: {"seconds": float},
    UnknownFormatError: {},
    UnsafeFileError: {},
    UnstartedError: {"reason": str},
}


def request(incoming: Incoming) -> Frame:
    """Return the frame that asks for a document."""
    return Frame(READ, {name: getattr(incoming, name) for name in _TOLD}, incoming.data)


def request_of_members(incoming: Incoming) -> Frame:
    """Return the frame that asks for the articles of a collection."""
    return replace(request(incoming), kind=SPLIT)


def member_frame(member: Incoming) -> Frame:
    """Return the frame that carries an article of a collection."""
    return Frame(MEMBER, body=member.data)


def member_of(frame: Frame, incoming: Incoming) -> Incoming:
    """Return the article that a frame carries, known by the name of its collection."""
    if frame.kind != MEMBER:
        raise ValueError(frame.kind)
    return replace(incoming, data=frame.body)


def asked(frame: Frame) -> Incoming:
    """Return the document that a frame asks for."""
    return Incoming(frame.body, **{name: frame.facts[name] for name in _TOLD})


def frame_of(part: Part) -> Frame:
    """Return the frame that carries a part."""
    kind = next(name for name, known in _PARTS.items() if isinstance(part, known))
    # Half of a letter beyond the basic plane, as broken files hold, is no letter: "?".
    text = json.dumps(part, default=_values, ensure_ascii=False, separators=(",", ":"))
    return Frame(kind, body=text.encode("utf-8", "replace"))


def part_of(frame: Frame) -> Part:
    """Return the part that a frame carries."""
    if frame.kind not in _PARTS:
        raise ValueError(frame.kind)
    part: Part = _reader_of(_PARTS[frame.kind])(json.loads(frame.body))
    match part:
        case PageRead():
            _check_page(part)
        case Whole():
            _check(part.document.lines, part.document.repairs)
        case About():
            pass  # words and a size, and these are looked at as they are read
    return part


def _check_page(part: PageRead) -> None:
    """Look whether what is said of a page is about that page, and within reason."""
    if not 0 <= part.number < part.total <= _MOST_PAGES:
        raise ValueError(part.number)
    if any(line.page != part.number for _, line in part.lines):
        raise ValueError(part.number)
    _check([line for _, line in part.lines], part.repairs)


def _check(lines: Sequence[RawLine], repairs: Sequence[Repair]) -> None:
    """Look whether lines and repairs tell only what an importer can know."""
    tags = [line.tag for line in lines if line.tag is not None]
    if (
        any(line.page < 0 or line.sources for line in lines)
        or any(min(tag.level, tag.row, tag.column) < 0 for tag in tags)
        or any(repair.line is not None or repair.place is not None for repair in repairs)
    ):
        raise ValueError(len(lines))


def refusal(error: SourceError) -> Frame:
    """Return the frame that tells why the document cannot be read."""
    facts = {name: fact for name, fact in vars(error).items() if name != "where"}
    return Frame(REFUSED, {"error": type(error).__name__, "facts": facts})


def error_of(frame: Frame, where: Path | str) -> SourceError:
    """Return the error that a refusal tells of."""
    name, facts = frame.facts.get("error"), frame.facts.get("facts")
    if isinstance(facts, dict):
        types = {fact: type(value) for fact, value in facts.items()}
        for kind, known in _REFUSALS.items():
            if kind.__name__ == name and types == known:
                return kind(where, **facts)
    raise ValueError(name)


def _values(record: Any) -> list[Any] | str:  # noqa: ANN401  any of the model's dataclasses
    """Return what a dataclass holds: it travels as a list, without the names; a day as a word."""
    if isinstance(record, date):
        return record.isoformat()
    return [getattr(record, field.name) for field in fields(record)]


@cache
def _reader_of(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401  any annotation of the model
    """Return what makes a value of a type out of JSON; it follows the model's annotations."""
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return _record(kind, [_reader_of(hints[field.name]) for field in fields(kind)])
    arguments = get_args(kind)
    if get_origin(kind) is tuple:
        inner = [_reader_of(argument) for argument in arguments if argument is not Ellipsis]
        return _row(inner[0]) if Ellipsis in arguments else _record(_tuple, inner)
    if NoneType in arguments:
        (wanted,) = (argument for argument in arguments if argument is not NoneType)
        return _optional(_reader_of(wanted))
    if kind is float:
        return _number
    if issubclass(kind, StrEnum):
        return lambda found: kind(_exactly(str, found))
    if issubclass(kind, date):  # or a moment
        return lambda found: kind.fromisoformat(_exactly(str, found))
    if kind is int:
        return _count
    return _text if kind is str else lambda found: _exactly(kind, found)


def _record(make: Callable[..., Any], parts: list[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    def read(found: Any) -> Any:  # noqa: ANN401  JSON may hold anything
        values = _exactly(list, found)
        return make(*(part(value) for part, value in zip(parts, values, strict=True)))

    return read


def _tuple(*values: object) -> tuple[object, ...]:
    return values


def _row(part: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda found: tuple(part(value) for value in _exactly(list, found))


def _optional(part: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda found: None if found is None else part(found)


def _exactly(kind: type, found: Any) -> Any:  # noqa: ANN401  JSON may hold anything
    if type(found) is not kind:
        raise ValueError(type(found))
    return found


def _count(found: Any) -> int:  # noqa: ANN401  JSON may hold anything
    count: int = _exactly(int, found)
    if abs(count) > _LARGEST:
        raise ValueError("too large")
    return count


def _text(found: Any) -> str:  # noqa: ANN401  JSON may hold anything
    text: str = _exactly(str, found)
    text.encode()  # half of a letter beyond the basic plane cannot be kept in a library
    return text


def _number(found: Any) -> float | int:  # noqa: ANN401  JSON may hold anything
    if type(found) is not float:
        return _count(found)
    if not math.isfinite(found):
        raise ValueError("not a number")
    return found
