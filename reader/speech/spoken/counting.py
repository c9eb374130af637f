"""Numbers by themselves and before what they count."""

import re

from reader.speech.spoken.pieces import Reading, whole
from reader.speech.spoken.scan import Rule
from reader.text.numerals import LARGEST, cardinal


def _plain(match: re.Match[str]) -> Reading:
    figures = match.group()
    number = int(figures)
    if number > LARGEST or (len(figures) > 1 and figures[0] == "0"):
        return whole(match, " ".join(cardinal(int(figure)) for figure in figures))
    return whole(match, cardinal(number))


RULES = (Rule(re.compile(r"\d+"), _plain),)
