"""Names of files and folders, as they are typed."""

from argparse import ArgumentTypeError
from collections.abc import Callable
from pathlib import Path

from reader.i18n import Translator


def typed_name(_: Translator) -> Callable[[str], str]:
    """Return what takes a name as it was typed; an empty one would be the folder one is in."""

    def read(text: str) -> str:
        if not text.strip():
            raise ArgumentTypeError(_("the name is empty"))
        return text

    return read


def typed_path(_: Translator) -> Callable[[str], Path]:
    """Return what makes a path of a name."""
    read = typed_name(_)
    return lambda text: Path(read(text))
