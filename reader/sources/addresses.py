"""Where the same page stands in another language, by rules that are kept as data."""

import json
import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from reader.paths import resource
from reader.text import references

_CELEX = re.compile(
    r"(?:CELEX(?::|%3A)|/resource/celex/)(\d{5}[A-Z]{1,2}\d{4}(?:\(\d+\))?(?:-\d{8})?)",
    re.IGNORECASE,
)
_ELI = re.compile(r"/eli/(reg|dir|dec|reco)(?:_\w+)?/(\d{4})/(\d{1,4})(?=/|$)")
_ELI_KINDS = {"reg": "R", "dir": "L", "dec": "D", "reco": "H"}
_CELEX_NAME = re.compile(r"\d{5}[A-Z]{1,2}\d{4}")


@dataclass(frozen=True, slots=True)
class Document:
    """Where a document stands in the original language, and its CELEX number if it has one."""

    address: str
    celex: str | None


@dataclass(frozen=True, slots=True)
class _Rule:
    host: re.Pattern[str]
    address: re.Pattern[str]
    add: str


@dataclass(frozen=True, slots=True)
class _Rules:
    languages: dict[str, str]
    dropped: re.Pattern[str]
    rules: tuple[_Rule, ...]


def original(address: str, language: str = "en") -> str | None:
    """Return the address of the same page in the original language, here taken to be English.

    An English address stays itself, without the parameters that ask for a machine translation.
    None where no rule knows the site.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:  # such as "https://[Съобщение]/"
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    path = _without_dropped(parts.path + (f"?{parts.query}" if parts.query else ""))
    for rule in _rules().rules:
        if rule.host.search(parts.hostname) and (match := rule.address.match(path)):
            changed = _translated(match, language) + _added(rule.add, language)
            fragment = f"#{parts.fragment}" if parts.fragment else ""
            return f"{parts.scheme}://{parts.netloc}{changed}{fragment}"
    return None


def language(address: str) -> str | None:
    """Return the language that an address asks for, as a two-letter code; None where unknown."""
    versions = {code: original(address, code) for code in _rules().languages}
    if len(set(versions.values())) == 1:
        return None
    return next((code for code, version in versions.items() if version == address), None)


def look_up(line: str, language: str = "en") -> Document:
    """Return the original-language document behind an address or a reference such as IP/25/467.

    Where nothing is known, the address is the line itself.
    """
    wanted = line.strip()
    if "://" in wanted:
        return Document(original(wanted, language) or wanted, celex(wanted))
    found = references.find(wanted, language)
    if not found:
        return Document(wanted, None)
    reference = found[0][2]
    number = reference.name if _CELEX_NAME.fullmatch(reference.name) else None
    return Document(reference.address, number)


def celex(address: str) -> str | None:
    """Return the CELEX number that an address of EUR-Lex or Cellar names."""
    if match := _CELEX.search(address):
        return match[1].upper()
    if match := _ELI.search(address):
        return f"3{match[2]}{_ELI_KINDS[match[1]]}{int(match[3]):04d}"
    return None


def _without_dropped(path: str) -> str:
    kept = _rules().dropped.sub("", path)
    return kept.rstrip("?&") if kept != path else path


def _translated(match: re.Match[str], language: str) -> str:
    """Put the language's code in the place of each code that the rule has found."""
    path = match.string
    for group in range(match.re.groups, 0, -1):
        start, end = match.span(group)
        path = path[:start] + _code(language, path[start:end]) + path[end:]
    return path


def _code(language: str, like: str) -> str:
    code = language if len(like) == len(language) else _rules().languages[language]
    return code.upper() if like.isupper() else code


def _added(add: str, language: str) -> str:
    return add.replace("<xxx>", _rules().languages[language])


@cache
def _rules() -> _Rules:
    data = json.loads(resource("address_rules.json").read_text("utf-8"))
    languages: dict[str, str] = data["languages"]
    names = "|".join(data["dropped_parameters"])
    rules = tuple(
        _Rule(
            re.compile(rule["host"], re.IGNORECASE),
            _pattern(rule["address"], languages),
            rule.get("add", ""),
        )
        for rule in data["rules"]
    )
    return _Rules(languages, re.compile(rf"(?<=[?&])(?:{names})=[^&]*(?:&|$)"), rules)


def _pattern(address: str, languages: dict[str, str]) -> re.Pattern[str]:
    short, long = "|".join(languages), "|".join(languages.values())
    spelt = address.replace("<xxx>", f"({long})").replace("<xx>", f"({short})")
    return re.compile(spelt, re.IGNORECASE)
