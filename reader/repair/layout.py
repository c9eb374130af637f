"""Measures of a printed document: usual distances, edges, and the look of its text."""

from collections import Counter, defaultdict
from itertools import pairwise
from statistics import median

from reader.model.raw import Box, RawDocument, RawLine
from reader.repair import marks

# Lengths in points, or shares of the letter size where said.
INDENT = 4.0
_TYPICAL_GAPS = 0.34  # share of the most frequent line distance that another must reach
_WIDEST_INDENT = 45.0
# So many lines, and so large a share of those at one left edge, must be indented first lines.
_FEWEST_FIRST = 3
_MOSTLY = 0.4
_SURELY = 0.6
_SAME_EDGE = 2.0
_SAME_START = 1.2
_JUSTIFIED = 0.25
_BLACK = 0, 0, 0
# The parts of a grey differ by no more.
_GREY = 40
_HEADING_LARGER = 1.04
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
        # Lines so far below another of their size, and how many of these ended a sentence.
        self._below: Counter[tuple[float, int]] = Counter()
        self._ended: Counter[tuple[float, int]] = Counter()
        for above, below in pairwise(self._lines):
            if above.page == below.page and above.font_size == below.font_size:
                gap = round(2 * (box(below).bottom - box(above).bottom))
                self._below[below.font_size or 0.0, gap] += 1
                self._ended[below.font_size or 0.0, gap] += marks.ends_sentence(above.text)
        self._justified = {key for key, rights in self._rights.items() if _is_justified(rights)}
        self._right = self._right_edges()
        self._first = self._first_line_edges()
        colours: Counter[tuple[int, int, int]] = Counter()
        for line in self._lines:
            colours[_colour(line)] += len(line.text)
        self._colour = colours.most_common(1)[0][0] if colours else _BLACK
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
        size, near = line.font_size or 0.0, round(2 * gap)
        gaps = [(size, at) for at in (near - 1, near, near + 1)]
        below = sum(self._below[each] for each in gaps)
        ended = sum(self._ended[each] for each in gaps)
        wider = gap > self.leading(line) + 1
        return wider and below >= _FEWEST_FIRST and ended >= _SURELY * below

    def is_justified(self, line: RawLine) -> bool:
        """Tell whether most lines like this one end at the same right edge."""
        return self._column(line) in self._justified

    def is_first_line(self, line: RawLine) -> bool:
        """Tell whether a line begins where first lines of paragraphs do, further right."""
        return any(abs(box(line).left - edge) < _SAME_START for edge in self._first)

    def is_heading(self, line: RawLine) -> bool:
        """Tell whether a line is set like a heading: larger, or bold in a text that is not."""
        size = line.font_size or self.body
        if size > self.body * _HEADING_LARGER and (
            line.bold or self._is_coloured(line) or size > self.body * _HEADING_MUCH_LARGER
        ):
            return True
        return line.bold and not self._mostly_bold and size >= self.body

    def _is_coloured(self, line: RawLine) -> bool:
        """Tell whether most letters have a colour, not a shade of grey, that the text has not."""
        colour = _colour(line)
        return colour != self._colour and max(colour) - min(colour) > _GREY

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

    def _first_line_edges(self) -> list[float]:
        """Return the left edges that lines leave again at once: those of indented first lines."""
        times: Counter[int] = Counter()
        left_again: dict[int, list[float]] = defaultdict(list)
        for line, below in pairwise(self._lines):
            if line.page == below.page and line.font_size == below.font_size:
                back = box(line).left - box(below).left
                times[self._edge(line)] += 1
                if INDENT < back < _WIDEST_INDENT:
                    left_again[self._edge(line)].append(box(line).left)
        return [
            median(lefts)
            for edge, lefts in left_again.items()
            if len(lefts) >= _FEWEST_FIRST and len(lefts) >= _MOSTLY * times[edge]
        ]

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


def _is_justified(rights: list[float]) -> bool:
    edge = max(rights)
    full = sum(edge - right < _SAME_EDGE for right in rights)
    return full >= _FEWEST_FIRST and full > _JUSTIFIED * len(rights)


def _colour(line: RawLine) -> tuple[int, int, int]:
    """Return the colour of most letters; links have one of their own that says nothing."""
    counted: Counter[tuple[int, int, int]] = Counter()
    for run in line.runs:
        counted[_BLACK if run.link else run.colour or _BLACK] += len(run.text)
    return counted.most_common(1)[0][0] if counted else _BLACK


def box(line: RawLine) -> Box:
    """Return the line's box; only lines with a box come here."""
    return line.box or Box(0, 0, 0, 0)
