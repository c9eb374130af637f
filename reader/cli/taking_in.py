"""Taking an archive into the library, and naming what is damaged in one."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.archive_wording import merged
from reader.cli.console import Console
from reader.cli.progress import watching
from reader.i18n import mark

if TYPE_CHECKING:
    from reader.app import Reader

_TAKING = mark("Taking in {file}, article {done} of {total}")


def take_in(path: Path, reader: "Reader", console: Console, *, places: bool = False) -> int:
    """Take an archive into the library; return 1 where anything in it is damaged."""
    with watching(path.name, console, console.translator(_TAKING)) as watch:
        about, outcome = reader.take_in(path, watch, places=places)
    console.say(merged(about, outcome, console.translator))
    return tell_damaged((*outcome.damaged, *outcome.without_file), console)


def tell_damaged(titles: Sequence[str], console: Console) -> int:
    """Name what is damaged on standard error; return 1 where anything is."""
    for title in titles:
        console.remark(console.translator("Damaged: {title}").format(title=title))
    return 1 if titles else 0
