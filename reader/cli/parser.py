"""The words of the command line, and its help in the person's language."""

import argparse
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from reader import __version__
from reader.cli import archives, exporting, feeds, web
from reader.cli.numbers import number
from reader.cli.paths import typed_name, typed_path
from reader.i18n import Translator, mark

CLEAN_FORMATS = ("md", "html", "txt", "json", "blocks")
SORTS = ("added", "day", "title", "publisher")

# What argparse itself says; `_argparse_words` translates it.
ARGPARSE = (
    mark("usage: "),
    mark("options"),
    mark("positional arguments"),
    mark("show this help message and exit"),
    mark("%(prog)s: error: %(message)s\n"),
    mark("argument %(argument_name)s: %(message)s"),
    mark("the following arguments are required: %s"),
    mark("unrecognized arguments: %s"),
    mark("expected one argument"),
    mark("expected at least one argument"),
    mark("invalid choice: %(value)r (choose from %(choices)s)"),
    mark("ambiguous option: %(option)s could match %(matches)s"),
    mark("ignored explicit argument %r"),
)


# Words that may be typed stand in `resources/search_words.json`.
OPERATORS = mark(
    """What may stand among the words (in quotes where the shell would take it for its own):
  "green deal"        the words together, in any of their forms
  =laws               this very form
  invest*             all words that begin so
  -law                without this word
  water OR air        one of the two
  title:energy        in the title; also text:, original:, notes:
  source:parliament   of an institution; also language:english, tag:climate
  from:3.2025 to:2025 by day, month or year; also date:14.3.2025
  only:unread         also only:read, only:starred, only:notes"""
)


def parse(arguments: Sequence[str], translator: Translator) -> Namespace:
    """Return the command, its inputs and options; wrong usage ends the program with status 2."""
    with _argparse_words(translator):
        parser = _parser(translator)
        options, unknown = parser.parse_known_args(arguments)
        if options.command == "search":
            unknown = _search_without(unknown, options)
        if unknown:
            parser.error(translator("unrecognized arguments: %s") % " ".join(unknown))
        if missing := _missing(options):
            words = translator("the following arguments are required: %s")
            parser.error(words % translator(missing))
        if options.command == "archive" and options.action == "create":
            archives.refuse_contradictions(options, parser, translator)
        if options.command == "feeds" and options.action == "rules":
            feeds.refuse_half_a_rule(options, parser, translator)
        if options.command == "export":
            exporting.refuse_contradictions(options, parser, translator)
        return options


def _search_without(unknown: Sequence[str], options: Namespace) -> list[str]:
    """Let a search leave out „-word", which argparse takes for an option; return the others."""
    options.words.extend(each for each in unknown if not each.startswith("--"))
    return [each for each in unknown if each.startswith("--")]


def _missing(options: Namespace) -> str | None:
    """Return what argparse does not know to be needed: all words of a search may begin with „-"."""
    if options.command == "search" and not options.words:
        return mark("WORD")
    if options.command in ("tag", "collect") and options.name and not options.identifier:
        return mark("ID")
    return None


@contextmanager
def _argparse_words(translator: Translator) -> Iterator[None]:
    """Let argparse speak the person's language: it looks its words up by its own `_`."""
    usual = vars(argparse)["_"]
    # A missing description is looked up, too.
    vars(argparse)["_"] = lambda words: translator(words) if words else words
    try:
        yield
    finally:
        vars(argparse)["_"] = usual


