"""A part of the program in a process of its own: how it is started, installed or packaged.

A packaged ("frozen") program has no Python beside it that could be asked for a module: it starts
itself once more, and a first argument tells which part is meant. It does the same where it is not
packaged, so there is one way only.
"""

import os
import sys
from collections.abc import Mapping, MutableMapping, Sequence
from pathlib import Path

import reader

FROZEN = bool(getattr(sys, "frozen", False))
_MARK = "--part"
_LIBRARIES = "LD_LIBRARY_PATH"


def command(part: str, *, frozen: bool = FROZEN) -> tuple[str, ...]:
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


def environment(environ: Mapping[str, str], *, frozen: bool = FROZEN) -> dict[str, str]:
    """Return what a part is given: where it finds this very package, installed or in a checkout."""
    if frozen:
        return dict(environ)
    home = str(Path(reader.__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (home, environ.get("PYTHONPATH"))))
    return {**environ, "PYTHONPATH": path}


def leave_package(environ: MutableMapping[str, str]) -> None:
    """Make the environment what it was before the packaged program was started.

    It is told there where its own libraries lie; a browser or Piper, which it starts, must not
    take them for theirs.
    """
    usual = environ.pop(f"{_LIBRARIES}_ORIG", "")
    environ.pop(_LIBRARIES, None)
    if usual:
        environ[_LIBRARIES] = usual
