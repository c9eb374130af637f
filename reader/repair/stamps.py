"""What a browser or word processor printed round the article: dates, addresses, page numbers."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from reader.model.raw import RawDocument, RawLine, TagKind
from reader.repair import margins, stamps_text
from reader.repair.knowledge import Knowledge
from reader.repair.marks import is_lone_marker
from reader.repair.step import Done, made

# Shares of a page's height where running heads and feet stand.
_EDGE = 0.1
_BAR = re.compile(r"\s+[|·•]\s+")
_ADDRESS = re.compile(r"https?://[^\s…]+(?=\s|$)")


def drop_stamps(document: RawDocument, knowledge: Knowledge) -> Done:
    """Take out running heads and feet; the page's address in one of them is kept aside."""
    document = replace(document, lines=stamps_text.paginated(document.lines))
    lines = document.lines
    edges = _Edges(document, knowledge)
    dropped = {index for index in range(len(lines)) if edges.is_stamp(index)}
    repairs = tuple(
        made(_step(lines[index], stamp=index in dropped), lines[index], lines[index].text, "")
        for index in range(len(lines))
        if index in dropped or _is_artifact(lines[index])
    )
    kept: list[RawLine] = []
    blank = 0
    for index, line in enumerate(lines):
        if index in dropped or _is_artifact(line):
            blank += line.blank_before
        else:
            kept.append(replace(line, blank_before=line.blank_before + blank))
            blank = 0
    address = document.address or _address_in(lines[index].text for index in sorted(dropped))
    return replace(document, lines=tuple(kept), address=address), repairs


def _step(line: RawLine, *, stamp: bool) -> str:
    """Return what the taking out of a stamp, or of what the tree leaves out, is called."""
    if not stamp and is_lone_marker(line.text):
        return "list-marker"
    return "running-head" if stamp or "/" not in line.text else "printed-address"


def _is_artifact(line: RawLine) -> bool:
    return line.tag is not None and line.tag.kind is TagKind.ARTIFACT


def _address_in(texts: Iterable[str]) -> str | None:
    found = (_ADDRESS.search(text) for text in texts)
    return next((match.group() for match in found if match), None)


class _Edges:
    """Finds what is printed at the edges of the pages."""

    def __init__(self, document: RawDocument, knowledge: Knowledge) -> None:
        self._lines = document.lines
        self._pages = document.pages
        self._stamps = knowledge.stamps
        self._institutions = knowledge.institutions
        self._times = Counter(line.text.strip() for line in document.lines)
        self._printed = any(line.box for line in document.lines)
        self._body = margins.body_size(document.lines)
        self._running = (
            margins.running_lines(document, knowledge.stamps)
            if self._printed
            else stamps_text.running_lines(document.lines, knowledge.stamps)
        )

    def is_stamp(self, index: int) -> bool:
        text = self._lines[index].text.strip()
        if self._stamps.anywhere.fullmatch(text) or self._is_beside_address(index):
            return True
        if self._is_letterhead(index) or index in self._running:
            return True
        line = self._lines[index]
        if not self._at_edge(index) or (text.isdigit() and margins.is_larger(line, self._body)):
            return False  # a large number that follows no pages is a heading, such as a year
        if line.tag is not None and line.tag.kind is TagKind.CELL and text.isdigit():
            return False  # a number in a table is content
        return self._stamps.at_edge.fullmatch(text) is not None

    def _is_letterhead(self, index: int) -> bool:
        """Tell whether a line is an institution's name above the title or on every page.

        "ЕВРОПЕЙСКА КОМИСИЯ", "Европейска комисия | Новини".
        """
        line = self._lines[index]
        text = line.text.strip()
        if line.tag or _BAR.split(text)[0].casefold() not in self._institutions:
            return False
        on_edge = line.box is not None and self._at_edge(index)
        return index == 0 < len(self._lines) - 1 or on_edge or self._times[text] > 1

    def _is_beside_address(self, index: int) -> bool:
        """Tell whether a line is an address alone beside its "1/2", or that number."""
        text = self._lines[index].text.strip()
        near = [
            self._lines[other].text.strip()
            for other in (index - 1, index + 1)
            if 0 <= other < len(self._lines)
        ]
        if self._stamps.beside_address.fullmatch(text):
            return any(_ADDRESS.fullmatch(other) for other in near)
        counted = self._stamps.beside_address.fullmatch
        return bool(_ADDRESS.fullmatch(text)) and any(counted(other) for other in near)

    def _at_edge(self, index: int) -> bool:
        line = self._lines[index]
        if line.box is None:
            return False
        height = self._pages[line.page].height
        return line.box.bottom < _EDGE * height or line.box.top > (1 - _EDGE) * height
