"""New files that are there whole or not at all, and never over another one."""

import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from reader.errors import TargetExistsError, UnwritableTargetError


@contextmanager
def new_file(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """Give a file to write into; it gets its name when all went well.

    Raises `TargetExistsError` if there is such a file and it is not to be replaced, or if that is
    no file; `UnwritableTargetError` if the system refuses. After any error nothing is left behind.
    """
    with new_path(path, replace=replace) as draft, draft.open("xb") as file:
        yield file


@contextmanager
def new_path(path: Path, *, replace: bool = False) -> Iterator[Path]:
    """Give the path of a file to be made; it gets its name when all went well.

    Raises as `new_file` does, also what is told of the file that is made.
    """
    if os.path.lexists(path) and not (replace and path.is_file()):  # a device is no file
        raise TargetExistsError(path)
    draft = path.with_name(f".chetivo-{secrets.token_hex(8)}.part")
    try:
        yield draft
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        if replace:
            draft.replace(path)
        else:
            _publish(draft, path)
    except UnwritableTargetError as error:  # a person knows no draft
        raise UnwritableTargetError(path, error.reason) from error
    except FileExistsError as error:
        raise TargetExistsError(path) from error
    except OSError as error:
        raise UnwritableTargetError(path, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):  # there is none on a disk that can only be read
            draft.unlink()


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give a folder to fill; it gets its name when all went well, and is never put over another.

    Raises `TargetExistsError` if there is something of that name, `UnwritableTargetError` if the
    system refuses. After any error nothing is left behind.
    """
    if os.path.lexists(path):
        raise TargetExistsError(path)
    draft = path.with_name(f".chetivo-{secrets.token_hex(8)}.part")
    try:
        draft.mkdir()
        yield draft
        for inside in draft.rglob("*"):
            if inside.is_file():
                with inside.open("rb+") as file:
                    os.fsync(file.fileno())
        draft.rename(path)
    except UnwritableTargetError as error:  # a person knows no draft
        raise UnwritableTargetError(path, error.reason) from error
    except OSError as error:
        if os.path.lexists(path):
            raise TargetExistsError(path) from error
        raise UnwritableTargetError(path, error.strerror or str(error)) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def clear_drafts(folder: Path, older_than: float) -> None:
    """Remove what killed programs have left of files and folders, if it is older than so long.

    `older_than` are seconds.
    """
    latest = time.time() - older_than
    with suppress(OSError):  # it is in nobody's way
        for draft in folder.glob(".chetivo-*.part"):
            if draft.stat().st_mtime >= latest:
                continue
            if draft.is_dir():
                shutil.rmtree(draft)
            else:
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
        try:
            draft.replace(path)
        except OSError:
            path.unlink()  # nothing but the name has been taken
            raise
