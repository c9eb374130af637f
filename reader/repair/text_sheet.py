"""What is known of a plain text as a whole, and of a line in it."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log

from reader.model.raw import RawLine
from reader.repair import marks
from reader.repair.measure import Measure
from reader.repair.text_lists import kept_lines, numbers_of_lists

# No printed line holds more letters: such a line is a whole paragraph.
LONGEST_PRINTED = 160
# So many empty lines in a row are left by a page break, which says nothing of paragraphs.
PAGE_BREAK = 3
# A line that leaves so much of its width free surely ended on purpose.
SURE_ROOM = 0.15
# So many lines of a block are looked at again; no quotation or address is longer.
_REMEMBERED = 100
# Some copies have an empty line after so many of their lines, where it means nothing.
_DENSE_SHARE = 0.75
_LEAST_NO_BLANK = -2.0
# "… от договора.2": the mark of a note, as a copy has it.
_NOTE_MARK = re.compile(r"(?:(?<=\w{3}[.!?…:;])|(?<=[.!?…:;][“”»)]))\d{1,2}$")


class Sheet:
    """The lines of a text, how wide they are, and what its empty lines mean."""

    def __init__(self, lines: tuple[RawLine, ...]) -> None:
        self.lines = lines
        self.texts = [line.text.strip() for line in lines]
        self.measure = Measure(self.texts)
        self.usual_blank = self._usual_blank()
        self.unwrapped = self._is_unwrapped()
        self.numbers = numbers_of_lists(self.texts)
        self.kept = kept_lines(self.texts, [line.blank_before for line in lines], self.measure)
        self.blank_weights = self._blank_weights()

    def _usual_blank(self) -> int:
        """Return 1 for a text with an empty line after nearly each line, inside sentences too."""
        dense = sum(line.blank_before > 0 for line in self.lines[1:])
        wraps = self.measure.wraps
        inside = sum(self.lines[index + 1].blank_before > 0 for index in wraps)
        return int(dense > _DENSE_SHARE * (len(self.lines) - 1) and 2 * inside > len(wraps))

    def _is_unwrapped(self) -> bool:
        """Tell whether lines are whole paragraphs: some too long to print, hardly any wrapped."""
        long = sum(len(text) > LONGEST_PRINTED for text in self.texts if "://" not in text)
        return long > 2 * len(self.measure.wraps)

    def _blank_weights(self) -> tuple[float, float]:
        """Return the weights of an empty line and of none, as this text uses empty lines."""
        wraps = self.measure.wraps
        inside = sum(self._is_blank(index + 1) for index in wraps)
        ends = [
            index
            for index, (above, below) in enumerate(pairwise(self.texts), 1)
            if marks.ends_sentence(above)
            and below[:1].isupper()
            and self.measure.room(index - 1, index) > SURE_ROOM
        ]
        between = sum(self._is_blank(index) for index in ends)
        inner = (inside + 0.1) / (len(wraps) + 10)
        outer = (between + 1) / (len(ends) + 2)
        return log(outer / inner), max(_LEAST_NO_BLANK, log((1 - outer) / (1 - inner)))

    def _is_blank(self, index: int) -> bool:
        line = self.lines[index]
        return self.usual_blank < line.blank_before < PAGE_BREAK


@dataclass(frozen=True)
class Pair:
    """A line, the block before it, and what the words say; `start` is the block's first line."""

    sheet: Sheet
    start: int
    index: int
    in_list: bool

    @property
    def line(self) -> RawLine:
        """The line that may begin a block."""
        return self.sheet.lines[self.index]

    @property
    def text(self) -> str:
        """The line's words."""
        return self.sheet.texts[self.index]

    @property
    def above(self) -> str:
        """The words of the line above."""
        return self.sheet.texts[self.index - 1]

    @property
    def below(self) -> str:
        """The words of the line below, or ""."""
        return self.sheet.texts[self.index + 1] if self.index + 1 < len(self.sheet.texts) else ""

    @property
    def first(self) -> str:
        """The words of the block's first line."""
        return self.sheet.texts[self.start]

    @cached_property
    def together(self) -> str:
        """The words of the block so far, as far back as they matter."""
        return " ".join(self.sheet.texts[max(self.start, self.index - _REMEMBERED) : self.index])

    @cached_property
    def room(self) -> float:
        """What was left free at the end of the line above, as a share of a full line."""
        return self.sheet.measure.room(self.start, self.index)

    @property
    def free(self) -> float:
        """What the line above leaves free, as a share of a full line."""
        return self.sheet.measure.free(self.start, self.index)

    @cached_property
    def ended(self) -> bool:
        """Whether the line above ends a sentence, or ends with a printed address."""
        text = _NOTE_MARK.sub("", self.above)
        return marks.ends_sentence(text) or marks.ends_with_address(self.together)

    @cached_property
    def lower(self) -> bool:
        """Whether the line begins inside a sentence."""
        return marks.starts_lower(self.text)

    @cached_property
    def in_quotation(self) -> bool:
        """Whether a quotation is open."""
        return marks.open_quotes(self.together) > 0

    @cached_property
    def blank(self) -> bool:
        """Whether empty lines that mean something stand between the lines."""
        return self.line.blank_before > self.sheet.usual_blank
