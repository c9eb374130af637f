"""What a command says when the program has a bug."""

import sys
from collections.abc import Callable
from pathlib import Path

from reader.app.program import project_address
from reader.app.reports import keep, report
from reader.app.traces import trace_of
from reader.i18n import Translator
from reader.settings import Settings


def tell(
    error: Exception,
    data: Path,
    settings: Settings,
    translator: Translator,
    remark: Callable[[str], object],
) -> None:
    """Write a report, and say in a few words what happened and where the report is."""
    _, trace, address = translator, trace_of(error), project_address()
    path = keep(report(trace, {"Command": _command()}, settings), data)
    remark(_("Chetivo stopped at an error that nobody expected. What was kept before is safe."))
    if path is None:
        remark(_("A report could not be saved; it is here:"))
        remark(trace)
    else:
        remark(_("A report without anything of your own is in {path}.").format(path=path))
    if address is None:
        how = _("Nothing is sent by itself: attach it to a message to those you have Chetivo from.")
    else:
        how = _("Nothing is sent by itself: attach it to a message at {address}.")
    remark(how.format(address=address))


def _command() -> str:
    from reader.cli.run import COMMANDS

    return next((word for word in sys.argv[1:] if word in COMMANDS), "")
