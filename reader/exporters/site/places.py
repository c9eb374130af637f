"""Where pages are put: into a folder, or into a ZIP file that becomes one."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reader.exporters.files import new_file, new_folder

Put: TypeAlias = Callable[[str, str], None]
"""Writes a text under a name; folders in it are made."""

Place: TypeAlias = AbstractContextManager[Put]


@contextmanager
def folder(path: Path) -> Iterator[Put]:
    """Give what writes into a new folder; raises as `new_folder` does."""
    with new_folder(path) as draft:

        def put(name: str, text: str) -> None:
            target = draft / name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(text.encode("utf-8", "replace"))

        yield put


@contextmanager
def packed(path: Path, now: datetime, *, replace: bool) -> Iterator[Put]:
    """Give what writes into a new ZIP file; raises as `new_file` does."""
    with new_file(path, replace=replace) as target, ZipFile(target, "w") as pack:

        def put(name: str, text: str) -> None:
            facts = ZipInfo(name, now.timetuple()[:6])
            facts.compress_type = ZIP_DEFLATED
            facts.external_attr = 0o644 << 16
            pack.writestr(facts, text.encode("utf-8", "replace"))

        yield put
