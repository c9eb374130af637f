"""From the bytes of a file to a raw document; the importer is picked by content, not by name."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from reader.errors import (
    EmptyDocumentError,
    HugeFileError,
    NoAnnouncementError,
    UnknownFormatError,
)
from reader.importers.incoming import Incoming

if TYPE_CHECKING:
    from reader.importers.parts import PagePart, Part
    from reader.model.raw import RawDocument


class Importer(Protocol):
    """A module that knows a format."""

    def recognises(self, data: bytes) -> bool:
        """Tell whether the bytes are of the format."""

    def read(self, incoming: Incoming) -> "RawDocument":
        """Return the lines of the document."""


# Four thousand pages of text, and half a minute of work; the texts of a day are far smaller.
_MOST_TEXT = 16 * 2**20


def known() -> tuple[Importer, ...]:
    """Return the importers in the order in which they are asked."""
    from reader.importers import html, markdown, mhtml, pdf, plain, presscorner, refused, zipped

    # A saved page begins with a head that is text, and a page may hold what Markdown looks like.
    return (pdf, zipped, refused, mhtml, html, presscorner, markdown, plain)


def importer_of(incoming: Incoming) -> Importer:
    """Return the importer for the bytes.

    Raises `EmptyDocumentError`, `NoAnnouncementError`, `UnknownFormatError`, or `HugeFileError` for
    text, which is read in the program itself.
    """
    from reader.importers import markdown, plain, presscorner

    if presscorner.is_mute(incoming):
        raise NoAnnouncementError(incoming.address or incoming.where)
    if not incoming.data.strip():
        raise EmptyDocumentError(incoming.where)
    # A text may begin with the mark of another format.
    asked = (plain,) if incoming.pasted else known()
    found = next((each for each in asked if each.recognises(incoming.data)), None)
    if found is None:
        raise UnknownFormatError(incoming.where)
    if found in (plain, markdown) and len(incoming.data) > _MOST_TEXT:
        raise HugeFileError(incoming.where, _MOST_TEXT // 2**20)
    # Markdown without headings and links is made of the same letters as any text: a list, words
    # between asterisks. Here alone there is nothing but the name to go by.
    if found is plain and not incoming.pasted and markdown.is_named(incoming.name):
        return markdown
    return found


def may_be_collection(data: bytes) -> bool:
    """Tell whether a document may be several articles, which is to be looked at."""
    from reader.importers import pdf, zipped

    return zipped.is_book(data) or pdf.is_of_several(data)


def members(incoming: Incoming) -> "Iterable[Incoming]":
    """Return the articles of a collection, each as a file of its own; none of other documents.

    Raises `SourceError`, maybe after some.
    """
    from reader.importers import pdf, zipped

    return pdf.members(incoming) if pdf.recognises(incoming.data) else zipped.members(incoming)


def in_parts(incoming: Incoming, beat: Callable[[], None]) -> "Iterator[Part]":
    """Yield the parts of a document; `beat` is called while there is none to tell of.

    Raises what `read` raises.
    """
    from reader.importers import pdf
    from reader.importers.parts import Whole

    importer = importer_of(incoming)
    if importer is pdf:
        yield from pdf.parts(incoming, beat)
    else:
        yield Whole(importer.read(incoming))


def assembled(found: "Iterable[Part]") -> "RawDocument":
    """Return the document that the parts make."""
    from reader.importers import pdf
    from reader.importers.parts import Whole

    whole: list[RawDocument] = []

    def pages() -> "Iterator[PagePart]":
        for part in found:
            if isinstance(part, Whole):
                whole.append(part.document)
            else:
                yield part

    document = pdf.assembled(pages())
    return whole[-1] if whole else document


def read(incoming: Incoming) -> "RawDocument":
    """Return the document that the bytes hold, read right here; see `reader.importers.apart`.

    Raises `SourceError`: empty, of unknown format, damaged, in need of a password, without text.
    """
    document = importer_of(incoming).read(incoming)
    if not document.lines:
        raise EmptyDocumentError(incoming.where)
    return document
