"""Commands on the library: show, search, export."""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.console import Console
from reader.cli.documents import SUFFIXES, make_folder
from reader.cli.library import opened_reader
from reader.cli.progress import watching
from reader.cli.recording import recording
from reader.i18n import Translator
from reader.importers.incoming import is_folder
from reader.model.entry import Entry, Hit
from reader.model.query import Search
from reader.text.names import file_name

if TYPE_CHECKING:
    from reader.app import Reader


def show(options: Namespace, console: Console) -> int:
    """Print an article as text."""
    from reader.exporters import text

    with opened_reader(console) as reader:
        console.write(text.render(reader.library.article(options.identifier)))
    return 0


def search(options: Namespace, console: Console) -> int:
    """Print the articles that hold the words, and the words around the first place."""
    _ = console.translator
    with opened_reader(console) as reader:
        hits = reader.search(Search(" ".join(options.words), exact=options.exact))
        left = reader.library.left_to_search()
    if left:
        words = _.plural(
            "The search is being prepared anew: {count} article is not found yet.",
            "The search is being prepared anew: {count} articles are not found yet.",
            left,
        )
        console.remark(words.format(count=left))
    if options.json:
        console.say(json.dumps([_as_json(hit) for hit in hits], ensure_ascii=False, indent=1))
    elif not hits:
        console.remark(_("Nothing was found."))
    else:
        for hit in hits:
            console.say(f"{hit.entry.identifier}\t{hit.entry.title}\n\t{hit.snippet}")
    return 0


def export(options: Namespace, console: Console) -> int:
    """Write articles to files, spoken or as text; several of them into one e-book."""
    wanted: Path = options.output
    if options.format == "epub" and len(options.identifier) > 1 and not is_folder(wanted):
        return _bind(options, console)
    into_folder = len(options.identifier) > 1 or is_folder(wanted)
    if into_folder:
        make_folder(wanted)
    with opened_reader(console) as reader:

        def handle(argument: str) -> None:
            entry = reader.library.entry(int(argument))
            path = wanted / _file_name(entry, options.format) if into_folder else wanted
            console.say(_exported(reader, entry, options, path, console))

        return console.each([str(number) for number in options.identifier], handle)


def _bind(options: Namespace, console: Console) -> int:
    """Write articles into one e-book, called like its file."""
    from reader.app.books import Binding

    path: Path = options.output
    binding = Binding(path.stem, notes=options.notes)
    words = console.translator("Writing {file}, article {done} of {total}")
    with opened_reader(console) as reader, watching(str(path), console, words) as watch:
        reader.books.epub(options.identifier, path, console.translator, binding, watch)
    console.say(str(path))
    return 0


def notes(options: Namespace, console: Console) -> int:
    """Print the notes of an article, or of all, as Markdown, or write them to a file."""
    with opened_reader(console) as reader:
        document = reader.annotating.document(options.identifier)
        if not document:
            console.remark(console.translator("There are no notes."))
        elif options.output is None:
            console.write(document)
        else:
            reader.annotating.write(options.output, options.identifier)
            console.say(str(options.output))
    return 0


def _as_json(hit: Hit) -> dict[str, object]:
    published = hit.entry.published
    return {
        "id": hit.entry.identifier,
        "title": hit.entry.title,
        "published": published.isoformat() if published else None,
        "snippet": hit.snippet,
        "marks": [list(mark) for mark in hit.marks],
        "block": hit.position.block,
        "char": hit.position.char,
    }


def _exported(
    reader: "Reader", entry: Entry, options: Namespace, path: Path, console: Console
) -> str:
    """Write one article and return what to say about it."""
    if options.format == "wav":
        _ = console.translator
        seconds = reader.speak_to_file(entry.identifier, recording(path, console))
        return _("{path} ({length})").format(path=path, length=duration(seconds, _))
    if options.format == "epub":
        from reader.app.books import Binding

        binding = Binding(notes=options.notes)
        reader.books.epub([entry.identifier], path, console.translator, binding)
    else:
        reader.export(entry.identifier, options.format, path, notes=options.notes)
    return str(path)


def duration(seconds: float, _: Translator) -> str:
    """Return a length of time in words: 2 min 5 s."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return _("{seconds} s").format(seconds=rest)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def _file_name(entry: Entry, form: str) -> str:
    return f"{entry.identifier} {file_name(entry.title)}".rstrip() + SUFFIXES[form]
