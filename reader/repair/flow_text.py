"""Where blocks begin in plain text: by the words, and by what would have fitted on a line."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from reader.model.raw import RawLine
from reader.repair import imprint, marks
from reader.text.dates import is_date
from reader.text.hyphens import ends_with_hyphen

# Widths of letters as shares of the letter size, of usual proportional faces.
_WIDTHS = {
    letter: width
    for letters, width in (
        ("ijl.,:;'|!()[]ı ", 0.30),
        ('ftrI-„“"/', 0.36),
        ("жшщюмфыMWmwЖШЩЮМФ@—", 0.86),
        ("АБВГДЕЗИЙКЛНОПРСТУХЦЧЪЬЯABCDEFGHKLNOPQRSTUVXYZ", 0.70),
    )
    for letter in letters
}
_USUAL_WIDTH = 0.555
# No printed line holds more letters: such a text has each paragraph on one line.
_LONGEST_PRINTED = 160
# So many lines of a block are looked at again; no quotation or address is longer.
_REMEMBERED = 100
# A line that reaches less than this share of the full width leaves room for another word.
_SLACK = 0.96
# Lines of a title are set larger, so they hold less than this share of a full line.
_TITLE_SHARE = 0.75
_BLANK_SHARE = 0.08
_DENSE_SHARE = 0.75
_UNFINISHED = re.compile(
    r"[,–—]$|\s(?:на|за|с|в|и|от|по|до|със|във|към|че|да|при|без|или|през|чрез|г\.)$"
)
_BEFORE_DAY = re.compile(r"\s(?:на|до|от|за|към|след|преди|през|в|on|by|from|until|of|in)$")
_ADDRESS_LINE = re.compile(r"^[^(]{3,90}\((?:https?://|www\.|mailto:)")
_ADDRESS_ALONE = re.compile(r"(?:https?://|www\.)\S+")
_PRINTED_FIRST = re.compile(r"^\((?:https?://|www\.|mailto:)")


def proportional(text: str) -> float:
    """Return the width of a text in a usual proportional face."""
    return sum(_WIDTHS.get(letter, _USUAL_WIDTH) for letter in text)


class Measure:
    """How wide the lines of a text are: by letters of different widths, or by their count."""

    def __init__(self, lines: tuple[RawLine, ...]) -> None:
        texts = [line.text.strip() for line in lines]
        self._width = min((proportional, _count), key=lambda width: _misfits(texts, width))
        self.full = _full(texts, self._width)

    def of(self, text: str) -> float:
        """Return the width of a text."""
        return self._width(text.strip())


def _count(text: str) -> float:
    return float(len(text))


def _full(texts: list[str], width: Callable[[str], float]) -> float:
    """Return the width of a full line; addresses, which cannot be cut, do not count."""
    widths = sorted(width(text) for text in texts if "://" not in text) or [0.0]
    return widths[-1 - len(widths) // 40] if len(widths) > 8 else widths[-1]


def _misfits(texts: list[str], width: Callable[[str], float]) -> int:
    """Count lines that go on inside a sentence though the next word would have fitted."""
    full = _full(texts, width)
    return sum(
        width(above) + width(" " + below.split()[0]) < _SLACK * full
        for above, below in pairwise(texts)
        if below[:1].islower()
    )


@dataclass(frozen=True)
class Pair:
    """A line, the lines of the block before it, and what the words say."""

    block: list[RawLine]
    line: RawLine
    flow: "TextFlow"

    @cached_property
    def text(self) -> str:
        """The line's words."""
        return self.line.text.strip()

    @cached_property
    def above(self) -> str:
        """The words of the line above."""
        return self.block[-1].text.strip()

    @cached_property
    def together(self) -> str:
        """The words of the block so far, as far back as they matter."""
        return " ".join(line.text.strip() for line in self.block[-_REMEMBERED:])

    @cached_property
    def fits(self) -> bool:
        """Whether the first word would have fitted into the line above."""
        measure = self.flow.measure
        word = re.split("(?<=-)", self.text.split()[0])[0]
        return measure.of(self.above) + measure.of(" " + word) < _SLACK * measure.full

    @cached_property
    def ended(self) -> bool:
        """Whether the line above ends a sentence, or ends with a printed address."""
        return marks.ends_sentence(self.above) or marks.ends_with_address(self.together)

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


class TextFlow:
    """Asks the rules one by one; the first that knows decides."""

    def __init__(self, lines: tuple[RawLine, ...]) -> None:
        self.measure = Measure(lines)
        self.first_line = lines[0] if lines else None
        share = sum(line.blank_before > 0 for line in lines[1:]) / max(1, len(lines) - 1)
        # Some copies have an empty line after every line, some have next to none.
        self.usual_blank = 1 if share > _DENSE_SHARE else 0
        words = [line.text for line in lines if "://" not in line.text]
        self.unwrapped = any(len(text) > _LONGEST_PRINTED for text in words)
        self.blanks_count = share > _BLANK_SHARE

    def starts(self, block: list[RawLine], line: RawLine) -> bool:
        """Tell whether a line begins a new block after the lines of the block before it."""
        pair = Pair(block, line, self)
        for rule in RULES:
            answer = rule(pair)
            if answer is not None:
                return answer
        return False


