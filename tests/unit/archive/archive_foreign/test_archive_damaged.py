"""A damaged or forged archive is noticed and does no harm."""

import random
from contextlib import closing
from pathlib import Path

import pytest

from reader.app import check
from reader.errors import (
    ArchiveDamagedError,
    ArchiveError,
    ArchiveUnsafeError,
    UnreadableFileError,
)
from reader.library.archive import opening, seal
from reader.library.archive.archive import Archive
from reader.model.query import Filter, Search
from tests.unit.archive.samples import changed

_COPIED = (
    "title, language, published, author, publisher, original_address, machine_translated, "
    "source_format, source_name, source_address, retrieved, added, bytes_sha256, text_sha256, "
    "digest"
)


def everything(archive: Archive) -> list[object]:
    """Read all that can be read of an archive."""
    numbers = archive.ids(Filter())
    found: list[object] = [archive.about, archive.entries(numbers), archive.count()]
    found += [archive.search(Search(words)) for words in ("новините", "=закона", "-пчела мед")]
    for number in numbers:
        found += [archive.article(number), archive.repairs(number), archive.original(number)]
        found += [archive.corrections(number), archive.attribution(number)]
        found += [archive.belongings(number, archive.article(number)), archive.place(number)]
    return found


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM article WHERE id = 2",
        "DELETE FROM content WHERE article = 2",
        "DELETE FROM file",
        "DELETE FROM attribution WHERE article = 1",
        "UPDATE attribution SET licence = 'public domain' WHERE article = 1",
        "DELETE FROM annotation",
        "UPDATE annotation SET text = 'Забрави меда'",
        "DELETE FROM tagged",
        f"INSERT INTO article SELECT 9, {_COPIED} FROM article WHERE id = 1",
        "UPDATE article SET title = 'Друго' WHERE id = 3",
        "UPDATE reading SET read = 1 - read",
        "DELETE FROM search_docsize WHERE id = 1",
        "INSERT INTO search (rowid, title, body, original, notes) VALUES (9, 'пчел', '', '', '')",
    ],
)
def test_a_row_that_is_missing_added_or_changed_is_noticed(path: Path, statement: str) -> None:
    with changed(path) as connection:
        connection.execute(statement)
    try:
        _about, found = check(path)
    except ArchiveError:
        return
    assert not found.whole


def test_what_it_says_of_itself_is_signed(path: Path) -> None:
    with changed(path) as connection:
        connection.execute("UPDATE about SET licence = 'Всичко е свободно'")
    with pytest.raises(ArchiveDamagedError):
        Archive(path)
    with changed(path) as connection:
        row = connection.execute("SELECT * FROM about").fetchone()[:-1]
        connection.execute("UPDATE about SET digest = ?", (seal.signature(row),))
        connection.execute("INSERT INTO about SELECT * FROM about")
    with pytest.raises(ArchiveDamagedError):
        Archive(path)


def test_a_question_without_an_end_is_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_STEPS", 10)
    with closing(Archive(path)) as archive:
        monkeypatch.setattr(opening, "_PATIENCE", -1.0)
        with pytest.raises(ArchiveUnsafeError):
            archive.ids(Filter())


def test_values_of_another_kind_are_damage(path: Path) -> None:
    """A strict table is only strict to whoever writes by the rules."""
    with changed(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '')")
    with changed(path) as connection:
        connection.execute("UPDATE content SET blocks = x'ff00' WHERE article = 1")
        connection.execute("UPDATE article SET published = 5 WHERE id = 2")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = sql || 'STRICT' WHERE type = 'table' AND sql LIKE "
            "'%) ' AND sql NOT LIKE '%VIRTUAL%'"
        )
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, ') , W', ') STRICT, W')")
    with pytest.raises(ArchiveError):
        Archive(path)


def test_damaged_files_do_no_harm(whole: bytes, tmp_path: Path) -> None:
    """What opens says what was written, or that it is damaged; nothing else is raised."""
    chance = random.Random(5)
    path = tmp_path / "a.chetivo"
    path.write_bytes(whole)
    with closing(Archive(path)) as archive:
        expected = everything(archive)
    refused = 0
    for case in range(400):
        path.write_bytes(_damaged(whole, case, chance))
        refused += _does_no_harm(path, expected)
    assert refused > 100


def _damaged(whole: bytes, case: int, chance: random.Random) -> bytes:
    data = bytearray(whole)
    match case % 4:
        case 0 | 1:
            for _ in range(chance.choice((1, 1, 8))):
                data[chance.randrange(100 if case % 8 == 0 else len(data))] ^= (
                    1 << chance.randrange(8)
                )
        case 2:
            place, length = chance.randrange(len(data)), chance.choice((16, 512, 4096))
            data[place : place + length] = chance.randbytes(min(length, len(data) - place))
        case _:
            del data[chance.randrange(len(data)) :]
    return bytes(data)


def _does_no_harm(path: Path, expected: list[object]) -> bool:
    """Read all of a damaged archive; return whether it was refused."""
    try:
        _about, found = check(path)
    except (ArchiveError, UnreadableFileError):
        return True
    try:
        with closing(Archive(path)) as archive:
            read = everything(archive)
    except (ArchiveError, UnreadableFileError):
        assert not found.whole
        return True
    if found.whole:
        assert read == expected
    return not found.whole
