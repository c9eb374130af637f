"""Units, currencies and powers of ten: how they are written, and how they are said."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader.paths import resource
from reader.text.numerals import Gender

_GENDERS = {
    "m": Gender.MASCULINE,
    "f": Gender.FEMININE,
    "n": Gender.NEUTER,
    "p": Gender.PERSONS,
}


_LONG_PLURALS = ("часа", "тона", "байта", "бита")


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted: its name after 1 and after other numbers, and its hundredths if any."""

    one: str
    many: str
    gender: Gender
    cent: "Unit | None" = None

    @property
    def plural(self) -> str:
        """The name where no number counts it: „в мегаватчасове“."""
        if self.gender is not Gender.MASCULINE:
            return self.many
        for ending in _LONG_PLURALS:
            if self.many.endswith(ending):
                return self.many.removesuffix("а") + "ове"
        return self.many.removesuffix("а") + "и"


@dataclass(frozen=True, slots=True)
class Units:
    """The table of resources/units_bg.json, and patterns for its forms."""

    scales: Mapping[str, Unit]
    units: Mapping[str, Unit]
    per: Mapping[str, str]
    scale_form: str
    unit_form: str
    currency_form: str
    per_form: str
    alone_form: str
    names: frozenset[str]


@cache
def units() -> Units:
    """Return the table."""
    data = json.loads(resource("units_bg.json").read_text("utf-8"))
    scales = _by_form(data["scales"])
    currencies = _by_form(data["currencies"])
    all_units = currencies | _by_form(data["shares"]) | _by_form(data["units"])
    no_unit = frozenset(data["before_figure"])
    return Units(
        scales=scales,
        units=all_units,
        per=data["per"],
        scale_form=_any(scales),
        unit_form=_any(all_units, no_unit),
        currency_form=_any(form for form in currencies if not _is_cyrillic(form)),
        per_form=_any(data["per"]),
        alone_form=_any(data["alone"]),
        names=frozenset(name for unit in all_units.values() for name in (unit.one, unit.many)),
    )


def _by_form(rows: Iterable[Mapping[str, Any]]) -> dict[str, Unit]:
    return {form: _unit(row) for row in rows for form in row["forms"]}


def _unit(row: Mapping[str, Any]) -> Unit:
    cent = row.get("cent")
    hundredth = Unit(cent[0], cent[1], _GENDERS[cent[2]]) if cent else None
    return Unit(row["one"], row["many"], _GENDERS[row["gender"]], hundredth)


def _is_cyrillic(form: str) -> bool:
    return re.search("[а-я]", form) is not None


def _any(forms: Iterable[str], before_figure: frozenset[str] = frozenset()) -> str:
    """Return a pattern for any of the forms, the longest that fits."""
    return "|".join(
        _one(form, before_figure=form in before_figure)
        for form in sorted(forms, key=lambda form: (-len(form), form))
    )


def _one(form: str, *, before_figure: bool) -> str:
    pattern = re.escape(form).replace(r"\ ", " ?")
    if before_figure:
        return rf"{pattern}(?!\s?\d)"
    # „2 т.“ is of tons, but „2 т.м.“ is of this month.
    return pattern + (r"(?![\w²³])" if form[-1].isalnum() else r"(?!\w\.)")
