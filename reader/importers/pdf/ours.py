"""What PDFs that this program has made say of themselves, for `reader.exporters.pdf` wrote it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date

from reader.importers.parts import About
from reader.model.raw import RawDocument, RawLine, TagKind

_OF_THE_WEB = ("https://", "http://")


def is_ours(told: Callable[[str], str]) -> bool:
    """Tell whether this program has made a PDF, which its own names in the file tell."""
    return bool(told("ChetivoForm"))


def with_ours(about: About, told: Callable[[str], str]) -> About:
    """Return what is known of a PDF with what it says under the names of this program."""
    published = None
    with suppress(ValueError):  # most files say nothing, some another's nonsense
        published = date.fromisoformat(told("ChetivoPublished"))
    return replace(
        about,
        ours=about.tagged and is_ours(told),
        address=_address(told("ChetivoSource")),
        original=_address(told("ChetivoOriginal")),
        published=published,
        author=told("ChetivoAuthor"),
    )


def by_tags_alone(document: RawDocument) -> RawDocument:
    """Return such a document without the places of its lines: its tags say what each of them is."""
    return replace(document, lines=tuple(map(_by_tag_alone, document.lines)), marked_up=True)


def _by_tag_alone(line: RawLine) -> RawLine:
    runs = line.runs
    if line.tag and line.tag.kind in (TagKind.TITLE, TagKind.HEADING):
        runs = tuple(replace(run, bold=False) for run in runs)  # as all headings are printed
    return replace(line, runs=runs, box=None)


def _address(told: str) -> str | None:
    return told if told.startswith(_OF_THE_WEB) else None
