"""The links of an article as rows: each once, with its Bulgarian and its original address."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from reader.app.originals import NOTHING, language, pairs
from reader.gui.row_model import in_a_row
from reader.i18n import Translator, mark
from reader.model.article import Article
from reader.model.links import OWN_LINK, CheckedPair, KnownLink, LinkPair, Presence, Sureness
from reader.wording import language_name

_FOUND = {
    Presence.UNKNOWN: "",
    Presence.THERE: mark("exists"),
    Presence.MISSING: mark("there is no such page"),
    Presence.NO_ANSWER: mark("did not answer"),
    Presence.PRIVATE: mark("not asked: it is in your own network"),
}
_SURE = {
    Sureness.OWN: mark("given by you"),
    Sureness.SURE: mark("sure"),
    Sureness.BY_NUMBER: mark("sure"),
    Sureness.BY_PATTERN: mark("probable"),
    Sureness.BY_WORDS: mark("a guess"),
}


@dataclass(frozen=True, slots=True)
class AddressLine:
    """One of a link's addresses, what it is called, and, or "", how sure it is and what was found.

    `sure` is "" where the article itself has the address.
    """

    name: str
    address: str
    sure: str = ""
    found: str = ""

    @property
    def label(self) -> str:
        """What the address is called, and how sure it is."""
        return f"{self.name} ({self.sure})" if self.sure else self.name

    @property
    def head(self) -> str:
        """What stands above the address."""
        return f"{self.label} – {self.found}" if self.found else self.label

    @property
    def told(self) -> str:
        """The whole line in words."""
        words = f"{self.label}: {short(self.address)}"
        return f"{words}, {self.found}" if self.found else words


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link: its words, the languages it leads to, and its addresses, the Bulgarian one first.

    `link` is the address that the article has; `languages` is "" where they are not known.
    """

    link: str
    words: str
    languages: str
    lines: tuple[AddressLine, ...]
    original: str | None

    @property
    def head(self) -> str:
        """What a screen reader says first of the row."""
        return f"{self.words}, {self.languages}" if self.languages else self.words

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        return in_a_row(self.details)

    @property
    def details(self) -> tuple[str, ...]:
        """What a screen reader says of the row piece by piece."""
        return (self.head, *(line.told for line in self.lines))


def rows(
    article: Article, _: Translator, known: Mapping[str, KnownLink] = NOTHING
) -> list[LinkRow]:
    """Return the article's own addresses and then each of its links once."""
    found = []
    for link, each in pairs(article, known).items():
        words = _("This article") if link == OWN_LINK else each.pair.text
        foreign = language_name(language(article, each.pair), _)
        found.append(_row(link, each, words, foreign, _))
    return found


def short(address: str) -> str:
    """Return an address as a person reads it: without "https://", its letters not encoded."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    path = unquote(parts.path).rstrip("/")
    query = f"?{unquote(parts.query)}" if parts.query else ""
    return f"{host}{path}{query}" or address


def _row(link: str, checked: CheckedPair, words: str, foreign: str, _: Translator) -> LinkRow:
    """Return a link as a row; `foreign` is the name of the language of its original."""
    pair = checked.pair
    there, found = (_told(presence, _) for presence in (checked.bulgarian, checked.original))
    if pair.original is None:
        alone = AddressLine(_("Address"), pair.address, found=there)
        return LinkRow(link, words, "", (alone,), None)
    original = _line(_("Original"), pair.original, pair, found, _)
    if pair.bulgarian is None:
        only = _("in {language}").format(language=foreign)
        return LinkRow(link, words, only, (original,), pair.original)
    bulgarian = _line(_("In Bulgarian"), pair.bulgarian, pair, there, _)
    both = _("in Bulgarian and in {language}").format(language=foreign)
    return LinkRow(link, words, both, (bulgarian, original), pair.original)


def _told(presence: Presence, _: Translator) -> str:
    words = _FOUND[presence]
    return _(words) if words else ""


def _line(name: str, address: str, pair: LinkPair, found: str, _: Translator) -> AddressLine:
    sure = "" if address == pair.address else _(_SURE[pair.sureness])
    return AddressLine(name, address, sure, found)
