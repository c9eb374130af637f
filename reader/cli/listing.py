"""Commands that keep the library in order: list, labels, the bin."""

from argparse import Namespace
from typing import TYPE_CHECKING

from reader import wording
from reader.cli.console import Console
from reader.cli.library import opened_reader
from reader.errors import UnknownNameError
from reader.i18n import Translator, date_in_words, mark
from reader.model.entry import Entry
from reader.model.query import READING_LIST, Filter, Order

if TYPE_CHECKING:
    from reader.app import Shelving

_PAGE = 500  # articles that are read at once


def list_articles(options: Namespace, console: Console) -> int:
    """Print number, day, title, publisher and whether it is read, an article a line."""
    _ = console.translator
    with opened_reader(console, only_to_read=True) as reader:
        shelving = reader.shelving
        wanted, order = _wanted(options, shelving, _)
        ids = shelving.arranged(wanted, order).ids
        for start in range(0, len(ids), _PAGE):
            for entry in shelving.entries(ids[start : start + _PAGE]):
                console.say(_line(entry, _))
        if not ids:
            empty = wanted == Filter() and not reader.counts().total
            words = mark("The library is empty. Add a file: chetivo add FILE")
            console.remark(_(words if empty else mark("Nothing was found.")))
    return 0


def remove(options: Namespace, console: Console) -> int:
    """Put articles into the bin, or take them out of the library for good."""
    _ = console.translator
    with opened_reader(console) as reader:
        titles = {each: reader.library.entry(each).title for each in options.identifier}
        reader.shelving.put_into_bin(titles)
        if options.for_good:
            reader.shelving.remove_for_good(titles)
    words = _("Removed: {title}") if options.for_good else _("Moved to the bin: {number}. {title}")
    for number, title in titles.items():
        console.say(words.format(number=number, title=title))
    return 0


def restore(options: Namespace, console: Console) -> int:
    """Take articles out of the bin."""
    _ = console.translator
    with opened_reader(console) as reader:
        binned = set(reader.shelving.arranged(Filter(binned=True)).ids)
        reader.shelving.restore(options.identifier)
        entries = reader.shelving.entries(tuple(dict.fromkeys(options.identifier)))
    for entry in entries:
        if entry.identifier in binned:
            console.say(_("Brought back: {title}.").format(title=entry.title))
        else:
            words = _("Not in the bin: {number}. {title}")
            console.remark(words.format(number=entry.identifier, title=entry.title))
    return 0


def star(options: Namespace, console: Console) -> int:
    """Give articles a star, or take it off."""
    with opened_reader(console) as reader:
        reader.shelving.star(options.identifier, starred=not options.off)
    return 0


def tag(options: Namespace, console: Console) -> int:
    """Put a tag on articles, or take it off; without a tag, list all tags."""
    with opened_reader(console) as reader:
        if options.name is None:
            for each in reader.shelving.tags():
                console.say(f"{each.name}\t{each.count}")
            return 0
        name = (options.name,)
        add, remove = ((), name) if options.off else (name, ())
        reader.shelving.retag(options.identifier, add, remove)
    return 0


def collect(options: Namespace, console: Console) -> int:
    """Put articles into a collection, or take them out; without one, list all collections."""
    _ = console.translator
    with opened_reader(console) as reader:
        shelving = reader.shelving
        if options.name is None:
            for each in shelving.collections():
                console.say(f"{each.name or _('Reading list')}\t{each.count}")
            return 0
        if options.off:
            shelving.uncollect(_collection(options.name, shelving, _), options.identifier)
            return 0
        try:
            collection = _collection(options.name, shelving, _)
        except UnknownNameError:
            collection = shelving.create_collection(options.name).identifier
        shelving.collect(collection, options.identifier)
    return 0


def _wanted(options: Namespace, shelving: "Shelving", _: Translator) -> tuple[Filter, Order]:
    """Return which articles are to be listed, and in which order."""
    collection = options.collection and _collection(options.collection, shelving, _)
    wanted = Filter(
        read=False if options.unread else None,
        starred=options.starred,
        binned=options.bin,
        tag=options.tag,
        collection=collection,
    )
    usual = Order.PLACE if collection else Order.OPENED if options.history else Order.ADDED
    return wanted, Order(options.sort) if options.sort else usual


def _collection(name: str, shelving: "Shelving", _: Translator) -> int:
    """Return a collection's number; raises `UnknownNameError`."""
    called = " ".join(name.split()).casefold()
    if called == _("Reading list").casefold():
        return READING_LIST
    for each in shelving.collections():
        if each.name.casefold() == called:
            return each.identifier
    raise UnknownNameError(name)


def _line(entry: Entry, _: Translator) -> str:
    day = date_in_words(entry.published, _) if entry.published else ""
    publisher = wording.publisher_name(entry.publisher, _)
    state = _("read") if entry.read else _("unread")
    return "\t".join((str(entry.identifier), day, entry.title, publisher, state))
