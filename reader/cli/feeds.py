"""Commands on feeds: list, add, rename, pause, remove, update, read, opml, rules, catalogue."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.console import Console
from reader.cli.documents import reading_apart
from reader.cli.numbers import number
from reader.cli.paths import typed_path
from reader.cli.progress import watching
from reader.cli.web import is_address
from reader.errors import NotAFeedError
from reader.feed_wording import feed_in_words, rule_in_words, updated_in_words
from reader.i18n import Translator, mark
from reader.importers.incoming import from_file
from reader.model.feed import Deed, Feed

if TYPE_CHECKING:
    from reader.app.feeds import Feeds

_FETCHING = mark("Fetching from {file}, news {done} of {total}")


def add_commands(parser: ArgumentParser, _: Translator) -> None:
    """Let the parser know what can be done with feeds."""
    actions = parser.add_subparsers(
        dest="action", required=True, title=_("commands"), metavar=_("COMMAND")
    )

    def add(name: str, purpose: str, *numbers: str | None) -> ArgumentParser:
        command = actions.add_parser(name, help=purpose, description=purpose)
        for many in numbers:
            words = _("the feed’s number")
            command.add_argument(
                "identifier", metavar=_("ID"), type=number(_), nargs=many, help=words
            )
        return command

    add("list", _("list the feeds that you keep"))
    add("pause", _("ask feeds no more until they are resumed"), "+")
    add("resume", _("ask feeds again that were paused"), "+")
    add("remove", _("forget feeds; their articles stay"), "+")
    add("rename", _("call a feed otherwise"), None).add_argument("title", metavar=_("NAME"))
    _add_asking_commands(add, _)
    lists = add("opml", _("exchange lists of feeds with other programs"))
    lists.add_argument("direction", choices=("import", "export"))
    lists.add_argument(
        "path", metavar=_("FILE"), type=typed_path(_), help=_("the list, such as feeds.opml")
    )
    _add_rule_options(add("rules", _("list, add or remove rules for new articles")), _)
    add("catalogue", _("list feeds of the European Union by topic and language"))


def _add_asking_commands(add: Callable[..., ArgumentParser], _: Translator) -> None:
    adding = add("add", _("keep a feed, or the one that a page names"))
    adding.add_argument("address", metavar=_("ADDRESS"), nargs="+")
    updating = add("update", _("bring in the news of all feeds, or of these"), "*")
    updating.add_argument(
        "--again", action="store_true", help=_("try once more what could not be fetched")
    )
    reading = add("read", _("print what stands in a feed as JSON; nothing is kept"))
    reading.add_argument("source", metavar=_("FILE|ADDRESS"))
    for command in (adding, updating, reading):
        command.add_argument(
            "--allow",
            metavar=_("HOST"),
            action="append",
            default=[],
            help=_("ask this computer though it is in a private network"),
        )


def _add_rule_options(parser: ArgumentParser, _: Translator) -> None:
    parser.add_argument("words", metavar=_("WORD"), nargs="*", help=_("words of an article"))
    parser.add_argument("--tag", metavar=_("TAG"), help=_("put this tag on it"))
    parser.add_argument("--star", action="store_true", help=_("give it a star"))
    parser.add_argument("--reading-list", action="store_true", help=_("put it on the reading list"))
    parser.add_argument("--feed", metavar=_("ID"), type=number(_), help=_("only from this feed"))
    parser.add_argument("--remove", metavar=_("ID"), type=number(_), help=_("remove this rule"))


def refuse_half_a_rule(options: Namespace, parser: ArgumentParser, _: Translator) -> None:
    """End the program with status 2 where a rule lacks its words, or what is to be done."""
    deeds = options.tag is not None or options.star or options.reading_list
    lacking = (
        (_("WORD"), not options.words and (deeds or options.feed is not None)),
        ("--tag, --star, --reading-list", bool(options.words) and not deeds),
    )
    for name, lacks in lacking:
        if lacks:
            parser.error(_("the following arguments are required: %s") % name)


def feeds(options: Namespace, console: Console) -> int:
    """Run a command on feeds."""
    if options.action == "read":
        return _read(options, console)
    if options.action == "catalogue":
        return _catalogue(console)
    with _opened(options, console) as kept:
        return _COMMANDS[options.action](options, kept, console)


@contextmanager
def _opened(options: Namespace, console: Console) -> "Iterator[Feeds]":
    with reading_apart(()) as apart:
        from reader.app import Reader
        from reader.app.feeds import Feeds, fetcher
        from reader.library.store import Library

        with Library(console.folders.data) as library:
            allowed = getattr(options, "allow", ())
            yield Feeds(Reader(library, apart), apart, fetcher(allowed))


def _list(_options: Namespace, feeds: "Feeds", console: Console) -> int:
    for feed in feeds.kept.all():
        console.say(feed_in_words(feed, console.translator))
    return 0


def _add(options: Namespace, feeds: "Feeds", console: Console) -> int:
    def add(address: str) -> None:
        feed = feeds.add(address)
        console.say(feed_in_words(feed, console.translator))

    return console.each(options.address, add)


def _each(act: Callable[["Feeds", int], None]) -> Callable[[Namespace, "Feeds", Console], int]:
    def run(options: Namespace, feeds: "Feeds", console: Console) -> int:
        numbers = [str(number) for number in options.identifier]
        return console.each(numbers, lambda number: act(feeds, int(number)))

    return run


def _rename(options: Namespace, feeds: "Feeds", _console: Console) -> int:
    feeds.kept.rename(options.identifier, options.title)
    return 0


def _update(options: Namespace, feeds: "Feeds", console: Console) -> int:
    """Bring in news; return 1 where a feed or a piece of news could not be had."""
    _ = console.translator
    if options.again:
        for number in options.identifier or [feed.identifier for feed in feeds.kept.all()]:
            feeds.kept.try_again(number)
    wanted = options.identifier or [feed.identifier for feed in feeds.due()]
    status = 0
    for number in wanted:
        name = feeds.kept.one(number).title
        with watching(name, console, _(_FETCHING)) as watch:
            (updated,) = feeds.update([number], watch)
        first, *troubles = updated_in_words(updated, _)
        console.say(first)
        for line in troubles:
            console.remark(line)
        status = status or int(bool(troubles))
    return status


def _opml(options: Namespace, feeds: "Feeds", console: Console) -> int:
    _ = console.translator
    if options.direction == "export":
        feeds.write_list(options.path, _("Feeds of Chetivo"))
        console.say(str(options.path))
        return 0
    new, known = feeds.read_list(options.path)
    words = _("New feeds: {new}, kept already: {known}")
    console.say(words.format(new=len(new), known=len(known)))
    return 0


def _rules(options: Namespace, feeds: "Feeds", console: Console) -> int:
    if options.remove is not None:
        feeds.kept.remove_rule(options.remove)
    words = " ".join(options.words)
    deeds = {
        Deed.TAG: options.tag is not None,
        Deed.STAR: options.star,
        Deed.READING_LIST: options.reading_list,
    }
    for deed in [each for each, wanted in deeds.items() if wanted]:
        feeds.kept.add_rule(words, deed, options.tag if deed is Deed.TAG else "", options.feed)
    for rule in feeds.kept.rules():
        console.say(rule_in_words(rule, console.translator))
    return 0


_COMMANDS: dict[str, Callable[[Namespace, "Feeds", Console], int]] = {
    "list": _list,
    "add": _add,
    "pause": _each(lambda feeds, number: feeds.kept.pause(number, paused=True)),
    "resume": _each(lambda feeds, number: feeds.kept.pause(number, paused=False)),
    "remove": _each(lambda feeds, number: feeds.kept.remove(number)),
    "rename": _rename,
    "update": _update,
    "opml": _opml,
    "rules": _rules,
}


def _read(options: Namespace, console: Console) -> int:
    """Print the pieces of news of a feed as JSON; a page that names feeds has them listed."""
    try:
        found = _feed(options)
    except NotAFeedError as error:
        console.fail(error)
        for address in error.feeds:
            console.remark(address)
        return 1
    items = [
        {
            "title": item.title,
            "url": item.address,
            "published": item.published.isoformat() if item.published else None,
        }
        for item in found.items
    ]
    console.say(json.dumps(items, ensure_ascii=False, indent=1))
    return 0


def _feed(options: Namespace) -> Feed:
    from reader.app.feeds import fetched_feed, fetcher, read_feed

    if is_address(options.source):
        return fetched_feed(options.source, fetcher(options.allow))
    incoming = from_file(Path(options.source))
    return read_feed(incoming.data, incoming.name)


def _catalogue(console: Console) -> int:
    from reader.app.feeds import catalogue

    for topic in catalogue(console.translator.language):
        console.say(topic.name)
        for feed in topic.feeds:
            console.say(f"\t{feed.language}\t{feed.title}\t{feed.address}")
    return 0