def _parser(_: Translator) -> ArgumentParser:
    parser = ArgumentParser(
        prog="chetivo",
        description=_("Reader for EU news in Bulgarian. Without a command it opens its window."),
        epilog=_("Exit status: 0 done, 1 some inputs failed, 2 wrong usage, 70 a bug."),
    )
    parser.add_argument(
        "--library", metavar=_("DIR"), type=typed_path(_), help=_("the folder of the library")
    )
    version = f"chetivo {__version__}"
    words = _("print the version and exit")
    parser.add_argument("--version", action="version", version=version, help=words)
    commands = parser.add_subparsers(dest="command", title=_("commands"), metavar=_("COMMAND"))

    def add(name: str, purpose: str) -> ArgumentParser:
        return commands.add_parser(name, help=purpose, description=purpose)

    _add_document_commands(add, _)
    _add_library_commands(add, _)
    archives.add_commands(add("archive", _("archives: many articles in one file")), _)
    feeds.add_commands(add("feeds", _("feeds: news of the sites that you choose")), _)
    _add_care_commands(add("library", _("keep the library whole: checks, backups, repair")), _)
    listing = add("voices", _("list the voices that can read aloud"))
    listing.add_argument("--json", action="store_true", help=_("print a JSON list"))
    add("sentences", _("cut each line of standard input into sentences: a JSON list a line"))
    speaking = add("spoken", _("print each line of standard input as the voice says it"))
    speaking.add_argument(
        "--mine", action="store_true", help=_("with the person's own pronunciations")
    )
    add("keys", _("print the search keys of the words in each line of standard input"))
    add(
        "addresses",
        _(
            "find the original-language document behind each address or reference on standard "
            "input: a JSON object a line"
        ),
    )
    return parser


def _add_document_commands(add: Callable[[str, str], ArgumentParser], _: Translator) -> None:
    opening = add("open", _("open files in the window, or read them here where there is none"))
    _inputs(opening, _, nargs="*", purpose=_("files, addresses, or references to open"))
    cleaning = add("clean", _("repair documents and print them; nothing is kept"))
    _inputs(cleaning, _, purpose=_("files, addresses, or references; - reads standard input"))
    cleaning.add_argument(
        "--format",
        choices=CLEAN_FORMATS,
        default="md",
        help=_(
            "Markdown (the default), a web page, text, JSON with everything, or JSON of the blocks"
        ),
    )
    cleaning.add_argument(
        "--repairs", action="store_true", help=_("list each repair on standard error")
    )
    cleaning.add_argument(
        "--address", metavar=_("ADDRESS"), help=_("the page that the document was saved from")
    )
    cleaning.add_argument(
        "-o",
        "--output",
        metavar=_("DIR"),
        type=typed_path(_),
        help=_("write files into this folder"),
    )
    _add_align(
        add("align", _("pair the sentences of an article with those of its original: JSON")), _
    )
    adding = add("add", _("put documents into the library"))
    _inputs(adding, _, purpose=_("files, folders of files, addresses, or references"))
    for command in (opening, cleaning, adding):
        web.add_options(command, _)
        command.add_argument("--password", metavar=_("PASSWORD"), help=_("opens a locked PDF"))


def _add_align(parser: ArgumentParser, _: Translator) -> None:
    parser.epilog = _(
        "A file is an article in any format that can be read, or a JSON list: of texts, of "
        "sentences {kind, text, first}, of blocks {kind, sentences}, or what clean prints with "
        "--format blocks or json. Printed is a JSON list of pairs [[left numbers], [right "
        "numbers]], numbers from 0; a side is empty where only the other says something."
    )
    parser.add_argument("left", metavar=_("FILE"), help=_("the article; - reads standard input"))
    parser.add_argument("right", metavar=_("FILE"), help=_("its original"))
    parser.set_defaults(address=None, password=None)


def _add_library_commands(add: Callable[[str, str], ArgumentParser], _: Translator) -> None:
    _add_order_commands(add, _)
    _identifier(add("show", _("print an article")), _)
    searching = add("search", _("find articles by words in any of their forms"))
    searching.formatter_class = RawDescriptionHelpFormatter
    searching.epilog = _(OPERATORS)
    searching.add_argument("words", nargs="*", metavar=_("WORD"), help=_("words to look for"))
    searching.add_argument(
        "--exact", action="store_true", help=_("only the very forms that are given")
    )
    searching.add_argument("--json", action="store_true", help=_("print a JSON list"))
    noting = add("notes", _("print your notes and highlights, or write them to a file"))
    _identifier(noting, _, nargs="?")
    noting.add_argument(
        "-o",
        "--output",
        metavar=_("FILE"),
        type=typed_path(_),
        help=_("the Markdown file to write"),
    )
    _add_original(add("original", _("print the addresses of an article and its original")), _)
    handing_on = add("export", _("write articles to files"))
    _identifier(handing_on, _, nargs="*")
    exporting.add_options(handing_on, _)


