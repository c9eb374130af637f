"""Days and years."""

import re

from reader.speech.spoken.amounts import gender_behind, with_range
from reader.speech.spoken.nouns import counted, is_label
from reader.speech.spoken.pieces import Piece, Reading, by_groups, whole
from reader.speech.spoken.scan import Rule
from reader.text.dates import MONTHS
from reader.text.numerals import Form, ordinal, roman_value

_MONTHS = tuple(MONTHS)[:12]  # the Bulgarian names come first
_NUMBERS = range(1, len(_MONTHS) + 1)
_SHORT = {
    "ян": 1, "яну": 1, "фев": 2, "февр": 2, "мар": 3, "апр": 4, "авг": 8, "сеп": 9, "септ": 9,
    "окт": 10, "ное": 11, "ноем": 11, "дек": 12,
}  # fmt: skip
_LONGEST_FIRST = "|".join(sorted(_SHORT, key=len, reverse=True))
_POINTED = {"т": "този месец", "с": "същия месец", "м": "миналия месец"}  # „т.м.“
_NAMED = (
    rf"(?:{'|'.join(_MONTHS)})(?![а-я])|(?:{_LONGEST_FIRST})(?:\.|(?![а-я]))"
    r"|[тсм]\.\s?м\.(?![а-я])"
)
_MONTH = rf"(?P<month>(?i:{_NAMED}))"
_YEAR = r"(?P<year>[12]\d{3})(?!\d)"
# „г.“ that is not the beginning of another abbreviation.
_MARK = r"(?:гг\.|год\.|г\.|г(?![а-я]))"
_OF_YEAR = rf"(?:-[вртм]?а(?![а-я]))?(?:\s?(?P<of>{_MARK}))?"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_JOINT = r"(?:\s?[–-]\s?|\s?/\s?|,\s|\s(?:и|или|до|спрямо|срещу|към|и през|до края на)\s)"
_FIGURES_OF_YEAR, _THIS_CENTURY_TO = 2, "60"
_SOME_DAYS = r"(?:0?[1-9]|[12]\d|3[01])"

_IN_FIGURES = re.compile(
    rf"{_DAY}\.\s?(?P<month>0?[1-9]|1[0-2]|[IVX]{{1,4}})\.\s?{_YEAR}(?!\.\d){_OF_YEAR}"
)
_SHORT_YEAR = re.compile(rf"{_DAY}\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>\d\d)\s?(?P<of>{_MARK})")
_WHOLE_TEXT = re.compile(r"(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.")
_WITH_STROKES = re.compile(rf"{_DAY}/(?P<month>0?[1-9]|1[0-2])/{_YEAR}{_OF_YEAR}")
_ISO = re.compile(
    rf"(?P<year>[12]\d{{3}})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d){_OF_YEAR}"
)
_DAY_MONTH = re.compile(rf"{_DAY}(?:\.|-?(?:ви|ри|ти|ми|и))?\s?{_MONTH}(?:,?\s{_YEAR}{_OF_YEAR})?")
_MONTH_YEAR = re.compile(rf"(?<=[а-я.]\s){_YEAR}{_OF_YEAR}")
_LISTED_DAY = re.compile(
    rf"{_DAY}(?:-?(?:ви|ри|ти|ми))?\.?(?=(?:{_JOINT}{_SOME_DAYS}(?:\.|-?(?:ви|ри|ти|ми|и))?){{1,4}}\s(?i:{_NAMED}))"
)
_LISTED_IN_FIGURES = re.compile(
    rf"{_DAY}(?:\.(?:(?P<month>0?[1-9]|1[0-2])\.?)?)?"
    rf"(?={_JOINT}{_SOME_DAYS}\.(?:0?[1-9]|1[0-2]|[IVX]{{1,4}})\.[12]\d{{3}})"
)
_PARTIAL = re.compile(
    rf"(?:(?<=\s)|^){_DAY}\.(?P<month>0?[1-9]|1[0-2])(?:\.(?!\d)|(?=\s?(?:до|–)\s?{_SOME_DAYS}\.\d\d))"
)
_IN_ROMAN = re.compile(rf"{_DAY}\.(?P<month>[IVX]{{1,4}})\.(?![\w.])")
_MONTH_OF_YEAR = re.compile(rf"(?P<month>0[1-9]|1[0-2])[./]{_YEAR}{_OF_YEAR}")
_BEFORE_PARTIAL = re.compile(r"(?:^|\s)(?:на|от|до|след|преди|към|за)\s$", re.IGNORECASE)
_BEFORE_SHORT = re.compile(r"(?:^|\s)(?:от|до|след|преди|към)\s$", re.IGNORECASE)
_MARKED_YEAR = re.compile(rf"(?P<year>[12]\d{{3}})\s?(?P<of>{_MARK})")
_KIND = r"(?:учебн|академичн|финансов|бюджетн|календарн|отчетн|стопанск|данъчн|пазарн)[а-я]+"
_WORD_YEAR = rf"(?:{_KIND}\s)?годин(?:а|ата|и|ите)(?![а-я])"
_YEAR_AND_WORD = re.compile(rf"(?P<year>[12]\d{{3}})(?=\s{_WORD_YEAR})")
_LISTED_YEAR = re.compile(
    rf"{_YEAR}(?=(?:{_JOINT}[12]\d{{3}}|[–/-]\d\d(?!\d)){{1,5}}\s?(?:{_MARK}|{_WORD_YEAR}))"
)
_SECOND_YEAR = re.compile(
    rf"(?<=[12]\d{{3}}[–/-])(?P<year>\d\d)(?:\s?(?P<of>{_MARK})|(?=\s{_WORD_YEAR}))"
)
_RANGE_OF_YEARS = re.compile(
    r"(?P<year>(?:1[5-9]|20)\d\d)(?=\s?[–-]\s?(?:1[5-9]|20)\d\d(?!\d|[.,]\d|\s\d{3}))"
)
_AFTER_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\s?до\s?$|(?:1[5-9]|20)\d\d\s?[–-]\s?$")
# „сезон 2024/25“: two years, one after the other.
_PAIR_OF_YEARS = re.compile(r"(?P<year>(?:19|20)\d\d)/(?P<next>(?:20)?\d\d)(?![\d/-])")
_BARE_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)(?![\d/:]|[.,]\d|-[\dа-я]|\s\d{3}(?!\d))")
_BEFORE_YEAR = re.compile(
    rf"(?:(?:^|\s)(?:през|до|от|след|преди|към|около|във|в|между|спрямо|година|годината|и|или|лятото|есента"
    rf"|зимата|пролетта|на|за)|[QH][1-4]|(?i:{_NAMED}))\s$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(?<![\w)])\((?:19|20)\d\d\)(?!\w)")
