"""How long an export takes yet, in words."""

import time
from collections.abc import Callable

from reader.i18n import Translator

_FEWEST = 2  # parts done before anything is foretold
_SOON = 5.0  # seconds; sooner nothing is foretold either
_MINUTE = 60


class Pace:
    """Knows from what has been done how long the rest takes, if it goes on as it went."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()

    def left(self, done: int, total: int) -> float | None:
        """Return the seconds that are left, or None as long as nobody can know."""
        passed = self._clock() - self._began
        if done < _FEWEST or passed < _SOON:
            return None
        return passed / done * (total - done)


def left_in_words(seconds: float | None, _: Translator) -> str:
    """Return "2 minutes left", or "" where nobody can know."""
    if seconds is None:
        return ""
    minutes = round(seconds / _MINUTE)
    if not minutes:
        return _("less than a minute left")
    return _.plural("{count} minute left", "{count} minutes left", minutes).format(count=minutes)
