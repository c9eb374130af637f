"""The author that a page names beside its title."""

import re

from reader.importers.html.rules import Rules, has_word
from reader.importers.html.tree import Row

_LONGEST = 80
_NAME = re.compile(r"[^\W\d_][\w’'.-]*(?:\s+[^\W\d_][\w’'.-]*){1,3}")


def author(row: Row, rules: Rules) -> str:
    """Return the name that the first element named as the author holds, "" where it is none."""
    before = re.compile(rf"(?:{'|'.join(rules.bylines)})\s*:?\s+", re.IGNORECASE)
    for place, node in enumerate(row.nodes):
        if not 0 < node.size <= _LONGEST or not has_word(node.names, rules.author_words):
            continue
        if any(row.nodes[above].tag in ("blockquote", "figure") for above in row.above(place)):
            continue
        text = before.sub("", row.words(place), count=1).strip(" ,|")
        if _NAME.fullmatch(text) and text[0].isupper():
            return text
    return ""
