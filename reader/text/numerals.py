"""Bulgarian number words: cardinals, ordinals and their forms."""

import re
from collections.abc import Iterator
from enum import Enum, auto

LARGEST = 10**15 - 1

_UNITS, _TENS, _HUNDREDS = (
    words.split()
    for words in (
        "нула едно две три четири пет шест седем осем девет",
        "двадесет тридесет четиридесет петдесет шестдесет седемдесет осемдесет деветдесет",
        "сто двеста триста четиристотин петстотин шестстотин седемстотин осемстотин деветстотин",
    )
)
_TEENS = [
    "десет",
    "единадесет",
    *(f"{unit}надесет" for unit in ("два", *_UNITS[3:])),
]
# One and many of each power of a thousand.
_SCALES = (
    ("", ""),
    ("хиляда", "хиляди"),
    ("милион", "милиона"),
    ("милиард", "милиарда"),
    ("трилион", "трилиона"),
)
_POWERS = {word for pair in _SCALES for word in pair}
_PERSONS = {
    "две": "двама",
    "три": "трима",
    "четири": "четирима",
    "пет": "петима",
    "шест": "шестима",
}
_ORDINALS = {
    "нула": "нулев",
    "едно": "първи",
    "две": "втори",
    "три": "трети",
    "четири": "четвърти",
    "седем": "седми",
    "осем": "осми",
    "сто": "стотен",
    "двеста": "двестотен",
    "триста": "тристотен",
    "хиляда": "хиляден",
    "милион": "милионен",
    "милиона": "милионен",
    "милиард": "милиарден",
    "милиарда": "милиарден",
    "трилион": "трилионен",
    "трилиона": "трилионен",
}
_DEFINITE = {"едно": "едното", "сто": "стоте", "хиляда": "хилядата", "хиляди": "хилядите"}
_ROMAN = re.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_LOOK_ALIKES = str.maketrans("ХІСМ", "XICM")


class Gender(Enum):
    """What a number word agrees with; PERSONS are several men, or men and women."""

    MASCULINE = auto()
    FEMININE = auto()
    NEUTER = auto()
    PERSONS = auto()


class Form(Enum):
    """The form of an ordinal, by its ending in figures: 1-ви, 1-вият, 1-ва and so on."""

    MASCULINE = auto()
    MASCULINE_FULL = auto()  # първият
    MASCULINE_SHORT = auto()  # първия
    FEMININE = auto()
    FEMININE_DEFINITE = auto()
    NEUTER = auto()
    NEUTER_DEFINITE = auto()
    PLURAL = auto()
    PLURAL_DEFINITE = auto()


_ENDINGS = {
    Form.MASCULINE: "и",
    Form.MASCULINE_FULL: "ият",
    Form.MASCULINE_SHORT: "ия",
    Form.FEMININE: "а",
    Form.FEMININE_DEFINITE: "ата",
    Form.NEUTER: "о",
    Form.NEUTER_DEFINITE: "ото",
    Form.PLURAL: "и",
    Form.PLURAL_DEFINITE: "ите",
}


def cardinal(number: int, gender: Gender = Gender.NEUTER) -> str:
    """Return a number from 0 to LARGEST in words: 21 is „двадесет и едно“.

    „и“ stands before the last word of each group, and before the last group if it is one word.
    """
    if number == 0:
        return _UNITS[0]
    *before, last = _groups(number, gender)
    if not before:
        return last
    return " ".join(before) + (" и " if _is_one_word(last) else " ") + last


def ordinal(number: int, form: Form = Form.MASCULINE) -> str:
    """Return the ordinal of a number from 0 to LARGEST: 2025 is „две хиляди двадесет и пети“."""
    words = cardinal(number)
    before, space, last = words.rpartition(" ")
    if last == "хиляди":  # „двехиляден“, year 2000 is „двехилядна“
        return before + _ending("хиляден", form)
    return before + space + _ending(_ordinal_stem(last), form)


def definite(number: int, gender: Gender = Gender.NEUTER) -> str:
    """Return a cardinal with its article: 27 is „двадесет и седемте“, two men are „двамата“."""
    words = cardinal(number, gender)
    before, space, last = words.rpartition(" ")
    return before + space + _with_article(last)


def _with_article(word: str) -> str:
    if word in _DEFINITE:
        return _DEFINITE[word]
    if word == "един":
        return "единият"
    return word + ("та" if word[-1] in "ая" else "те")


def _groups(number: int, gender: Gender) -> Iterator[str]:
    """Yield the words of each group of three figures, the largest first."""
    for power in reversed(range(len(_SCALES))):
        group = number // 1000**power % 1000
        if not group:
            continue
        one, many = _SCALES[power]
        if power == 0:
            yield _below_thousand(group, gender)
        elif power == 1 and group == 1:
            yield one
        else:
            of_scale = Gender.FEMININE if power == 1 else Gender.MASCULINE
            yield f"{_below_thousand(group, of_scale)} {one if group == 1 else many}"


def _is_one_word(group: str) -> bool:
    """Tell whether a group is one number word, whatever power it is of."""
    return len([word for word in group.split() if word not in _POWERS]) <= 1


def _below_thousand(number: int, gender: Gender) -> str:
    words = []
    hundreds, rest = divmod(number, 100)
    if hundreds:
        words.append(_HUNDREDS[hundreds - 1])
    if 10 <= rest < 20:
        words.append(_TEENS[rest - 10])
    else:
        tens, units = divmod(rest, 10)
        words += [_TENS[tens - 2]] if tens else []
        words += [_agreeing(_UNITS[units], gender)] if units else []
    return " и ".join([" ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _agreeing(unit: str, gender: Gender) -> str:
    match gender:
        case Gender.MASCULINE:
            return {"едно": "един", "две": "два"}.get(unit, unit)
        case Gender.FEMININE:
            return "една" if unit == "едно" else unit
        case Gender.PERSONS:
            return "един" if unit == "едно" else _PERSONS.get(unit, unit)
        case Gender.NEUTER:
            return unit


def _ordinal_stem(word: str) -> str:
    if word in _ORDINALS:
        return _ORDINALS[word]
    if word.endswith("стотин"):
        return word.removesuffix("ин") + "ен"
    return word + "и"


def _ending(masculine: str, form: Form) -> str:
    if form is Form.MASCULINE:
        return masculine
    stem = masculine.removesuffix("и")
    if masculine.endswith("ен"):
        stem = masculine.removesuffix("ен") + "н"
    return stem + _ENDINGS[form]


def roman_value(figures: str) -> int | None:
    """Return the value of a Roman numeral, None where the letters make none: IIII, VX, XL is 40.

    Cyrillic letters of the same look are taken, for many texts have „ХХІ век“.
    """
    latin = figures.translate(_LOOK_ALIKES)
    if not latin or not _ROMAN.fullmatch(latin):
        return None
    values = [_ROMAN_VALUES[letter] for letter in latin]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
