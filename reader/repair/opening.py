"""A lead-in that shows by its type alone: the first paragraph bold or larger than the next."""

from dataclasses import replace

from reader.model.article import Block, Heading, Paragraph, ParagraphRole, Spans, plain
from reader.model.raw import RawDocument
from reader.repair import imprint, marks
from reader.text.normal import normal

_SHORTEST = 60
_LARGER = 1.08
_TOLD_BY = 24  # letters of a line by which its paragraph is found


def with_opening(blocks: tuple[Block, ...], found: RawDocument) -> tuple[Block, ...]:
    """Return the blocks with the role of such a paragraph told; `found` is as it was printed."""
    first = next((place for place, block in enumerate(blocks) if not _is_above(block)), 0)
    lead, below = (*blocks[first : first + 2], None, None)[:2]
    if not (isinstance(lead, Paragraph) and isinstance(below, Paragraph)):
        return blocks
    if lead.role is not ParagraphRole.BODY or not _reads_like_one(plain(lead.spans)):
        return blocks
    if _is_bold(lead.spans) <= _is_bold(below.spans) and not _is_larger(lead, below, found):
        return blocks
    told = replace(lead, role=ParagraphRole.OPENING)
    return (*blocks[:first], told, *blocks[first + 1 :])


def _is_above(block: Block) -> bool:
    """Tell whether a block is the title or the imprint round it."""
    match block:
        case Heading(level):
            return level == 1
        case Paragraph(spans, role):
            return role is ParagraphRole.DATE or imprint.read(plain(spans)) is not None
        case _:
            return False


def _reads_like_one(text: str) -> bool:
    return len(text) >= _SHORTEST and marks.ends_sentence(text) and not text.endswith(":")


def _is_bold(spans: Spans) -> bool:
    return all(span.strong or not span.text.strip() for span in spans)


def _is_larger(lead: Paragraph, below: Paragraph, found: RawDocument) -> bool:
    size, usual = _size(plain(lead.spans), found), _size(plain(below.spans), found)
    return usual > 0 and size > _LARGER * usual


def _size(text: str, found: RawDocument) -> float:
    """Return the letter size of the line that a paragraph begins with, or 0."""
    start = text[:_TOLD_BY]
    lines = (line for line in found.lines if normal(line.text).strip()[:_TOLD_BY] == start)
    return next((line.font_size or 0.0 for line in lines), 0.0)
