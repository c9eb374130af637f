"""Disks that take nothing more: told in words for every form, and nothing half is left."""

import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reader.app import Export, Reader
from reader.errors import UnwritableTargetError
from reader.gui.printing.alone import Alone
from reader.i18n import Translator
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.model.exportform import ExportForm
from reader.settings import Settings
from reader.wording import explain
from tests.unit.book_samples import LIBRARIES, TRAINS, Voiceless

BULGARIAN = Translator("bg")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Reader]:
    with Library(tmp_path_factory.mktemp("library")) as library, Apart() as apart:
        for article in (LIBRARIES, TRAINS):
            library.add(article, (), article.title.encode())
        yield Reader(library, apart, Voiceless, Alone(Settings()).write)


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk that is full; where none may be made, the test says so."""
    path = tmp_path_factory.mktemp("disk")
    mounting = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(path)]
    if os.geteuid() != 0 or subprocess.run(mounting, check=False).returncode != 0:
        pytest.skip("only the administrator can make a small disk")
    size = os.statvfs(path).f_bavail * os.statvfs(path).f_frsize
    (path / "full").write_bytes(bytes(size))
    yield path
    subprocess.run(["umount", str(path)], check=True)


@pytest.fixture
def read_only(disk: Path) -> Iterator[Path]:
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    yield disk
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)


def refused(reader: Reader, form: ExportForm, path: Path) -> UnwritableTargetError:
    with pytest.raises(UnwritableTargetError) as caught:
        reader.exporting.write(Export([1, 2], form, path, "Новини"), BULGARIAN)
    assert caught.value.path == path
    assert [each.name for each in path.parent.iterdir()] == ["full"]
    return caught.value


@pytest.mark.parametrize("form", ExportForm)
def test_a_full_disk_is_told(reader: Reader, disk: Path, form: ExportForm) -> None:
    error = refused(reader, form, disk / "новини")
    assert error.reason == os.strerror(errno.ENOSPC)
    assert "на диска няма свободно място" in explain(error, BULGARIAN)


@pytest.mark.parametrize("form", ExportForm)
def test_a_disk_that_can_only_be_read_is_told(
    reader: Reader, read_only: Path, form: ExportForm
) -> None:
    error = refused(reader, form, read_only / "новини")
    assert error.reason == os.strerror(errno.EROFS)
