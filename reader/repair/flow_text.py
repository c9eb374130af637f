"""Where blocks begin in plain text: by the words, and by what would have fitted on a line.

Some things are certain: a bullet begins an item, a cut address goes on. For the rest each hint
has a weight, about the logarithm of how much more often it is seen where a block begins than
inside one; a block begins where the sum of the weights is above 0.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log

from reader.model.raw import RawLine
from reader.repair import marks
from reader.repair.measure import Measure
from reader.repair.text_lists import has_list, heads_list, kept_lines, numbers_of_lists
from reader.text.hyphens import ends_with_hyphen

# No printed line holds more letters: such a line is a whole paragraph.
_LONGEST_PRINTED = 160
# So many lines of a block are looked at again; no quotation or address is longer.
_REMEMBERED = 100
# Lines of a title are set larger, so they hold less than this share of a full line.
_TITLE_SHARE = 0.75
# So many empty lines in a row are left by a page break, which says nothing of paragraphs.
_PAGE_BREAK = 3
_LONGEST_LEAD_IN = 3
_UNFINISHED = re.compile(
    r"[,–—(]$|\s(?:на|за|с|в|и|от|по|до|със|във|към|че|да|при|без|или|през|чрез|чл\.|ал\.|т\.)$"
)
# "… от договора.2": the mark of a note, as a copy has it.
_NOTE_MARK = re.compile(r"(?:(?<=\w{3}[.!?…:;])|(?<=[.!?…:;][“”»)]))\d{1,2}$")
_ABBREVIATED = re.compile(r"(?:^|[\s.])[а-я]{1,4}\.$")
_ADDRESS_LINE = re.compile(r"^[^(]{3,90}\((?:https?://|www\.|mailto:)")
_ADDRESS_ALONE = re.compile(r"(?:https?://|www\.)\S+")
_PRINTED_FIRST = re.compile(r"^\((?:https?://|www\.|mailto:)")
_OPENING = "„«"


@dataclass(frozen=True)
class Pair:
    """A line, the block before it, and what the words say; `start` is the block's first line."""

    flow: "TextFlow"
    start: int
    index: int
    in_list: bool

    @property
    def line(self) -> RawLine:
        """The line that may begin a block."""
        return self.flow.lines[self.index]

    @property
    def text(self) -> str:
        """The line's words."""
        return self.flow.texts[self.index]

    @property
    def above(self) -> str:
        """The words of the line above."""
        return self.flow.texts[self.index - 1]

    @property
    def below(self) -> str:
        """The words of the line below, or ""."""
        return self.flow.texts[self.index + 1] if self.index + 1 < len(self.flow.texts) else ""

    @property
    def first(self) -> str:
        """The words of the block's first line."""
        return self.flow.texts[self.start]

    @cached_property
    def together(self) -> str:
        """The words of the block so far, as far back as they matter."""
        return " ".join(self.flow.texts[max(self.start, self.index - _REMEMBERED) : self.index])

    @cached_property
    def room(self) -> float:
        """What was left free at the end of the line above, as a share of a full line."""
        return self.flow.measure.room(self.start, self.index)

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
        return self.line.blank_before > self.flow.usual_blank


Rule = Callable[[Pair], "bool | None"]
Hint = Callable[[Pair], float]


class TextFlow:
    """Asks the rules one by one; where none knows, the hints are weighed."""

    def __init__(self, lines: tuple[RawLine, ...]) -> None:
        self.lines = lines
        self.texts = [line.text.strip() for line in lines]
        self.measure = Measure(self.texts)
        share = sum(line.blank_before > 0 for line in lines[1:]) / max(1, len(lines) - 1)
        # Some copies have an empty line after every line, some have next to none.
        self.usual_blank = 1 if share > _DENSE_SHARE else 0
        self.unwrapped = self._is_unwrapped()
        self.numbers = numbers_of_lists(self.texts)
        self.kept = kept_lines(self.texts, [line.blank_before for line in lines], self.measure)
        self.blank_weights = self._blank_weights()
        self._starts = {id(lines[index]) for index in self._find_starts()}

    def starts(self, block: list[RawLine], line: RawLine) -> bool:  # noqa: ARG002 - a Flow's form
        """Tell whether a line begins a new block after the lines of the block before it."""
        return id(line) in self._starts

    def _find_starts(self) -> list[int]:
        found: list[int] = []
        start, in_list = 0, False
        for index in range(1, len(self.lines)):
            pair = Pair(self, start, index, in_list)
            if _begins(pair):
                in_list = _list_goes_on(pair)
                start = index
                found.append(index)
        return found

    def _is_unwrapped(self) -> bool:
        """Tell whether lines are whole paragraphs: some too long to print, hardly any wrapped."""
        long = sum(len(text) > _LONGEST_PRINTED for text in self.texts if "://" not in text)
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
            and self.measure.room(index - 1, index) > _SURE_ROOM
        ]
        between = sum(self._is_blank(index) for index in ends)
        inner = (inside + 0.1) / (len(wraps) + 10)
        outer = (between + 1) / (len(ends) + 2)
        return log(outer / inner), max(_LEAST_NO_BLANK, log((1 - outer) / (1 - inner)))

    def _is_blank(self, index: int) -> bool:
        line = self.lines[index]
        return self.usual_blank < line.blank_before < _PAGE_BREAK


