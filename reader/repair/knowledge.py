"""What repair knows of print stamps, notices and hyphens, read from resources/."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader.paths import resource
from reader.text.hyphen_rules import Rules, load_rules


@dataclass(frozen=True, slots=True)
class Stamps:
    """Patterns of headers and footers: anywhere, beside an address, at a page's edge."""

    anywhere: re.Pattern[str]
    beside_address: re.Pattern[str]
    at_edge: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Notices:
    """Phrases of the remark about machine translation."""

    begins: tuple[str, ...]
    service: str
    goes_on: tuple[str, ...]
    terms: tuple[str, ...]
    original: tuple[str, ...]
    terms_address: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that the steps look up."""

    stamps: Stamps
    notices: Notices
    hyphens: Rules
    small_words: Mapping[str, frozenset[str]]
    institutions: frozenset[str]


@cache
def load() -> Knowledge:
    """Read the resources once."""
    stamps, notices = _read("print_stamps.json"), _read("notices.json")
    return Knowledge(
        Stamps(
            _whole_line(stamps["stamps"]),
            _whole_line(stamps["beside_address"]),
            _whole_line(stamps["at_page_edge"]),
        ),
        Notices(
            tuple(notices["begins"]),
            notices["service"],
            tuple(notices["goes_on"]),
            tuple(notices["terms"]),
            tuple(notices["original"]),
            tuple(notices["terms_address"]),
        ),
        load_rules(resource("hyphens_bg.json")),
        _small_words(),
        _institutions(),
    )


def _small_words() -> Mapping[str, frozenset[str]]:
    data = _read("language_words.json")
    return {code: frozenset(words) for code, words in data.items() if isinstance(words, list)}


def _institutions() -> frozenset[str]:
    """Return the names of the institutions, as `str.casefold` writes them."""
    found = _read("institutions.json")["institutions"].values()
    return frozenset(name.casefold() for known in found for name in known["names"].values())


def _read(name: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(resource(name).read_text("utf-8"))


def _whole_line(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
