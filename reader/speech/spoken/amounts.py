"""Sums of money, quantities and shares: a number with its unit."""

import re

from reader.speech.spoken.figures import DASH, NUMBER, TIMES, Figure, beyond_range, figure
from reader.speech.spoken.pieces import Piece, Reading, by_groups, whole
from reader.speech.spoken.scan import Rule
from reader.speech.spoken.units import Unit, units
from reader.text.numerals import Gender, cardinal

_CENTS = 2
_METRES, _MONTHS = "м.", "мес."  # „2 г. и 6 м.“ are months
_YEARS_BEFORE = re.compile(r"(?:г\.|годин[аи])\s(?:и\s)?$")
_GRAMS_OR_YEARS, _GRAMS, _FEWEST_GRAMS = "г", "гр", 100
_UNITS = units()
_PER = rf"(?:\s?/\s?(?P<per>{_UNITS.per_form}))?"
_SCALE = rf"(?:\s?(?P<scale>{_UNITS.scale_form}))"
_UNIT = rf"(?:\s?(?P<unit>{_UNITS.unit_form}))"
_BEHIND = re.compile(rf"(?P<number>{NUMBER}){_SCALE}?{_UNIT}?{_PER}")
_BEFORE = re.compile(
    rf"(?P<unit>{_UNITS.currency_form})\s?(?P<number>{NUMBER})"
    rf"(?P<to>\s?[–-]\s?{NUMBER})?{_SCALE}?{_PER}"
)
_WHAT = re.compile(rf"\s?(?:(?P<scale>{_UNITS.scale_form})|(?P<unit>{_UNITS.unit_form}))")


_ALONE = re.compile(rf"(?:(?P<unit>{_UNITS.alone_form})(?![\w-])){_PER}(?!\s[A-Za-z])")
_PER_SIGN = re.compile(rf"/\s?(?P<per>{_UNITS.per_form})")
_MEASURE = re.compile(
    r"(?:(?P<gas>CO[2₂](?:e|-?\s?екв\.)?)|(?P<sign>[€$£]|EUR|лв\.)|(?P<word>[а-я]+))\s?$"
)
_FOR_EACH = re.compile(r"(?:(?:за|на|един|всеки)\s|/\s?)$", re.IGNORECASE)
_LATIN_WORD = re.compile(r"[A-Za-z]{3,}\s$")
_NEAR = 24


def gender_behind(text: str, end: int) -> Gender | None:
    """Return the gender of the unit that follows a number, or the range that it begins."""
    match = _WHAT.match(text, beyond_range(text, end))
    if match is None:
        return None
    return (_UNITS.scales[match["scale"]] if match["scale"] else _UNITS.units[match["unit"]]).gender


def with_range(text: str, reading: Reading) -> Reading:
    """Return a reading with the sign after it, where a range or a product goes on."""
    for sign, word in ((DASH, " до "), (TIMES, " по ")):
        if (match := sign.match(text, reading[-1].end)) is not None:
            return (*reading, Piece(word, match.start(), match.end()))
    return reading


def _behind(match: re.Match[str]) -> Reading | None:
    number = figure(match["number"]).without_noughts()
    unit = _unit_of(match, number)
    scale = _UNITS.scales[match["scale"]] if match["scale"] else None
    if scale is None and unit is None:
        return None
    per = _UNITS.per[match["per"]] if match["per"] else ""
    if scale is None and unit is not None and _has_cents(number, unit):
        end = match.end("unit")
        sum_of_money = Piece(_with_cents(number, unit), match.start(), end)
        return with_range(match.string, (sum_of_money, Piece(f" {per}".rstrip(), end, match.end())))
    reading = by_groups(
        match,
        number=_amount(number, scale, unit),
        scale=_scale_name(number, scale),
        unit=_name(number, scale, unit),
        per=per,
    )
    return with_range(match.string, reading)


def _unit_of(match: re.Match[str], number: Figure) -> Unit | None:
    """Return the unit; „г“ without its stop is of grams where no years are so many."""
    written = match["unit"]
    if written == _GRAMS_OR_YEARS and (number.fraction or number.value >= _FEWEST_GRAMS):
        written = _GRAMS
    if written == _METRES and _YEARS_BEFORE.search(
        match.string, max(0, match.start() - _NEAR), match.start()
    ):
        written = _MONTHS
    return _UNITS.units[written] if written else None


def _before(match: re.Match[str]) -> Reading | None:
    """Read „€50 млн.“: the currency is said last."""
    unit = _UNITS.units[match["unit"]]
    scale = _UNITS.scales[match["scale"]] if match["scale"] else None
    number = figure(match["number"])
    words = [_amount(number, scale, unit)]
    if match["to"]:
        number = figure(match["to"].strip(" –-"))
        words += ["до", _amount(number, scale, unit)]
    if scale is None and not match["to"] and _has_cents(number, unit):
        words = [_with_cents(number, unit)]
    else:
        words += [_scale_name(number, scale), _name(number, scale, unit)]
    words.append(_UNITS.per[match["per"]] if match["per"] else "")
    reading = whole(match, " ".join(word for word in words if word))
    return with_range(match.string, reading)


def _amount(number: Figure, scale: Unit | None, unit: Unit | None) -> str:
    counted = scale or unit
    if scale is not None and number.is_one and scale.gender is Gender.FEMININE:
        return ""  # „хиляда“
    return number.said(counted.gender if counted is not None else Gender.NEUTER)


def _scale_name(number: Figure, scale: Unit | None) -> str:
    if scale is None:
        return ""
    return scale.one if number.is_one else scale.many


def _name(number: Figure, scale: Unit | None, unit: Unit | None) -> str:
    if unit is None:
        return ""
    return unit.one if scale is None and number.is_one else unit.many


def _has_cents(number: Figure, unit: Unit) -> bool:
    any_at_all = number.value > 0 or number.fraction.strip("0")
    return unit.cent is not None and len(number.fraction) == _CENTS and bool(any_at_all)


def _with_cents(number: Figure, unit: Unit) -> str:
    assert unit.cent is not None  # noqa: S101  _has_cents has been asked
    whole = f"{Figure(number.whole).said(unit.gender)} {_name(Figure(number.whole), None, unit)}"
    count = int(number.fraction)
    if not count:
        return whole
    name = unit.cent.one if count == 1 else unit.cent.many
    cents = f"{cardinal(count, unit.cent.gender)} {name}"
    return f"{whole} и {cents}" if number.value else cents


def _alone(match: re.Match[str]) -> Reading | None:
    """Read „евро за MWh“, „капацитет (GW)“: a unit that no number counts."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    if _LATIN_WORD.search(before):
        return None
    unit = _UNITS.units[match["unit"]]
    said = unit.one if _FOR_EACH.search(before) else unit.plural
    return by_groups(match, unit=said, per=_UNITS.per[match["per"]] if match["per"] else "")


def _per(match: re.Match[str]) -> Reading | None:
    """Read „тона/година“ and the stroke of „55 g CO2/km“."""
    before = _MEASURE.search(match.string[max(0, match.start() - _NEAR) : match.start()])
    if before is None or not (before["gas"] or before["sign"] or before["word"] in _UNITS.names):
        return None
    return whole(match, f" {_UNITS.per[match['per']]}")


ALONE = (Rule(_ALONE, _alone),)
PER = (Rule(_PER_SIGN, _per),)
BEHIND = (Rule(_BEHIND, _behind),)
BEFORE = (Rule(_BEFORE, _before),)