_YEAR_THAT_IS = re.compile(r"\s(?:беше|бе|ще|е|остава|остана)\s")
_PART_AHEAD = re.compile(r"\s[QH][1-4](?!\w)")
_LOOSE = re.compile(r"(?:^|\s)(?:и|или|на|за|към)\s$", re.IGNORECASE)
_TO_MONTH = re.compile(rf"\s?–\s?(?=(?i:{_NAMED}))")
# A dash with space around it leads to another day or year, or to whatever else is told of it.
_APART = re.compile(
    rf"\s[–-]\s(?!{_SOME_DAYS}(?:-?[а-я]{{1,2}})?\s(?i:{_NAMED})|{_SOME_DAYS}\.(?:\d\d?|[IVX]+)\.|"
    r"[12]\d{3}(?![\d/]|[.,]\d|\s\d{3}|\s?[%€$]))"
)
_STROKE = re.compile(r"/(?=\d\d)")  # „2024/2025 г.“
_OLD_YEAR = re.compile(rf"(?P<year>\d{{1,3}})\s?(?P<of>{_MARK})(?=\s?(?:пр\.|сл\.|от\sн\.))")
_EARLY_YEAR = re.compile(rf"(?<=през\s)(?P<year>\d{{3}})\s?(?P<of>{_MARK})")


def _said_day(day: str) -> str:
    return ordinal(int(day), Form.MASCULINE)


def _said_year(year: str) -> str:
    return ordinal(int(year), Form.FEMININE)


def _in_full(year: str) -> str:
    """Return the year that two figures stand for."""
    if len(year) > _FIGURES_OF_YEAR:
        return year
    return ("20" if year < _THIS_CENTURY_TO else "19") + year


def _said_month(month: str) -> str:
    if month.isdecimal():
        return _MONTHS[int(month) - 1]
    if roman := roman_value(month):
        return _MONTHS[roman - 1]
    if month.endswith("м.") and "." in month[:-1]:
        return _POINTED[month[0].lower()]
    number = _SHORT.get(month.lower().rstrip("."))
    return _MONTHS[number - 1] if number else month


def _said_mark(mark: str | None) -> str:
    if mark is None:
        return ""
    return "години" if mark == "гг." else "година"


