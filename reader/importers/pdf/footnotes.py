"""The notes at a page's foot, found by their labels and moved to the end of the document."""

import re
from collections.abc import Iterable
from dataclasses import replace

from reader.model.raw import RawLine, Tag, TagKind

# Shares of the letter size.
_SMALLER = 0.9
_LEADING = 2.0
_LABEL = re.compile(r"\[\d{1,3}\] ")


def with_notes(lines: Iterable[RawLine], body: float) -> list[RawLine]:
    """Return the lines with those of notes set in small type named so, and moved to the end.

    A note would else cut a paragraph that goes on over the page. Some structure trees call notes
    paragraphs, and all notes of a page one.
    """
    text: list[RawLine] = []
    notes: list[RawLine] = []
    above: RawLine | None = None
    for line in lines:
        begins = _begins(line, body)
        if begins or (above and _goes_on(above, line)):
            # Elements of a structure tree have numbers above zero.
            element = -len(notes) if begins else _last(notes)
            notes.append(replace(line, tag=Tag(TagKind.FOOTNOTE, element)))
            above = line
        elif line.tag and line.tag.kind is TagKind.FOOTNOTE:
            notes.append(line)
            above = None
        else:
            text.append(line)
            above = None
    return text + notes


def _begins(line: RawLine, body: float) -> bool:
    if line.tag is not None and line.tag.kind not in (TagKind.PARAGRAPH, TagKind.FOOTNOTE):
        return False
    small = line.font_size is not None and line.font_size < _SMALLER * body + 0.3
    return small and _LABEL.match(line.text) is not None


def _last(notes: list[RawLine]) -> int:
    return notes[-1].tag.element if notes[-1].tag else 0


def _goes_on(above: RawLine, line: RawLine) -> bool:
    """Tell whether a line goes on a note: in one element, or below it, near and of one size."""
    if above.tag or line.tag:
        return above.tag == line.tag
    if above.box is None or line.box is None or above.page != line.page:
        return False
    size = line.font_size or 1.0
    gap = line.box.bottom - above.box.bottom
    return abs(size - (above.font_size or 1.0)) < 0.6 and 0 < gap < _LEADING * size
