"""What PDFs that this program has made say of themselves, for `reader.exporters.pdf` wrote it."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from reader.importers.parts import About
from reader.importers.told import moment, web
from reader.model.raw import RawDocument, RawLine, Tag, TagKind

if TYPE_CHECKING:
    from pypdf import PdfReader

_TOLD = re.compile(rb"/MCID (\d+) /ChetivoText <([0-9A-F]*)>")
# Roles of our own. Where an article comes from is told beside its text; the words that stand for
# a picture are those that the picture itself has already.
_KINDS = {
    "Lead": TagKind.LEAD,
    "Date": TagKind.DATE,
    "Attribution": TagKind.ATTRIBUTION,
    "Notice": TagKind.NOTICE,
    "TableCaption": TagKind.CAPTION,
    "Origin": TagKind.ARTIFACT,
    "PictureWords": TagKind.ARTIFACT,
}

STRONG, EMPHASIS = "Strong", "Em"
STYLES = frozenset((STRONG, EMPHASIS))
"""Roles that set words off."""


def is_ours(told: Callable[[str], str]) -> bool:
    """Tell whether this program has made a PDF, which its own names in the file tell."""
    return bool(told("ChetivoForm"))


def kinds_in(reader: "PdfReader") -> Mapping[str, TagKind]:
    """Return the kinds of the roles that such a PDF alone has; in others they mean anything."""
    return _KINDS if _made(reader) else {}


def told_in(reader: "PdfReader") -> Mapping[tuple[int, int], str]:
    """Return the letters of the marked content of such a PDF by page and number; else nothing."""
    if not _made(reader):
        return {}
    return {
        (number, int(content)): bytes.fromhex(told.decode()).decode("utf-16")
        for number, page in enumerate(reader.pages)
        if (drawn := page.get_contents()) is not None
        for content, told in _TOLD.findall(drawn.get_data())
    }


def _made(reader: "PdfReader") -> bool:
    about = reader.metadata
    return about is not None and is_ours(lambda key: str(about.get(f"/{key}", "")))


def with_ours(about: About, told: Callable[[str], str]) -> About:
    """Return what is known of a PDF with what it says under the names of this program."""
    published = None
    with suppress(ValueError):  # most files say nothing, some another's nonsense
        published = date.fromisoformat(told("ChetivoPublished"))
    return replace(
        about,
        ours=about.tagged and is_ours(told),
        address=web(told("ChetivoSource")),
        original=web(told("ChetivoOriginal")),
        published=published,
        author=told("ChetivoAuthor"),
        retrieved=moment(told("ChetivoRetrieved")),
    )


def by_tags_alone(document: RawDocument) -> RawDocument:
    """Return such a document with one line for each part of its text, which its tags name."""
    parts = (
        _part(tag, list(lines))
        for tag, lines in groupby(document.lines, key=lambda line: line.tag)
        if tag and tag.kind is not TagKind.ARTIFACT
    )
    return replace(document, lines=tuple(parts), marked_up=True)


def _part(tag: Tag, lines: list[RawLine]) -> RawLine:
    runs = tuple(run for line in lines for run in line.runs)
    if tag.kind in (TagKind.TITLE, TagKind.HEADING):
        runs = tuple(replace(run, bold=False) for run in runs)  # as all headings are printed
    return replace(lines[0], runs=runs, box=None)
