"""Commands on archives: create, check, import."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from reader.archive_wording import checked, made, terms
from reader.cli import taking_in
from reader.cli.console import Console
from reader.cli.documents import file_of
from reader.cli.library import opened_reader
from reader.cli.numbers import number
from reader.cli.paths import typed_name
from reader.cli.progress import watching
from reader.cli.taking_in import tell_damaged
from reader.i18n import Translator, mark
from reader.model.archive import Label
from reader.model.query import Search
from reader.text.names import as_text

_WRITING = mark("Writing {file}, article {done} of {total}")
_CHECKING = mark("Checking {file}, article {done} of {total}")


def add_commands(parser: ArgumentParser, _: Translator) -> None:
    """Let the parser know what can be done with archives."""
    actions = parser.add_subparsers(
        dest="action", required=True, title=_("commands"), metavar=_("COMMAND")
    )

    def add(name: str, purpose: str) -> ArgumentParser:
        command = actions.add_parser(name, help=purpose, description=purpose)
        words = _("the archive, such as news.chetivo")
        command.add_argument("path", metavar=_("PATH"), type=typed_name(_), help=words)
        return command

    making = add("create", _("write articles, all unless told otherwise, into one file"))
    making.add_argument(
        "identifier", metavar=_("ID"), type=number(_), nargs="*", help=_("only these")
    )
    making.add_argument("--search", metavar=_("WORDS"), help=_("only those that a search finds"))
    making.add_argument("--name", metavar=_("NAME"), help=_("what the archive is called"))
    making.add_argument(
        "--notes", action="store_true", help=_("with notes, tags, stars and places of reading")
    )
    making.add_argument(
        "--everything",
        action="store_true",
        help=_("all of the library, to move it: notes, tags, searches, older versions, the bin"),
    )
    add("check", _("verify every hash of an archive"))
    taking = add("import", _("take an archive into the library; what is there already stays"))
    taking.add_argument(
        "--places", action="store_true", help=_("with the places where reading stopped")
    )


def refuse_contradictions(options: Namespace, parser: ArgumentParser, _: Translator) -> None:
    """End the program with status 2 where an archive is to be made of two things at once."""
    given = (
        ("ID", bool(options.identifier)),
        ("--search", options.search is not None),
        ("--everything", options.everything),
    )
    names = [name for name, is_there in given if is_there]
    if len(names) > 1:
        words = _("not allowed together: {names}")
        parser.error(words.format(names=", ".join(names)))


def archive(options: Namespace, console: Console) -> int:
    """Do what is asked with an archive."""
    action = {"create": create, "check": check, "import": take_in}[options.action]
    return action(options, console)


def create(options: Namespace, console: Console) -> int:
    """Write articles into a new archive."""
    from reader.app import version

    _, path = console.translator, file_of(options.path)
    wanted: Search | Sequence[int] | None = options.identifier or None
    if options.search is not None:
        wanted = Search(options.search)
    name, everything = options.name or as_text(path.stem), options.everything
    label = Label(name, version(), terms(_), options.notes or everything, everything)
    with (
        opened_reader(console, only_to_read=True) as reader,
        watching(path.name, console, _(_WRITING)) as watch,
    ):
        outcome = reader.archives.make(path, wanted, label, watch)
    console.say(made(path, outcome, _))
    return tell_damaged((*outcome.left_out, *outcome.without_file), console)


def check(options: Namespace, console: Console) -> int:
    """Verify every hash of an archive; return 1 where something is not as it was written."""
    from reader import app

    path = file_of(options.path)
    with watching(path.name, console, console.translator(_CHECKING)) as watch:
        about, outcome = app.check(path, watch)
    console.say(checked(about, outcome, console.translator))
    tell_damaged(outcome.damaged, console)
    return 0 if outcome.whole else 1


def take_in(options: Namespace, console: Console) -> int:
    """Take an archive into the library."""
    path = file_of(options.path)
    with opened_reader(console) as reader:
        return taking_in.take_in(path, reader, console, places=options.places)


def contents(path: Path, console: Console) -> None:
    """Print what an archive says of itself, and the titles of its articles."""
    from reader.app import titles_in

    _ = console.translator
    about, titles = titles_in(path)
    count = _.plural("{count} article", "{count} articles", about.articles)
    words = _("Archive “{name}”: {count}")
    console.say(words.format(name=about.name, count=count.format(count=about.articles)))
    for title in titles:
        console.say(f"\t{title}")
