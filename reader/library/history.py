"""What was repaired in an article, by the program and by hand, as JSON and back."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.library.values import (
    CodecError,
    as_each,
    as_flag,
    as_number,
    as_rows,
    as_text,
    from_json,
    to_json,
)
from reader.model.position import Position

if TYPE_CHECKING:
    from reader.model.correction import Correction, Piece
    from reader.model.raw import Repair, TagKind


def write_repairs(repairs: "Iterable[Repair]") -> str:
    """Return repairs as JSON."""
    return to_json([_repair(item) for item in repairs])


def read_repairs(text: str) -> "tuple[Repair, ...]":
    """Return the repairs that `write_repairs` wrote; raises `CodecError`."""
    return as_each(from_json(text), _as_repair)


def write_corrections(corrections: "Iterable[Correction]") -> str:
    """Return corrections as JSON."""
    return to_json(
        [
            [list(item.before), [_piece(piece) for piece in item.after], item.occurrence]
            for item in corrections
        ]
    )


def read_corrections(text: str) -> "tuple[Correction, ...]":
    """Return the corrections that `write_corrections` wrote; raises `CodecError`."""
    from reader.model.correction import Correction

    return tuple(
        Correction(as_each(before, as_text), as_each(after, _as_piece), as_number(occurrence))
        for before, after, occurrence in as_rows(from_json(text), 3)
    )


def _repair(repair: "Repair") -> list[object]:
    place = [repair.place.block, repair.place.char] if repair.place else None
    return [repair.step, repair.page, repair.before, repair.after, repair.line, place]


def _as_repair(value: object) -> "Repair":
    from reader.model.raw import Repair  # many articles have none

    match value:
        case [step, page, before, after]:  # without places, as the first libraries have it
            return Repair(as_text(step), as_number(page), as_text(before), as_text(after))
        case [step, page, before, after, line, place]:
            return Repair(
                as_text(step),
                as_number(page),
                as_text(before),
                as_text(after),
                None if line is None else as_number(line),
                None if place is None else Position(*_as_pair(place)),
            )
        case _:
            raise CodecError(f"not a repair: {value!r:.80}")


def _as_pair(value: object) -> tuple[int, int]:
    match value:
        case [block, char]:
            return as_number(block), as_number(char)
        case _:
            raise CodecError(f"not a place: {value!r:.80}")


def _piece(piece: "Piece") -> list[object]:
    tag = piece.tag
    place = [tag.level, tag.ordered, tag.row, tag.column, tag.header]
    return [tag.kind.value, *place, piece.text, tag.part]


def _as_piece(value: object) -> "Piece":
    from reader.model.correction import Piece
    from reader.model.raw import Tag

    match value:
        case [kind, level, ordered, row, column, header, text, *more] if len(more) <= 1:
            return Piece(
                Tag(
                    _as_kind(kind),
                    0,
                    as_number(level),
                    as_flag(ordered),
                    as_number(row),
                    as_number(column),
                    as_flag(header),
                    part=sum(map(as_number, more)),  # the first libraries have none
                ),
                as_text(text),
            )
        case _:
            raise CodecError(f"not a block of a correction: {value!r:.80}")


def _as_kind(value: object) -> "TagKind":
    from reader.model.raw import TagKind

    try:
        return TagKind(as_text(value))
    except ValueError as error:
        raise CodecError(f"not a kind: {value!r:.80}") from error