def _date(match: re.Match[str]) -> Reading | None:
    """Read the day, the month and the year, in whichever order they are written."""
    parts = match.groupdict()
    if match.re is _MONTH_OF_YEAR and not (parts["of"] or parts["month"][0] == "0"):
        return None
    if parts["month"][0] in "IVX" and (roman_value(parts["month"]) or 0) not in _NUMBERS:
        return None
    words = {
        "day": _said_day(parts["day"]) if "day" in parts else "",
        "month": _said_month(parts["month"]),
        "year": _said_year(_in_full(parts["year"])) if parts.get("year") else "",
        "of": _said_mark(parts.get("of")),
    }
    if match.re is _ISO:  # said as all others: the day first
        return whole(match, " ".join(filter(None, words.values())))
    said = {name: word for name, word in words.items() if name in parts}
    return _with_dash(match.string, by_groups(match, **said))


def _with_dash(text: str, reading: Reading) -> Reading:
    return reading if _APART.match(text, reading[-1].end) else with_range(text, reading)


def _listed_day(match: re.Match[str]) -> Reading:
    month = match.groupdict().get("month")
    said = {"month": _said_month(month)} if month else {}
    return with_range(match.string, by_groups(match, day=_said_day(match["day"]), **said))


def _partial(match: re.Match[str]) -> Reading | None:
    """Read „на 15.06.“ as a day; where nothing tells, it may be any number."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    told = _BEFORE_PARTIAL if len(match["month"]) > 1 else _BEFORE_SHORT
    if not (told.search(before) or _WHOLE_TEXT.fullmatch(match.string)):
        return None
    return _listed_day(match)


def _year(match: re.Match[str]) -> Reading:
    text, mark = match.string, match.groupdict().get("of")
    said = {"of": _said_mark(mark)} if mark is not None else {}
    reading = by_groups(match, year=_said_year(match["year"]), **said)
    for joint, word in ((_TO_MONTH, " до "), (_STROKE, " ")):
        if (more := joint.match(text, match.end())) is not None:
            return (*reading, Piece(word, more.start(), more.end()))
    return _with_dash(text, reading)


def _second_in_range(match: re.Match[str]) -> Reading | None:
    before = match.string[max(0, match.start() - 12) : match.start()]
    return _year(match) if _AFTER_YEAR.search(before) else None


def _after_month(match: re.Match[str]) -> Reading | None:
    before = match.string[max(0, match.start() - 12) : match.start()]
    return _year(match) if re.search(rf"(?i:{_NAMED})\s$", before) else None


def _bare_year(match: re.Match[str]) -> Reading | None:
    """Read „през 2024“ as a year, but not „през 2024 души“, „Хоризонт 2020“, „член 2024“."""
    text, start, end = match.string, match.start(), match.end()
    before = text[max(0, start - 16) : start]
    begins = _PART_AHEAD.match(text, end) or (start == 0 and _YEAR_THAT_IS.match(text, end))
    if begins or (start and _IN_BRACKETS.match(text, start - 1)):
        return _year(match)
    if is_label(text, start) or not _BEFORE_YEAR.search(before):
        return None
    if gender_behind(text, end) is not None:
        return None
    if counted(text, end, one=False) is not None and _LOOSE.search(before):
        return None
    return _year(match) if not _counts(text, end) else None


def _pair_of_years(match: re.Match[str]) -> Reading | None:
    year, following = int(match["year"]), int(match["next"])
    if following % 100 != (year + 1) % 100:
        return None
    return by_groups(match, year=_said_year(match["year"]), next=_said_year(match["next"]))


def _counts(text: str, end: int) -> bool:
    """Tell whether a noun in a counted form follows: „1945 души“."""
    word = re.compile(r"\s([а-я]+)").match(text, end)
    return word is not None and counted(text, end, one=False) is not None


RULES = (
    Rule(_IN_FIGURES, _date),
    Rule(_SHORT_YEAR, _date),
    Rule(_WITH_STROKES, _date),
    Rule(_ISO, _date),
    Rule(_DAY_MONTH, _date),
    Rule(_LISTED_DAY, _listed_day),
    Rule(_LISTED_IN_FIGURES, _listed_day),
    Rule(_IN_ROMAN, _date),
    Rule(_MONTH_OF_YEAR, _date),
    Rule(_PARTIAL, _partial),
    Rule(_MARKED_YEAR, _year),
    Rule(_YEAR_AND_WORD, _year),
    Rule(_LISTED_YEAR, _year),
    Rule(_SECOND_YEAR, _year),
    Rule(_OLD_YEAR, _year),
    Rule(_EARLY_YEAR, _year),
    Rule(_MONTH_YEAR, _after_month),
    Rule(_RANGE_OF_YEARS, _year),
    Rule(_PAIR_OF_YEARS, _pair_of_years),
    Rule(_BARE_YEAR, _second_in_range),
    Rule(_BARE_YEAR, _bare_year),
)
