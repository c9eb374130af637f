"""The package document of a book: what it is, how accessible it is, what it consists of.

Source: EPUB 3.3 and EPUB Accessibility 1.1. It claims no conformance: that is for who evaluated
the book, and an article may hold anything.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reader.exporters.epub import contents
from reader.exporters.epub.chapter import Chapter
from reader.exporters.epub.overlay import clock
from reader.exporters.html_inline import escaped
from reader.i18n import Translator

STYLE = "book.css"
_PAGE = "application/xhtml+xml"
_FEATURES = ("tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability")
_LIT = "now-read"  # in book.css
_NAMESPACES = (
    'xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" '
    'prefix="schema: http://schema.org/"'
)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands on the first leaf of a book; `identifier` is a URN."""

    title: str
    identifier: str
    modified: datetime


def markup(imprint: Imprint, chapters: Sequence[Chapter], _: Translator) -> str:
    """Return the package document."""
    tongue = escaped(_.language)
    numbered = tuple(enumerate(chapters, 1))
    items = [item for number, chapter in numbered for item in _items(number, chapter)]
    spine = [f'<itemref idref="c{number}"/>' for number, _chapter in numbered]
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<package {_NAMESPACES} xml:lang="{tongue}">',
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
        *_metadata(imprint, chapters, _),
        "</metadata>",
        "<manifest>",
        f'<item id="contents" href="{contents.NAME}" media-type="{_PAGE}" properties="nav"/>',
        f'<item id="style" href="{STYLE}" media-type="text/css"/>',
        *items,
        "</manifest>",
        "<spine>",
        '<itemref idref="contents" linear="no"/>',
        *spine,
        "</spine>",
        "</package>",
    )
    return "\n".join(lines) + "\n"


def _items(number: int, chapter: Chapter) -> Iterator[str]:
    """Yield the files of a chapter: its page, and its overlay and recording if it has these."""
    page = f'<item id="c{number}" href="{chapter.name}" media-type="{_PAGE}"'
    recorded = chapter.recorded
    if recorded is None:
        yield f"{page}/>"
        return
    yield f'{page} media-overlay="o{number}"/>'
    yield f'<item id="o{number}" href="{chapter.overlay}" media-type="application/smil+xml"/>'
    yield f'<item id="s{number}" href="{recorded.name}" media-type="audio/mpeg"/>'


def _metadata(imprint: Imprint, chapters: Sequence[Chapter], _: Translator) -> Iterator[str]:
    """Yield what is told of the book; each thing once, in the order of the articles."""
    yield f'<dc:identifier id="book">{escaped(imprint.identifier)}</dc:identifier>'
    yield f"<dc:title>{escaped(imprint.title)}</dc:title>"
    yield from _told("language", (chapter.language for chapter in chapters))
    yield from _told("creator", (chapter.author for chapter in chapters))
    yield from _told("publisher", (chapter.rights.publisher for chapter in chapters))
    days = [chapter.published for chapter in chapters if chapter.published]
    if days:
        yield f"<dc:date>{max(days)}</dc:date>"
    yield from _told("source", (chapter.rights.source for chapter in chapters))
    yield from _told("rights", (chapter.rights.licence for chapter in chapters))
    modified = imprint.modified.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    yield f'<meta property="dcterms:modified">{modified}</meta>'
    yield from _durations(chapters)
    yield from _accessibility(chapters, _)


def _durations(chapters: Sequence[Chapter]) -> Iterator[str]:
    """Yield how long each recording is, and all together; and how a lit sentence is marked."""
    lengths = {
        number: chapter.recorded.seconds
        for number, chapter in enumerate(chapters, 1)
        if chapter.recorded is not None
    }
    if not lengths:
        return
    for number, seconds in lengths.items():
        yield f'<meta property="media:duration" refines="#o{number}">{clock(seconds)}</meta>'
    yield f'<meta property="media:duration">{clock(sum(lengths.values()))}</meta>'
    yield f'<meta property="media:active-class">{_LIT}</meta>'


def _accessibility(chapters: Sequence[Chapter], _: Translator) -> Iterator[str]:
    pictures = ("alternativeText",) if any(each.has_pictures for each in chapters) else ()
    is_spoken = any(each.recorded is not None for each in chapters)
    modes = ("textual", "auditory") if is_spoken else ("textual",)
    features = (*_FEATURES, *pictures, *(("synchronizedAudioText",) if is_spoken else ()))
    facts = (
        *(("accessMode", mode) for mode in modes),
        *(("accessModeSufficient", mode) for mode in modes),
        *(("accessibilityFeature", feature) for feature in features),
        ("accessibilityHazard", "none"),
        (
            "accessibilitySummary",
            _(
                "All is text: headings, lists, tables with header cells and notes are marked as "
                "such, changes of language too. Pictures are given by their descriptions."
            ),
        ),
    )
    for name, value in facts:
        yield f'<meta property="schema:{name}">{escaped(value)}</meta>'


def _told(name: str, values: Iterable[str | None]) -> Iterator[str]:
    for value in dict.fromkeys(value for value in values if value and value.strip()):
        yield f"<dc:{name}>{escaped(value)}</dc:{name}>"
