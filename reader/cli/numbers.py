"""Numbers of articles and feeds, as they are typed."""

from argparse import ArgumentTypeError
from collections.abc import Callable

from reader.i18n import Translator


def number(_: Translator, most: int | None = None) -> Callable[[str], int]:
    """Return what makes a number of what was typed; one above `most` becomes that."""

    def read(text: str) -> int:
        if not text.isdecimal():
            raise ArgumentTypeError(_("“{text}” is not a number.").format(text=text))
        return int(text) if most is None else min(int(text), most)

    return read
