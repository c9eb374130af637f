"""Where blocks begin on a printed page: by places, sizes and whether a word would have fitted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from reader.model.raw import RawDocument, RawLine
from reader.repair import marks
from reader.repair.layout import INDENT, Layout, box
from reader.repair.leaders import leader

_SAME_SIZE = 0.6  # points


@dataclass(frozen=True)
class Pair:
    """A line, the lines of the block before it, and what can be measured between them."""

    block: list[RawLine]
    line: RawLine
    layout: Layout

    @property
    def previous(self) -> RawLine:
        """The line above."""
        return self.block[-1]

    @cached_property
    def gap(self) -> float:
        """The distance of the baselines."""
        return box(self.line).bottom - box(self.previous).bottom

    @cached_property
    def jumps(self) -> bool:
        """Whether a page or column ends between the lines."""
        return self.previous.page != self.line.page or self.gap < -2

    @cached_property
    def room(self) -> float:
        """What is left free at the end of the line above."""
        return self.layout.right(self.previous) - box(self.previous).right

    @cached_property
    def first_word(self) -> float:
        """The width of the line's first word, or of its part that a hyphen allows to cut."""
        word = self.line.text.split(" ")[0]
        piece = word.split("-")[0] + "-" if "-" in word[:-1] else word
        width = box(self.line).right - box(self.line).left
        return width * len(piece) / max(1, len(self.line.text))

    @cached_property
    def fits(self) -> bool:
        """Whether the first word would have fitted into the line above."""
        return self.room > 1.1 * self.first_word + 0.25 * (self.line.font_size or 10) + 1.5

    @cached_property
    def ended(self) -> bool:
        """Whether the line above ends a sentence."""
        return marks.ends_sentence(self.previous.text)

    @cached_property
    def lower(self) -> bool:
        """Whether the line begins inside a sentence."""
        return marks.starts_lower(self.line.text)

    @property
    def stays_indented(self) -> bool:
        """Whether the line above is an indented first line, but this one does not go back."""
        first = len(self.block) == 1 and self.layout.is_first_line(self.previous)
        return first and self.indent > -1

    @property
    def indent(self) -> float:
        """How much further right the line begins than the one above."""
        return box(self.line).left - box(self.previous).left


Rule = Callable[[Pair], "bool | None"]


class PageFlow:
    """Asks the rules one by one; the first that knows decides."""

    def __init__(self, document: RawDocument) -> None:
        self._layout = Layout(document)

    def starts(self, block: list[RawLine], line: RawLine) -> bool:
        """Tell whether a line begins a new block after the lines of the block before it."""
        pair = Pair(block, line, self._layout)
        for rule in RULES:
            answer = rule(pair)
            if answer is not None:
                return answer
        return False


def _cell(pair: Pair) -> bool | None:
    """Part cells and notes; the lines of one go together."""
    return pair.line.tag != pair.previous.tag if pair.line.tag or pair.previous.tag else None


def _after_leader(pair: Pair) -> bool | None:
    return True if leader(pair.previous.text) else None


def _after_lone_marker(pair: Pair) -> bool | None:
    if len(pair.block) == 1 and marks.is_lone_marker(pair.previous.text) and not pair.jumps:
        return abs(pair.gap) > (pair.line.font_size or 10)
    return None


def _other_type(pair: Pair) -> bool | None:
    other_size = abs((pair.line.font_size or 0) - (pair.previous.font_size or 0)) > _SAME_SIZE
    heading = pair.layout.is_heading(pair.line), pair.layout.is_heading(pair.previous)
    return True if other_size or heading[0] != heading[1] else None


def _list_marker(pair: Pair) -> bool | None:
    text = pair.line.text
    if marks.number(text) is not None and _number_in_sentence(pair):
        return None
    if marks.bullet(text) or marks.is_lone_marker(text) or marks.note_label(text):
        return True
    if not marks.dash(text):
        return None
    first = pair.block[0]
    in_dash_list = bool(marks.dash(first.text)) and box(pair.line).left < box(first).left + 2
    nested = pair.indent > INDENT and pair.room > 2 * pair.first_word + INDENT
    return True if in_dash_list or nested or (pair.ended and pair.room > 20) else None


