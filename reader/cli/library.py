"""The library as the commands open it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from reader.cli.console import Console
from reader.errors import LibraryUnwritableError

if TYPE_CHECKING:
    from reader.app import Reader


@contextmanager
def opened_reader(console: Console, *, only_to_read: bool = False) -> "Iterator[Reader]":
    """Open the library of this run, and close it afterwards.

    A command that is only to read can do so in a folder that cannot be written as well: on a
    medium for reading, say.
    """
    from reader.app import Care, Reader
    from reader.importers.apart import Apart
    from reader.library.place import FILE
    from reader.library.store import Library

    _ = console.translator
    folder, apart = console.folders.data, Apart()
    with ExitStack() as stack:
        try:
            library = stack.enter_context(Library(folder))
        except LibraryUnwritableError:
            if not only_to_read or not (folder / FILE).is_file():
                raise
            library = stack.enter_context(Care(folder, apart).reading_only())
            console.remark(
                _("The library’s folder cannot be written: it is open for reading only.")
            )
        yield Reader(library, apart, make_pdf=console.make_pdf)
