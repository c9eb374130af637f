"""Folders are taken in whole, go on after a crash, and nothing is taken in twice."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from reader.app import Bulk, Reader
from reader.errors import (
    EmptyDocumentError,
    LibraryBusyError,
    LibraryUnwritableError,
    PasswordError,
)
from reader.importers.apart import Apart
from reader.library.originals import Originals
from reader.library.store import Library
from reader.model.intake import Failed, Outcome, Taken, Unfinished
from tests.unit.builders import PdfFile, PdfPage, encrypted
from tests.unit.library_samples import check_whole

TEXT = "Новина за водите\nДържавите прилагат закона."
ROOT = Path(__file__).parents[2]
BULK = """
import sys
from pathlib import Path
from reader.app import Bulk, Reader
from reader.app.pool import Pool
from reader.importers.apart import Apart
from reader.library.store import Library
home, news = map(Path, sys.argv[1:3])
def tell(each):
    print(each.path.name, flush=True)
with Library(home) as library, Apart() as apart:
    clock = iter(range(10**9)).__next__
    bulk = Bulk(Reader(library, apart), apart, home, clock, pool=Pool(int(sys.argv[3]), few=1))
    if bulk.unfinished():
        bulk.resume(tell=tell)
    else:
        bulk.start([news], tell=tell)
print("whole", flush=True)
"""


class Watching:
    """Stops after so many files."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.seen: list[tuple[int, int]] = []

    def progress(self, done: int, total: int) -> None:
        self.seen.append((done, total))

    def stopped(self) -> bool:
        return self.seen[-1][0] >= self.most


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return fill(tmp_path / "news", 5)


