"""Arguments that name something on the web, by its address or by a reference."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.console import Console
from reader.cli.progress import watching
from reader.i18n import Translator, mark
from reader.importers.incoming import Incoming

if TYPE_CHECKING:
    from reader.app.web import Fetches

_FETCHING = mark("Fetching {file}, {done} of {total} bytes")


def is_address(argument: str) -> bool:
    """Tell whether an argument is an address of the web and not a file."""
    return argument.lower().startswith(("http://", "https://"))


def is_named(argument: str) -> bool:
    """Tell whether an argument is an address, or a reference such as IP/25/467 and no file."""
    if is_address(argument):
        return True
    if _is_there(Path(argument)):
        return False
    from reader.app.web import is_named as is_known  # not needed for files

    return is_known(argument)


def _is_there(path: Path) -> bool:
    """Tell whether there is such a file; False where the system does not say."""
    try:
        return path.exists()
    except OSError:  # such as a name of a thousand letters
        return False


def add_options(parser: ArgumentParser, _: Translator) -> None:
    """Let a command be allowed to ask hosts of private networks."""
    parser.add_argument(
        "--allow-private",
        action="store_true",
        help=_("let addresses lead into your own network"),
    )


def incoming(argument: str, options: Namespace, console: Console) -> Incoming:
    """Fetch what an argument names; raises `NetworkError`."""
    from reader.app.web import fetched

    with watching(argument, console, console.translator(_FETCHING)) as watch:
        found = fetched(argument, fetcher(options), watch=watch)
    return replace(found, password=getattr(options, "password", None))


def fetcher(options: Namespace) -> "Fetches":
    """Return what fetches pages as this program, as far as the options allow it."""
    from reader.app.feeds import fetcher as make
    from reader.app.web import Allowing

    found = make()
    return Allowing(found) if getattr(options, "allow_private", False) else found
