"""What languages and regions are called in the languages of the interface."""

import json
from functools import cache

from reader.paths import resource


def language(code: str, interface: str) -> str | None:
    """Return a language's name, such as "български", or None where it is not known."""
    return _names()["languages"].get(code, {}).get(interface)


def region(code: str, interface: str) -> str | None:
    """Return a region's name by its code, such as "gb", or None where it is not known."""
    return _names()["regions"].get(code, {}).get(interface)


@cache
def _names() -> dict[str, dict[str, dict[str, str]]]:
    with resource("language_names.json").open(encoding="utf-8") as file:
        found: dict[str, dict[str, dict[str, str]]] = json.load(file)
    return found
