"""Where a library lies: folders that others keep changing, disks that go away, disks that fill."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import LibraryError, LibraryGoneError, LibraryReadOnlyError
from reader.importers.apart import Apart
from reader.library import health
from reader.library.store import Library
from reader.library.surroundings import hazard
from reader.model.care import Hazard, HazardKind
from tests.unit.care_parts import care_of, fill, titles
from tests.unit.library_samples import article

ROOT = Path(__file__).parents[2]
NOBODY = 65534
MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/maria/disk ext4 rw 0 0
//nas/news /mnt/my\\040news cifs rw 0 0
"""


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("Dropbox/chetivo", "Dropbox"),
        ("Dropbox (Personal)/chetivo", "Dropbox"),
        ("OneDrive - Office/chetivo", "OneDrive"),
        ("Google Drive/My Drive/x", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud Drive"),
        ("Library/CloudStorage/Box-Box/x", "Box"),
        ("Nextcloud/x", "Nextcloud"),
    ],
)
def test_folders_that_are_synchronised_are_known_by_name(
    tmp_path: Path, where: str, name: str
) -> None:
    assert hazard(tmp_path / where) == Hazard(HazardKind.SYNCHRONISED, name)


@pytest.mark.parametrize(
    ("marker", "name"),
    [(".stfolder", "Syncthing"), (".dropbox", "Dropbox"), (".sync_0a1b.db", "Nextcloud")],
)
def test_folders_that_are_synchronised_are_known_by_their_marks(
    tmp_path: Path, marker: str, name: str
) -> None:
    (tmp_path / marker).touch()
    assert hazard(tmp_path / "a" / "b") == Hazard(HazardKind.SYNCHRONISED, name)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/home/maria/x", "nfs4"), ("/mnt/my news/x", "cifs"), ("/home/maria/disk/x", None)],
)
def test_disks_of_other_computers_are_known(tmp_path: Path, folder: str, kind: str | None) -> None:
    (tmp_path / "mounts").write_text(MOUNTS)
    found = hazard(Path(folder), tmp_path / "mounts")
    assert found == (Hazard(HazardKind.NETWORK, kind) if kind else None)


def test_a_place_is_warned_of_once(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "chetivo"
    with Library(folder) as library:
        care = care_of(folder, Apart())
        assert care.hazard_to_tell(library)
        assert care.hazard_to_tell(library) is None
    moved = tmp_path / "OneDrive"
    shutil.move(folder, moved)
    with Library(moved) as library:
        assert care_of(moved, Apart()).hazard_to_tell(library)


def test_a_folder_that_goes_away_is_told_and_all_goes_on_when_it_is_back(tmp_path: Path) -> None:
    folder, away = tmp_path / "library", tmp_path / "away"
    with Library(folder) as library:
        kept = library.add(article("Новина"), (), b"1").entry
        folder.rename(away)
        for ask in (
            library.entries,
            lambda: library.add(article("Друга"), (), b"2"),
            lambda: library.set_read(kept.identifier, read=True),
        ):
            with pytest.raises(LibraryGoneError) as raised:
                ask()
            assert raised.value.path == folder
        assert not folder.exists()
        away.rename(folder)
        assert library.entries() == [kept]
        assert library.add(article("Друга новина"), (), b"2").new
    assert titles(folder) == {"Новина", "Друга новина"}
    assert health.deep(folder) == []


def test_another_library_in_the_same_place_is_not_mixed_with_the_first(tmp_path: Path) -> None:
    folder, away = tmp_path / "library", tmp_path / "away"
    with Library(folder) as library:
        library.add(article("Новина на първата"), (), b"1")
        folder.rename(away)
        with Library(folder) as other:
            other.add(article("Новина на втората"), (), b"2")
            library.add(article("Още новина"), (), b"3")
    assert titles(folder) == {"Новина на втората", "Още новина"}
    assert titles(away) == {"Новина на първата"}


@pytest.fixture
def unwritable() -> Iterator[Path]:
    """A library in a folder that must not be written; the test goes on as such a user."""
    base = Path(tempfile.mkdtemp())
    fill(base / "library", 12)
    for path in (base, *base.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    yield base / "library"
    if root:
        os.seteuid(0)
    for path in (base, *base.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(base)


def test_a_library_in_a_folder_that_cannot_be_written_can_be_read(unwritable: Path) -> None:
    with care_of(unwritable, Apart()).reading_only() as library:
        assert library.read_only
        assert len(library.entries()) == 11
        assert library.article(1).title == "Новина 0"
        with pytest.raises(LibraryReadOnlyError):
            library.set_read(1, read=True)
        with pytest.raises(LibraryReadOnlyError):
            library.add(article("Нова"), (), b"!")


def test_a_library_in_a_folder_that_cannot_be_written_can_be_checked(unwritable: Path) -> None:
    assert care_of(unwritable, Apart()).check() == []


FILLING = """
import signal
import resource, sys
from pathlib import Path
from reader.errors import LibraryError
from reader.library.store import Library
from tests.unit.library_samples import article
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
with Library(Path(sys.argv[1])) as library:
    for number in range(2000):
        try:
            library.add(article(f"Новина {number}", "Дума. " * 900), (), b"%d" % number)
        except LibraryError as error:
            print("full", type(error).__name__, flush=True)
            break
        print(number, flush=True)
    print(library.count().total)
"""


def test_a_file_that_can_grow_no_more_loses_nothing(tmp_path: Path) -> None:
    filling = subprocess.run(
        [sys.executable, "-c", FILLING, str(tmp_path), str(3_000_000)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    *kept, told, total = filling.stdout.splitlines()
    assert told == "full LibraryUnwritableError"
    assert int(total) == len(kept) > 20
    assert titles(tmp_path) == {f"Новина {number}" for number in kept}
    assert health.deep(tmp_path) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes; where none may be made, a folder of which the test says so."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mounting, check=False).returncode != 0:
        pytest.skip("only the administrator can make a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_told_before_and_loses_nothing(small_disk: Path) -> None:
    kept: list[str] = []

    def fill_up(library: Library) -> None:
        for number in range(400):
            library.add(article(f"Новина {number}", "Дума. " * 9000), (), b"%d" % number)
            kept.append(f"Новина {number}")

    with Library(small_disk) as library, pytest.raises(LibraryError):
        fill_up(library)
    assert len(kept) > 20
    assert titles(small_disk) == set(kept)
    with pytest.raises(LibraryError):
        care_of(small_disk, Apart()).back_up()
    assert titles(small_disk) == set(kept)
