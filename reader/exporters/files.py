"""New files that are there whole or not at all, and never over another one."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reader.errors import TargetExistsError, UnwritableTargetError


@contextmanager
def new_file(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """Give a file to write into; it gets its name when all went well.

    Raises `TargetExistsError` if there is such a file and it is not to be replaced,
    `UnwritableTargetError` if the system refuses. After any error nothing is left behind.
    """
    if not replace and os.path.lexists(path):
        raise TargetExistsError(path)
    draft = path.with_name(f".chetivo-{secrets.token_hex(8)}.part")
    try:
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if replace:
            draft.replace(path)
        else:
            _publish(draft, path)
    except FileExistsError as error:
        raise TargetExistsError(path) from error
    except OSError as error:
        raise UnwritableTargetError(path, error.strerror or str(error)) from error
    finally:
        draft.unlink(missing_ok=True)


def write_new(path: Path, text: str, *, replace: bool = False) -> None:
    """Write a text as UTF-8 into a new file; raises as `new_file` does."""
    with new_file(path, replace=replace) as file:
        file.write(text.encode("utf-8", "replace"))


def _publish(draft: Path, path: Path) -> None:
    """Give the finished file its name; a hard link never replaces an existing file."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # FAT and some network drives know no links: take the name first
        path.touch(exist_ok=False)
        draft.replace(path)
