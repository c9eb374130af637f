"""All rules of the spoken form, in the order in which they are asked."""

from reader.speech.spoken import (
    abbreviations,
    amounts,
    counting,
    dates,
    ordinals,
    signs,
    times,
)
from reader.speech.spoken.scan import Rules, Start

RULES: Rules = {
    Start.ADDRESS: (),
    Start.NUMBER: (
        *dates.RULES,
        *times.RULES,
        *ordinals.RULES,
        *amounts.BEHIND,
        *counting.RULES,
    ),
    Start.LATIN: (*amounts.BEFORE,),
    Start.CAPITALS: (),
    Start.SHORT: (*abbreviations.RULES,),
    Start.SIGN: (
        *times.ABROAD,
        *amounts.BEFORE,
        *signs.RULES,
    ),
}
