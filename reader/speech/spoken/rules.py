"""All rules of the spoken form, in the order in which they are asked."""

from reader.speech.spoken import (
    abbreviations,
    acronyms,
    addresses,
    amounts,
    calendars,
    counting,
    dates,
    latin,
    legal,
    ordinals,
    signs,
    times,
)
from reader.speech.spoken.scan import Rule, Rules, Start


def rules(*, in_full: frozenset[int] = frozenset(), entire: bool = False) -> Rules:
    """Return the rules for one sentence.

    `in_full` are the places of acronyms to be said by their names, as `acronyms.first_uses` finds
    them; `entire` asks for all of an address, not for its site alone.
    """
    if not in_full and not entire:
        return RULES
    return {
        **RULES,
        Start.ADDRESS: addresses.pages(entire=entire),
        Start.LATIN: _latin(addresses.sites(entire=entire)),
        Start.CAPITALS: _capitals(acronyms.rules(in_full)),
    }


def _latin(of_addresses: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return (
        *legal.LATIN,
        *calendars.PARTS_OF_YEAR,
        *amounts.BEFORE,
        *amounts.ALONE,
        *of_addresses,
        *latin.ROMAN,
        *acronyms.LATIN,
    )


def _capitals(of_acronyms: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return (*legal.CAPITALS, *latin.ROMAN, *of_acronyms)


RULES: Rules = {
    Start.ADDRESS: addresses.RULES,
    Start.NUMBER: (
        *legal.NUMBERS,
        *latin.NUMBERS,
        *calendars.CENTURIES,
        *dates.RULES,
        *times.RULES,
        *ordinals.RULES,
        *amounts.BEHIND,
        *counting.RULES,
    ),
    Start.LATIN: _latin(addresses.LATIN),
    Start.CAPITALS: _capitals(acronyms.CAPITALS),
    Start.SHORT: (*legal.SHORT, *calendars.WEEKDAYS, *abbreviations.RULES, *addresses.FILES),
    Start.SIGN: (
        *times.ABROAD,
        *amounts.BEFORE,
        *amounts.PER,
        *addresses.SIGNS,
        *signs.RULES,
    ),
}
