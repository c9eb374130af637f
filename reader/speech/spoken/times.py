"""Times of day, scores, and telephone numbers."""

import re

from reader.speech.spoken.amounts import with_range
from reader.speech.spoken.figures import by_figures
from reader.speech.spoken.pieces import Piece, Reading, by_groups, whole
from reader.speech.spoken.scan import Rule
from reader.text.numerals import LARGEST, Gender, cardinal

_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_MINUTE = r"(?P<minute>[0-5]\d)"
_MARK = r"(?:\s?(?:ч\.|ч(?![а-я])|часа?(?![а-я])|h(?!\w)))"
_CLOCK = re.compile(rf"{_HOUR}[:.]\s?{_MINUTE}(?![\d:]){_MARK}")
_ROUND = "(?:[0-5][05])"
_COMMA = re.compile(rf"{_HOUR},(?P<minute>{_ROUND})(?:{_MARK}|(?=\s?[–-]\s?\d\d?,{_ROUND}{_MARK}))")
_QUARTER = r"(?P<minute>00|15|30|45)(?![\d%])"
_FROM_QUARTER = re.compile(rf"{_HOUR}\.{_QUARTER}(?=\s?[–-]\s?[012]?\d\.(?:00|15|30|45)(?!\d))")
_TO_QUARTER = re.compile(rf"(?:(?<=\.\d\d[–-])|(?<=\.\d\d\s[–-]\s)){_HOUR}\.{_QUARTER}")
_BEFORE_CLOCK = re.compile(
    r"(?:^|\s)(?:в|във|от|до|след|преди|към|около|между)\s$|\d,\d\d\s?[–-]\s?$", re.IGNORECASE
)
_COLON = re.compile(rf"{_HOUR}:{_MINUTE}(?![\d:]|\s\d{{3}}(?!\d))")
_TO_THE_SECOND = re.compile(rf"{_HOUR}:{_MINUTE}:(?P<second>[0-5]\d)(?![\d:]){_MARK}?")
_LENGTH = re.compile(r"(?P<minute>\d{1,3}):(?P<second>[0-5]\d)(?P<mark>\s?мин(?:\.|ути(?![а-я])))")
_BEGINS_RANGE = re.compile(rf"{_HOUR}\.{_MINUTE}(?=\s?(?:[–-]|до)\s?\d{{1,2}}[.:]\d\d{_MARK})")
_ALWAYS = re.compile(r"24/7(?!\d)")
_RATIO = re.compile(r"(?P<one>\d{1,3})(?P<gap>\s?):(?P=gap)(?P<other>\d{1,3}(?: \d{3})*)(?![\d:])")
_BEFORE_RATIO = re.compile(
    r"(?:^|\s)(?:съотношение\w*|пропорци\w+|мащаб\w*|курс\w*|коефициент\w*|залози\w*)\s(?:от\s)?$",
    re.IGNORECASE,
)
_HALVES = re.compile(r"(?P<half>\d0)/(?P=half)(?![\d/])")  # „50/50“

# +32 2 299 11 11 · 02/985 42 11 · 00 800 6 7 8 9 10 11 · 0888 123 456
_GROUPS = r"(?:(?:[ /.-]|\s?\(\d{1,4}\)\s?)\d{1,4}){1,9}(?!\d|[.,]\d)"
_LONG_GROUPS = _GROUPS.replace("\\d{1,4}){1,9}", "\\d{1,9}){1,9}")
_ABROAD = re.compile(rf"\+\s?(?P<number>\d{{1,4}}(?:{_LONG_GROUPS}|\d{{4,12}}))")
_AT_HOME = re.compile(rf"(?<![\w-])(?P<number>0\d{{1,3}}{_GROUPS})")
_AFTER_WORD = re.compile(rf"(?P<number>\d{{2,}}+(?:{_GROUPS})?)(?!/)")
_WORD = re.compile(
    r"(?:еик|егн|булстат|тел|телефон|телефона|телефонът|телефони|факс|gsm|моб|мобилен|линия|номер)"
    r"(?:\.|\sномер|\sлиния)?:?\s?$",
    re.IGNORECASE,
)
_NAMES = {
    "hour": (Gender.MASCULINE, "час", "часа"),
    "minute": (Gender.FEMININE, "минута", "минути"),
    "second": (Gender.FEMININE, "секунда", "секунди"),
}
_FEWEST_AT_HOME = 6
_LONGEST_GROUP = 3
_PAIRS = 4


