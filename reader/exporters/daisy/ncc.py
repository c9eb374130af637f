"""The navigation control centre: what a book is, and the headings that one moves by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reader.exporters.daisy import text
from reader.exporters.html_inline import escaped

NAME = "ncc.html"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, with the place in a SMIL file where it is spoken."""

    level: int
    words: str
    language: str
    target: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is told of a book; `narrator` is the name of a voice."""

    title: str
    language: str
    identifier: str
    makers: Sequence[str]
    publisher: str
    day: date
    narrator: str
    generator: str


@dataclass(frozen=True, slots=True)
class Size:
    """How large a book is, but for the file that tells it."""

    seconds: float
    files: int
    kilobytes: int


def markup(imprint: Imprint, headings: Sequence[Heading], size: Size) -> bytes:
    """Return the page; the first heading is the title of the book."""
    head = "\n".join(
        f'<meta name="{name}" content="{escaped(value)}"/>'
        for name, value in _facts(imprint, headings, size)
    )
    lines = (_heading(number, each) for number, each in enumerate(headings))
    return text.page(imprint.title, imprint.language, head, "\n".join(lines))


def _facts(imprint: Imprint, headings: Sequence[Heading], size: Size) -> Iterator[tuple[str, str]]:
    yield "dc:title", imprint.title
    for maker in imprint.makers or (imprint.publisher,):
        yield "dc:creator", maker
    yield "dc:publisher", imprint.publisher
    yield "dc:date", imprint.day.isoformat()
    yield "dc:language", imprint.language
    yield "dc:identifier", imprint.identifier
    yield "dc:format", "Daisy 2.02"
    yield "ncc:charset", "utf-8"
    yield "ncc:generator", imprint.generator
    yield "ncc:narrator", imprint.narrator
    yield "ncc:multimediaType", "audioFullText"
    yield "ncc:depth", str(max(each.level for each in headings))
    yield "ncc:tocItems", str(len(headings))
    yield "ncc:totalTime", whole_clock(size.seconds)
    yield "ncc:files", str(size.files + 1)
    yield "ncc:kByteSize", str(size.kilobytes)
    yield "ncc:setInfo", "1 of 1"
    none = ("pageFront", "pageNormal", "pageSpecial", "maxPageNormal")
    yield from ((f"ncc:{name}", "0") for name in (*none, "footnotes", "prodNotes", "sidebars"))


def whole_clock(seconds: float) -> str:
    """Return a length of time as hours, minutes and whole seconds."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest:02}"


def _heading(number: int, heading: Heading) -> str:
    kind = ' class="title"' if number == 0 else ""
    link = f'<a href="{heading.target}">{escaped(heading.words)}</a>'
    tag = f"h{heading.level}"
    return f'<{tag} id="h{number}"{kind} lang="{escaped(heading.language)}">{link}</{tag}>'
