"""What `open` does on a computer without a display: the same work, printed line by line."""

from argparse import Namespace
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import web
from reader.cli.archives import contents
from reader.cli.console import Console
from reader.cli.documents import make_folder, reading_apart
from reader.cli.exporting import duration
from reader.cli.progress import watching
from reader.cli.recording import own_voice
from reader.errors import ReaderError, TargetExistsError
from reader.importers.incoming import from_file
from reader.model.article import Article
from reader.model.entry import Hit
from reader.model.exportform import ExportForm
from reader.model.leaves import leaves
from reader.model.query import Search

if TYPE_CHECKING:
    from reader.app import Kept, Reader

_DIGITS = 16  # of the digest in a file's name
_SHORTEST = 5  # letters: shorter words have forms that tell little


def open_here(options: Namespace, console: Console) -> int:
    """Clean, keep, find and speak each file; return 1 where anything of it failed."""
    _ = console.translator
    files: list[str] = getattr(options, "files", [])
    if not files:
        console.remark(_("There is no display for the window. See what works here: chetivo --help"))
        return 1
    console.say(_("There is no display for the window, so everything is done here."))
    try:
        with reading_apart(files) as apart:
            from reader.app import Reader
            from reader.library.store import Library

            with Library(console.folders.data) as library:
                reader = Reader(library, apart)
                return console.each(files, lambda name: _open(name, options, reader, console))
    except ReaderError as error:
        console.fail(error)
        return 1


def _open(argument: str, options: Namespace, reader: "Reader", console: Console) -> None:
    from reader.app import is_archive

    path = Path(argument)
    place = str(path.resolve())
    if web.is_named(argument):
        incoming, place = web.incoming(argument, options, console), argument
    elif is_archive(path):
        contents(path, console)
        return
    else:
        incoming = from_file(path, password=options.password)
    with watching(argument, console) as watch:
        kept = reader.keep(incoming, watch)
    article = reader.library.article(kept.entry.identifier)
    _describe(article, kept, console)
    _say_place(place, kept, reader, console)
    _find(article, kept, reader, console)
    _speak(kept, reader, console)


def _describe(article: Article, kept: "Kept", console: Console) -> None:
    from reader.app import link_pairs

    _ = console.translator
    blocks, links, repairs = len(leaves(article)), len(link_pairs(article)), len(kept.repairs)
    console.say(_("Title: {title}").format(title=article.title))
    counts = (
        _.plural("{count} block", "{count} blocks", blocks).format(count=blocks),
        _.plural("{count} link", "{count} links", links).format(count=links),
        _.plural("{count} repair", "{count} repairs", repairs).format(count=repairs),
    )
    console.say(_("Cleaned: {counts}").format(counts=", ".join(counts)))


def _say_place(place: str, kept: "Kept", reader: "Reader", console: Console) -> None:
    _ = console.translator
    number = kept.entry.identifier
    sentence = (
        _("Already kept in the library as number {number}.")
        if kept.known
        else _("Kept in the library as number {number}.")
    )
    console.say(sentence.format(number=number))
    console.say(_("Opened file: {path}").format(path=place))
    console.say(_("File in the library: {path}").format(path=reader.library.original(number)))


def _find(article: Article, kept: "Kept", reader: "Reader", console: Console) -> None:
    """Look for one form of a word and show that another form of it is found."""
    _ = console.translator
    for asked, written in _two_forms(article):
        hits = reader.search(Search(asked))
        mine = [hit for hit in hits if hit.entry.identifier == kept.entry.identifier]
        if mine and written.lower() in {word.lower() for word in _marked(mine[0])}:
            found = _("Searching for “{asked}” finds “{written}”: {snippet}")
            console.say(found.format(asked=asked, written=written, snippet=mine[0].snippet))
            return
    console.say(_("No word stands here in two forms, so there is no search to show."))


def _marked(hit: Hit) -> Iterator[str]:
    return (hit.snippet[start:end] for start, end in hit.marks)


def _two_forms(article: Article) -> Iterator[tuple[str, str]]:
    """Yield (later, first) forms of a word in the article, the longest words first."""
    from reader.text.words import search_key, tokens

    forms: dict[str, dict[str, str]] = {}
    for leaf in leaves(article):
        for word, _start, _end in tokens(leaf.text):
            if len(word) >= _SHORTEST and word.isalpha():
                forms.setdefault(search_key(word), {}).setdefault(word.lower(), word)
    pairs = [
        (later, first)
        for words in forms.values()
        for first, later in combinations(words.values(), 2)
    ]
    yield from sorted(pairs, key=lambda pair: -min(len(pair[0]), len(pair[1])))


def _speak(kept: "Kept", reader: "Reader", console: Console) -> None:
    from reader.app import Export

    _ = console.translator
    # Named by the original's digest: another article may get the same number one day.
    name = reader.library.original(kept.entry.identifier).name
    path = console.folders.data / "speech" / f"{name[:_DIGITS]}.wav"
    make_folder(path.parent)
    try:
        wanted = Export([kept.entry.identifier], ExportForm.WAV, path, voice=own_voice(console))
        seconds = reader.exporting.write(wanted, _).seconds
    except TargetExistsError:
        console.say(_("Already spoken: {path}").format(path=path))
        return
    spoken = _("Spoken: {path} ({length})")
    console.say(spoken.format(path=path, length=duration(seconds, _)))
