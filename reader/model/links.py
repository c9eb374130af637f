"""A link in two languages."""

from dataclasses import dataclass
from enum import StrEnum


class Sureness(StrEnum):
    """How sure it is that an address leads to the same page in another language.

    The person says so; the site makes it so, or a number in it decides; or only other pages are
    made so; or its words may be others in another language.
    """

    OWN = "own"
    SURE = "sure"
    BY_NUMBER = "id"
    BY_PATTERN = "pattern"
    BY_WORDS = "slug"

    @property
    def is_certain(self) -> bool:
        """Whether it can be said without a "probably"."""
        return self in (Sureness.OWN, Sureness.SURE, Sureness.BY_NUMBER)


@dataclass(frozen=True, slots=True)
class Version:
    """The address of a page in another language, and how sure that is."""

    address: str
    sureness: Sureness


@dataclass(frozen=True, slots=True)
class LinkPair:
    """A link of an article: its text, its address, and that of the original-language version.

    `original` is None where no rule knows it, and equals `address` where that is the original;
    then `bulgarian` is its Bulgarian version where a rule knows one, else the address as found.
    `sureness` is that of the address which is not the one found.
    """

    text: str
    address: str
    original: str | None
    bulgarian: str | None
    sureness: Sureness = Sureness.SURE


class Presence(StrEnum):
    """Whether there is something at an address, as far as that has been asked.

    Hosts of private networks are not asked unless they are allowed.
    """

    UNKNOWN = "unknown"
    THERE = "there"
    MISSING = "missing"
    NO_ANSWER = "no answer"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class CheckedPair:
    """A link in two languages, and which of its two addresses has something to show."""

    pair: LinkPair
    bulgarian: Presence
    original: Presence


OWN_LINK = ""
"""Stands for the article itself where links are named by their addresses."""


@dataclass(frozen=True, slots=True)
class KnownLink:
    """What is kept of a link: the person's own address of its original, and what was found."""

    own: str | None = None
    bulgarian: Presence = Presence.UNKNOWN
    original: Presence = Presence.UNKNOWN
