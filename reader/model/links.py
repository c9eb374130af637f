"""A link in two languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkPair:
    """A link of an article: its text, its address, and that of the original-language version.

    `original` is None where no rule knows it, and equals `address` where that is the original;
    then `bulgarian` is its Bulgarian version where a rule knows one, else the address as found.
    """

    text: str
    address: str
    original: str | None
    bulgarian: str | None
