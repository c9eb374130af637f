"""The command that hands articles on: as text, as a recording, as a book."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.console import Console
from reader.cli.documents import SUFFIXES, make_folder
from reader.cli.library import opened_reader
from reader.cli.progress import watching
from reader.cli.recording import own_voice
from reader.i18n import Translator
from reader.importers.incoming import is_folder
from reader.model.bookform import BookForm
from reader.model.entry import Entry
from reader.model.sound import SoundForm
from reader.text.names import file_name

if TYPE_CHECKING:
    from reader.app import Reader


def export(options: Namespace, console: Console) -> int:
    """Write articles to files; as a book all of them in one, unless a folder is named."""
    wanted: Path = options.output
    several = len(options.identifier) > 1
    if several and options.format in list(BookForm) and not is_folder(wanted):
        with opened_reader(console) as reader:
            _bind(reader, options.identifier, wanted.stem, wanted, options, console)
        console.say(str(wanted))
        return 0
    into_folder = several or is_folder(wanted)
    if into_folder:
        make_folder(wanted)
    with opened_reader(console) as reader:

        def handle(argument: str) -> None:
            entry = reader.library.entry(int(argument))
            path = wanted / _file_name(entry, options.format) if into_folder else wanted
            console.say(_exported(reader, entry, path, options, console))

        return console.each([str(number) for number in options.identifier], handle)


def _exported(
    reader: "Reader", entry: Entry, path: Path, options: Namespace, console: Console
) -> str:
    """Write one article and return what to say about it."""
    if options.format in list(BookForm):
        _bind(reader, [entry.identifier], entry.title, path, options, console)
    elif options.format in list(SoundForm):
        from reader.app import Recording

        _, form = console.translator, SoundForm(options.format)
        recording = Recording(path, own_voice(console), form)
        seconds = reader.books.speak_to_file(entry.identifier, recording)
        return _("{path} ({length})").format(path=path, length=duration(seconds, _))
    else:
        reader.export(entry.identifier, options.format, path, notes=options.notes)
    return str(path)


def _bind(
    reader: "Reader",
    identifiers: list[int],
    title: str,
    path: Path,
    options: Namespace,
    console: Console,
) -> None:
    """Write articles as one book."""
    from reader.app.books import Binding

    _, form = console.translator, BookForm(options.format)
    binding = Binding(form, title, notes=options.notes)
    voice = own_voice(console) if form.is_spoken else None
    words = _("Writing {file}, article {done} of {total}")
    with watching(str(path), console, words) as watch:
        reader.books.write(identifiers, path, binding, _, voice, watch)


def duration(seconds: float, _: Translator) -> str:
    """Return a length of time in words: 2 min 5 s."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return _("{seconds} s").format(seconds=rest)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def _file_name(entry: Entry, form: str) -> str:
    return f"{entry.identifier} {file_name(entry.title)}".rstrip() + SUFFIXES[form]
