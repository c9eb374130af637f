"""ffmpeg, where a person has installed it: a program of its own, and never a part of this one."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, cast

from reader.errors import NoConverterError, UnwritableTargetError

NAME = "ffmpeg"
_QUIET = ("-hide_banner", "-nostats", "-loglevel", "error", "-y")


def find() -> str:
    """Return where the program is; raises `NoConverterError`."""
    found = shutil.which(NAME)
    if found is None:
        raise NoConverterError(NAME)
    return found


def convert(options: Sequence[str], path: Path) -> None:
    """Have a file written by the program; raises as `converting` does."""
    with converting(options, path):
        pass


@contextmanager
def converting(options: Sequence[str], path: Path) -> Iterator[IO[bytes]]:
    """Give what the program reads as its standard input while it writes a file.

    Raises `NoConverterError`, and `UnwritableTargetError` with the program's last words. Where
    something else goes wrong meanwhile, the program is ended.
    """
    command = [find(), *_QUIET, *options, str(path)]
    with tempfile.TemporaryFile() as log:
        try:
            process = subprocess.Popen(  # noqa: S603 (the person's own program, no shell)
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=log,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise NoConverterError(NAME) from error
        try:
            whole = False
            with suppress(BrokenPipeError), cast("IO[bytes]", process.stdin) as source:
                yield source
                whole = True
            code = process.wait()
        finally:
            process.kill()
            process.wait()
        if code or not whole:  # where the pipe broke, its last words tell why
            raise UnwritableTargetError(path, _last_words(log) or f"{NAME}: {code}")


def _last_words(log: IO[bytes]) -> str:
    """Return why it ended: of „Could not write: No space left on device" the system's own words.

    What it says after that gives no reason: „Error initializing output stream 0:0 --".
    """
    log.seek(0)
    lines = [line.strip() for line in log.read().decode(errors="replace").split("\n")]
    told = [line for line in lines if ": " in line] or [line for line in lines if line]
    return told[-1].rpartition(": ")[2] if told else ""