_DENSE_SHARE = 0.75
_SURE_ROOM = 0.15
_LEAST_NO_BLANK = -2.0


def _begins(pair: Pair) -> bool:
    for rule in RULES:
        answer = rule(pair)
        if answer is not None:
            return answer
    return sum(hint(pair) for hint in HINTS) > 0


def _list_goes_on(pair: Pair) -> bool:
    """Tell whether the line stands in a list: after "…:", or after an item of one."""
    if pair.above.endswith(":"):
        return not pair.in_quotation
    item = marks.starts_lower(pair.first) or pair.above.endswith(";") or not pair.ended
    address = marks.ends_with_address(pair.together)
    return pair.in_list and not pair.blank and (item or address or _has_marker(pair.first))


def _has_marker(text: str) -> bool:
    return bool(marks.bullet(text) or marks.dash(text)) or marks.is_lone_marker(text)


# --- what is certain ---


def _inside_word(pair: Pair) -> bool | None:
    """Let an address or a word that is cut go on."""
    if marks.has_open_address(pair.together) or ends_with_hyphen(pair.above):
        return False
    return None


def _cell(pair: Pair) -> bool | None:
    tagged = pair.line.tag or pair.flow.lines[pair.index - 1].tag
    return True if tagged else None


def _kept(pair: Pair) -> bool | None:
    """Leave lines alone that are meant as lines."""
    return True if pair.index in pair.flow.kept or pair.index - 1 in pair.flow.kept else None


def _unwrapped(pair: Pair) -> bool | None:
    """Part at every line end in a text whose lines are whole paragraphs."""
    goes_on = pair.lower or _PRINTED_FIRST.match(pair.text)
    lone = pair.index - pair.start == 1 and marks.is_lone_marker(pair.above)
    long = pair.flow.unwrapped or (len(pair.above) > _LONGEST_PRINTED and "://" not in pair.above)
    return True if long and not goes_on and not lone else None


def _list_marker(pair: Pair) -> bool | None:
    if pair.index in pair.flow.numbers:
        return True
    if marks.number(pair.text) is not None and _number_in_sentence(pair):
        return None
    if marks.bullet(pair.text) or marks.is_lone_marker(pair.text) or marks.note_label(pair.text):
        return True
    if pair.index - pair.start == 1 and marks.is_lone_marker(pair.above):
        return False
    if marks.dash(pair.text):
        after_list = marks.dash(pair.first) or pair.above.endswith((":", ";"))
        return True if after_list and (pair.ended or pair.room > 0) else None
    return None


def _number_in_sentence(pair: Pair) -> bool:
    """Tell whether a number that begins a line ends a sentence: "от 6 на / 27. Това…"."""
    return not (pair.ended or pair.blank or pair.room > _TIGHT or marks.bullet(pair.first))


_TIGHT = 0.04


def _link_lines(pair: Pair) -> bool | None:
    """Keep lines apart that each hold a link and its printed address."""
    whole = marks.ends_with_address(pair.together) and not marks.ends_sentence(pair.above)
    if not whole or not _ADDRESS_LINE.match(f"{pair.text} {pair.below}"):
        return None
    only_a_link = pair.together.count("(") == 1 and _ADDRESS_LINE.match(pair.together)
    return True if only_a_link or not pair.lower else None


