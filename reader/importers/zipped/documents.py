"""Word documents and books as documents: their text by the reader of pages, and what they say."""

from dataclasses import replace

from reader.importers import html
from reader.importers.incoming import Incoming
from reader.importers.zipped import collection
from reader.importers.zipped.book import book
from reader.importers.zipped.container import Container
from reader.importers.zipped.properties import properties
from reader.importers.zipped.word import markup
from reader.model.raw import RawDocument

WORD = "docx"
BOOK = "epub"


def read_word(container: Container, incoming: Incoming) -> RawDocument:
    """Return the lines of a Word document; raises `SourceError`."""
    found = html.from_markup(markup(container), incoming, format=WORD, whole=True)
    about = properties(container)
    return replace(found, title=about.title, language=about.language, made=about.made)


def read_book(container: Container, incoming: Incoming) -> RawDocument:
    """Return the lines of a book; raises `SourceError`."""
    read = book(container)
    found = html.from_markup(read.markup, incoming, format=BOOK, whole=True)
    return replace(
        found,
        title=read.title,
        language=read.language,
        author=read.told.author or read.author,
        made=read.made,
        published=read.told.published,
        address=found.address or read.told.address,
        original=read.told.original,
        machine_translated=read.told.machine_translated,
        retrieved=read.told.retrieved,
    )


def members_of_book(container: Container, incoming: Incoming) -> tuple[Incoming, ...]:
    """Return the articles of a book that is a collection of such, each as a book of its own.

    None for a book that is one text. Raises `SourceError`.
    """
    return collection.members(container, incoming)