def _inside_word(pair: Pair) -> bool | None:
    """Let an address or a word that is cut go on."""
    if marks.has_open_address(pair.together) or ends_with_hyphen(pair.above):
        return False
    return None


def _unwrapped(pair: Pair) -> bool | None:
    """Part at every line end in a text whose lines are whole paragraphs."""
    goes_on = pair.lower or _PRINTED_FIRST.match(pair.text)
    lone = len(pair.block) == 1 and marks.is_lone_marker(pair.above)
    return True if pair.flow.unwrapped and not goes_on and not lone else None


def _list_marker(pair: Pair) -> bool | None:
    if marks.number(pair.text) is not None and _number_in_sentence(pair):
        return None
    if marks.bullet(pair.text) or marks.is_lone_marker(pair.text) or marks.note_label(pair.text):
        return True
    if len(pair.block) == 1 and marks.is_lone_marker(pair.above):
        return False
    if marks.dash(pair.text):
        after_list = marks.dash(pair.block[0].text.strip()) or pair.above.endswith((":", ";"))
        return True if after_list else None
    return None


def _number_in_sentence(pair: Pair) -> bool:
    """Tell whether a number that begins a line ends a sentence: "от 6 на / 27. Това…"."""
    return not (pair.ended or pair.blank or pair.fits or marks.bullet(pair.block[0].text.strip()))


def _bare_item(pair: Pair) -> bool | None:
    """Know a list without bullets: "…:" or "…;", then a small letter."""
    if not pair.lower or pair.in_quotation or marks.open_brackets(pair.above) > 0:
        return None
    in_list = marks.starts_lower(pair.block[0].text.strip()) and pair.above.endswith(".")
    return True if (pair.above.endswith((":", ";")) or in_list) and pair.fits else None


def _goes_on_lower(pair: Pair) -> bool | None:
    if pair.blank and pair.ended and _ADDRESS_ALONE.fullmatch(pair.text):
        return True
    return False if pair.lower or _PRINTED_FIRST.match(pair.text) else None


def _date(pair: Pair) -> bool | None:
    if is_date(pair.text) and _BEFORE_DAY.search(pair.above) and not pair.blank:
        return False  # „… приключва на / 15 октомври 2026 г.“
    return True if is_date(pair.text) or is_date(pair.above) else None


def _imprint(pair: Pair) -> bool | None:
    """Keep a line that tells the day or the author apart, where it cannot be a wrapped one."""
    if _BEFORE_DAY.search(pair.above):
        return None
    if pair.fits and imprint.stands_alone(pair.text):
        return True
    alone = len(pair.block) == 1 and not pair.lower
    return True if alone and imprint.stands_alone(pair.above) else None


def _title(pair: Pair) -> bool | None:
    """Keep the title's short lines together, and end it where the lines get long."""
    ended = pair.ended and not pair.above.endswith(":")
    if pair.block[0] is not pair.flow.first_line or pair.blank or ended:
        return None
    measure = pair.flow.measure
    limit = _TITLE_SHARE * measure.full
    if any(measure.of(line.text) > limit for line in pair.block):
        return None
    return measure.of(pair.text) > limit


def _after_blank(pair: Pair) -> bool | None:
    if not pair.blank or not pair.flow.blanks_count:
        return None
    if pair.in_quotation:
        return pair.ended and pair.fits and pair.text.startswith("„")
    # A page break leaves several empty lines, a paragraph leaves one.
    paragraph = pair.fits or (pair.line.blank_before == 1 and pair.text[:1].isupper())
    return pair.ended or (paragraph and not _UNFINISHED.search(pair.above))


def _after_sentence(pair: Pair) -> bool | None:
    return True if pair.ended and pair.fits and not pair.in_quotation else None


def _link_lines(pair: Pair) -> bool | None:
    """Keep lines apart that each hold a link and its printed address."""
    whole = marks.ends_with_address(pair.together) and not marks.ends_sentence(pair.above)
    if not whole or not _ADDRESS_LINE.match(pair.text):
        return None
    only_a_link = pair.together.count("(") == 1 and _ADDRESS_LINE.match(pair.together)
    return True if only_a_link or not pair.lower else None


def _after_colon(pair: Pair) -> bool | None:
    if not pair.above.endswith(":"):
        return None
    return True if pair.fits or pair.text[:1].isupper() or pair.text[:1] in "„•" else None


def _short_line(pair: Pair) -> bool | None:
    """Take a short line without an end mark, before a capital letter, for a heading."""
    if not pair.fits or pair.in_quotation or not pair.text[:1].isupper():
        return None
    short = pair.flow.measure.of(pair.above) < 0.62 * pair.flow.measure.full
    return True if short and not _UNFINISHED.search(pair.above) else None


RULES: tuple[Rule, ...] = (
    _inside_word,
    _unwrapped,
    _list_marker,
    _bare_item,
    _link_lines,
    _imprint,
    _goes_on_lower,
    _date,
    _title,
    _after_blank,
    _after_sentence,
    _after_colon,
    _short_line,
)
