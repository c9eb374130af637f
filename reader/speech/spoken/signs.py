"""Signs that are said by a word, or not at all."""

import re

from reader.speech.spoken.pieces import Reading, whole
from reader.speech.spoken.scan import Rule


def _silent(match: re.Match[str]) -> Reading:
    return whole(match, "")


RULES = (Rule(re.compile(r"[^\w\s]|[¹²³½¼¾⅓⅔]"), _silent),)
