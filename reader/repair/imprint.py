"""What a publisher prints around the title: the sort of text, the day, the place, the author.

„Съобщение за медиите | 11 февруари 2025 г. | Брюксел“. A line counts only where each of its
pieces is known, so that a sentence with a date in it never does.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from reader.paths import resource
from reader.text import dates, institutions

_LONGEST = 160
_SEPARATOR = re.compile(r"\s*[|·•–—;]\s*|,\s+|\s+[-/]\s+|\s*\n\s*")
_TIME = re.compile(
    r"(?:\b(?:в|at) )?(?<![\w.:])\d{1,2}[:.]\d\d(?::\d\d)?(?!\.?\w)"
    r"(?:\s?(?:ч\.?|h|CET|CEST|AM|PM))?"
)
_NUMBER = re.compile(r"(?:№|No\.?)\s*\d{1,4}(?:/\d{2,4})?|\d{1,4}/\d{2,4}")
_CAPITAL = r"[^\W\d_a-zа-яα-ω][\w’'.-]*"
_PLACE = re.compile(rf"{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}")
_EMPTY = " .,:()[]"
# „Брюксел, 11 февруари 2025 г. – Комисията прие…“
_DATELINE = re.compile(r"\(?(?P<place>[^,–—(]{3,40}),\s*(?P<day>[^–—)]{8,30}?)\)?\s*[–—-]\s+\S")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What one such line tells; `publisher` is a key of resources/institutions.json."""

    day: date | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    typed: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    beside: frozenset[str]
    types: frozenset[str]
    byline: re.Pattern[str]
    names: re.Pattern[str]


def read(text: str) -> Imprint | None:
    """Return what a line tells as an imprint, or None where it is anything else."""
    if not text.strip() or len(text) > _LONGEST:
        return None
    text, publisher = _without_numbers(text)
    days = dates.find(text)
    if len({day for _, _, day in days}) > 1:
        return None
    imprint: Imprint | None = Imprint(
        days[0][2] if days else None, publisher=publisher, numbered=publisher is not None
    )
    places = 0
    for piece, is_label in _pieces(text, days):
        known = _known(imprint, piece) if imprint else None
        if known is None and days and not is_label and not places and _PLACE.fullmatch(piece):
            places, known = 1, imprint
        imprint = known
    return imprint if imprint != Imprint() else None


def stands_alone(text: str) -> bool:
    """Tell whether a line says when, by whom or under which number, and nothing else.

    The sort of text or an institution's name alone may be a heading, too.
    """
    told = read(text)
    return told is not None and bool(told.day or told.authors or told.numbered)


def dateline(text: str) -> date | None:
    """Return the day of a dateline, the place and the day before a report's first words."""
    found = _DATELINE.match(text)
    if found is None or not _PLACE.fullmatch(found["place"]) or not dates.is_date(found["day"]):
        return None
    days = dates.find(found["day"])
    return days[0][2] if days else None


def _without_numbers(text: str) -> tuple[str, str | None]:
    """Return a text with bars for times and numbers of press releases, and who gave these."""
    publisher = None
    words = _TIME.sub(" | ", text).split()
    for place, word in enumerate(words):
        if key := institutions.numbered(word.strip(_EMPTY)):
            publisher = publisher or key
            words[place] = "|"
    return " ".join(words), publisher


def _pieces(text: str, days: list[dates.Found]) -> Iterator[tuple[str, bool]]:
    """Yield the pieces beside the dates, and whether each is a label of what follows it."""
    ends = [0, *(end for _, end, _ in days)]
    starts = [*(start for start, _, _ in days), len(text)]
    for number, (start, end) in enumerate(zip(ends, starts, strict=True)):
        found = _SEPARATOR.split(text[start:end])
        last = len(found) - 1
        for place, piece in enumerate(found):
            # „Брюксел 11 февруари 2025 г.“: what touches the date is no place of its own.
            touches = (place == last and number < len(days)) or (place == 0 and number > 0)
            if piece.strip(_EMPTY):
                yield piece.strip().strip(",()[]"), touches or piece.rstrip().endswith(":")


def _known(imprint: Imprint, piece: str) -> Imprint | None:
    words = _words()
    said = piece.rstrip(":").strip().casefold()
    if said in words.types:
        return replace(imprint, typed=True)
    if said in words.beside:
        return imprint
    if _NUMBER.fullmatch(piece):
        return imprint
    return _publisher(imprint, piece) or _author(imprint, piece)


def _publisher(imprint: Imprint, piece: str) -> Imprint | None:
    key = institutions.named(piece)
    return replace(imprint, publisher=imprint.publisher or key) if key else None


def _author(imprint: Imprint, piece: str) -> Imprint | None:
    words = _words()
    found = words.byline.fullmatch(piece)
    said = found["names"] if found else piece
    if found and (key := institutions.named(said)):
        return replace(imprint, publisher=imprint.publisher or key)
    if not found and not imprint.authors:
        return None
    if not found and said[:1].islower():  # „Автор: Мария Иванова, кореспондент в Брюксел“
        return imprint
    signed = found is not None and ":" in piece  # „Автор: БТА“
    if not words.names.fullmatch(said) and not (signed and _PLACE.fullmatch(said)):
        return None
    return replace(imprint, authors=(*imprint.authors, said))


@cache
def _words() -> _Words:
    data = json.loads(resource("imprints.json").read_text("utf-8"))
    particles, links = "|".join(data["particles"]), "|".join(data["links"])
    one = rf"{_CAPITAL}(?:\s+(?:(?:{particles})\s+){{0,2}}{_CAPITAL}){{1,3}}"
    by, bare = "|".join(data["by"]), "|".join(data["from"])
    return _Words(
        frozenset([*data["published"], *data["weekdays"], *data["places"]]),
        frozenset(data["types"]),
        re.compile(rf"(?:(?i:{by})\s*:?|(?i:{bare}))\s+(?P<names>\S.*)"),
        re.compile(rf"{one}(?:\s+(?:{links})\s+{one})*"),
    )
