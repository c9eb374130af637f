"""All rules of the spoken form, in the order in which they are asked."""

from reader.speech.spoken import (
    abbreviations,
    acronyms,
    amounts,
    counting,
    dates,
    legal,
    ordinals,
    signs,
    times,
)
from reader.speech.spoken.scan import Rules, Start

RULES: Rules = {
    Start.ADDRESS: (),
    Start.NUMBER: (
        *legal.NUMBERS,
        *dates.RULES,
        *times.RULES,
        *ordinals.RULES,
        *amounts.BEHIND,
        *counting.RULES,
    ),
    Start.LATIN: (*legal.LATIN, *amounts.BEFORE, *acronyms.LATIN),
    Start.CAPITALS: (*legal.CAPITALS, *acronyms.CAPITALS),
    Start.SHORT: (*legal.SHORT, *abbreviations.RULES),
    Start.SIGN: (
        *times.ABROAD,
        *amounts.BEFORE,
        *signs.RULES,
    ),
}