def _add_original(parser: ArgumentParser, _: Translator) -> None:
    _identifier(parser, _)
    parser.add_argument(
        "--fetch", action="store_true", help=_("fetch the original and keep it with the article")
    )
    parser.add_argument(
        "--address", metavar=_("ADDRESS"), help=_("where the original is; it is fetched from there")
    )
    parser.add_argument(
        "--check", action="store_true", help=_("ask the sites which of the addresses exist")
    )
    parser.add_argument("--json", action="store_true", help=_("print a JSON list"))
    web.add_options(parser, _)


def _add_care_commands(parser: ArgumentParser, _: Translator) -> None:
    actions = parser.add_subparsers(
        dest="action", title=_("commands"), metavar=_("COMMAND"), required=True
    )

    def add(name: str, purpose: str) -> ArgumentParser:
        return actions.add_parser(name, help=purpose, description=purpose)

    checking = add("check", _("look whether the library is whole"))
    checking.add_argument(
        "--deep", action="store_true", help=_("check every article, file and the search")
    )
    add("repair", _("put together a whole library from all that can be read of a damaged one"))
    add("backup", _("make a backup now"))
    restoring = add("restore", _("put a backup in the library’s place, or list the backups"))
    restoring.add_argument("name", nargs="?", metavar=_("NAME"), help=_("the backup’s name"))
    add("stats", _("tell how much the library holds"))


def _add_order_commands(add: Callable[[str, str], ArgumentParser], _: Translator) -> None:
    listing = add("list", _("list the articles in the library"))
    listing.add_argument("--unread", action="store_true", help=_("only the unread"))
    listing.add_argument("--starred", action="store_true", help=_("only those with a star"))
    listing.add_argument("--tag", metavar=_("TAG"), help=_("only those with this tag"))
    listing.add_argument(
        "--collection", metavar=_("NAME"), help=_("only those of this collection, in its order")
    )
    listing.add_argument("--bin", action="store_true", help=_("those in the bin"))
    listing.add_argument(
        "--history", action="store_true", help=_("those that were opened, the last one first")
    )
    listing.add_argument(
        "--sort",
        choices=SORTS,
        help=_("by coming in (the default), day, title, or institution"),
    )
    removing = add("remove", _("move articles to the bin, where they stay for a month"))
    _identifier(removing, _, nargs="+")
    removing.add_argument(
        "--for-good", action="store_true", help=_("remove them for good, with their files")
    )
    _identifier(add("restore", _("bring articles back from the bin")), _, nargs="+")
    starring = add("star", _("give articles a star"))
    _identifier(starring, _, nargs="+")
    tagging = add("tag", _("put a tag on articles; without one, list all tags"))
    tagging.add_argument("name", nargs="?", metavar=_("TAG"), help=_("the tag, a new one too"))
    collecting = add("collect", _("put articles into a collection; without one, list all"))
    collecting.add_argument(
        "name", nargs="?", metavar=_("NAME"), help=_("the collection, a new one too")
    )
    for command in (tagging, collecting):
        _identifier(command, _, nargs="*")
    for command in (starring, tagging, collecting):
        command.add_argument("--off", action="store_true", help=_("take it off again"))


def _inputs(parser: ArgumentParser, _: Translator, *, purpose: str, nargs: str = "+") -> None:
    parser.add_argument("files", nargs=nargs, metavar=_("FILE"), type=typed_name(_), help=purpose)


def _identifier(parser: ArgumentParser, _: Translator, *, nargs: str | None = None) -> None:
    purpose = _("the article's number in the list")
    parser.add_argument("identifier", type=number(_), metavar=_("ID"), help=purpose, nargs=nargs)
