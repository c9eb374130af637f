"""The author that a page names beside its title."""

import re

from reader.importers.html.rules import Rules
from reader.importers.html.tree import Row

_LONGEST = 80
NAME = r"[^\W\d_][\w’'.-]*(?:\s+[^\W\d_][\w’'.-]*){1,3}"  # of two words to four
_NAME = re.compile(NAME)


def author(row: Row, rules: Rules) -> str:
    """Return the name that the first element named as the author holds, "" where it is none."""
    before = re.compile(rf"(?:{'|'.join(rules.bylines)})\s*:?\s+", re.IGNORECASE)
    for place in row.worded(rules.author_words):
        if not 0 < row.nodes[place].size <= _LONGEST:
            continue
        if any(row.nodes[above].tag in ("blockquote", "figure") for above in row.above(place)):
            continue
        text = before.sub("", row.words(place), count=1).strip(" ,|")
        if _NAME.fullmatch(text) and text[0].isupper():
            return text
    return ""
