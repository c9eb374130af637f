"""Where blocks begin: by the format's own elements, by places on the page, or by the text."""

from typing import Protocol

from reader.model.raw import RawDocument, RawLine
from reader.repair.flow_page import PageFlow
from reader.repair.flow_text import TextFlow


class Flow(Protocol):
    """Tells where a new block begins."""

    def starts(self, block: list[RawLine], line: RawLine) -> bool:
        """Tell whether a line begins a new block after the lines of the block before it."""


class TagFlow:
    """Goes by the elements that the format itself names."""

    def starts(self, block: list[RawLine], line: RawLine) -> bool:
        """Tell whether the line is of another element."""
        before, here = block[-1].tag, line.tag
        return before is None or here is None or before != here


def make_flow(document: RawDocument) -> Flow:
    """Return the flow that knows most of this document."""
    lines = document.lines
    if lines and all(line.tag for line in lines):
        return TagFlow()
    if lines and all(line.box for line in lines):
        return PageFlow(document)
    return TextFlow(lines)
