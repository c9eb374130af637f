"""From an address or a reference to the document behind it, and its CELEX number."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from reader.model.links import Sureness
from reader.sources import addresses
from reader.text import references

_CELEX = re.compile(
    r"(?:CELEX:|/resource/celex/)"
    r"([0-9CE]\d{4}[A-Z]{1,2}(?:/TXT|\d{3,5}(?:R?\(\d{1,2}\))?(?:-\d{8})?)?)(?![\w(])",
    re.IGNORECASE,
)
_CONSOLIDATED = re.compile(r"CONSLEG:(\d{4}[RLD]\d{4}):(\d{8})", re.IGNORECASE)
_ELI = re.compile(
    r"/eli/(reg|dir|dec_framw|dec|reco)(?:_(?:impl|del))?/(\d{4})/(\d{1,4})(?:\((\d{1,2})\))?"
    r"(?:/(\d{4}-\d\d-\d\d))?(?=/(?!corrigendum)|[?#]|$)",
    re.IGNORECASE,
)
_ELI_KINDS = {"reg": "R", "dir": "L", "dec": "D", "dec_framw": "F", "reco": "H"}
_CELEX_NAME = re.compile(r"\d{5}[A-Z]{1,2}\d{4,5}(?:R?\(\d\d\))?(?:-\d{8})?")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_BARE = re.compile(r"(?:[\w-]+\.)*europa\.eu\.?(?:/\S*)?", re.IGNORECASE)
_BARE_ELI = re.compile(r"/?(eli/\w+/\S+)", re.IGNORECASE)
# What a sentence puts after an address, or around it.
_ENDS = re.compile(r"[.,;:!?…“”„\"'»>]+$")


@dataclass(frozen=True, slots=True)
class Document:
    """Where a document stands in the original language, and its CELEX number if it has one."""

    address: str
    celex: str | None
    sureness: Sureness = Sureness.SURE


def look_up(line: str, language: str = "en") -> Document:
    """Return the original-language document behind an address or a reference such as IP/25/467.

    Where nothing is known, the address is the line itself.
    """
    wanted = line.strip()
    address = address_in(wanted)
    if address:
        version = addresses.version(address, language)
        if version:
            return Document(version.address, celex(version.address), version.sureness)
        return Document(wanted, celex(address))
    found = references.find(wanted, language)
    if not found:
        return Document(wanted, None)
    reference = found[0][2]
    number = reference.name if _CELEX_NAME.fullmatch(reference.name) else None
    return Document(reference.address, number)


def address_in(line: str) -> str | None:
    """Return the address that a line holds, without the signs of a sentence round it.

    One of an EU site may lack its beginning, as people write it.
    """
    if match := _ADDRESS.search(line):
        return _trimmed(match[0])
    if match := _BARE_ELI.fullmatch(line):
        return _trimmed(f"https://eur-lex.europa.eu/{match[1]}")
    if _BARE.fullmatch(line):
        return _trimmed(f"https://{line}")
    return None


def celex(address: str) -> str | None:
    """Return the CELEX number that an address of EUR-Lex or Cellar names."""
    plain = unquote(address)
    if match := _CELEX.search(plain):
        return match[1].upper()
    if match := _CONSOLIDATED.search(plain):
        return f"0{match[1]}-{match[2]}".upper()
    if match := _ELI.search(plain):
        return _of_eli(match)
    return None


def _of_eli(match: re.Match[str]) -> str:
    kind, year, number, part, day = match.groups()
    letter = _ELI_KINDS[kind.lower()]
    if day:
        return f"0{year}{letter}{int(number):04d}-{day.replace('-', '')}"
    return f"3{year}{letter}{int(number):04d}" + (f"({int(part):02d})" if part else "")


def _trimmed(address: str) -> str:
    trimmed = _ENDS.sub("", address)
    while trimmed.endswith(")") and trimmed.count(")") > trimmed.count("("):
        trimmed = _ENDS.sub("", trimmed[:-1])
    return trimmed
