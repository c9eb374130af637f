"""Numbers of articles and feeds, as they are typed."""

from argparse import ArgumentTypeError
from collections.abc import Callable

from reader.i18n import Translator

_MOST_DIGITS = 18  # more may be beyond the largest number of SQLite


def number(_: Translator) -> Callable[[str], int]:
    """Return what makes a number of what was typed."""

    def read(text: str) -> int:
        if not text.isdecimal() or len(text) > _MOST_DIGITS:
            raise ArgumentTypeError(_("“{text}” is not a number.").format(text=text))
        return int(text)

    return read
