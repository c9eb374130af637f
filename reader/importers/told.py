"""Days, moments and addresses as the data of documents tell them."""

import re
from datetime import MAXYEAR, UTC, date, datetime, time

_FIRST_YEAR = 1991  # of the web
_DAY_ALONE = len("2026-05-14")
_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)")


def day(text: str | None) -> date | None:
    """Return the day that a text in W3CDTF begins with; None where it is none."""
    found = _DAY.match(text or "")
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def moment(text: str | None) -> datetime | None:
    """Return the moment that a text in ISO 8601 tells; None for others, and before the web.

    Of a day alone it is noon, which is on that day nearly everywhere.
    """
    try:
        found = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    if not _FIRST_YEAR <= found.year < MAXYEAR:
        return None
    if len((text or "").strip()) == _DAY_ALONE:
        return datetime.combine(found.date(), time(12), UTC)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def web(address: str | None) -> str | None:
    """Return an address of the web as it is; None for all others."""
    found = (address or "").strip()
    return found if found.lower().startswith(("http://", "https://")) else None
