"""How a Markdown text is told from a plain one."""

import re

_WITHIN = 200_000
# What nobody writes in a text that is no Markdown; lists and dashes say nothing.
_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^#{1,6} {1,3}\S",
        r"(?<!\\)\[[^\[\]\n]+\]\((?:https?://|mailto:|#)[^\s()]*\)",
        r"^\[[^\[\]\n]+\]: {1,3}<?https?://",
        r"^\[\^[^\s\[\]]+\]: ",
        r"(?<![\w*\\])\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*(?!\w)",
        r"^\|? *:?-{3,}:? *\|(?: *:?-{3,}:? *\|?)*$",
        r"^(?:```|~~~)",
        r"^> \S",
    )
)
_FEWEST = 2
_NAME = re.compile(r"\.(?:md|markdown|mdown|mkd)$", re.IGNORECASE)


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text has several sorts of marks that only Markdown has."""
    return sum(sign.search(text, 0, _WITHIN) is not None for sign in _SIGNS) >= _FEWEST


def is_named(name: str) -> bool:
    """Tell whether a file is called as Markdown texts are."""
    return _NAME.search(name) is not None
