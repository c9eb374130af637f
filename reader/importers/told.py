"""Days and addresses as the data of documents tell them."""

import re
from datetime import date

_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)")


def day(text: str | None) -> date | None:
    """Return the day that a text in W3CDTF begins with; None where it is none."""
    found = _DAY.match(text or "")
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def web(address: str | None) -> str | None:
    """Return an address of the web as it is; None for all others."""
    found = (address or "").strip()
    return found if found.lower().startswith(("http://", "https://")) else None
