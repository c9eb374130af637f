"""Where blocks begin: by the format's own elements, by places on the page, or by the text."""

from typing import Protocol

from reader.model.raw import RawDocument, RawLine, TagKind
from reader.repair import marks
from reader.repair.flow_page import PageFlow
from reader.repair.flow_text import TextFlow

_MAY_BE_CUT = {TagKind.PARAGRAPH, TagKind.ITEM, TagKind.QUOTE}
_HYPHENS = ("-", "\u2010", "\u00ad")
# A full line of ragged text ends so near its column's edge (letter sizes).
_NEARLY = 6.0


class Flow(Protocol):
    """Tells where a new block begins."""

    def starts(self, block: list[RawLine], line: RawLine) -> bool:
        """Tell whether a line begins a new block after the lines of the block before it."""


class TagFlow:
    """Goes by the elements that the format itself names.

    Some programs write an element for each part of a paragraph that a page or column cuts.
    """

    def starts(self, block: list[RawLine], line: RawLine) -> bool:
        """Tell whether the line is of another element."""
        before, here = block[-1].tag, line.tag
        if before is None or here is None:
            return True
        return before != here and not _is_rest(block, line)


def _is_rest(block: list[RawLine], line: RawLine) -> bool:
    """Tell whether a line of another element goes on the sentence before a page or column break."""
    above = block[-1]
    kinds = {above.tag.kind if above.tag else None, line.tag.kind if line.tag else None}
    if above.box is None or line.box is None or len(kinds) > 1 or not kinds <= _MAY_BE_CUT:
        return False
    moved = above.page != line.page or line.box.bottom < above.box.top
    if not moved or marks.ends_sentence(above.text):
        return False
    rights = [each.box.right for each in block if each.box]
    full = len(rights) > 1 and above.box.right > max(rights) - _NEARLY * (line.font_size or 10)
    return above.text.endswith(_HYPHENS) or (full and kinds == {TagKind.PARAGRAPH})


def make_flow(document: RawDocument) -> Flow:
    """Return the flow that knows most of this document."""
    lines = document.lines
    if lines and all(line.tag for line in lines):
        return TagFlow()
    if lines and all(line.box for line in lines):
        return PageFlow(document)
    return TextFlow(lines)
