"""Numbers by themselves and before what they count."""

import re

from reader.speech.spoken.amounts import gender_behind, with_range
from reader.speech.spoken.figures import NUMBER, Figure, beyond_range, by_figures, figure
from reader.speech.spoken.nouns import counted, is_label, ordered
from reader.speech.spoken.omitted import said_before
from reader.speech.spoken.pieces import Reading, whole
from reader.speech.spoken.scan import Rule
from reader.text.numerals import Form, Gender, cardinal, ordinal

_FRACTION = re.compile(
    r"(?P<part>\d{1,2})/(?P<of>\d{1,2})(?![\d/]|[,.]\d)(?=\s(?:от|на)\s|\s[а-я]|$|[,.;)])"
)
_OF_PERSONS = re.compile(r"-?ма(?:та)?(?![а-я])")
_NOUN_AHEAD = re.compile(r"\s(?!(?:от|на|и|до|или|е|са|в|за)\s)[а-я]")
_CODE = re.compile(r"\d{10,}")  # nobody writes a sum so: „3800123456789“
_TITLE = re.compile(r"\.?\s+[„“]?[А-ЯA-Z][а-яa-zА-Я]|\.$")
_TWO, _OF_THOUSANDS = 2, 3
_LARGEST_PART = 10
_LAST_IN_ORDER = 200
_ORDER_FORMS = {
    Gender.MASCULINE: Form.MASCULINE,
    Gender.FEMININE: Form.FEMININE,
    Gender.NEUTER: Form.NEUTER,
}
_PERSONS_TO = {3, 4, 5, 6}  # „трима“ … „шестима“; above that only 2 to 4 of a compound
_COMPOUND_PERSONS = range(2, 5)


def agreeing(number: Figure, text: str, start: int, end: int) -> Gender:
    """Return the gender in which the number between two places of a text is said."""
    if is_label(text, start):
        return Gender.NEUTER
    by_unit = gender_behind(text, end)
    if by_unit is not None:
        return by_unit
    last = beyond_range(text, end)
    if _OF_PERSONS.match(text, last):  # „2–3-ма експерти“
        found: Gender | None = Gender.PERSONS
    else:
        found = counted(text, last, one=number.is_one and last == end)
    if found is None:
        found = said_before(text, start, last) or Gender.NEUTER
    return Gender.MASCULINE if found is Gender.PERSONS and not _in_persons(number) else found


def _in_persons(number: Figure) -> bool:
    if number.fraction:
        return False
    if number.value in {2} | _PERSONS_TO:
        return True
    return number.value % 10 in _COMPOUND_PERSONS and number.value // 10 % 10 != 1


def _plain(match: re.Match[str]) -> Reading:
    if _CODE.fullmatch(match.group()):
        return whole(match, by_figures(match.group()))
    number = figure(match.group())
    form = _order(number, match)
    if form is not None:
        return with_range(match.string, whole(match, ordinal(number.value, form)))
    gender = agreeing(number, match.string, match.start(), match.end())
    return with_range(match.string, whole(match, number.said(gender)))


def _order(number: Figure, match: re.Match[str]) -> Form | None:
    """Return the form of the ordinal for „на 2 място“, „от 1 до 4 клас“, but not for „1 клас“."""
    last = beyond_range(match.string, match.end())
    alone = number.is_one and last == match.end()
    if number.fraction or alone or number.value > _LAST_IN_ORDER:
        return None
    gender = ordered(match.string, last)
    if gender is None or is_label(match.string, match.start()):
        return None
    return _ORDER_FORMS[gender]


def _fraction(match: re.Match[str]) -> Reading | None:
    """Read 3/4 as „три четвърти“."""
    part, of = int(match["part"]), int(match["of"])
    if not 0 < part < of or not 1 < of <= _LARGEST_PART:
        return None
    if (part, of) == (1, 2) and _NOUN_AHEAD.match(match.string, match.end()):
        return whole(match, "половин")  # „1/2 час“
    many = "четвърти" if of == 4 else ordinal(of, Form.PLURAL)
    one = "четвърт" if of == 4 else ordinal(of, Form.FEMININE)
    return whole(match, f"{cardinal(part, Gender.FEMININE)} {one if part == 1 else many}")


def _numbered(match: re.Match[str]) -> Reading | None:
    """Read „точка 5.3“, „версия 3.0“: parts with points between them."""
    if not (_is_heading(match) or is_label(match.string, match.start())):
        return None
    parts = match.group().split(".")
    return whole(match, " точка ".join(Figure(part).said() for part in parts))


def _is_heading(match: re.Match[str]) -> bool:
    """Tell whether a number with points stands before a title: „2.3. Мерки“, „3.1.2“."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    begins = before.strip(" „“(") == ""
    parts = match.group().split(".")
    many = len(parts) > _TWO and all(len(part) < _OF_THOUSANDS for part in parts)
    return many or (begins and _TITLE.match(after) is not None)


def _and_half(match: re.Match[str]) -> Reading:
    number = figure(match["number"])
    gender = agreeing(number, match.string, match.start(), match.end())
    return whole(match, f"{number.said(gender)} и половина")


RULES = (
    Rule(re.compile(r"\d{1,4}(?:\.\d{1,3}){1,5}(?![\d/])"), _numbered),
    Rule(re.compile(r"(?P<number>\d{1,3})\s?(?:1/2(?![\d/])|½)"), _and_half),
    Rule(_FRACTION, _fraction),
    Rule(re.compile(NUMBER), _plain),
    Rule(re.compile(r"\d+"), _plain),
)
