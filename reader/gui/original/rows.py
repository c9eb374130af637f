"""The links of an article as rows: each once, with its Bulgarian and its original address."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from reader.app import link_pairs, own_pair
from reader.i18n import Translator
from reader.model.article import Article
from reader.model.links import LinkPair


@dataclass(frozen=True, slots=True)
class AddressLine:
    """One of a link's addresses and what it is called."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link: its words, the languages it leads to, and its addresses, the Bulgarian one first.

    `languages` is "" where they are not known.
    """

    words: str
    languages: str
    lines: tuple[AddressLine, ...]
    original: str | None

    @property
    def spoken(self) -> str:
        """The row for a screen reader; the addresses are long and follow when asked for."""
        return f"{self.words}, {self.languages}" if self.languages else self.words

    @property
    def details(self) -> tuple[str, ...]:
        """What a screen reader says of the row piece by piece."""
        addresses = (f"{line.label}: {short(line.address)}" for line in self.lines)
        return (self.spoken, *addresses)


def rows(article: Article, _: Translator) -> list[LinkRow]:
    """Return the article's own addresses and then each of its links once."""
    own = own_pair(article)
    mine = [_row(own, _("This article"), _)] if own else []
    return mine + [_row(pair, pair.text, _) for pair in link_pairs(article)]


def short(address: str) -> str:
    """Return an address as a person reads it: without "https://", its letters not encoded."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    path = unquote(parts.path).rstrip("/")
    query = f"?{unquote(parts.query)}" if parts.query else ""
    return f"{host}{path}{query}" or address


def _row(pair: LinkPair, words: str, _: Translator) -> LinkRow:
    if pair.original is None:
        return LinkRow(words, "", (AddressLine(_("Address"), pair.address),), None)
    unsure = _("probably") if not pair.sureness.is_certain else ""
    original = _line(_("Original"), pair.original, pair, unsure)
    if pair.bulgarian is None:
        return LinkRow(words, _("in English"), (original,), pair.original)
    bulgarian = _line(_("In Bulgarian"), pair.bulgarian, pair, unsure)
    both = _("in Bulgarian and in English")
    return LinkRow(words, both, (bulgarian, original), pair.original)


def _line(label: str, address: str, pair: LinkPair, unsure: str) -> AddressLine:
    """Return one of a link's addresses; what is only concluded is marked where it is not sure."""
    return AddressLine(
        f"{label} ({unsure})" if unsure and address != pair.address else label, address
    )
