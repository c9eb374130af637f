"""What a structure tree says, where it can be trusted; some trees are made without care."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from reader.model.raw import RawLine, Tag, TagKind

# Some browsers write a tree of links only; such a tree is of no use.
_LEAST_COVERED = 0.3
# A tree that ends paragraphs inside a sentence so often calls each line a paragraph.
_MOST_CUT = 0.25
_FEWEST_CUT = 4
# No heading is so long and ends like a sentence.
_LONGEST_HEADING = 200


def letters_in(printed: RawLine) -> int:
    """Return how many letters a line has."""
    return len(printed.text.replace(" ", ""))


def covers(covered: int, letters: int) -> bool:
    """Tell whether a tree holds enough of a document's letters."""
    return covered >= _LEAST_COVERED * letters


def cuts_sentences(lines: Sequence[RawLine]) -> bool:
    """Tell whether a tree calls each printed line a paragraph."""
    elements = [list(group) for _, group in groupby(lines, key=lambda line: line.tag)]
    pairs = [
        (above[-1], below[0])
        for above, below in pairwise(elements)
        if _is_paragraph(above[0]) and _is_paragraph(below[0]) and above[0].page == below[0].page
    ]
    cut = sum(above.text[-1:].isalpha() and below.text[:1].islower() for above, below in pairs)
    return cut >= _FEWEST_CUT and cut > _MOST_CUT * len(pairs)


def _is_paragraph(line: RawLine) -> bool:
    return line.tag is not None and line.tag.kind is TagKind.PARAGRAPH


def with_one_title(lines: Sequence[RawLine]) -> list[RawLine]:
    """Return the lines with the first title only; further ones are headings above the others."""
    texts: dict[int, str] = {}
    for line in lines:
        if line.tag and line.tag.kind in (TagKind.TITLE, TagKind.HEADING):
            texts[line.tag.element] = texts.get(line.tag.element, "") + line.text
    titles = [
        line.tag.element
        for line in lines
        if line.tag and line.tag.kind is TagKind.TITLE and not _is_text(texts[line.tag.element])
    ]
    several = len(set(titles)) > 1
    first = titles[0] if titles else None
    return [_renamed(line, texts, first, several=several) for line in lines]


def _is_text(text: str) -> bool:
    return len(text) > _LONGEST_HEADING and text.endswith(".")


def _renamed(line: RawLine, texts: dict[int, str], first: int | None, *, several: bool) -> RawLine:
    tag = line.tag
    if tag is None or tag.kind not in (TagKind.TITLE, TagKind.HEADING) or tag.element == first:
        return line
    if _is_text(texts[tag.element]):
        return replace(line, tag=Tag(TagKind.PARAGRAPH, tag.element))
    if tag.kind is TagKind.TITLE:
        return replace(line, tag=Tag(TagKind.HEADING, tag.element, level=2))
    return replace(line, tag=replace(tag, level=min(6, tag.level + several)))
