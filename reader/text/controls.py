"""Letters that act where they are shown instead of being read."""

import re

# A terminal obeys these: a title could change its colours, its title or what it shows. Half a pair
# of UTF-16 becomes such a byte where a name that is no UTF-8 is written as it was.
_ACTING = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def acts(text: str) -> bool:
    """Tell whether a text has such a letter."""
    return _ACTING.search(text) is not None


def harmless(text: str) -> str:
    """Return a text with another letter in place of each that acts, so that places in it stay."""
    return _ACTING.sub("\ufffd", text)
