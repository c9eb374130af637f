"""Where the same page stands in another language, by rules that are kept as data."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

from reader.model.links import Sureness, Version
from reader.paths import resource

_UNKNOWN = "unknown"
_PLAIN_WORD = re.compile(r"[a-z]+")
# Letters that stand for themselves; the last of some may be there several times or not at all.
_BEGINNING = re.compile(r"(?:[\w/-](?![*+?{]))*")


@dataclass(frozen=True, slots=True)
class _Rule:
    """Patterns as they are written: few of the rules are asked, and compiling all takes long.

    `beginning` are the small letters that every address begins with which the rule fits.
    `sureness` is None where the rule tells that nothing can be known.
    """

    host: str
    address: str
    beginning: str
    add: str
    sureness: Sureness | None


@dataclass(frozen=True, slots=True)
class _Rules:
    languages: dict[str, str]
    sites: re.Pattern[str]
    dropped: re.Pattern[str]
    parameters: re.Pattern[str]
    bulgarian_words: frozenset[str]
    rules: tuple[_Rule, ...]


def version(address: str, language: str = "en") -> Version | None:
    """Return where the same page stands in a language; None where no rule knows.

    An address in that language stays itself, without the parameters that ask for a machine
    translation.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:  # such as "https://[Съобщение]/"
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    asked = parts.path + (f"?{parts.query}" if parts.query else "")
    found = _by_rules(parts.hostname.rstrip("."), asked, language)
    if found is None:
        return None
    changed, sureness = found
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return Version(f"{parts.scheme}://{parts.netloc}{changed}{fragment}", sureness)


def original(address: str, language: str = "en") -> str | None:
    """Return the address of the same page in the original language, here taken to be English."""
    found = version(address, language)
    return found.address if found else None


def language(address: str) -> str | None:
    """Return the language that an address asks for, as a two-letter code; None where unknown."""
    named = frozenset(_PLAIN_WORD.findall(address.lower()))
    codes = _rules().languages
    for code, long in codes.items():
        if (code in named or long in named) and original(address, code) == address:
            other = next(each for each in codes if each != code)
            return code if original(address, other) != address else None
    return None


def long_code(language: str) -> str:
    """Return the code of three letters of a language of the Union, such as "bul"."""
    return _rules().languages.get(language, language)


def _by_rules(host: str, asked: str, language: str) -> tuple[str, Sureness] | None:
    """Return path and query in a language, by the first rule that fits."""
    rules = _rules()
    if not rules.sites.search(host):
        return None
    path = _without_dropped(asked)
    beginning = path.lower()
    for rule in rules.rules:
        if not beginning.startswith(rule.beginning) or not _of_host(rule.host).search(host):
            continue
        if not (match := _of_address(rule.address).match(path)):
            continue
        if rule.sureness is None:
            return None
        changed = _translated(match, language) + _added(rule.add, language)
        if changed == path:
            return path, Sureness.SURE
        return None if _is_foreign(path, rule.sureness) else (changed, rule.sureness)
    return (path, Sureness.SURE) if path != asked else None


def _is_foreign(path: str, sureness: Sureness) -> bool:
    """Tell whether the words that stand in an address are surely others in another language."""
    if sureness.is_certain:
        return False
    words = unquote(path.partition("?")[0]).lower()
    bulgarian = _rules().bulgarian_words
    return not words.isascii() or any(word in bulgarian for word in _PLAIN_WORD.findall(words))


def _without_dropped(path: str) -> str:
    kept = _rules().dropped.sub("", path)
    return kept.rstrip("?&") if kept != path else path


def _translated(match: re.Match[str], language: str) -> str:
    """Put the language's code in the place of each code that the rule has found."""
    path = match.string
    for start, end in sorted(set(_codes(match)), reverse=True):
        path = path[:start] + _code(language, path[start:end]) + path[end:]
    return path


def _codes(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield where the codes of a language stand: those of the rule, and of parameters."""
    for group in range(1, match.re.groups + 1):
        if match[group] is not None:
            yield match.span(group)
    for parameter in _rules().parameters.finditer(match.string):
        yield parameter.span(1)


def _code(language: str, like: str) -> str:
    code = language if len(like) == len(language) else _rules().languages[language]
    return code.upper() if like.isupper() else code


def _added(add: str, language: str) -> str:
    return add.replace("<xxx>", _rules().languages[language])


@cache
def _rules() -> _Rules:
    data = json.loads(resource("address_rules.json").read_text("utf-8"))
    languages: dict[str, str] = data["languages"]
    dropped, parameters = (
        "|".join(data[name]) for name in ("dropped_parameters", "language_parameters")
    )
    return _Rules(
        languages,
        re.compile(data["sites"], re.IGNORECASE),
        re.compile(rf"(?<=[?&])(?:{dropped})=[^&]*(?:&|$)", re.IGNORECASE),
        _pattern(rf"(?<=[?&])(?:{parameters})=<xx>(?=&|$)", languages),
        frozenset(data["bulgarian_words"]),
        tuple(map(_rule, data["rules"])),
    )


@cache
def _of_host(written: str) -> re.Pattern[str]:
    return re.compile(written, re.IGNORECASE)


@cache
def _of_address(written: str) -> re.Pattern[str]:
    return _pattern(written, _rules().languages)


def _rule(data: dict[str, str]) -> _Rule:
    return _Rule(
        data["host"],
        data["address"],
        _beginning(data["address"]),
        data.get("add", ""),
        None if data["sure"] == _UNKNOWN else Sureness(data["sure"]),
    )


def _beginning(address: str) -> str:
    """Return the small letters that a pattern begins with; it has no choice but within brackets."""
    found = _BEGINNING.match(address)
    return found[0].lower() if found else ""


def _pattern(address: str, languages: dict[str, str]) -> re.Pattern[str]:
    short, long = "|".join(languages), "|".join(languages.values())
    spelt = address.replace("<xxx>", f"({long})").replace("<xx>", f"({short})")
    return re.compile(spelt, re.IGNORECASE)