def fill(folder: Path, count: int) -> Path:
    """Make a folder of news, two of them in a folder below."""
    for number in range(count):
        place = folder / "стари" if number < 2 else folder
        place.mkdir(parents=True, exist_ok=True)
        text = f"Новина номер {number} за водите\n\nДържавите прилагат закон номер {number}.\n"
        (place / f"новина {number}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture
def bulk(home: Path) -> Iterator[Bulk]:
    with Library(home) as library, Apart() as apart:
        yield Bulk(Reader(library, apart), apart, home)


def names(taken: tuple[Taken, ...]) -> list[str]:
    return [each.path.name for each in taken]


def test_a_folder_is_taken_in_with_all_below_it(bulk: Bulk, news: Path, home: Path) -> None:
    (news / ".скрита.txt").write_text("Скрита новина.", "utf-8")
    watch = Watching(99)
    report = bulk.start([news], watch)
    assert report.finished
    assert sorted(names(report.of(Outcome.NEW))) == [f"новина {n}.txt" for n in range(5)]
    assert report.failed == ()
    assert watch.seen[0] == (0, 5)
    assert watch.seen[-1] == (5, 5)
    assert bulk.unfinished() is None
    with Library(home) as library:
        assert library.count().total == 5
        check_whole(library)


def test_what_is_there_already_is_named_by_its_title(bulk: Bulk, news: Path) -> None:
    bulk.start([news])
    (news / "копие.txt").write_bytes((news / "новина 3.txt").read_bytes())
    report = bulk.start([news, news / "новина 4.txt"])
    assert report.of(Outcome.NEW) == ()
    assert len(report.of(Outcome.KNOWN)) == 7
    copy = next(each for each in report.taken if each.path.name == "копие.txt")
    assert copy.title == "Новина номер 3 за водите"


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(bulk: Bulk, news: Path) -> None:
    (news / "а празен.txt").write_text("")
    locked = encrypted(PdfFile(PdfPage().lines(TEXT)).data(), user="тайна", owner="стопанин")
    (news / "затворен.pdf").write_bytes(locked)
    report = bulk.start([news])
    assert {(each.path.name, type(each.error)) for each in report.failed} == {
        ("а празен.txt", EmptyDocumentError),
        ("затворен.pdf", PasswordError),
    }
    assert len(report.taken) == 5


def test_a_pause_keeps_what_is_done_and_the_rest_goes_on_later(
    bulk: Bulk, news: Path, home: Path
) -> None:
    paused = bulk.start([news], Watching(2))
    assert not paused.finished
    assert len(paused.taken) == 2
    waiting = bulk.unfinished()
    assert waiting is not None
    assert (waiting.roots, waiting.done) == ((news,), 2)
    told: list[Taken | Failed] = []
    report = bulk.resume(tell=told.append)
    assert (report.finished, len(report.earlier), len(report.taken)) == (True, 2, 3)
    assert told == list(report.taken)
    assert bulk.unfinished() is None


def test_an_import_can_be_given_up(bulk: Bulk, news: Path) -> None:
    bulk.start([news], Watching(2))
    bulk.forget()
    bulk.forget()
    assert bulk.unfinished() is None


def test_a_line_that_was_cut_off_is_tried_again(bulk: Bulk, news: Path, home: Path) -> None:
    bulk.start([news], Watching(2))
    journal = home / "import.jsonl"
    journal.write_bytes(journal.read_bytes()[:-9])
    report = bulk.resume()
    assert (len(report.earlier), len(report.of(Outcome.KNOWN)), len(report.of(Outcome.NEW))) == (
        1,
        1,
        3,
    )


@pytest.mark.parametrize("rubbish", [b"", b"\xff\xfe not a journal", b'{"a": 1}\n', b"[1"])
def test_a_file_that_is_no_journal_is_none(bulk: Bulk, home: Path, rubbish: bytes) -> None:
    (home / "import.jsonl").write_bytes(rubbish)
    assert bulk.unfinished() is None


def test_a_library_that_cannot_be_written_ends_the_import_until_later(
    bulk: Bulk, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Originals, "_put", fail)
        with pytest.raises(LibraryUnwritableError):
            bulk.start([news])
    assert bulk.unfinished() == Unfinished((news,), 0)
    assert len(bulk.resume().of(Outcome.NEW)) == 5


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_killed_import_loses_nothing_and_takes_nothing_in_twice(
    tmp_path: Path, home: Path, processes: str
) -> None:
    news, chance = fill(tmp_path / "many", 60), random.Random(3)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    told: list[str] = []
    for _ in range(4):
        program = subprocess.Popen(
            [sys.executable, "-c", BULK, str(home), str(news), processes],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert program.stdout is not None
        told += [program.stdout.readline().strip() for _ in range(chance.randrange(1, 10))]
        time.sleep(chance.random() / 50)
        program.kill()
        rest = program.communicate()[0]
        told += [line.strip() for line in rest.splitlines(keepends=True) if "\n" in line]
    last = subprocess.run(
        [sys.executable, "-c", BULK, str(home), str(news), processes],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    told += last.stdout.split("\n")
    # What is kept is told afterwards: a kill between the two leaves it untold, but not lost.
    assert {name for name in told if name.endswith(".txt")} <= {
        f"новина {n}.txt" for n in range(60)
    }
    with Library(home) as library:
        assert library.count().total == 60
        check_whole(library)


class Meanwhile:
    """Does something, once, when so many files are done."""

    def __init__(self, done: int, work: Callable[[], None]) -> None:
        self._done = done
        self._work = work

    def progress(self, done: int, _total: int) -> None:
        if done == self._done:
            self._done = -1
            self._work()

    def stopped(self) -> bool:
        return False


def test_two_programs_may_take_in_at_once_and_each_goes_on_where_it_was(
    bulk: Bulk, news: Path, home: Path, tmp_path: Path
) -> None:
    others = fill(tmp_path / "others", 8)
    with Library(home) as library, Apart() as apart:
        reader = Reader(library, apart)
        other = Bulk(reader, apart, home)

        def begin_another() -> None:
            assert other.unfinished() is None, "nobody else goes on with what is under way"
            assert not other.start([others], Watching(3)).finished

        report = bulk.start([news], Meanwhile(2, begin_another))
        assert (report.finished, len(report.taken)) == (True, 5)
        later = Bulk(reader, apart, home)
        assert later.unfinished([news]) is None
        assert later.unfinished() == Unfinished((others,), 3)
        report = later.resume()
        assert (report.finished, len(report.earlier), len(report.taken)) == (True, 3, 5)
        assert library.count().total == 8
    assert list(home.glob("import*")) == []


def test_an_import_that_another_program_goes_on_with_is_left_to_it(
    bulk: Bulk, news: Path, home: Path
) -> None:
    bulk.start([news], Watching(2))
    with Library(home) as library, Apart() as apart:
        other = Bulk(Reader(library, apart), apart, home)
        assert other.unfinished() == Unfinished((news,), 2)
        refused: list[Callable[..., object]] = []

        def try_the_same() -> None:
            for way in (bulk.resume, bulk.forget, partial(bulk.start, [news])):
                with pytest.raises(LibraryBusyError):
                    way()
                refused.append(way)

        report = other.resume(Meanwhile(4, try_the_same))
        assert (report.finished, len(report.earlier), len(report.taken)) == (True, 2, 3)
    assert len(refused) == 3
    report = bulk.resume()
    assert (report.finished, report.earlier, report.taken) == (True, (), ()), "it has ended"


def test_an_import_waits_while_another_is_begun(bulk: Bulk, news: Path, home: Path) -> None:
    bulk.start([news], Watching(2))
    with Library(home) as library, Apart() as apart:
        other = Bulk(Reader(library, apart), apart, home)
        assert other.start([news / "новина 4.txt"]).finished
    assert bulk.unfinished() == Unfinished((news,), 2)