def _address(pair: Pair) -> bool | None:
    """Leave an address with the words before it; one alone in a line may stand apart."""
    if pair.blank and pair.ended and _ADDRESS_ALONE.fullmatch(pair.text):
        return True
    return False if _PRINTED_FIRST.match(pair.text) else None


def _date(pair: Pair) -> bool | None:
    return True if marks.DATE.match(pair.text) or marks.DATE.match(pair.above) else None


def _title(pair: Pair) -> bool | None:
    """Keep the title's short lines together, and end it where the lines get long."""
    ended = pair.ended and not pair.above.endswith(":")
    if pair.start > 0 or pair.blank or ended or pair.lower:
        return None
    share = pair.flow.measure.share
    if any(share(index) > _TITLE_SHARE for index in range(pair.index)):
        return None
    return share(pair.index) > _TITLE_SHARE


RULES: tuple[Rule, ...] = (
    _cell,
    _inside_word,
    _kept,
    _unwrapped,
    _list_marker,
    _link_lines,
    _address,
    _date,
    _title,
)


# --- what is weighed ---


def _seldom(_: Pair) -> float:
    """Most line ends are inside a block."""
    return -1.0


def _room(pair: Pair) -> float:
    """Where the next word would have fitted, a line ended on purpose."""
    if "://" in pair.above:
        return 0.0
    return max(-2.4, min(40 * (pair.room - 0.03), 2.0, 1.0)) + (
        min(2.5, max(0.0, 15 * (pair.room - 0.1))) if pair.room > 0.1 else 0.0
    )


def _words(pair: Pair) -> float:
    """Weigh the end of a sentence above and the beginning of one here."""
    if _UNFINISHED.search(pair.above):
        return -6.0 if pair.lower else -4.0
    if pair.above.endswith((":", ";")):
        return _after_colon(pair)
    if pair.lower:
        return _small_letter(pair)
    if pair.ended:
        return 3.5 if pair.in_list else 2.3
    if marks.is_section(pair.first):
        return 3.0
    return 0.0 if pair.text[:1].isupper() else -1.5


def _small_letter(pair: Pair) -> float:
    if pair.in_list and (pair.ended or pair.room > _SURE_ROOM):
        return 3.0 if pair.ended else -0.5
    return -2.5 if pair.ended and not _ABBREVIATED.search(pair.above) else -6.0


def _after_colon(pair: Pair) -> float:
    semicolon = pair.above.endswith(";")
    if semicolon and pair.in_list:
        return 5.0
    if semicolon:
        return -1.0 if pair.lower else 4.0
    if pair.text[:1] in _OPENING:
        return 5.0
    if has_list(pair.flow.texts, pair.index):
        return 5.0
    if not pair.lower:
        return 2.5
    return 0.0 if pair.room > _SURE_ROOM else -2.0


def _blank(pair: Pair) -> float:
    """Empty lines as this text uses them; those of a page break say nothing."""
    turned = pair.line.page != pair.flow.lines[pair.index - 1].page
    if turned or pair.line.blank_before >= _PAGE_BREAK:
        return 0.0
    return pair.flow.blank_weights[0 if pair.blank else 1]


def _enclosed(pair: Pair) -> float:
    """Quotations and brackets seldom end with a paragraph inside."""
    if marks.open_brackets(pair.above) > 0:
        return -4.0
    return -2.5 if pair.in_quotation else 0.0


def _opens(pair: Pair) -> float:
    """Weigh what the line begins: a heading, a lead-in, what a speaker says."""
    if not pair.ended or pair.lower:
        return 0.0
    if _is_heading(pair) or marks.dash(pair.text):
        return 3.0
    texts = pair.flow.texts[pair.index : pair.index + _LONGEST_LEAD_IN + 1]
    return 2.0 if heads_list(texts) else 0.0


def _is_heading(pair: Pair) -> bool:
    """Tell whether the line is short, without an end, and nothing in the next goes on with it."""
    below = pair.below
    if not below or marks.ends_sentence(pair.text) or _UNFINISHED.search(pair.text):
        return False
    new = below[:1].isupper() or below[:1] in _OPENING or _has_marker(below)
    return new and pair.flow.measure.room(pair.index, pair.index + 1) > _SURE_ROOM


HINTS: tuple[Hint, ...] = (_seldom, _room, _words, _blank, _enclosed, _opens)
