"""What speaks for and against a block's beginning at a line of plain text.

Each hint has a weight, about the logarithm of how much more often it is seen where a block begins
than inside one; a block begins where the sum of the weights is above 0.
"""

import re
from collections.abc import Callable

from reader.repair import marks
from reader.repair.text_lists import has_list, has_marker, heads_list
from reader.repair.text_sheet import PAGE_BREAK, SURE_ROOM, Pair

Hint = Callable[[Pair], float]

_LONGEST_LEAD_IN = 3
_UNFINISHED = re.compile(
    r"[,–—(]$|\s(?:на|за|с|в|и|от|по|до|със|във|към|че|да|при|без|или|през|чрез|чл\.|ал\.|т\.)$"
)
_ABBREVIATED = re.compile(r"(?:^|[\s.])[а-я]{1,4}\.$")
_OPENING = "„«"


def weigh(pair: Pair) -> float:
    """Return the sum of the weights; above 0 a block begins at the line."""
    return sum(hint(pair) for hint in HINTS)


def _seldom(_: Pair) -> float:
    """Most line ends are inside a block."""
    return -1.0


def _room(pair: Pair) -> float:
    """Where the next word would have fitted, a line ended on purpose."""
    if "://" in pair.above:
        return 0.0
    # Widths are known to about a thirtieth; a tenth of a line is seldom left free by chance.
    little = min(1.0, 40 * (pair.room - 0.03))
    much = min(2.5, 15 * (pair.room - 0.1))
    return max(-2.4, little) + max(0.0, much)


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
    if pair.in_list and (pair.ended or pair.room > SURE_ROOM):
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
    if has_list(pair.sheet.texts, pair.index):
        return 5.0
    if not pair.lower:
        return 2.5
    return 0.0 if pair.room > SURE_ROOM else -2.0


def _blank(pair: Pair) -> float:
    """Empty lines as this text uses them; those of a page break say nothing."""
    turned = pair.line.page != pair.sheet.lines[pair.index - 1].page
    if turned or pair.line.blank_before >= PAGE_BREAK:
        return 0.0
    return pair.sheet.blank_weights[0 if pair.blank else 1]


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
    texts = pair.sheet.texts[pair.index : pair.index + _LONGEST_LEAD_IN + 1]
    return 2.0 if heads_list(texts) else 0.0


def _headed(pair: Pair) -> float:
    """Weigh that the line above is a heading, alone and short, though a long word did not fit."""
    alone = pair.index - pair.start == 1 and pair.start > 0
    titled = pair.above[:1].isupper() or marks.is_section(pair.above)
    number = pair.text[:1].isdigit() and not pair.above[-1:].isdigit()
    new = pair.text[:1].isupper() or number or pair.text[:1] in _OPENING
    if not (alone and titled and new) or pair.ended or _UNFINISHED.search(pair.above):
        return 0.0
    return max(0.0, min(4.5, 25 * (pair.free - 0.1)))


def _is_heading(pair: Pair) -> bool:
    """Tell whether the line is short, without an end, and nothing in the next goes on with it."""
    below = pair.below
    if not below or marks.ends_sentence(pair.text) or _UNFINISHED.search(pair.text):
        return False
    new = below[:1].isupper() or below[:1] in _OPENING or has_marker(below)
    return new and pair.sheet.measure.room(pair.index, pair.index + 1) > SURE_ROOM


HINTS: tuple[Hint, ...] = (_seldom, _room, _words, _blank, _enclosed, _opens, _headed)
