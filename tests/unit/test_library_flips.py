"""One changed bit in a library's file is noticed, or changes nothing that a person could see."""

import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from reader.importers.apart import Apart
from reader.library import health, schema
from reader.library.place import FILE, companion
from reader.library.store import Library
from tests.unit.care_parts import PAGE, care_of
from tests.unit.full_library import everything_in, fill


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with rows in every table."""
    folder = tmp_path_factory.mktemp("full")
    with Library(folder) as library:
        fill(library, random.Random(1), 6)
    return folder


@pytest.mark.parametrize("seed", range(3))
def test_a_changed_bit_in_any_page_is_noticed_or_harmless(full: Path, seed: int) -> None:
    path = full / FILE
    whole = path.read_bytes()
    shown = everything_in(full)
    chance = random.Random(seed)
    unnoticed = []
    for page in range(0, len(whole), PAGE):
        place = page + chance.randrange(PAGE)
        damaged = bytearray(whole)
        damaged[place] ^= 1 << chance.randrange(8)
        put(path, bytes(damaged))
        if not health.quick(full) and not health.deep(full):
            put(path, bytes(damaged))
            if everything_in(full) != shown:
                unnoticed.append(place)
    put(path, whole)
    assert unnoticed == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"since":"2025', '"since":"2425'),
        ("name TEXT NOT NULL", "game TEXT NOT NULL"),
    ],
)
def test_a_definition_or_a_row_that_nobody_signed_is_compared(
    full: Path, right: str, wrong: str
) -> None:
    path = full / FILE
    whole = path.read_bytes()
    before = right.encode()
    assert before in whole
    put(path, whole.replace(before, wrong.encode(), 1))
    assert health.deep(full)
    put(path, whole)
    assert health.deep(full) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("name TEXT NOT NULL,\n        folded", "game TEXT NOT NULL,\n        folded"),
        ("CREATE TABLE feed_rule", "CREATE TABLE feed_rula"),
        ("tag INTEGER NOT NULL", "tag INTECER NOT NULL"),
        ("place INTEGER NOT NULL", "place INTEGER NOT NUL,"),
        (", starred INTEGER", ", stcrred INTEGER"),
    ],
)
def test_a_repair_loses_nothing_by_a_broken_definition(
    full: Path, tmp_path: Path, right: str, wrong: str
) -> None:
    folder = shutil.copytree(full, tmp_path / "library")
    whole = (full / FILE).read_bytes()
    assert right.encode() in whole
    put(folder / FILE, whole.replace(right.encode(), wrong.encode(), 1))
    with Apart() as apart:
        care_of(folder, apart).repair()
    assert everything_in(folder) == everything_in(full)


def put(path: Path, data: bytes) -> None:
    """Put a file in the place of the library's, without what was written beside it."""
    for ending in ("-wal", "-shm"):
        companion(path, ending).unlink(missing_ok=True)
    path.write_bytes(data)


def test_a_library_that_came_a_long_way_is_defined_as_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / FILE
    with closing(schema.connect(path)) as connection:
        schema.migrate(connection)
    with Library(tmp_path):
        pass
    assert health.deep(tmp_path) == []
