"""JSON and its values, each of which is what it should be or is refused.

Whatever is not so raises `CodecError`.
"""

import json
from collections.abc import Callable
from typing import TypeVar

_Kind = TypeVar("_Kind")
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class CodecError(ValueError):
    """The text is not what this module writes."""


def to_json(value: object) -> str:
    """Return a value as JSON."""
    return _WRITER.encode(value)


def from_json(text: str) -> object:
    """Return the value that JSON holds."""
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CodecError(str(error)) from error
    return value


def as_each(value: object, read: Callable[[object], _Kind]) -> tuple[_Kind, ...]:
    """Return each value of a list, read in one way."""
    if not isinstance(value, list):
        raise CodecError(f"not a list: {value!r:.80}")
    return tuple(map(read, value))


def as_rows(value: object, width: int) -> tuple[tuple[object, ...], ...]:
    """Return a list of lists of `width` values each."""
    rows = as_each(value, lambda row: as_each(row, lambda cell: cell))
    if any(len(row) != width for row in rows):
        raise CodecError(f"not rows of {width}: {value!r:.80}")
    return rows


def as_text(value: object) -> str:
    """Return a text."""
    if not isinstance(value, str):
        raise CodecError(f"not a text: {value!r:.80}")
    return value


def as_number(value: object) -> int:
    """Return a whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise CodecError(f"not a number: {value!r:.80}")
    return value


def as_flag(value: object) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise CodecError(f"not true or false: {value!r:.80}")
    return value