def _number_in_sentence(pair: Pair) -> bool:
    """Tell whether a number that begins a line ends a sentence: "от 6 на / 27. Това…"."""
    roomy = pair.gap > 1.22 * pair.layout.leading(pair.line) + 0.8
    return not (pair.ended or pair.fits or roomy or pair.indent > INDENT or _is_item(pair.block))


def _headings(pair: Pair) -> bool | None:
    if not pair.layout.is_heading(pair.line):
        return None
    return pair.jumps or pair.gap > 1.45 * max(pair.layout.leading(pair.line), 1.0)


def _over_page(pair: Pair) -> bool | None:
    """Let a block go on over a page break when its sentence does, or its last line is full."""
    if not pair.jumps:
        return None
    if pair.lower and not marks.ends_sentence(pair.previous.text.rstrip("“”")):
        return False
    opened = marks.open_quotes(_text(pair.block)) > 0
    if not pair.ended:
        return not opened and pair.room > 1.6 * pair.first_word + 30
    if pair.layout.is_justified(pair.previous) and pair.room > INDENT:
        return True
    if opened:
        return pair.room > 1.6 * pair.first_word + 30
    closed = pair.previous.text.endswith((":", ";", "“", "”")) or _is_item(pair.block)
    return closed or pair.room >= 0.95 * pair.first_word


def _wide_gap(pair: Pair) -> bool | None:
    wide = pair.gap > 1.22 * pair.layout.leading(pair.line) + 0.8
    return True if wide or pair.layout.parts_paragraphs(pair.gap, pair.line) else None


def _same_row(pair: Pair) -> bool | None:
    if abs(pair.gap) >= 2:
        return None
    return box(pair.line).left - box(pair.previous).right > 1.5 * (pair.line.font_size or 10)


def _inside_item(pair: Pair) -> bool | None:
    if not _is_item(pair.block):
        return None
    back = box(pair.line).left < box(pair.block[0]).left + 2
    ended_early = pair.fits and pair.ended
    return (ended_early or (back and (pair.fits or pair.ended))) and not pair.lower


def _sentence_ended(pair: Pair) -> bool | None:
    if pair.fits and (pair.ended or pair.indent > INDENT):
        return True
    may_begin = pair.ended or (pair.fits and not pair.lower)
    if may_begin and pair.layout.is_first_line(pair.line):
        return True
    if pair.previous.text.endswith(":") and pair.line.text.startswith("„"):
        return True if pair.indent > INDENT or pair.stays_indented else None
    first_line_indented = pair.indent > INDENT and pair.ended
    return True if first_line_indented and len(pair.block) > 1 else None


def _short_line(pair: Pair) -> bool | None:
    """End a block with a line that ends far too early, before a capital letter."""
    width = box(pair.previous).right - box(pair.previous).left
    return True if pair.fits and pair.room > 0.54 * width and not pair.lower else None


def _link_lines(pair: Pair) -> bool | None:
    """Lines that are nothing but a link each are separate, full or not."""
    above = {run.link for line in pair.block for run in line.runs if run.text.strip()}
    below = {run.link for run in pair.line.runs if run.text.strip()}
    if len(above) == 1 and None not in above and None not in below:
        return True if above.isdisjoint(below) else None
    return None


def _is_item(block: list[RawLine]) -> bool:
    text = block[0].text
    return bool(marks.bullet(text) or marks.dash(text)) or marks.is_lone_marker(text)


def _text(block: list[RawLine]) -> str:
    return " ".join(line.text for line in block)


RULES: tuple[Rule, ...] = (
    _cell,
    _after_leader,
    _after_lone_marker,
    _other_type,
    _list_marker,
    _headings,
    _over_page,
    _same_row,
    _link_lines,
    _wide_gap,
    _inside_item,
    _sentence_ended,
    _short_line,
)
