"""Where to ask for a document that a person names by its address or a reference."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from reader.sources import addresses
from reader.sources.documents import address_in, celex
from reader.text import references

ANY = "text/html, application/xhtml+xml, application/pdf;q=0.9, */*;q=0.5"
_JSON = "application/json"
_PRESS = re.compile(
    r"https?://ec\.europa\.eu/commission/presscorner/detail/([a-z]{2})/"
    r"([a-z]+)[_/](\d\d)[_/](\d{1,5})/?(?=[?#]|$)",
    re.IGNORECASE,
)
_ANSWERS = "https://ec.europa.eu/commission/presscorner/api/documents"
_CELLAR = "http://publications.europa.eu/resource/celex/"
# Newer acts are there as XHTML, older ones as HTML; who asks for both in one gets neither.
_CELLAR_TYPES = ("application/xhtml+xml", "text/html")
_EUR_LEX = "https://eur-lex.europa.eu/legal-content/"
_LAW = frozenset({"eur-lex.europa.eu", "data.europa.eu", "publications.europa.eu"})


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask a host for; `shown` is the address that a person knows the document by.

    `shown` is None where that is the address itself, wherever it leads on to.
    """

    address: str
    accept: str = ANY
    languages: tuple[str, ...] = ()
    shown: str | None = None


def questions(wanted: str, language: str = "bg") -> tuple[Question, ...]:
    """Return what to ask for in turn until there is an answer; none where nothing is named.

    A reference is asked for in this language, and so is an address that names none.
    """
    address = address_of(wanted, language)
    if address is None:
        return ()
    if match := _PRESS.match(address):
        return (_press(match, address),)
    number = celex(address) if (urlsplit(address).hostname or "").lower() in _LAW else None
    if number is not None:
        return tuple(_act(number, address, language))
    return (Question(address, languages=_liked(addresses.language(address) or language)),)


def address_of(wanted: str, language: str) -> str | None:
    """Return the whole address that a person names, be it by a reference; None for no address."""
    return address_in(wanted.strip()) or _named(wanted.strip(), language)


def _named(wanted: str, language: str) -> str | None:
    """Return the address of the document that a reference names; other words with it name none."""
    found = references.find(wanted, language)
    start, end, reference = found[0] if found else (0, 0, None)
    return reference.address if reference and (start, end) == (0, len(wanted)) else None


def _press(match: re.Match[str], address: str) -> Question:
    language, *parts = match.groups()
    reference = "/".join(parts).upper()
    asked = f"{_ANSWERS}?reference={reference}&language={language.lower()}"
    return Question(asked, _JSON, shown=address)


def _act(number: str, address: str, language: str) -> list[Question]:
    language = addresses.language(address) or language
    shown = f"{_EUR_LEX}{language.upper()}/TXT/?uri=CELEX:{number}"
    code = addresses.long_code(language)
    asked = _CELLAR + quote(number, safe="()-")
    return [Question(asked, kind, (code,), shown) for kind in _CELLAR_TYPES]


def _liked(language: str) -> tuple[str, ...]:
    return (language,) if language == "en" else (language, "en;q=0.5")
