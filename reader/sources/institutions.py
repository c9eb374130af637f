"""Who publishes where: from an address to the key of an institution."""

import json
from functools import cache
from typing import TypedDict
from urllib.parse import urlsplit

from reader.paths import resource


class _Institution(TypedDict):
    names: dict[str, str]
    hosts: list[str]


def publisher(address: str | None) -> str | None:
    """Return the key in resources/institutions.json of who publishes at an address."""
    host = _host(address or "")
    hosts = _hosts()
    fitting = [part for part in hosts if host == part or host.endswith(f".{part}")]
    return hosts[max(fitting, key=len)] if fitting else None


def name(key: str, language: str) -> str:
    """Return an institution's name in "bg" or "en"; an unknown key stays as it is."""
    known = _institutions().get(key)
    return known["names"][language] if known else key


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # such as "https://[Съобщение]/", which looks like a broken IPv6 host
        return ""


@cache
def _institutions() -> dict[str, _Institution]:
    data = json.loads(resource("institutions.json").read_text("utf-8"))
    institutions: dict[str, _Institution] = data["institutions"]
    return institutions


@cache
def _hosts() -> dict[str, str]:
    return {host: key for key, facts in _institutions().items() for host in facts["hosts"]}
