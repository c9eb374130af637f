"""What can be done only when all pages are there: tables and notes that go on over a page."""

from dataclasses import replace

from reader.importers.parts import About
from reader.importers.pdf.continued import with_whole_tables
from reader.importers.pdf.notes import with_notes
from reader.model.raw import RawDocument


def finished(document: RawDocument, about: About) -> RawDocument:
    """Return the document with its tables whole and its notes at the end."""
    lines = list(document.lines)
    if not about.tagged:
        lines = with_whole_tables(lines, document.pages)
    return replace(document, lines=tuple(with_notes(lines, about.body_size)))
