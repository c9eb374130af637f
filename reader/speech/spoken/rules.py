"""All rules of the spoken form, in the order in which they are asked."""

from reader.speech.spoken import (
    abbreviations,
    acronyms,
    addresses,
    amounts,
    counting,
    dates,
    latin,
    legal,
    ordinals,
    signs,
    times,
)
from reader.speech.spoken.scan import Rules, Start

RULES: Rules = {
    Start.ADDRESS: addresses.RULES,
    Start.NUMBER: (
        *legal.NUMBERS,
        *latin.NUMBERS,
        *dates.RULES,
        *times.RULES,
        *ordinals.RULES,
        *amounts.BEHIND,
        *counting.RULES,
    ),
    Start.LATIN: (
        *legal.LATIN,
        *amounts.BEFORE,
        *addresses.LATIN,
        *latin.ROMAN,
        *acronyms.LATIN,
    ),
    Start.CAPITALS: (*legal.CAPITALS, *latin.ROMAN, *acronyms.CAPITALS),
    Start.SHORT: (*legal.SHORT, *abbreviations.RULES),
    Start.SIGN: (
        *times.ABROAD,
        *amounts.BEFORE,
        *addresses.SIGNS,
        *signs.RULES,
    ),
}
