"""Where blocks begin in plain text: by the words, and by what would have fitted on a line.

Some things are certain: a bullet begins an item, a cut address goes on. The rest is weighed.
"""

import re
from collections.abc import Callable

from reader.model.raw import RawLine
from reader.repair import imprint, marks
from reader.repair.text_hints import weigh
from reader.repair.text_lists import has_marker
from reader.repair.text_sheet import LONGEST_PRINTED, Pair, Sheet
from reader.text.dates import is_date
from reader.text.hyphens import ends_with_hyphen

# Lines of a title are set larger, so they hold less than this share of a full line.
_TITLE_SHARE = 0.75
# A number is inside a sentence where it would not have fitted above; widths are known this well.
_TIGHT = 0.04
_BEFORE_DAY = re.compile(r"\s(?:на|до|от|за|към|след|преди|през|в|on|by|from|until|of|in)$")
_ADDRESS_LINE = re.compile(r"^[^(]{3,90}\((?:https?://|www\.|mailto:)")
_ADDRESS_ALONE = re.compile(r"(?:https?://|www\.)\S+")
_PRINTED_FIRST = re.compile(r"^\((?:https?://|www\.|mailto:)")

Rule = Callable[[Pair], "bool | None"]


class TextFlow:
    """Asks the rules one by one; where none knows, the hints are weighed."""

    def __init__(self, lines: tuple[RawLine, ...]) -> None:
        self._starts = {id(lines[index]) for index in _starts(Sheet(lines))}

    def starts(self, block: list[RawLine], line: RawLine) -> bool:  # noqa: ARG002 - a Flow's form
        """Tell whether a line begins a new block after the lines of the block before it."""
        return id(line) in self._starts


def _starts(sheet: Sheet) -> list[int]:
    """Return the indices of the lines that begin blocks, but for the first."""
    found: list[int] = []
    start, in_list = 0, False
    for index in range(1, len(sheet.lines)):
        pair = Pair(sheet, start, index, in_list)
        if _begins(pair):
            in_list = _list_goes_on(pair)
            start = index
            found.append(index)
    return found


def _begins(pair: Pair) -> bool:
    for rule in RULES:
        answer = rule(pair)
        if answer is not None:
            return answer
    return weigh(pair) > 0


def _list_goes_on(pair: Pair) -> bool:
    """Tell whether the block that begins is an item of a list, after "…:" or after another."""
    if pair.above.endswith(":"):
        return not pair.in_quotation
    if not pair.in_list or pair.blank:
        return False
    if has_marker(pair.first):
        return has_marker(pair.text)
    goes_on = pair.lower or pair.above.endswith(";") or not pair.ended
    return goes_on or marks.ends_with_address(pair.together)


def _inside_word(pair: Pair) -> bool | None:
    """Let an address or a word that is cut go on."""
    if marks.has_open_address(pair.together) or ends_with_hyphen(pair.above):
        return False
    return None


def _cell(pair: Pair) -> bool | None:
    tagged = pair.line.tag or pair.sheet.lines[pair.index - 1].tag
    return True if tagged else None


def _kept(pair: Pair) -> bool | None:
    """Leave lines alone that are meant as lines."""
    return True if pair.index in pair.sheet.kept or pair.index - 1 in pair.sheet.kept else None


def _unwrapped(pair: Pair) -> bool | None:
    """Part at every line end in a text whose lines are whole paragraphs."""
    goes_on = pair.lower or _PRINTED_FIRST.match(pair.text)
    lone = pair.index - pair.start == 1 and marks.is_lone_marker(pair.above)
    long = pair.sheet.unwrapped or (len(pair.above) > LONGEST_PRINTED and "://" not in pair.above)
    return True if long and not goes_on and not lone else None


def _list_marker(pair: Pair) -> bool | None:
    if pair.index in pair.sheet.numbers:
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
    if is_date(pair.text) and _BEFORE_DAY.search(pair.above) and not pair.blank:
        return False  # „… приключва на / 15 октомври 2026 г.“
    return True if is_date(pair.text) or is_date(pair.above) else None


def _imprint(pair: Pair) -> bool | None:
    """Keep a line that tells the day or the author apart, where it cannot be a wrapped one."""
    if _BEFORE_DAY.search(pair.above):
        return None
    if pair.room > 0 and imprint.stands_alone(pair.text):
        return True
    alone = pair.index - pair.start == 1 and not pair.lower
    return True if alone and imprint.stands_alone(pair.above) else None


def _title(pair: Pair) -> bool | None:
    """Keep the title's short lines together, and end it where the lines get long."""
    ended = pair.ended and not pair.above.endswith(":")
    if pair.start > 0 or pair.blank or ended or pair.lower:
        return None
    share = pair.sheet.measure.share
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
    _imprint,
    _address,
    _date,
    _title,
)
