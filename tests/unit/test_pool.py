"""Many files are made into articles in several processes, and nothing else about them changes."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from reader.app import Bulk, Reader
from reader.app.pool import Pool
from reader.errors import (
    CrashedFileError,
    EmptyDocumentError,
    PasswordError,
    StuckFileError,
    UnknownFormatError,
)
from reader.importers.apart import Apart
from reader.library import schema
from reader.library.place import FILE
from reader.library.store import Library
from reader.model.intake import Outcome, Report
from reader.model.query import Search
from reader.processes.attended import Patience
from tests.unit.builders import PdfFile, PdfPage, encrypted
from tests.unit.fake_pool_worker import HANGS, KILLS, KILLS_ONCE, TALKS
from tests.unit.library_samples import check_whole
from tests.unit.test_bulk import Watching, fill

FAKE = Path(__file__).with_name("fake_pool_worker.py")
TEXT = "Новина за водите\nДържавите прилагат закона."
# What is of the minute in which an article came in.
OF_THE_TIME = {"added", "retrieved", "digest"}
TABLES = ("article", "content", "reading", "identity", "version")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with texts, a page, a file of a format that is read apart, and one text twice."""
    folder = fill(tmp_path / "news", 6)
    (folder / "отново.txt").write_bytes((folder / "новина 3.txt").read_bytes())
    (folder / "файл.pdf").write_bytes(PdfFile(PdfPage().lines(TEXT)).data())
    page = "<h1>Съветът одобри закона</h1><p>Според новината държавите ще го прилагат.</p>"
    (folder / "страница.html").write_text(page, "utf-8")
    return folder


@pytest.fixture
def pids(tmp_path: Path) -> Path:
    folder = tmp_path / "pids"
    folder.mkdir()
    return folder


def fake(pids: Path, size: int = 2, progress: float = 30.0) -> Pool:
    command = (sys.executable, str(FAKE), str(pids))
    return Pool(size, few=2, command=command, patience=Patience(progress=progress))


@contextmanager
def bulk(home: Path, pool: Pool) -> Iterator[Bulk]:
    with Library(home) as library, Apart() as apart:
        yield Bulk(Reader(library, apart), apart, home, pool=pool)


def taken_in(home: Path, news: Path, pool: Pool) -> Report:
    with bulk(home, pool) as work:
        return work.start([news])


def failures(report: Report) -> dict[str, type[Exception]]:
    return {each.path.stem: type(each.error) for each in report.failed}


def outcomes(report: Report) -> list[tuple[str, Outcome, int, str]]:
    return [(each.path.name, each.outcome, each.article, each.title) for each in report.taken]


def contents(home: Path) -> list[dict[str, object]]:
    with closing(schema.connect(home / FILE)) as connection:
        rows = [
            {"table": table, **dict(row)}
            for table in TABLES
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
        ]
    return [{name: row[name] for name in row if name not in OF_THE_TIME} for row in rows]


def test_the_library_is_the_same_as_without(tmp_path: Path, news: Path, pids: Path) -> None:
    alone, together = tmp_path / "alone", tmp_path / "together"
    usual = taken_in(alone, news, Pool(1))
    report = taken_in(together, news, fake(pids))
    assert outcomes(report) == outcomes(usual)
    assert len(report.of(Outcome.NEW)) == 8
    assert contents(together) == contents(alone)
    for each in ("държава", "закони", "новина 4", "=прилагат", "съвет"):
        with Library(alone) as before, Library(together) as library:
            found = library.search(Search(each))
            assert found
            assert [hit.snippet for hit in found] == [
                hit.snippet for hit in before.search(Search(each))
            ]
            check_whole(library)


