"""What languages and regions are called in the languages of the interface."""

import json
from collections.abc import Iterable
from functools import cache

from reader.paths import resource


def language(code: str, interface: str) -> str | None:
    """Return a language's name, such as "български", or None where it is not known."""
    return _names()["languages"].get(code, {}).get(interface)


def region(code: str, interface: str) -> str | None:
    """Return a region's name by its code, such as "gb", or None where it is not known."""
    return _names()["regions"].get(code, {}).get(interface)


def code(words: str) -> str | None:
    """Return the code of a language by its code or its name in any language of the interface."""
    wanted = words.casefold()
    languages = _names()["languages"]
    if wanted in languages:
        return wanted
    named = (code for code, names in languages.items() if wanted in _folded(names.values()))
    return next(named, None)


def three_letters(code: str) -> str:
    """Return the code of three letters for a language tag, "und" where none is known."""
    return _codes().get(code.partition("-")[0].lower(), "und")


@cache
def _codes() -> dict[str, str]:
    with resource("language_codes.json").open(encoding="utf-8") as file:
        found: dict[str, str] = json.load(file)["codes"]
    return found


def _folded(names: Iterable[str]) -> set[str]:
    return {name.casefold() for name in names}


@cache
def _names() -> dict[str, dict[str, dict[str, str]]]:
    with resource("language_names.json").open(encoding="utf-8") as file:
        found: dict[str, dict[str, dict[str, str]]] = json.load(file)
    return found
