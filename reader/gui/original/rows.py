"""The links of an article as rows: each once, with its Bulgarian and its original address."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from reader.app import LinkPair, link_pairs, own_pair
from reader.i18n import Translator
from reader.model.article import Article


@dataclass(frozen=True, slots=True)
class AddressLine:
    """One of a link's addresses and what it is called."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link: its words, and its known addresses with the Bulgarian one first."""

    words: str
    lines: tuple[AddressLine, ...]
    original: str | None

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        addresses = (f"{line.label}: {short(line.address)}" for line in self.lines)
        return ". ".join((self.words, *addresses))


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
        return LinkRow(words, (AddressLine(_("Address"), pair.address),), None)
    original = AddressLine(_("Original"), pair.original)
    if pair.bulgarian is None:
        return LinkRow(words, (original,), pair.original)
    bulgarian = AddressLine(_("In Bulgarian"), pair.bulgarian)
    return LinkRow(words, (bulgarian, original), pair.original)