def test_what_cannot_be_read_is_named_as_without(tmp_path: Path, news: Path, pids: Path) -> None:
    (news / "а празен.txt").write_text("")
    (news / "непознат.bin").write_bytes(bytes(range(256)) * 9)
    locked = encrypted(PdfFile(PdfPage().lines(TEXT)).data(), user="тайна", owner="стопанин")
    (news / "затворен.pdf").write_bytes(locked)
    usual = taken_in(tmp_path / "alone", news, Pool(1))
    report = taken_in(tmp_path / "together", news, fake(pids))
    assert failures(report) == {
        "а празен": EmptyDocumentError,
        "непознат": UnknownFormatError,
        "затворен": PasswordError,
    }
    assert [(each.path, str(each.error)) for each in report.failed] == [
        (each.path, str(each.error)) for each in usual.failed
    ]
    assert outcomes(report) == outcomes(usual)


def test_a_process_that_is_killed_costs_no_file(tmp_path: Path, news: Path, pids: Path) -> None:
    (news / f"{KILLS_ONCE}.txt").write_text("Убит процес\n\nНовината е тук.\n", "utf-8")
    report = taken_in(tmp_path / "home", news, fake(pids))
    assert (pids / "died").exists()
    assert report.failed == ()
    assert "Убит процес" in {each.title for each in report.taken}


@pytest.mark.parametrize(
    ("name", "error"),
    [(KILLS, CrashedFileError), (HANGS, StuckFileError), (TALKS, CrashedFileError)],
)
def test_a_file_that_brings_processes_down_is_named_and_the_rest_goes_on(
    tmp_path: Path, news: Path, pids: Path, name: str, error: type[Exception]
) -> None:
    (news / f"{name}.txt").write_text("Лоша новина\n\nС нея е трудно.\n", "utf-8")
    report = taken_in(tmp_path / "home", news, fake(pids, progress=3.0 if name == HANGS else 30.0))
    assert failures(report) == {name: error}
    assert len(report.taken) == 9


def test_where_no_process_starts_the_program_does_it_alone(tmp_path: Path, news: Path) -> None:
    pool = Pool(2, few=2, command=(sys.executable, "-c", "raise SystemExit(3)"))
    report = taken_in(tmp_path / "home", news, pool)
    assert (len(report.taken), report.failed) == (9, ())


def test_processes_end_with_the_import(tmp_path: Path, news: Path, pids: Path) -> None:
    taken_in(tmp_path / "home", news, fake(pids))
    numbers = [int(path.name) for path in pids.iterdir()]
    assert 1 <= len(numbers) <= 2
    for number in numbers:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


@pytest.mark.parametrize("make", [lambda pids: fake(pids, size=1), fake])
def test_few_files_or_one_processor_start_none(
    tmp_path: Path, news: Path, pids: Path, make: Callable[[Path], Pool]
) -> None:
    (tmp_path / "one").mkdir()
    one = tmp_path / "one" / "новина.txt"
    one.write_text(TEXT, "utf-8")
    assert len(taken_in(tmp_path / "home", one.parent, make(pids)).taken) == 1
    assert list(pids.iterdir()) == []


def test_a_pause_keeps_what_is_done_in_order_and_the_rest_goes_on_later(
    tmp_path: Path, news: Path, pids: Path
) -> None:
    home = tmp_path / "home"
    with bulk(home, fake(pids)) as work:
        paused = work.start([news], Watching(3))
        assert (paused.finished, len(paused.taken)) == (False, 3)
        report = work.resume()
    assert (report.finished, len(report.earlier), len(report.taken)) == (True, 3, 6)
    with Library(home) as library:
        assert library.count().total == 8
        check_whole(library)


def test_what_lies_ahead_of_a_pause_stays_in_the_bin(
    tmp_path: Path, news: Path, pids: Path
) -> None:
    home = tmp_path / "home"
    taken_in(home, news, fake(pids))
    with Library(home) as library:
        library.bin.put([each.identifier for each in library.entries()])
    with bulk(home, fake(pids)) as work:
        paused = work.start([news], Watching(2))
    assert [each.outcome for each in paused.taken] == [Outcome.RESTORED] * 2
    with Library(home) as library:
        assert library.count().total == 2
