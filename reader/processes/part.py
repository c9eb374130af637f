"""A part of the program in a process of its own: how it is started, installed or packaged.

A packaged ("frozen") program starts itself once more, for on Windows and macOS it has no Python
beside it that could be asked for a module, and a first argument tells which part is meant. It does
the same where it is not packaged, so there is one way only.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import reader

_FROZEN = bool(getattr(sys, "frozen", False))
_MARK = "--part"


def command(part: str, *, frozen: bool = _FROZEN) -> tuple[str, ...]:
    """Return what starts a part of the program; its own arguments may follow."""
    if frozen:
        return (sys.executable, _MARK, part)
    # -P: a folder where the person happens to be must not lend its modules to the child.
    return (sys.executable, "-P", "-m", "reader", _MARK, part)


def asked(arguments: Sequence[str]) -> tuple[str, Sequence[str]] | None:
    """Return which part the program was started for, and its arguments; None for all of it."""
    match arguments:
        case [mark, str(part), *others] if mark == _MARK:
            return part, others
        case _:
            return None


def environment(environ: Mapping[str, str], *, frozen: bool = _FROZEN) -> dict[str, str]:
    """Return what a part is given: where it finds this very package, installed or in a checkout."""
    if frozen:
        return dict(environ)
    home = str(Path(reader.__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (home, environ.get("PYTHONPATH"))))
    return {**environ, "PYTHONPATH": path}
