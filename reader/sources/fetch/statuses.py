"""What the numbers mean that a host answers with."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from reader.errors import (
    ForbiddenError,
    GoneError,
    NotFoundError,
    ServerFailedError,
    StatusError,
)

NOT_MODIFIED = 304
LEADS_ON = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({429, 503})
_PAGE = 200
_SERVER_FAILED = 500
_KNOWN: dict[int, type[StatusError]] = {
    401: ForbiddenError,
    403: ForbiddenError,
    404: NotFoundError,
    410: GoneError,
    451: ForbiddenError,
}


def is_page(status: int) -> bool:
    """Tell whether a page comes with a status, and all of it."""
    return status == _PAGE


def error_of(status: int, address: str) -> StatusError:
    """Return what a status other than these means for somebody who wanted a page."""
    usual = ServerFailedError if status >= _SERVER_FAILED else StatusError
    return _KNOWN.get(status, usual)(address, status)


def seconds_to_wait(
    words: str | None, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> float | None:
    """Return what Retry-After asks for, be it a number or a date; None where it says nothing."""
    if not words:
        return None
    if words.strip().isdecimal():
        return float(words)
    try:
        until = parsedate_to_datetime(words)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now()).total_seconds())
