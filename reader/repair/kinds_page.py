"""What printed blocks are by their look: headings and their levels, the depth of list items."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.model.raw import RawDocument, RawLine, Tag, TagKind
from reader.repair import imprint
from reader.repair.layout import Layout

_LONGEST_TITLE = 300
_LONGEST_SENTENCE = 90
_SECTION, _DEEPEST = 2, 6
_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s")
# An item stands so much further right (letter sizes) than the one that it belongs to.
_DEEPER = 0.8


def typed_headings(lines: tuple[RawLine, ...]) -> tuple[int, ...]:
    """Return the indexes of the blocks that are set like headings.

    A lead-in is set bold, too, but it is sentences; only the largest line of all may be long and
    end like one.
    """
    layout = Layout(RawDocument("", lines))
    found = [
        index
        for index, line in enumerate(lines)
        if _may_be_heading(line) and layout.is_heading(line)
    ]
    largest = max(found, key=lambda index: _size(lines[index]), default=None)
    return tuple(index for index in found if index == largest or not _is_text(lines[index]))


def _may_be_heading(line: RawLine) -> bool:
    unsaid = line.tag is None or line.tag.kind is TagKind.PARAGRAPH
    return unsaid and len(line.text) < _LONGEST_TITLE and not imprint.stands_alone(line.text)


def _is_text(line: RawLine) -> bool:
    return len(line.text) > _LONGEST_SENTENCE and line.text.endswith(".")


def with_headings(lines: tuple[RawLine, ...], headings: tuple[int, ...]) -> tuple[RawLine, ...]:
    """Name headings by their type: the largest first is the title, the others have levels."""
    # „Прессъобщение“ may be larger than the title.
    titles = [index for index in headings if not imprint.read(lines[index].text)]
    largest = max((_size(lines[index]) for index in titles), default=0.0)
    title = next((index for index in titles if _size(lines[index]) == largest), None)
    looks = sorted({_look(lines[index]) for index in headings if index != title})
    named = list(lines)
    for index in headings:
        if index == title:
            tag = Tag(TagKind.TITLE, 0)
        else:
            level = min(_DEEPEST, _SECTION + looks.index(_look(lines[index])))
            tag = Tag(TagKind.HEADING, 0, level=level)
        named[index] = replace(lines[index], tag=tag)
    return tuple(named)


def _size(line: RawLine) -> float:
    return round(2 * (line.font_size or 0.0)) / 2


def _look(line: RawLine) -> tuple[float, bool, int]:
    """Return what ranks a heading: its size, its weight, and the depth of its number."""
    number = _NUMBERED.match(line.text)
    depth = number.group(1).count(".") if number else 0
    return -_size(line), not line.bold, depth


def with_depths(lines: tuple[RawLine, ...]) -> tuple[RawLine, ...]:
    """Return the lines with the depth of list items by their indents."""
    return tuple(_with_depths(lines))


def _with_depths(lines: tuple[RawLine, ...]) -> Iterator[RawLine]:
    edges: list[float] = []
    above: RawLine | None = None
    for line in lines:
        if line.tag is None or line.tag.kind is not TagKind.ITEM or line.box is None:
            edges, above = [], None
            yield line
            continue
        if above and above.box and (line.page != above.page or line.box.top < above.box.top):
            edges = []  # another column begins elsewhere
        deeper = _DEEPER * (line.font_size or 10)
        while edges and line.box.left < edges[-1] - deeper:
            edges.pop()
        if not edges or line.box.left > edges[-1] + deeper:
            edges.append(line.box.left)
        above = line
        yield replace(line, tag=replace(line.tag, level=len(edges)))
