"""Writing a file so that it is there whole or not at all, and never over another one."""

import os
import secrets
from pathlib import Path

from reader.errors import TargetExistsError, UnwritableTargetError


def write_new(path: Path, text: str) -> None:
    """Write a text as UTF-8 into a new file.

    Raises `TargetExistsError` if there is such a file, `UnwritableTargetError` if the system
    refuses; then nothing has been changed.
    """
    draft = path.with_name(f".chetivo-{secrets.token_hex(8)}.part")
    try:
        _write(draft, text.encode("utf-8", "replace"))
        _publish(draft, path)
    except FileExistsError as error:
        raise TargetExistsError(path) from error
    except OSError as error:
        raise UnwritableTargetError(path, error.strerror or str(error)) from error
    finally:
        draft.unlink(missing_ok=True)


def _write(draft: Path, data: bytes) -> None:
    with draft.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _publish(draft: Path, path: Path) -> None:
    """Give the finished file its name; a hard link never replaces an existing file."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # FAT and some network drives know no links: take the name first
        path.touch(exist_ok=False)
        draft.replace(path)
