"""The command that hands articles on: as text, as a recording, as a book, as pages."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.console import Console
from reader.cli.documents import make_folder
from reader.cli.library import opened_reader
from reader.cli.paths import typed_path
from reader.cli.progress import watching
from reader.cli.recording import own_voice
from reader.errors import NothingToWriteError, ReplaceableTargetError, TargetExistsError
from reader.i18n import Translator
from reader.importers.incoming import is_folder
from reader.model.exportform import ExportForm
from reader.model.query import Search
from reader.text.names import as_text, file_name

if TYPE_CHECKING:
    from reader.app import Exported, Reader
    from reader.app.exporting import Wanted

_SITES = (ExportForm.PAGES, ExportForm.PACKED_PAGES)


def add_options(parser: ArgumentParser, _: Translator) -> None:
    """Let the parser know what may be chosen, but for the articles by their numbers."""
    parser.add_argument("--search", metavar=_("WORDS"), help=_("those that a search finds"))
    parser.add_argument(
        "--day", metavar=_("DAY"), type=_day(_), help=_("those of a day, such as 2026-05-14")
    )
    parser.add_argument(
        "--format",
        choices=tuple(form.value for form in ExportForm),
        required=True,
        help=_(
            "a book, a sound recording, Markdown, a web page, PDF, text, or JSON; many articles "
            "as html become pages with contents and a search, in a folder or in a .zip"
        ),
    )
    parser.add_argument(
        "--notes", action="store_true", help=_("with your notes at the end of each article")
    )
    parser.add_argument(
        "--replace", action="store_true", help=_("in place of a file that is there")
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar=_("PATH"),
        type=typed_path(_),
        required=True,
        help=_("the file to write; for several articles a folder, or one book or PDF"),
    )


def refuse_contradictions(options: Namespace, parser: ArgumentParser, _: Translator) -> None:
    """End the program with status 2 where nothing is chosen, or in two ways at once."""
    given = (
        ("ID", bool(options.identifier)),
        ("--search", options.search is not None),
        ("--day", options.day is not None),
    )
    names = [name for name, is_there in given if is_there]
    if not names:
        parser.error(_("the following arguments are required: %s") % _("ID"))
    if len(names) > 1:
        parser.error(_("not allowed together: {names}").format(names=", ".join(names)))


def export(options: Namespace, console: Console) -> int:
    """Write articles: as one whole, or each by itself into a folder."""
    wanted = _wanted(options)
    with opened_reader(console, only_to_read=True) as reader:
        chosen = reader.exporting.chosen(wanted)
        if not chosen:
            raise NothingToWriteError(options.output)
        work = _Work(reader, options, console, several=len(chosen) > 1)
        if work.is_whole:
            work.write_whole(wanted, chosen)
            return 0
        return work.write_each(chosen)


class _Work:
    """What is written by one run of the command."""

    def __init__(
        self, reader: "Reader", options: Namespace, console: Console, *, several: bool
    ) -> None:
        self._reader = reader
        self._options = options
        self._console = console
        self._path: Path = options.output
        self._several = several
        self._form = ExportForm(options.format)
        if several and self._form is ExportForm.PAGE and not is_folder(self._path):
            is_packed = self._path.suffix.lower() == ".zip"
            self._form = ExportForm.PACKED_PAGES if is_packed else ExportForm.PAGES

    @property
    def is_whole(self) -> bool:
        """Whether all articles become one; into a folder that is there, each goes by itself."""
        if self._form in _SITES:
            return True
        return self._several and self._form.is_bound and not is_folder(self._path)

    def write_whole(self, wanted: "Wanted", chosen: Sequence[int]) -> None:
        """Write all articles as one; a selection is called like its file."""
        from reader.app.exporting import proposed_name

        _, path = self._console.translator, self._path
        if isinstance(wanted, Sequence) and not is_folder(path):
            title = as_text(path.stem)
        else:
            title = self._reader.exporting.title(wanted, chosen, _)
        if is_folder(path):
            path /= proposed_name(title, self._form, len(chosen), _)
        self._say(path, self._write(chosen, path, title).seconds)

    def write_each(self, chosen: Sequence[int]) -> int:
        """Write each article by itself; return the exit status, 0 all written, 1 some failed."""
        is_new = not is_folder(self._path)
        status = self._console.each(map(str, chosen), self._write_one)
        if self._several and is_new:
            with suppress(OSError):  # it has files in it, as a rule
                self._path.rmdir()
        return status

    def _write_one(self, argument: str) -> None:
        """Write an article, and say where it is."""
        entry, path = self._reader.library.entry(int(argument)), self._path
        if self._several or is_folder(path):
            make_folder(path)
            name = f"{entry.identifier} {file_name(entry.title)}".rstrip()
            path /= name + self._form.suffix()
        self._say(path, self._write([entry.identifier], path, entry.title).seconds)

    def _say(self, path: Path, seconds: float) -> None:
        """Say where something was written, and how long it sounds."""
        _ = self._console.translator
        told = _("{path} ({length})").format(path=path, length=duration(seconds, _))
        self._console.say(told if seconds else str(path))

    def _write(self, articles: Sequence[int], path: Path, title: str) -> "Exported":
        from reader.app import Export, Voice

        _, options = self._console.translator, self._options
        words = _("Writing {file}, article {done} of {total}")
        if len(articles) == 1:
            words = _("Speaking into {file}, sentence {done} of {total}")
        voice = own_voice(self._console) if self._form.is_spoken else Voice()
        wanted = Export(articles, self._form, path, title, options.notes, options.replace, voice)
        try:
            with watching(str(path), self._console, words) as watch:
                return self._reader.exporting.write(wanted, _, watch)
        except TargetExistsError as error:
            if path.is_file() and not self._form.is_folder(len(articles)) and not options.replace:
                raise ReplaceableTargetError(path) from error
            raise


def duration(seconds: float, _: Translator) -> str:
    """Return a length of time in words: 2 min 5 s."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return _("{seconds} s").format(seconds=rest)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def _wanted(options: Namespace) -> "Wanted":
    if options.search is not None:
        return Search(options.search)
    day: date | None = options.day
    identifiers: list[int] = options.identifier
    return identifiers if day is None else day


def _day(_: Translator) -> Callable[[str], date]:
    """Return what makes a day of what was typed."""

    def day(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            message = _("“{text}” is not a day; write it like 2026-05-14.").format(text=text)
            raise ArgumentTypeError(message) from error

    return day
