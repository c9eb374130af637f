"""Addresses of a page: whole ones, and of harmless kinds alone."""

import re
from urllib.parse import unquote, urljoin, urlsplit

# What a browser leaves out of an address: the white space round it, line ends and tabs inside.
_LEFT_OUT = re.compile(r"[\t\r\n]")
_SHARING = re.compile(
    r"mailto:\?|(?:https?:)?//(?:[\w-]+\.){0,3}(?:facebook\.com/(?:sharer|share|dialog)"
    r"|(?:twitter|x)\.com/(?:intent|share|home\?status)|linkedin\.com/(?:share|sharing|cws)"
    r"|pinterest\.\w+/pin/create|t\.me/share|telegram\.me/share|wa\.me/\?|whatsapp\.com/send"
    r"|reddit\.com/submit|bsky\.app/intent)|(?:viber|whatsapp|fb-messenger):",
    re.IGNORECASE,
)
_HARMLESS = ("http", "https", "mailto", "tel")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_SAVED_WITHIN = 4096


class Addresses:
    """Knows what addresses of a page are relative to; `base` is None where nothing tells."""

    def __init__(self, page: str | None, base: str | None = None) -> None:
        self._page = page
        self._base = _joined(page, base) if base else page

    def whole(self, address: str | None) -> str | None:
        """Return a whole address; None for one of another kind, and for a place in the page."""
        if address is None or self.place(address) is not None:
            return None
        found = _joined(self._base, _LEFT_OUT.sub("", address.strip()))
        return found if found and _is_harmless(found) else None

    def leads_here(self, address: str | None) -> bool:
        """Tell whether a whole address is that of the page itself."""
        return address is not None and address == self._page

    def place(self, address: str | None) -> str | None:
        """Return the name of the place in this page that an address leads to."""
        before, mark, name = (address or "").strip().partition("#")
        if not mark:
            return None
        if before and (self._page is None or before != self._page.partition("#")[0]):
            return None
        return unquote(name)  # letters beyond ASCII are written as %D0%B0, names as they are


def is_contact(address: str | None) -> bool:
    """Tell whether an address is one to write to or to call."""
    return (address or "").strip().lower().startswith(("mailto:", "tel:"))


def is_of_sharing(address: str | None) -> bool:
    """Tell whether an address makes another site, or a letter, tell of the page."""
    return _SHARING.match((address or "").strip()) is not None


def ending(address: str) -> str:
    """Return what the path of an address ends with after its last point, in small letters.

    Some registers of documents set what a file is apart: "/ST-7412-2025-INIT/en/pdf".
    """
    try:
        path = urlsplit(address.strip()).path
    except ValueError:
        return ""
    last = path.rstrip("/").rpartition("/")[2].lower()
    return last if last == "pdf" else path.rpartition(".")[2].lower()


def saved_from(markup: str) -> str | None:
    """Return the address that a browser wrote into the page as it saved it."""
    found = _SAVED_FROM.search(markup, 0, _SAVED_WITHIN)
    return found.group(1) if found and _is_harmless(found.group(1)) else None


def _joined(base: str | None, address: str) -> str | None:
    try:
        if urlsplit(address).scheme:
            return address
        return urljoin(base, address) if base else None
    except ValueError:  # such as "https://[Съобщение]/", which looks like a broken IPv6 host
        return None


def _is_harmless(address: str) -> bool:
    scheme, colon, rest = address.partition(":")
    return bool(colon and rest.strip("/")) and scheme.lower() in _HARMLESS
