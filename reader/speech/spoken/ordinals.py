"""Numbers with an ending or a word grown onto them: 1-ви, 27-те, 2-ма, 80-годишен, 40 %-ен."""

import re

from reader.speech.spoken.amounts import with_range
from reader.speech.spoken.figures import NUMBER, figure
from reader.speech.spoken.nouns import counted
from reader.speech.spoken.pieces import Reading, whole
from reader.speech.spoken.scan import Rule
from reader.text.numerals import LARGEST, Form, Gender, cardinal, definite, ordinal

# The last letters of an ordinal and the form that they tell; before them stands the end of its
# stem („2-ра“, „7-ма“, „100-тна“), which may be missing.
_STEM = "(?:[вртм]|тн|н)?"
_FORMS = {
    "ият": Form.MASCULINE_FULL,
    "ия": Form.MASCULINE_SHORT,
    "ата": Form.FEMININE_DEFINITE,
    "ото": Form.NEUTER_DEFINITE,
    "ите": Form.PLURAL_DEFINITE,
    "ен": Form.MASCULINE,
    "и": Form.MASCULINE,
    "а": Form.FEMININE,
    "о": Form.NEUTER,
}
_WHOLE_NUMBER = r"(?P<number>\d{1,3}(?: \d{3}){1,4}(?!\d)|\d{1,15}(?!\d))"
# Without a hyphen only what no letter of a point could be: „1ви“, but „член 9а“.
_ORDINAL = re.compile(
    rf"{_WHOLE_NUMBER}(?:-|(?=[а-я]{{2}}))(?P<ending>{_STEM}(?P<form>{'|'.join(_FORMS)}))(?![а-яА-Я])"
)
_DEFINITE = re.compile(rf"{_WHOLE_NUMBER}-?(?P<ending>те|та)(?![а-яА-Я])")
_PERSONS = re.compile(rf"{_WHOLE_NUMBER}-?(?P<ending>ма|мата|мина|мината)(?![а-яА-Я])")
_ABOUT = re.compile(rf"{_WHOLE_NUMBER}-?(?P<ending>ин)а(?![а-яА-Я])")
_COMPOUND = re.compile(rf"{_WHOLE_NUMBER}-(?P<word>[а-я]{{4,}})")
# Without its hyphen only an adjective in the singular, which no number could count.
_APART = re.compile(
    rf"(?!1\s){_WHOLE_NUMBER}\s(?P<word>(?:годиш|месеч|седмич|днев|минут|секунд|процент|крат)"
    r"(?:ен|на|но|ния|ният|ната|ното)|(?:час|процент|метр|километр|килограм|литр)"
    r"(?:ов|ова|ово|овия|овият|овата|овото))(?![а-я])"
)
_RANGE_OF_COMPOUND = re.compile(
    r"(?P<from>\d{1,9})\s?[–-]\s?(?P<number>\d{1,9})-(?P<word>[а-я]{4,})"
)
_PERCENT = re.compile(
    rf"(?P<number>{NUMBER})\s?%-?"
    r"(?P<ending>(?:ен|ов)|(?:н|ов)(?:а|о|и|ия|ият|ата|ото|ите))\b"
)
_LISTED = re.compile(r"\d{1,3}(?=(?:\s?(?:,|и|или|до|–|-)\s?)\d{1,3}-(?:те|ия|ият|ата|ото|ите)\b)")
_JOINED = {"едно": "едно", "две": "дву", "сто": "сто", "хиляда": "хиляда"}
_MEN = range(2, 7)


def _ordinal(match: re.Match[str]) -> Reading:
    words = ordinal(_value(match), _FORMS[match["form"]])
    return with_range(match.string, whole(match, words))


def _definite(match: re.Match[str]) -> Reading:
    """Read „27-те“, „2-та проекта“; after most numbers „-та“ is that of an ordinal: „5-та“."""
    number = _value(match)
    if number and number % 1000 == 0 and match["ending"] == "те":
        return whole(match, ordinal(number, Form.PLURAL_DEFINITE))
    if match["ending"] == "та":
        if number % 10 != 2 or number % 100 == 12:
            return whole(match, ordinal(number, Form.FEMININE))
        return whole(match, definite(number, Gender.MASCULINE))
    counts = counted(match.string, match.end(), one=False)
    gender = Gender.MASCULINE if counts is Gender.MASCULINE else Gender.FEMININE
    return with_range(match.string, whole(match, definite(number, gender)))


def _persons(match: re.Match[str]) -> Reading | None:
    """Read „2-ма съдии“, „5-ма души“; „7-ма“ and „8-ма“ are ordinals: „седма“."""
    number = _value(match)
    if match["ending"].startswith("ми"):
        return None
    is_definite = match["ending"] == "мата"
    if not _has_men(number):
        of_persons = counted(match.string, match.end(), one=False) is Gender.PERSONS
        if is_definite and of_persons:  # „27-мата лидери“
            return whole(match, definite(number, Gender.PERSONS))
        form = Form.FEMININE_DEFINITE if is_definite else Form.FEMININE
        return whole(match, ordinal(number, form))
    words = cardinal(number, Gender.PERSONS)
    return whole(match, f"{words}та" if is_definite else words)


def _has_men(number: int) -> bool:
    return number % 10 in _MEN and number // 10 % 10 != 1


def _about(match: re.Match[str]) -> Reading:
    """Read „50-ина“ as „петдесетина“."""
    words = cardinal(_value(match))
    return whole(match, (words.removesuffix("о") if words.endswith("сто") else words) + "ина")


def _compound(match: re.Match[str]) -> Reading:
    """Read „25-годишен“ as „двадесет и петгодишен“."""
    words = _joined(_value(match)) + match["word"]
    if "from" in match.groupdict():
        words = f"{cardinal(int(match['from']))} до {words}"
    return whole(match, words)


def _percent(match: re.Match[str]) -> Reading:
    number = figure(match["number"])
    apart = number.fraction or number.value > LARGEST
    words = f"{number.said()} " if apart else _joined(number.value)
    return whole(match, f"{words}процент{match['ending']}")


def _joined(number: int) -> str:
    """Return a number as the first part of a word."""
    before, space, last = cardinal(number).rpartition(" ")
    return before + space + _JOINED.get(last, last)


def _listed(match: re.Match[str]) -> Reading | None:
    """Read „5“ of „5 и 6-ия“ as „петия“ would want it: with the form of the last one."""
    ending = re.compile(r"[^а-я]*(?:и|или|до)?[^а-я]*-(?P<ending>[а-я]+)").match(
        match.string, match.end()
    )
    form = _FORMS.get(ending["ending"]) if ending is not None else None
    if form is None:
        return None
    return with_range(match.string, whole(match, ordinal(int(match.group()), form)))


def _value(match: re.Match[str]) -> int:
    return int(match["number"].replace(" ", ""))


RULES = (
    Rule(_PERCENT, _percent),
    Rule(_ABOUT, _about),
    Rule(_PERSONS, _persons),
    Rule(_DEFINITE, _definite),
    Rule(_ORDINAL, _ordinal),
    Rule(_LISTED, _listed),
    Rule(_RANGE_OF_COMPOUND, _compound),
    Rule(_COMPOUND, _compound),
    Rule(_APART, _compound),
)
