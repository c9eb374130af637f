"""An archive may come from anybody: whatever is in it, the worst is an error by name."""

import json
import os
import random
import zlib
from contextlib import closing, suppress
from pathlib import Path

import pytest

from reader.app import check
from reader.errors import (
    ArchiveDamagedError,
    ArchiveError,
    ArchiveNewerError,
    ArchiveUnsafeError,
    MissingFileError,
    NotAnArchiveError,
    UnreadableFileError,
)
from reader.library.archive import form, opening, seal
from reader.library.archive.archive import Archive
from reader.library.records import sha256
from reader.model.query import Filter, Search
from tests.unit.archive.samples import TITLES, changed, make, resigned
from tests.unit.library_samples import EVERYTHING

HOSTILE = {
    "trigger": ("CREATE TRIGGER t AFTER INSERT ON tag BEGIN DELETE FROM article; END",),
    "view": ("CREATE VIEW v AS SELECT load_extension('x')",),
    "table": ("CREATE TABLE more (a)",),
    "index by a function": ("CREATE INDEX i ON article (lower(title))",),
    "virtual table": ("CREATE VIRTUAL TABLE f USING fts5 (a)",),
    "column": ("ALTER TABLE article ADD COLUMN more TEXT",),
    "no table": ("DROP TABLE tagged",),
    "view for a table": (
        "DROP TABLE correction",
        "CREATE VIEW correction AS SELECT 1 AS article, '[]' AS corrections",
    ),
    "column that is made": ("ALTER TABLE tag ADD COLUMN g TEXT AS (hex(zeroblob(1000000000)))",),
    "other tokenizer": (
        "DROP TABLE search",
        "CREATE VIRTUAL TABLE search USING fts5 (title, body, original, notes, content = '')",
    ),
}
_COPIED = (
    "title, language, published, author, publisher, original_address, machine_translated, "
    "source_format, source_name, source_address, retrieved, added, bytes_sha256, text_sha256, "
    "digest"
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("archive")
    return make(folder / "made", folder / "a.chetivo", with_notes=True).read_bytes()


@pytest.fixture
def path(whole: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "a.chetivo"
    path.write_bytes(whole)
    return path


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


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_schema_that_is_not_our_own_is_refused(path: Path, kind: str) -> None:
    with changed(path) as connection:
        for statement in HOSTILE[kind]:
            connection.execute(statement)
    for ask in (Archive, check):
        with pytest.raises(ArchiveUnsafeError):
            ask(path)


def test_files_that_are_no_archives_are_refused_by_name(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    for data, error in (
        (b"", NotAnArchiveError),
        (b"%PDF-1.7", NotAnArchiveError),
        (bytes(4096), NotAnArchiveError),
        (path.read_bytes()[:72], ArchiveError),
        (path.read_bytes()[:4096], ArchiveError),
    ):
        other.write_bytes(data)
        with pytest.raises(error):
            Archive(other)
    with pytest.raises(NotAnArchiveError):
        Archive(tmp_path)
    with pytest.raises(MissingFileError):
        Archive(tmp_path / "none")


def test_a_pipe_is_no_archive(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAnArchiveError):
        Archive(tmp_path / "pipe")


def test_a_newer_archive_is_named_so(path: Path) -> None:
    with changed(path) as connection:
        connection.execute(f"PRAGMA user_version = {form.FORMAT + 1}")
    with pytest.raises(ArchiveNewerError):
        Archive(path)


def nested(depth: int) -> str:
    before, after = '{"kind": "quote", "blocks": [', '], "attribution": []}'
    return f"[{before * depth}{after * depth}]"


def test_nothing_in_an_article_acts(path: Path) -> None:
    link = {"text": "тук\x1b]0;\x07", "link": "javascript:alert(1)"}
    blocks = [{"kind": "paragraph", "role": "p", "spans": [link, {"text": " и там", "link":
               "https://e.eu/"}]}]  # fmt: skip
    with changed(path) as connection:
        resigned(
            connection,
            1,
            title="Заглавие\x1b[2J\nвтори ред",
            blocks=json.dumps(blocks),
            source_address="file:///etc/passwd",
            original_address="smb://host/share",
        )
    with closing(Archive(path)) as archive:
        article = archive.article(1)
        assert archive.entry(1).title == article.title == "Заглавие\ufffd[2J втори ред"
        assert (article.source.address, article.original) == (None, None)
        (paragraph,) = article.blocks
        assert [span.link for span in paragraph.spans] == [None, "https://e.eu/"]
        assert "\x1b" not in paragraph.spans[0].text
        assert article.references == EVERYTHING.references


@pytest.mark.parametrize(
    "blocks",
    [
        nested(100),
        nested(5_000),
        "[" * 100_000,
        '[{"kind": "paragraph", "role": "p", "spans": ["\\ud800"]}]',
        '[{"kind": "script", "spans": []}]',
        '[{"kind": "heading", "level": "1", "spans": []}]',
        '[{"kind": "paragraph", "role": "p", "spans": [], "more": 1}]',
        "{}",
        "",
    ],
)
def test_blocks_that_are_none_of_ours_are_damage(path: Path, blocks: str) -> None:
    with changed(path) as connection:
        resigned(connection, 2, blocks=blocks)
    with closing(Archive(path)) as archive:
        if "ud800" in blocks:
            assert archive.article(2).blocks[0].spans[0].text == "\ufffd"
            return
        with pytest.raises(ArchiveDamagedError):
            archive.article(2)
        with suppress(ArchiveDamagedError):
            archive.search(Search("пчелите"))
        assert archive.article(1) == EVERYTHING, "the others can be read"
    _about, found = check(path)
    assert found.damaged == (TITLES[1],)


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("UPDATE article SET title = ? WHERE id = 1", ("а" * 30_000,)),
        ("UPDATE tag SET name = ?", ("а" * 30_000,)),
        ("UPDATE annotation SET key = ?", ("а" * 30_000,)),
    ],
)
def test_more_than_a_list_can_show_is_refused(
    path: Path, statement: str, values: tuple[object, ...]
) -> None:
    with changed(path) as connection:
        connection.execute(statement, values)
    with pytest.raises(ArchiveError):
        Archive(path)


def test_a_huge_row_is_not_read(path: Path) -> None:
    with changed(path) as connection:
        connection.execute("UPDATE content SET blocks = ? WHERE article = 1", (" " * 17 * 2**20,))
    with closing(Archive(path)) as archive:
        with pytest.raises(ArchiveUnsafeError):
            archive.article(1)
        assert archive.article(2).title == TITLES[1]


def test_a_bomb_does_not_go_off(path: Path) -> None:
    bomb = zlib.compress(bytes(64 * 2**20))
    digest = sha256(b"%PDF everything")
    for size in (15, 64 * 2**20, 2**62, -1):
        with changed(path) as connection:
            statement = "UPDATE file SET bytes = ?, packed = 1, size = ? WHERE sha256 = ?"
            connection.execute(statement, (bomb, size, digest))
        with closing(Archive(path)) as archive, pytest.raises(ArchiveDamagedError):
            archive.original(1)
    _about, found = check(path)
    assert found.damaged == (TITLES[0],)


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
