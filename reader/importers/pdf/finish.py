"""What can be done only when all pages are there: the title, tables and notes over pages."""

from dataclasses import replace

from reader.importers.parts import About
from reader.importers.pdf.continued import with_whole_tables
from reader.importers.pdf.footnotes import with_notes
from reader.importers.pdf.ours import by_tags_alone
from reader.importers.pdf.trust import with_one_title
from reader.model.raw import RawDocument


def finished(document: RawDocument, about: About) -> RawDocument:
    """Return the document with one title, its tables whole and its notes at the end."""
    if about.ours and all(line.tag for line in document.lines):
        return by_tags_alone(document)
    lines = list(document.lines)
    lines = with_one_title(lines) if about.tagged else lines
    lines = with_whole_tables(lines, document.pages, tagged=about.tagged)
    lines = with_notes(lines, about.body_size)
    return replace(document, lines=tuple(lines))
