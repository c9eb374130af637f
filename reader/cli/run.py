"""From the name of a command to its function."""

from argparse import Namespace
from collections.abc import Callable

from reader.cli import (
    archives,
    care,
    documents,
    exporting,
    feeds,
    lines,
    listing,
    originals,
    shelf,
    voices,
)
from reader.cli.console import Console
from reader.errors import ReaderError

COMMANDS: dict[str, Callable[[Namespace, Console], int]] = {
    "align": documents.align,
    "clean": documents.clean,
    "add": documents.add,
    "list": listing.list_articles,
    "show": shelf.show,
    "search": shelf.search,
    "remove": listing.remove,
    "restore": listing.restore,
    "star": listing.star,
    "tag": listing.tag,
    "collect": listing.collect,
    "export": exporting.export,
    "notes": shelf.notes,
    "original": originals.original,
    "archive": archives.archive,
    "library": care.library,
    "feeds": feeds.feeds,
    "voices": voices.voices,
    "sentences": lines.sentences,
    "spoken": lines.spoken,
    "keys": lines.keys,
    "addresses": lines.addresses,
}


def run(options: Namespace, console: Console) -> int:
    """Run a command; return 0 done, 1 some inputs failed."""
    try:
        return COMMANDS[options.command](options, console)
    except ReaderError as error:
        console.fail(error)
        return 1
