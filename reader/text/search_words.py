"""A search put into the words that a person could have typed; see `reader.text.search_terms`."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.paths import resource
from reader.text.words import words

_PLAIN = frozenset(" -+.,;:/()'")
_QUOTES = frozenset('„“”"«»')  # none can stand within „…“


@dataclass(frozen=True, slots=True)
class Details:
    """What a person fills in: words, and what the articles must be; empty is no wish.

    `all_of`, `phrase`, `any_of` and `without` are words as typed; `part` is a value of
    `model.query.Part` or ""; `only` one of the states in `resources/search_words.json`. Days are as
    typed, institutions and languages as they are called.
    """

    all_of: str = ""
    phrase: str = ""
    any_of: str = ""
    without: str = ""
    exact: bool = False
    part: str = ""
    publisher: str = ""
    language: str = ""
    tag: str = ""
    since: str = ""
    until: str = ""
    only: str = ""


def composed(details: Details, language: str) -> str:
    """Return what finds this, in the words of a language of the interface."""
    return " ".join(_pieces(details, language))


def _pieces(details: Details, language: str) -> Iterator[str]:
    before = f"{_named('parts', details.part, language)}:" if details.part else ""
    exact = "=" if details.exact else ""
    yield from (f"{before}{exact}{word}" for word in _terms(details.all_of))
    if phrase := _quoted(details.phrase):
        yield f"{before}{exact}{phrase}"
    alternatives = [f"{before}{exact}{word}" for word in _terms(details.any_of)]
    if alternatives:
        yield f" {_named('or', '', language)} ".join(alternatives)
    yield from (f"-{word}" for word in _terms(details.without))
    for name in ("publisher", "language", "tag", "since", "until"):
        if value := getattr(details, name).strip():
            said = value if _is_one(value) else _quoted(value)
            yield f"{_named('filters', name, language)}:{said}"
    if details.only:
        only = _named("only", details.only, language)
        yield f"{_named('filters', 'only', language)}:{only}"


def _terms(typed: str) -> list[str]:
    """Return the words of a field; a star at the end of one stays."""
    return [
        "-".join(words(piece)) + ("*" if piece.endswith("*") else "")
        for piece in typed.split()
        if words(piece)
    ]


def _is_one(value: str) -> bool:
    return not set(value) & (_PLAIN - {".", "-"} | _QUOTES)


def _quoted(text: str) -> str:
    inside = " ".join("".join(sign for sign in text if sign not in _QUOTES).split())
    return f"„{inside}“" if words(inside) else ""


def _named(group: str, name: str, language: str) -> str:
    """Return the first word of the language for it: Cyrillic letters are Bulgarian."""
    listed = _listed()[group]
    said = listed if isinstance(listed, list) else listed[name]
    return next(word for word in said if word.isascii() == (language != "bg"))


@cache
def _listed() -> dict[str, dict[str, list[str]] | list[str]]:
    read: dict[str, dict[str, list[str]] | list[str]] = json.loads(
        resource("search_words.json").read_text("utf-8")
    )
    return read
