"""Who publishes where: institutions by their addresses, their letterheads, their numbers."""

import json
import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from reader.paths import resource
from reader.text.words import search_key
from reader.text.words import words as words_of

_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution; `names` and `holders` (of the rights) are in "bg" and "en".

    `also` are further names on letterheads, `numbers` the pattern of the numbers that it gives
    its press releases, `licence` an address.
    """

    names: dict[str, str]
    holders: dict[str, str]
    hosts: tuple[str, ...]
    also: tuple[str, ...] = ()
    numbers: re.Pattern[str] | None = None
    licence: str | None = None


def known(key: str | None) -> Institution | None:
    """Return the institution with a key of resources/institutions.json."""
    return _institutions().get(key) if key else None


def publisher(address: str | None) -> str | None:
    """Return the key of who publishes at an address."""
    host = _host(address or "")
    hosts = _hosts()
    fitting = [part for part in hosts if host == part or host.endswith(f".{part}")]
    return hosts[max(fitting, key=len)] if fitting else None


def name(key: str, language: str) -> str:
    """Return an institution's name in "bg" or "en"; an unknown key stays as it is."""
    found = known(key)
    return found.names[language] if found else key


def official_names() -> frozenset[str]:
    """Return the names of all institutions, as `str.casefold` writes them."""
    facts = _institutions().values()
    return frozenset(said.casefold() for found in facts for said in found.names.values())


def named(words: str) -> str | None:
    """Return the key of the institution that is called exactly so, in any capitals."""
    return _names().get(" ".join(words.split()).casefold())


def meant(words: str) -> str | None:
    """Return the key of the only institution that some words of its name, in any form, name.

    One whose name begins with them goes before those that only hold them.
    """
    exact = named(words)
    if exact is not None:
        return exact
    keys = _keys(words)
    names = [(called, key) for name, key in _names().items() if (called := _keys(name))]
    beginning = {key for called, key in names if called[: len(keys)] == keys}
    holding = {key for called, key in names if set(keys) <= set(called)}
    return next((min(those) for those in (beginning, holding) if keys and len(those) == 1), None)


def numbered(words: str) -> str | None:
    """Return the key of the institution whose press releases have numbers such as this one."""
    if not _FIGURE.search(words):  # as of nearly all that is asked about
        return None
    return next(
        (
            key
            for key, facts in _institutions().items()
            if facts.numbers and facts.numbers.fullmatch(words)
        ),
        None,
    )


def _keys(name: str) -> list[str]:
    return [search_key(word) for word in words_of(name)]


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # such as "https://[Съобщение]/", which looks like a broken IPv6 host
        return ""


@cache
def _institutions() -> dict[str, Institution]:
    data = json.loads(resource("institutions.json").read_text("utf-8"))
    return {
        key: Institution(
            facts["names"],
            facts["holders"],
            tuple(facts["hosts"]),
            tuple(facts.get("also", ())),
            re.compile(facts["numbers"]) if "numbers" in facts else None,
            facts["licence"],
        )
        for key, facts in data["institutions"].items()
    }


@cache
def _hosts() -> dict[str, str]:
    return {host: key for key, facts in _institutions().items() for host in facts.hosts}


@cache
def _names() -> dict[str, str]:
    return {
        said.casefold(): key
        for key, facts in _institutions().items()
        for said in (*facts.names.values(), *facts.also)
    }
