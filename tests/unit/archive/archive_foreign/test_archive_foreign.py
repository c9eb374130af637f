"""An archive may come from anybody: whatever is in it, the worst is an error by name."""

import json
import os
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
)
from reader.library.archive import form
from reader.library.archive.archive import Archive
from reader.library.records import sha256
from reader.model.query import Search
from tests.unit.archive.samples import TITLES, changed, resigned
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
