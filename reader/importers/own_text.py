"""Texts that this program wrote: what stands below the article is told apart."""

from dataclasses import dataclass
from datetime import date, datetime

from reader.importers.own_words import beginnings, endings
from reader.importers.told import day, moment, web

_AUTHOR = "Author: {names}"
_PUBLISHED = "Published: {day}"
_PUBLISHER = "Publisher: {name}"
_SOURCE = "Source: {source}"
_ORIGINAL = "Original: {address}"
_RETRIEVED = "Retrieved: {day}"
_LAST = (
    "Licence: {address}. Changes were made.",
    "Reuse with acknowledgement of the source. Changes were made.",
    "The form was changed and is not the publisher’s own.",
)
_NOTES = "My notes"


@dataclass(frozen=True, slots=True)
class OwnText:
    """The text of an article alone, what stood below it, and what that told."""

    text: str
    below: str = ""
    address: str | None = None
    original: str | None = None
    author: str = ""
    published: date | None = None
    retrieved: datetime | None = None


def taken_off(text: str) -> OwnText:
    """Return a text without what we write below an article: its origin, and the person's notes.

    A text of anybody else stays as it is: ours tells that changes were made.
    """
    parts = text.replace("\r\n", "\n").split("\n\n")
    place = next((place for place, part in enumerate(parts) if _is_origin(part)), None)
    if place is None or not _is_end(parts[place + 1 :]):
        return OwnText(text)
    lines = parts[place].strip().split("\n")
    article = "\n\n".join(parts[:place])
    return OwnText(
        article,
        "\n\n".join(parts[place:]),
        web(_told(lines, _SOURCE)),
        web(_told(lines, _ORIGINAL)),
        _told(lines, _AUTHOR),
        day(_told(lines, _PUBLISHED)),
        moment(_told(lines, _RETRIEVED)),
    )


def _is_origin(part: str) -> bool:
    lines = part.strip().split("\n")
    messages = (_AUTHOR, _PUBLISHED, _PUBLISHER, _SOURCE, _ORIGINAL)
    known = tuple(each for message in messages for each in beginnings(message))
    last = tuple(each for message in _LAST for each in endings(message))
    return lines[0].startswith(known) and lines[-1].endswith(last)


def _is_end(parts: list[str]) -> bool:
    return not parts or parts[0].strip() in ("", *beginnings(_NOTES))


def _told(lines: list[str], message: str) -> str:
    """Return what follows the beginning of a message in the first line that has it."""
    for line in lines:
        for beginning in beginnings(message):
            if line.startswith(beginning):
                return line.removeprefix(beginning)
    return ""
