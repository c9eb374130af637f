"""Signs that are said by a word, or not at all; the words are in resources/signs_bg.json."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from reader.paths import resource
from reader.speech.spoken.pieces import Reading, whole
from reader.speech.spoken.scan import Rule
from reader.text.numerals import Form, cardinal, ordinal

_NUMBER_AHEAD = r"(?=\s?[€$£]?\s?[−–-]?\d)"
_NUMBER_BEHIND = re.compile(r"\d\s?[)%]?\s?$")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"
_SQUARE, _CUBE = 2, 3
_UNIT_BEHIND = re.compile(r"(?:\d|(?<![А-Яа-яA-Za-z])(?:[кдсм]?м|[a-z]{1,2}))$")
_WORD_BEHIND = re.compile(r"(?P<word>\w+)\.?\s?$")
_WORD_AHEAD = re.compile(r"\s?[„“\"(]?(?P<word>\w{1,40})")
_OF_AHEAD = re.compile(r"\s(?:от|на)\b")
_ENCLOSED = re.compile(r"[“”\"’»)]$")
_CASE_CITED = re.compile(r"\b[Дд]ел(?:о|ото|а|ата)\b|(?<!\w)[CTСТ][-–]\d+/\d\d\b")
_STARS = re.compile(r"(?<![\d.,])[1-7]$")
_PRICE = re.compile(r"(?:лв\.?|лева|евро|[€$]|EUR|BGN)\s?$")
_FAR = 200
_SHARP = 24


@dataclass(frozen=True, slots=True)
class _Signs:
    """The lists of signs; the file tells where each holds."""

    words: Mapping[str, str]
    before_number: Mapping[str, str]
    between_numbers: Mapping[str, str]
    after_number: Mapping[str, str]
    fractions: Mapping[str, str]
    before_noun: Mapping[str, str]
    prices: frozenset[str]


@cache
def _signs() -> _Signs:
    data = json.loads(resource("signs_bg.json").read_text("utf-8"))
    data["prices"] = frozenset(data["prices"])
    return _Signs(**{name: data[name] for name in _Signs.__slots__})


def _any(signs: Mapping[str, str]) -> str:
    return "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))


def _behind(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _SHARP) : match.start()]


def _silent(match: re.Match[str]) -> Reading:
    return whole(match, "")


def _said(words: Mapping[str, str]) -> Callable[[re.Match[str]], Reading | None]:
    return lambda match: whole(match, _apart(match, words[match["sign"]]))


def _apart(match: re.Match[str], word: str) -> str:
    """Return a word with space where the sign has none, so that it stays a word of its own."""
    before = _behind(match)
    closes = match.string[match.end() : match.end() + 1] in '“”»").,;:!?'  # or is the last
    return (" " if before[-1:].isalnum() else "") + word + ("" if closes else " ")


def _between(match: re.Match[str]) -> Reading | None:
    if not _NUMBER_BEHIND.search(_behind(match)):
        return None
    return whole(match, f" {_signs().between_numbers[match['sign']]} ")


def _after(match: re.Match[str]) -> Reading | None:
    behind = _behind(match)
    if not behind[-1:].isdigit():
        return None
    if match["sign"] == "*" and not _STARS.search(behind):
        return _silent(match)  # „12,3*“ has a note
    word = _signs().after_number[match["sign"]]
    if behind.endswith("1") and not behind[-2:-1].isdigit():
        word = {"градуса": "градус", "звезди": "звезда", "минути": "минута"}.get(word, word)
    return whole(match, f" {word} ")


def _minus(match: re.Match[str]) -> Reading | None:
    """Read a dash before a number as a minus, unless it leads from another number to it."""
    behind = _behind(match)
    if _ENCLOSED.search(behind):
        return _silent(match)
    return whole(match, " до " if re.search(r"\d\s$", behind) else "минус ")


def _fraction(match: re.Match[str]) -> Reading:
    sign, behind = match.group(), _behind(match)
    if re.search(r"\d\s?$", behind):
        return whole(match, " и половина" if sign == "½" else f" и {_signs().fractions[sign]}")
    ahead = _WORD_AHEAD.match(match.string, match.end())
    part_of = ahead and not _OF_AHEAD.match(match.string, match.end())
    words = _signs().before_noun if part_of else {}
    return whole(match, words.get(sign, _signs().fractions[sign]))


def _power(match: re.Match[str]) -> Reading:
    """Read a raised number as a power; after any other word it is the mark of a note."""
    if not _UNIT_BEHIND.search(_behind(match)):
        return _silent(match)
    power = int("".join(str(_SUPERSCRIPTS.index(figure)) for figure in match.group()))
    named = {_SQUARE: " на квадрат", _CUBE: " на куб"}
    return whole(match, named.get(power, f" на {ordinal(power, Form.FEMININE)} степен"))


def _lowered(match: re.Match[str]) -> Reading:
    number = int("".join(str(_SUBSCRIPTS.index(figure)) for figure in match.group()))
    return whole(match, cardinal(number))


def _note(match: re.Match[str]) -> Reading | None:
    return _silent(match) if match.start() and not _behind(match)[-1].isspace() else None


def _stroke(match: re.Match[str]) -> Reading:
    """Read a stroke between numbers by its name, and as „или“ between two things."""
    before = _WORD_BEHIND.search(_behind(match))
    after = _WORD_AHEAD.match(match.string, match.end())
    if after and after["word"][0].isdigit() and _PRICE.search(_behind(match)):
        return whole(match, " или ")  # „1,89 лв./0,97 €“
    if before is None or after is None:
        return _silent(match)
    if _are_parties(before["word"], after["word"]) and _is_in_case(match):
        return whole(match, " срещу ")
    return whole(match, f" {_joining(before['word'], after['word'])} ".replace("  ", " "))


def _is_in_case(match: re.Match[str]) -> bool:
    near = match.string[max(0, match.start() - _FAR) : match.end() + _FAR]
    return _CASE_CITED.search(near) is not None


def _are_parties(before: str, after: str) -> bool:
    """Tell whether a stroke stands between those of a case: „Google/Комисия“."""
    names = before[0].isupper() and after[0].isupper()
    return names and not before.isupper() and not after.isupper()


def _joining(before: str, after: str) -> str:
    if before.isdigit() or after[0].isdigit():
        return "наклонена черта"
    if before in _signs().prices:
        return "на"
    small = before.islower() and after.islower()
    linked = "или" in (before, after) or before.isascii() or min(len(before), len(after)) == 1
    return "или" if small and not linked else ""


def _ampersand(match: re.Match[str]) -> Reading:
    after = _WORD_AHEAD.match(match.string, match.end())
    before = _WORD_BEHIND.search(_behind(match))
    latin = after and before and after["word"].isascii() and before["word"].isascii()
    return whole(match, " енд " if latin else " и ")


def _arrow(match: re.Match[str]) -> Reading:
    between = _WORD_BEHIND.search(_behind(match)) and _WORD_AHEAD.match(match.string, match.end())
    return whole(match, " към " if between else "")


def _hashtag(match: re.Match[str]) -> Reading:
    return whole(match, "хаштаг ")


RULES = (
    Rule(re.compile(r"[–-](?=\d)"), _minus),
    Rule(re.compile(r"[–-](?=„?[^\W\d][)“”])"), lambda match: whole(match, " до ")),  # „а)–в)“
    Rule(re.compile(r"\[(?:\d{1,3}|\*)\]"), _note),
    Rule(re.compile(f"[{_SUPERSCRIPTS}]{{1,9}}"), _power),
    Rule(re.compile(f"[{''.join(_signs().fractions)}]"), _fraction),
    Rule(re.compile(r"&(?:amp;)?"), _ampersand),
    Rule(re.compile(rf"(?P<sign>{_any(_signs().between_numbers)}){_NUMBER_AHEAD}"), _between),
    Rule(
        re.compile(rf"(?P<sign>{_any(_signs().before_number)}){_NUMBER_AHEAD}"),
        _said(_signs().before_number),
    ),
    # „60+ държави“; behind a mark alone it is „плюс“
    Rule(re.compile(r"(?<=\d)\+(?=\s[а-я])"), lambda match: whole(match, " и повече")),
    Rule(re.compile(r"/"), _stroke),
    Rule(re.compile(r"→|⇒|➔|➜|=>|->"), _arrow),
    Rule(re.compile(r"#(?=[^\W\d])"), _hashtag),
    Rule(re.compile(rf"(?P<sign>{_any(_signs().after_number)})"), _after),
    Rule(re.compile(rf"(?P<sign>{_any(_signs().words)})"), _said(_signs().words)),
    Rule(re.compile(f"[{_SUBSCRIPTS}]{{1,9}}"), _lowered),
    Rule(re.compile(r"[^\w\s]|_+|[₀-₉⁰-⁹½-⅞]"), _silent),
)
