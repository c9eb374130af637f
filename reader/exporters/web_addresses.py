"""Addresses as they may stand in a page, spelt as the standard wants it."""

import re
from urllib.parse import quote, urlsplit

from reader.text.addresses import SCHEMES

_KEPT = re.compile(rf"(?:{'|'.join(SCHEMES)})\S", re.IGNORECASE)
_UNSAFE = re.compile('[\\s<>"\\\\^`{|}\x00-\x1f\x7f-\x9f\ud800-\udfff]|%(?![0-9A-Fa-f]{2})')
_UNSAFE_PATH = re.compile(r"[\[\]]|(?<=#)#|#(?=[^#]*#)")
_AUTHORITY = re.compile(r"(https?://[^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)
# A name of parts, of whatever letters; or an IPv6 address, of which urlsplit has seen the inside.
_HOST = re.compile(r"(?:[^\s.%@:\[\]]+\.)*[^\s.%@:\[\]]+\.?|[0-9a-f:.]*:[0-9a-f:.]*", re.IGNORECASE)
_MOST = 65535


def web_address(address: str) -> str | None:
    """Return an address without what may not stand in one; None where it leads nowhere."""
    if not _KEPT.match(address):
        return None
    safe = _UNSAFE.sub(_quoted, address)
    split = _AUTHORITY.fullmatch(safe)
    if split is None:
        return safe  # of a mailbox or a telephone
    host, path = split.groups()
    return host + _UNSAFE_PATH.sub(_quoted, path) if _is_host(host) else None


def _quoted(found: re.Match[str]) -> str:
    return quote(found[0], safe="", errors="replace")


def _is_host(start: str) -> bool:
    try:
        parts = urlsplit(start)
        port = parts.port or 0
    except ValueError:
        return False
    known = parts.netloc.count("@") <= 1 and port <= _MOST
    return known and bool(_HOST.fullmatch(parts.hostname or ""))
