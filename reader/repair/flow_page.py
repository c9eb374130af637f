"""Where blocks begin on a printed page: by places, sizes and whether a word would have fitted."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from reader.model.raw import Box, RawDocument, RawLine
from reader.repair import marks

# Lengths in points, or shares of the letter size where said.
_SAME_SIZE = 0.6
_INDENT = 4.0
_TYPICAL_GAPS = 0.34  # share of the most frequent line distance that another must reach
_WIDEST_INDENT = 45.0
# So many lines, and so large a share of those at one left edge, must be indented first lines.
_FEWEST_FIRST = 3
_MOSTLY = 0.4
_NEARLY_ALL = 0.85
_SAME_EDGE = 2.0
_JUSTIFIED = 0.25
_HEADING_LARGER = 1.08
_HEADING_MUCH_LARGER = 1.25


class Layout:
    """Measures of a document: usual line distances, right edges, the size of its body text."""

    def __init__(self, document: RawDocument) -> None:
        self._lines = tuple(line for line in document.lines if not line.tag)
        self.body = self._body_size()
        self._leading = self._leadings()
        self._rights: dict[tuple[int, float], list[float]] = defaultdict(list)
        for line in self._lines:
            self._rights[self._column(line)].append(box(line).right)
        self._ended: dict[tuple[float, int], list[bool]] = defaultdict(list)
        for above, below in pairwise(self._lines):
            if above.page == below.page and above.font_size == below.font_size:
                gap = round(2 * (box(below).bottom - box(above).bottom))
                ended = marks.ends_sentence(above.text)
                self._ended[below.font_size or 0.0, gap].append(ended)
        self._right = self._right_edges()
        self._first = self._first_line_edges()
        self._mostly_bold = 2 * sum(len(x.text) for x in self._lines if x.bold) > sum(
            len(x.text) for x in self._lines
        )

    def right(self, line: RawLine) -> float:
        """Return how far lines like this one reach to the right."""
        return self._right[self._column(line)]

    def leading(self, line: RawLine) -> float:
        """Return the usual distance of baselines for letters of this size."""
        size = line.font_size or self.body
        return self._leading.get(size, 1.3 * size)

    def parts_paragraphs(self, gap: float, line: RawLine) -> bool:
        """Tell whether lines so far apart mostly follow the end of a sentence, unlike others."""
        ended = self._ended[line.font_size or 0.0, round(2 * gap)]
        wider = gap > self.leading(line) + 1
        return wider and len(ended) >= _FEWEST_FIRST and sum(ended) >= _NEARLY_ALL * len(ended)

    def is_justified(self, line: RawLine) -> bool:
        """Tell whether most lines like this one end at the same right edge."""
        rights = self._rights[self._column(line)]
        full = sum(max(rights) - right < _SAME_EDGE for right in rights)
        return full >= _FEWEST_FIRST and full > _JUSTIFIED * len(rights)

    def is_first_line(self, line: RawLine) -> bool:
        """Tell whether a line begins where first lines of paragraphs do, further right."""
        return self._edge(line) in self._first

    def is_heading(self, line: RawLine) -> bool:
        """Tell whether a line is set like a heading: larger, or bold in a text that is not."""
        size = line.font_size or self.body
        if size > self.body * _HEADING_LARGER and (
            line.bold or size > self.body * _HEADING_MUCH_LARGER
        ):
            return True
        return line.bold and not self._mostly_bold and size >= self.body

    def _body_size(self) -> float:
        sizes: Counter[float] = Counter()
        for line in self._lines:
            sizes[line.font_size or 0.0] += len(line.text)
        return sizes.most_common(1)[0][0] if sizes else 0.0

    def _leadings(self) -> dict[float, float]:
        gaps: dict[float, Counter[float]] = defaultdict(Counter)
        for above, below in pairwise(self._lines):
            size = below.font_size or 0.0
            gap = box(below).bottom - box(above).bottom
            if above.page == below.page and above.font_size == size and 0 < gap < 4 * size:
                gaps[size][round(2 * gap) / 2] += 1
        return {
            size: min(
                gap
                for gap, times in counted.items()
                if times >= max(1, _TYPICAL_GAPS * max(counted.values()))
            )
            for size, counted in gaps.items()
        }

    def _first_line_edges(self) -> set[int]:
        """Return the left edges that lines leave again at once: those of indented first lines."""
        times: Counter[int] = Counter()
        left_again: Counter[int] = Counter()
        for line, below in pairwise(self._lines):
            if line.page == below.page and line.font_size == below.font_size:
                back = box(line).left - box(below).left
                times[self._edge(line)] += 1
                left_again[self._edge(line)] += _INDENT < back < _WIDEST_INDENT
        return {
            edge
            for edge, count in left_again.items()
            if count >= _FEWEST_FIRST and count >= _MOSTLY * times[edge]
        }

    @staticmethod
    def _edge(line: RawLine) -> int:
        return round(box(line).left / 2)

    def _right_edges(self) -> dict[tuple[int, float], float]:
        """Return the right edge by left edge and size: quotations are narrower.

        A left edge that few lines share says little; the whole text's edge serves then.
        """
        reach = self._rights
        widest = max((max(found) for found in reach.values()), default=0.0)
        return {key: max(found) if len(found) > 2 else widest for key, found in reach.items()}

    @staticmethod
    def _column(line: RawLine) -> tuple[int, float]:
        return round(box(line).left / 3), line.font_size or 0.0


def box(line: RawLine) -> Box:
    """Return the line's box; only lines with a box come here."""
    return line.box or Box(0, 0, 0, 0)


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
    nested = pair.indent > _INDENT and pair.room > 2 * pair.first_word + _INDENT
    return True if in_dash_list or nested or (pair.ended and pair.room > 20) else None


def _number_in_sentence(pair: Pair) -> bool:
    """Tell whether a number that begins a line ends a sentence: "от 6 на / 27. Това…"."""
    roomy = pair.gap > 1.22 * pair.layout.leading(pair.line) + 0.8
    return not (pair.ended or pair.fits or roomy or pair.indent > _INDENT or _is_item(pair.block))


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
    if marks.open_quotes(_text(pair.block)) > 0:
        return False
    if not pair.ended:
        return pair.room > 1.6 * pair.first_word + 30
    if pair.layout.is_justified(pair.previous) and pair.room > _INDENT:
        return True
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
    if pair.fits and (pair.ended or pair.indent > _INDENT):
        return True
    if (pair.ended or pair.fits) and pair.layout.is_first_line(pair.line):
        return True
    if pair.previous.text.endswith(":") and pair.line.text.startswith("„"):
        return True if pair.indent > _INDENT else None
    first_line_indented = pair.indent > _INDENT and pair.ended
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