def _clock(match: re.Match[str]) -> Reading:
    hour, minute = int(match["hour"]), int(match["minute"])
    words = _counted(hour, "hour")
    if not minute:
        return with_range(match.string, whole(match, words))
    minutes = f"и {_counted(minute, 'minute')}"
    return with_range(match.string, by_groups(match, hour=words, minute=minutes))


def _to_the_second(match: re.Match[str]) -> Reading:
    """Read „1:30:25 ч.“, and „2:35 мин.“ as minutes and seconds."""
    known = match.groupdict()
    words = {name: _counted(int(known[name]), name) for name in _NAMES if name in known}
    words["second"] = f"и {words['second']}"
    return by_groups(match, **words, **({"mark": ""} if "mark" in known else {}))


def _counted(count: int, name: str) -> str:
    gender, one, many = _NAMES[name]
    return f"{cardinal(count, gender)} {one if count == 1 else many}"


def _with_comma(match: re.Match[str]) -> Reading | None:
    """Read „в 18,30 часа“ as a time of day, but „с 7,50 часа“ as an amount."""
    before = match.string[max(0, match.start() - 8) : match.start()]
    begins = match.string[match.end() :].lstrip().startswith(("–", "-"))
    return _clock(match) if begins or _BEFORE_CLOCK.search(before) else None


def _with_colon(match: re.Match[str]) -> Reading | None:
    """Read „20:15“ as a time of day, but not „мащаб 1:50“."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    return None if _BEFORE_RATIO.search(before) else _clock(match)


def _ratio(match: re.Match[str]) -> Reading | None:
    other = int(match["other"].replace(" ", ""))
    if other > LARGEST:
        return None
    return whole(match, f"{cardinal(int(match['one']))} към {cardinal(other)}")


def _halves(match: re.Match[str]) -> Reading:
    half = cardinal(int(match["half"]))
    return whole(match, f"{half} на {half}")


def _always(match: re.Match[str]) -> Reading:
    return whole(match, "двадесет и четири часа седем дни в седмицата")


def _telephone(match: re.Match[str]) -> Reading:
    """Read a number in the groups that it is written in."""
    pieces = [Piece("плюс", match.start(), match.start("number"))] if match.re is _ABROAD else []
    begin = match.start("number")
    for group in re.finditer(r"\d+", match["number"]):
        start, end = begin + group.start(), begin + group.end()
        pieces.append(Piece(f" {_group(group.group())}", pieces[-1].end if pieces else start, end))
    return pieces


def _group(figures: str) -> str:
    rest = figures.lstrip("0")
    zeros = ["нула"] * (len(figures) - len(rest))
    if not rest:
        return " ".join(zeros)
    if len(rest) == _PAIRS and not zeros:
        return f"{_group(rest[:2])} {_group(rest[2:])}"
    if len(rest) > _LONGEST_GROUP or zeros:
        return by_figures(figures)
    return cardinal(int(rest))


def _at_home(match: re.Match[str]) -> Reading | None:
    if sum(map(str.isdecimal, match["number"])) < _FEWEST_AT_HOME:
        return None
    return _telephone(match)


def _after_word(match: re.Match[str]) -> Reading | None:
    before = match.string[max(0, match.start() - 24) : match.start()]
    return _telephone(match) if _WORD.search(before) and before[-6:] != "номер " else None


RULES = (
    Rule(_ALWAYS, _always),
    Rule(_LENGTH, _to_the_second),
    Rule(_TO_THE_SECOND, _to_the_second),
    Rule(_CLOCK, _clock),
    Rule(_COMMA, _with_comma),
    Rule(_FROM_QUARTER, _clock),
    Rule(_TO_QUARTER, _clock),
    Rule(_BEGINS_RANGE, _clock),
    Rule(_AT_HOME, _at_home),
    Rule(_AFTER_WORD, _after_word),
    Rule(_COLON, _with_colon),
    Rule(_RATIO, _ratio),
    Rule(_HALVES, _halves),
)
ABROAD = (Rule(_ABROAD, _telephone),)
