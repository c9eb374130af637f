"""Commands that take documents in: clean, add."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import web
from reader.cli.console import Console
from reader.cli.progress import watching
from reader.cli.taking_in import take_in
from reader.cli.web import is_address
from reader.errors import AddressError, UnwritableTargetError
from reader.importers.incoming import Incoming, from_file
from reader.intake_wording import bulk_report, outcome_words
from reader.model.exportform import ExportForm
from reader.model.intake import Failed, Outcome, Taken
from reader.model.raw import Repair
from reader.repair_wording import step_name
from reader.text.names import file_name

if TYPE_CHECKING:
    from reader.app import Bulk, Reader
    from reader.importers.apart import Apart

STANDARD_INPUT = "-"
_MOST_NAMES = 3  # on the line that tells how far it is


def file_of(argument: str) -> Path:
    """Return the path that an argument names.

    Raises `AddressError` where it is an address.
    """
    if is_address(argument):
        raise AddressError(argument)
    return Path(argument)


# What hardly needs the child is not worth the start of one: text is read without it.
_READ_APART = (".pdf", ".docx", ".epub", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".md")


@contextmanager
def reading_apart(files: Iterable[str]) -> Iterator["Apart"]:
    """Provide for reading files; the child starts while the program still loads itself."""
    from reader.importers.apart import Apart

    with Apart() as apart:
        if any(name.lower().endswith(_READ_APART) for name in files):
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


def align(options: Namespace, console: Console) -> int:
    """Print which sentences of two documents say the same: a JSON list of pairs of numbers."""
    names = (options.left, options.right)
    with reading_apart(names) as apart:
        from reader import app

        left, right = (_incoming(name, options, console) for name in names)
        console.say(app.beads_of(left, right, apart))
    return 0


def add(options: Namespace, console: Console) -> int:
    """Put documents into the library, each file of a folder too."""
    with reading_apart(options.files) as apart:
        from reader.app import Bulk, Reader, is_bulk
        from reader.library.store import Library

        named = [argument for argument in options.files if web.is_named(argument)]
        paths = [Path(argument) for argument in options.files if argument not in named]
        with Library(console.folders.data) as library:
            reader = Reader(library, apart)
            status = console.each(named, lambda name: _fetch(name, reader, options, console))
            if not paths:
                return status
            if is_bulk(paths):
                bulk = Bulk(reader, apart, console.folders.data, password=options.password)
                return max(status, _add_all(paths, bulk, console))
            return max(status, _add_each(paths, reader, options.password, console))


def _fetch(name: str, reader: "Reader", options: Namespace, console: Console) -> None:
    incoming = web.incoming(name, options, console)
    with watching(name, console) as watch:
        kept = reader.keep(incoming, watch)
    _say_kept(kept.outcome, kept.entry.identifier, kept.entry.title, console)


def _add_each(
    paths: Sequence[Path], reader: "Reader", password: str | None, console: Console
) -> int:
    from reader.app import is_archive

    damaged = []

    def keep(name: str) -> None:
        if is_archive(Path(name)):
            damaged.append(take_in(Path(name), reader, console))
            return
        incoming = from_file(Path(name), password=password)
        with watching(name, console) as watch:
            kept = reader.keep(incoming, watch)
        for each in (kept, *kept.others):
            _say_kept(each.outcome, each.entry.identifier, each.entry.title, console)

    status = console.each(map(str, paths), keep)
    return max(status, *damaged, 0)


def _add_all(paths: Sequence[Path], bulk: "Bulk", console: Console) -> int:
    """Take folders and files in; the same that were interrupted go on where they were."""
    _ = console.translator

    def tell(each: Taken | Failed) -> None:
        line.clear()
        if isinstance(each, Failed):
            console.fail(each.error, _from_here(each.path))
        else:
            _say_kept(each.outcome, each.article, each.title, console)

    names = ", ".join(map(str, paths))
    words = _("Taking in {file}: {done} of {total}")
    if len(paths) > _MOST_NAMES:
        words = _("Files are being taken in: {done} of {total}")
    unfinished = bulk.unfinished(paths)
    with watching(names, console, words) as line:
        try:
            if unfinished is not None:
                console.remark(_("Going on where this import was interrupted."))
                report = bulk.resume(line, tell)
            else:
                report = bulk.start(paths, line, tell)
        except KeyboardInterrupt:
            line.clear()
            console.remark(_("Interrupted. What was taken in is kept; the same command goes on."))
            raise
    if not report.taken and not report.failed and not report.earlier:
        console.remark(_("There are no files in “{folder}”.").format(folder=names))
    elif len(report.taken) + len(report.failed) > 1:
        console.remark(bulk_report(report, _))
    return 1 if report.failed else 0


def _from_here(path: Path) -> str:
    """Return a path as a person at this place would write it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _say_kept(outcome: Outcome, identifier: int, title: str, console: Console) -> None:
    sentence = outcome_words(outcome, console.translator)
    console.say(sentence.format(identifier=identifier, title=title))


def _incoming(argument: str, options: Namespace, console: Console) -> Incoming:
    if argument == STANDARD_INPUT:
        data = console.source.read()
        return Incoming(data, address=options.address, password=options.password)
    if web.is_named(argument):
        return web.incoming(argument, options, console)
    return from_file(Path(argument), options.address, options.password)


def _write(argument: str, rendered: str, options: Namespace) -> Path:
    from reader.exporters.files import write_new

    make_folder(options.output)
    stem = "article" if argument == STANDARD_INPUT else _stem(argument)
    target: Path = options.output / (stem + ExportForm(options.format).suffix())
    write_new(target, rendered)
    return target


def _stem(argument: str) -> str:
    """Return what a file with the result is called; a reference gives no folder.

    What an address ends with may hold signs that a name must not have everywhere: "?", ":".
    """
    if is_address(argument):
        return file_name(Path(argument).stem) or "article"
    is_reference = web.is_named(argument)
    return Path(argument.replace("/", "_") if is_reference else argument).stem or "article"


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
