"""Lists, lead-ins and lines meant as lines in plain text, found by looking ahead."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.repair import marks
from reader.repair.measure import Measure
from reader.text.dates import is_date

# So many lines after "…:" are looked through for a list; no item is longer.
_LONGEST_ITEM = 6
# Lines meant as lines are shorter than this share of a full one, and at least so many.
_SHORT = 0.62
_FEWEST_KEPT = 3
# Of their ends, at least this share leave room for the next word.
_RAGGED = 0.34
_ROOM = 0.1
# At most this share of them begins with a small letter.
_MOST_SMALL = 0.34
# More of the lines of verse than this end with a pause.
_MOSTLY = 0.7
_PAUSES = (",", ".", "!", "?", "…", "–", "—")
_STREET = re.compile(r"(?:ул|бул|пл|гр|ж\.\s?к)\.\s|[гд]-")
_NUMBERED = re.compile(r"(\d{1,2}) (?=[^\W\d])")
_INTRODUCES = re.compile(r":(?:\s?\[\d{1,2}\])?$")
_INNER_END = re.compile(r"[.!?…][“”»)]*\s")


def has_marker(text: str) -> bool:
    """Tell whether a line begins with a bullet, a number or a dash."""
    return bool(marks.bullet(text) or marks.dash(text)) or marks.is_lone_marker(text)


def has_list(texts: Sequence[str], index: int) -> bool:
    """Tell whether a list without bullets begins at a line: items that end in ";"."""
    lines = texts[index : index + _LONGEST_ITEM]
    for text, below in pairwise((*lines, "")):
        if text.endswith((".", ";", ":")):
            return text.endswith(";") or (text.endswith(".") and below[:1].islower())
    return False


def heads_list(texts: Sequence[str]) -> bool:
    """Tell whether lines begin with a single sentence "…:" before a quotation or list."""
    for number, (text, below) in enumerate(pairwise(texts), 1):
        if _INTRODUCES.search(text):
            whole = " ".join(texts[:number])
            opens = below[:1] in "„«" or has_marker(below)
            return not _INNER_END.search(whole) and (opens or below[:1].islower())
        if marks.ends_sentence(text):
            return False
    return False


def numbers_of_lists(texts: Sequence[str]) -> dict[int, int]:
    """Return the lines that begin with a number of a list without full stop, and its length.

    Some programs print the numbers so: "…:", "1 …", "2 …".
    """
    found: dict[int, int] = {}
    number = 0
    for index, text in enumerate(texts):
        item = _NUMBERED.match(text)
        above = texts[index - 1] if index else ""
        if item and int(item.group(1)) == 1 and above.endswith(":"):
            run = [(index, item.end())]
            number = 1
        elif item and number and int(item.group(1)) == number + 1:
            run.append((index, item.end()))
            found |= dict(run)
            number += 1
        elif text.endswith(":"):
            number = 0
    return found


def kept_lines(texts: Sequence[str], blanks: Sequence[int], measure: Measure) -> frozenset[int]:
    """Return the lines that are meant as lines: verse, postal addresses, signatures.

    They are short, stand together, and begin with capitals or break though the next word would
    have fitted even into the widest of them.
    """
    kept: set[int] = set()
    run: list[int] = []
    for index in range(len(texts) + 1):
        ends = index == len(texts) or (run and blanks[index])
        if not ends and _is_short(texts[index], index, measure):
            run.append(index)
            continue
        while run and not blanks[run[0]] and _ends_paragraph(texts[run[0]]):
            run.pop(0)
        whole = len(run) == len(texts) or (run and run[0] > 0)
        if whole and len(run) >= _FEWEST_KEPT and _is_ragged([texts[n] for n in run], measure):
            kept.update(run)
        short = index < len(texts) and _is_short(texts[index], index, measure)
        run = [index] if short else []
    return frozenset(kept)


def _is_short(text: str, index: int, measure: Measure) -> bool:
    plain = not marks.bullet(text) and not marks.is_lone_marker(text) and not marks.dash(text)
    plain = plain and not is_date(text) and not text.endswith((":", "-", "\u00ad"))
    return plain and "://" not in text and measure.share(index) < _SHORT


def _ends_paragraph(text: str) -> bool:
    return text[:1].islower() or marks.ends_sentence(text)


def _is_ragged(texts: list[str], measure: Measure) -> bool:
    small = sum(text[:1].islower() and not _STREET.match(text) for text in texts)
    if small == 0:
        return True
    if small > _MOST_SMALL * len(texts):
        # Verse ends its lines with the pieces of its sentences, and no sentence within them.
        pauses = sum(text.endswith(_PAUSES) for text in texts)
        inner = any(_INNER_END.search(text) for text in texts)
        return pauses > _MOSTLY * len(texts) and not inner
    full = max(measure.of(text) for text in texts)
    loose = sum(
        measure.of(above) + measure.of("n" + below.split()[0]) < (1 - _ROOM) * full
        for above, below in pairwise(texts)
    )
    return loose > _RAGGED * (len(texts) - 1)
