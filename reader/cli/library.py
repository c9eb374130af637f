"""The library as the commands open it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.cli.console import Console

if TYPE_CHECKING:
    from reader.app import Reader


@contextmanager
def opened_reader(console: Console) -> "Iterator[Reader]":
    """Open the library of this run, and close it afterwards."""
    from reader.app import Reader
    from reader.importers.apart import Apart
    from reader.library.store import Library

    with Library(console.folders.data) as library:
        yield Reader(library, Apart(), make_pdf=console.make_pdf)
