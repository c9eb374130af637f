"""Commands that take documents in: clean, add."""

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.console import Console
from reader.cli.progress import watching
from reader.errors import AddressError, NoPermissionError, UnwritableTargetError
from reader.importers.incoming import Incoming, from_file, is_folder
from reader.model.raw import Repair
from reader.wording import step_name

if TYPE_CHECKING:
    from reader.app import Reader
    from reader.importers.apart import Apart

STANDARD_INPUT = "-"
SUFFIXES = {
    "md": ".md",
    "html": ".html",
    "txt": ".txt",
    "json": ".json",
    "blocks": ".blocks.json",
    "wav": ".wav",
}


def is_address(argument: str) -> bool:
    """Tell whether an argument is an address of the web and not a file."""
    return argument.lower().startswith(("http://", "https://"))


def file_of(argument: str) -> Path:
    """Return the path that an argument names.

    Raises `AddressError` where it is an address.
    """
    if is_address(argument):
        raise AddressError(argument)
    return Path(argument)


@contextmanager
def reading_apart(files: Iterable[str]) -> Iterator["Apart"]:
    """Provide for reading PDF files; the child starts while the program still loads itself."""
    from reader.importers.apart import Apart

    with Apart() as apart:
        if any(name.lower().endswith(".pdf") for name in files):
            apart.warm()
        yield apart


def clean(options: Namespace, console: Console) -> int:
    """Repair documents and print them, or write them into a folder."""
    with reading_apart(options.files) as apart:
        return _clean_all(options, console, apart)


def _clean_all(options: Namespace, console: Console, apart: "Apart") -> int:
    from reader import app

    def handle(argument: str) -> None:
        with watching(argument, console) as watch:
            cleaned = app.clean(_incoming(argument, options, console), apart, watch=watch)
        rendered = app.render(cleaned, options.format)
        if options.output is None:
            console.write(rendered)
        else:
            console.say(str(_write(argument, rendered, options)))
        if options.repairs:
            _list_repairs(cleaned.repairs, console)

    return console.each(options.files, handle)


def add(options: Namespace, console: Console) -> int:
    """Put documents into the library, each file of a folder too."""
    with reading_apart(options.files) as apart:
        from reader.app import Reader
        from reader.library.store import Library

        with Library(console.folders.data) as library:
            reader = Reader(library, apart)
            statuses = [
                _add_all(argument, reader, options.password, console) for argument in options.files
            ]
            return max(statuses)


def _add_all(argument: str, reader: "Reader", password: str | None, console: Console) -> int:
    _ = console.translator

    def keep(name: str) -> None:
        incoming = from_file(file_of(name), password=password)
        with watching(name, console) as watch:
            kept = reader.keep(incoming, watch)
        sentence = (
            _("Already kept: {identifier}. {title}")
            if kept.known
            else _("Added: {identifier}. {title}")
        )
        console.say(sentence.format(identifier=kept.entry.identifier, title=kept.entry.title))

    if is_address(argument) or not is_folder(Path(argument)):
        return console.each([argument], keep)
    closed: list[str] = []
    found = list(_files_in(argument, closed))
    if not found and not closed:
        console.remark(_("There are no files in “{folder}”.").format(folder=argument))
    status = console.each(found, keep)
    return max(status, console.each(closed, _refuse))


def _files_in(folder: str, closed: list[str]) -> Iterator[str]:
    """Yield the files in and below a folder by name, without hidden ones.

    Folders that cannot be entered are put into `closed`.
    """

    def remember(error: OSError) -> None:
        closed.append(str(error.filename))

    for place, folders, names in os.walk(folder, onerror=remember):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(place, name)) for name in sorted(names) if not name.startswith("."))


def _refuse(folder: str) -> None:
    raise NoPermissionError(Path(folder))


def _incoming(argument: str, options: Namespace, console: Console) -> Incoming:
    if argument == STANDARD_INPUT:
        data = console.source.read()
        return Incoming(data, address=options.address, password=options.password)
    return from_file(file_of(argument), options.address, options.password)


def _write(argument: str, rendered: str, options: Namespace) -> Path:
    from reader.exporters.files import write_new

    make_folder(options.output)
    stem = "article" if argument == STANDARD_INPUT else Path(argument).stem
    target: Path = options.output / (stem + SUFFIXES[options.format])
    write_new(target, rendered)
    return target


def make_folder(folder: Path) -> None:
    """Make a folder to write into, unless there is one.

    Raises `UnwritableTargetError`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableTargetError(folder, error.strerror or str(error)) from error


def _list_repairs(repairs: tuple[Repair, ...], console: Console) -> None:
    _ = console.translator
    for repair in repairs:
        before, after = (text.replace("\n", " ⏎ ") for text in (repair.before, repair.after))
        line = _("page {page}, {step}: “{before}” → “{after}”")
        console.remark(
            line.format(
                page=repair.page + 1, step=step_name(repair.step, _), before=before, after=after
            )
        )
