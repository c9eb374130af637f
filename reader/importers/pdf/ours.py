"""What PDFs that this program has made say of themselves, for `reader.exporters.pdf` wrote it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from reader.importers.parts import About
from reader.importers.told import web
from reader.model.raw import RawLine, TagKind


def with_ours(about: About, told: Callable[[str], str]) -> About:
    """Return what is known of a PDF with what it says under the names of this program."""
    published = None
    with suppress(ValueError):  # most files say nothing, some another's nonsense
        published = date.fromisoformat(told("ChetivoPublished"))
    return replace(
        about,
        ours=about.tagged and bool(told("ChetivoForm")),
        address=web(told("ChetivoSource")),
        original=web(told("ChetivoOriginal")),
        published=published,
        author=told("ChetivoAuthor"),
    )


def by_tags_alone(lines: Sequence[RawLine]) -> list[RawLine]:
    """Return the lines of such a PDF without their places: its tags say what is a running head."""
    return [
        line if line.tag is None or line.tag.kind is TagKind.ARTIFACT else replace(line, box=None)
        for line in lines
    ]
