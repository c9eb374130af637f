"""Numbers in figures: how they are written, and how they are said."""

import re
from dataclasses import dataclass

from reader.text.numerals import LARGEST, Gender, cardinal

# 1 234 567 · 1.234.567 · 1,234,567; two groups with commas at least, for 1,234 is a fraction.
_GROUPED = (
    r"\d{1,3}(?:[ ’]\d{3})+(?!\d)|[1-9]\d{0,2}(?:\.\d{3})+(?!\d|\.\d)|\d{1,3}(?:,\d{3}){2,}(?!\d)"
)
NUMBER = rf"(?:(?:{_GROUPED})(?:,\d+)?|\d+(?:[.,]\d+)?)(?!\d)"
_SEPARATED = re.compile(
    r"(?:\d{1,3}(?:[ ’]\d{3})+|[1-9]\d{0,2}(?:\.\d{3})+|\d{1,3}(?:,\d{3}){2,})(?=,|$)"
)
_LONGEST_FRACTION = 6
_LONGEST_LIST = 6  # numbers of a row that are looked at together
DASH = re.compile(r"\s?[–-]\s?(?=(?:[€$£]\s?)?\d)")
TIMES = re.compile(r"\s?[xх]\s?(?=\d)")  # 3 x 4, with a Latin or a Cyrillic letter
# „5 на 100 000“ is a rate: what is counted comes after neither.
_RATE = r"1(?: ?0){2,}(?![\d,])"
_RANGE = re.compile(
    rf"(?:\s?[–-]\s?|\s(?:до|и|или|(?:на|от)(?!\s{_RATE}|\s\d+-?те))\s)[€$£]?{NUMBER}"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written: its whole part and the figures of its fraction."""

    whole: str
    fraction: str = ""

    @property
    def is_one(self) -> bool:
        """Whether what it counts is in the singular."""
        return self.whole == "1" and not self.fraction

    @property
    def value(self) -> int:
        """The whole part as a number."""
        return int(self.whole[: len(str(LARGEST)) + 1])  # of longer ones nobody asks the value

    def without_noughts(self) -> "Figure":
        """Return the number without the noughts it may begin with: 5 for the 05 of „05 мин.“."""
        return Figure(str(self.value), self.fraction)

    def said(self, gender: Gender = Gender.NEUTER) -> str:
        """Return the number in words, in agreement with what it counts."""
        if self.fraction:
            return f"{_whole(self.whole, Gender.NEUTER)} цяло и {_fraction(self.fraction)}"
        return _whole(self.whole, gender)


def figure(written: str) -> Figure:
    """Return the number that is written."""
    grouped = _SEPARATED.match(written)
    if grouped is not None:
        whole, rest = grouped.group(), written[grouped.end() :]
        return Figure(re.sub(r"\D", "", whole), rest.lstrip(",."))
    whole, _, fraction = written.replace(".", ",").partition(",")
    return Figure(whole, fraction)


def by_figures(written: str) -> str:
    """Return each figure in words."""
    return " ".join(cardinal(int(each)) for each in written)


def beyond_range(text: str, end: int) -> int:
    """Return where a number ends, or the range or list that it begins: "5" of "5–10", "1 и 2"."""
    for _ in range(_LONGEST_LIST):
        more = _RANGE.match(text, end)
        if more is None:
            break
        end = more.end()
    return end


def _whole(written: str, gender: Gender) -> str:
    if len(written) > 1 and written[0] == "0":
        return by_figures(written)
    if len(written) > len(str(LARGEST)):
        return by_figures(written)
    return cardinal(int(written), gender)


def _fraction(written: str) -> str:
    rest = written.lstrip("0")
    if not rest or len(written) > _LONGEST_FRACTION:
        return by_figures(written)
    return " ".join(["нула"] * (len(written) - len(rest)) + [cardinal(int(rest))])
