"""Parts of a document as frames between the reading process and the program.

Whatever arrives is looked at as if a hostile file had written it: `ValueError` where it does not
have the form that it should have.
"""

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reader.errors import (
    DamagedFileError,
    EmptyDocumentError,
    GarbledTextError,
    HugeFileError,
    NoTextLayerError,
    PasswordError,
    SourceError,
)
from reader.importers.parts import About, PageRead, Part
from reader.model.raw import Box, Page, RawLine, Run, Tag, TagKind
from reader.processes.frames import Frame

READ = "read"
ALIVE = "alive"
DONE = "done"
PAGE = "page"
ABOUT = "about"
REFUSED = "refused"

# The errors that a child may tell of, and the facts of each.
_REFUSALS: dict[type[SourceError], dict[str, type]] = {
    DamagedFileError: {},
    EmptyDocumentError: {},
    GarbledTextError: {"sample": str},
    HugeFileError: {"megabytes": int},
    NoTextLayerError: {"pages": int},
    PasswordError: {"wrong": bool},
}


def frame_of(part: Part) -> Frame:
    """Return the frame that carries a part."""
    match part:
        case About():
            return Frame(ABOUT, {"title": part.title, "language": part.language})
        case PageRead():
            size = part.page.width, part.page.height
            lines = [(order, *_line_parts(line)) for order, line in part.lines]
            facts = {"number": part.number, "total": part.total, "size": size}
            # Half of a letter beyond the basic plane, as broken files hold, is no letter: "?".
            text = json.dumps(lines, ensure_ascii=False, separators=(",", ":"))
            return Frame(PAGE, facts, text.encode("utf-8", "replace"))


def part_of(frame: Frame) -> Part:
    """Return the part that a frame carries."""
    match frame:
        case Frame(kind="about", facts={"title": str(title), "language": str(language)}):
            return About(title, language)
        case Frame(
            kind="page",
            facts={"number": int(number), "total": int(total), "size": [width, height]},
        ) if 0 <= number < total:
            page = Page(_number(width), _number(height))
            lines = _listed(json.loads(frame.body))
            return PageRead(number, total, page, tuple(_placed(line, number) for line in lines))
        case _:
            raise ValueError(frame.kind)


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


def _line_parts(line: RawLine) -> Sequence[object]:
    box, tag = line.box, line.tag
    return (
        [(run.text, run.bold, run.italic, run.link, run.colour) for run in line.runs],
        (box.left, box.top, box.right, box.bottom) if box else None,
        line.font_size,
        (tag.kind, tag.element, tag.level, tag.ordered, tag.row, tag.column, tag.header)
        if tag
        else None,
    )


def _placed(parts: object, page: int) -> tuple[int, RawLine]:
    match parts:
        case [int(order), list(runs), box, size, tag]:
            found = tuple(map(_run, runs))
            font_size = None if size is None else _number(size)
            return order, RawLine(found, page, _box(box), font_size, _tag(tag))
        case _:
            raise ValueError(parts)


def _run(parts: object) -> Run:
    match parts:
        case [str(text), bool(bold), bool(italic), (str() | None) as link, colour]:
            return Run(text, bold, italic, link, _colour(colour))
        case _:
            raise ValueError(parts)


def _colour(parts: object) -> tuple[int, int, int] | None:
    match parts:
        case None:
            return None
        case [int(red), int(green), int(blue)]:
            return red, green, blue
        case _:
            raise ValueError(parts)


def _box(parts: object) -> Box | None:
    match parts:
        case None:
            return None
        case [left, top, right, bottom]:
            return Box(_number(left), _number(top), _number(right), _number(bottom))
        case _:
            raise ValueError(parts)


def _tag(parts: object) -> Tag | None:
    match parts:
        case None:
            return None
        case [
            str(kind),
            int(element),
            int(level),
            bool(ordered),
            int(row),
            int(column),
            bool(header),
        ]:
            return Tag(TagKind(kind), element, level, ordered, row, column, header)
        case _:
            raise ValueError(parts)


def _number(found: object) -> float:
    if not isinstance(found, int | float) or not math.isfinite(found):
        raise ValueError(found)
    return found


def _listed(found: Any) -> list[Any]:  # noqa: ANN401  JSON may hold anything
    if not isinstance(found, list):
        raise ValueError(type(found))  # noqa: TRY004  wrong data, not a wrong call
    return found
