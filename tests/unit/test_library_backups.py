"""Backups are made of one moment, proved before older ones go, and restored without a loss."""

import os
import shutil
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from reader.care_wording import backup_in_words
from reader.errors import (
    BackupDamagedError,
    BackupNewerError,
    LibraryBusyError,
    LibraryDamagedError,
    LibraryFullError,
    StoppedError,
    UnknownBackupError,
)
from reader.i18n import Translator, date_in_words
from reader.importers.apart import Apart
from reader.library import backups as module
from reader.library import health
from reader.library import migrations as migrating
from reader.library.backups import DAILY, WEEKLY, Backups, to_let_go
from reader.library.place import FILE, ORIGINALS
from reader.library.store import Library
from reader.model.care import Backup, BackupKind
from tests.unit.care_parts import care_of, fill, titles
from tests.unit.library_samples import article

TODAY = date(2026, 11, 27)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill(tmp_path, 12)
    return tmp_path


class Impatient:
    """Gives up at once."""

    def progress(self, done: int, total: int) -> None:
        pass

    def stopped(self) -> bool:
        return True


def test_a_backup_is_a_whole_library_in_a_single_file(folder: Path) -> None:
    with Library(folder):
        made = Backups(folder, lambda: TODAY).make(BackupKind.ASKED)
    assert made.articles == 11
    assert made.name == "000001-2026-11-27-asked.sqlite"
    assert [path.name for path in (folder / "backups").iterdir()] == [made.name]
    elsewhere = folder.parent / "elsewhere"
    shutil.copytree(folder / "originals", elsewhere / "originals")
    shutil.copy(made.path, elsewhere / FILE)
    assert titles(elsewhere) == titles(folder)


def test_a_backup_holds_one_moment_while_articles_come_in(folder: Path) -> None:
    with Library(folder) as library:
        going = threading.Event()

        def add() -> None:
            number = 0
            while not going.is_set():
                number += 1
                library.add(article(f"Нова {number}", "Дума. " * 99), (), b"%d" % number)

        writer = threading.Thread(target=add)
        writer.start()
        try:
            made = [Backups(folder, lambda: TODAY).make(BackupKind.ASKED) for _ in range(5)]
        finally:
            going.set()
            writer.join()
    counts = [each.articles for each in made]
    assert counts == sorted(counts, key=lambda count: count or 0)


def test_one_a_day_is_made_and_only_where_something_has_changed(folder: Path) -> None:
    days = [TODAY]
    backups = Backups(folder, lambda: days[-1])
    with Library(folder) as library:
        assert backups.is_due()
        backups.make(BackupKind.DAILY)
        library.set_read(1, read=True)
        assert not backups.is_due(), "today has one"
        days.append(TODAY + timedelta(days=1))
        assert backups.is_due()
        backups.make(BackupKind.DAILY)
        days.append(TODAY + timedelta(days=2))
        assert not backups.is_due(), "nothing has changed"


def test_an_empty_library_has_nothing_to_back_up(tmp_path: Path) -> None:
    backups = Backups(tmp_path)
    assert not backups.is_due(), "there is no library"
    with Library(tmp_path) as library:
        assert not backups.is_due()
        library.add(article("Новина"), (), b"1")
        assert backups.is_due()


def test_backups_of_one_day_are_told_apart_by_the_hour(folder: Path) -> None:
    made = Backups(folder, lambda: TODAY).make(BackupKind.ASKED)
    then = datetime(TODAY.year, TODAY.month, TODAY.day, 9, 5).astimezone()
    os.utime(made.path, (then.timestamp(),) * 2)
    (told,) = Backups(folder).all()
    assert told.hour == time(9, 5)
    words = backup_in_words(told, Translator("bg"))
    assert f"{date_in_words(TODAY, Translator('bg'))}, 9:05 ч., " in words
    yesterday = then - timedelta(days=1)
    os.utime(made.path, (yesterday.timestamp(),) * 2)  # as of a copied file
    assert Backups(folder).all()[0].hour is None


def test_a_clock_set_back_neither_stops_backups_nor_lets_new_ones_go(folder: Path) -> None:
    days = [TODAY]
    backups = Backups(folder, lambda: days[-1])
    with Library(folder) as library:
        for number in range(20):
            library.set_read(1, read=bool(number % 2))
            days.append(TODAY - timedelta(days=700 * (number % 3) + number))
            assert backups.is_due()
            made = backups.make(BackupKind.DAILY)
            assert backups.all()[0] == made
        assert len(backups.all()) <= DAILY + WEEKLY


def test_a_week_of_days_and_a_month_of_weeks_are_kept() -> None:
    year = [
        Backup(Path(), number, TODAY + timedelta(days=number), BackupKind.DAILY, 1, 1)
        for number in range(365)
    ]
    gone = {each.number for each in to_let_go(reversed(year))}
    kept = [each.number for each in year if each.number not in gone]
    assert kept[-DAILY:] == list(range(358, 365))
    assert len(kept) == DAILY + WEEKLY
    asked = [replace(each, number=-each.number - 1, kind=BackupKind.MIGRATION) for each in year[:2]]
    assert to_let_go([*reversed(year), *asked]) == to_let_go(list(reversed(year)))


def test_older_ones_stay_where_the_new_one_is_not_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = Backups(folder, lambda: TODAY)
    monkeypatch.setattr(module, "OTHERS", 1)
    first = backups.make(BackupKind.ASKED)
    (folder / FILE).write_bytes((folder / FILE).read_bytes()[: 4096 * 9])
    with pytest.raises(module.LibraryDamagedError):
        backups.make(BackupKind.ASKED)
    assert backups.all() == [first]
    assert [path.name for path in (folder / "backups").iterdir()] == [first.name]


def test_a_backup_that_is_given_up_leaves_nothing(folder: Path) -> None:
    with pytest.raises(StoppedError):
        Backups(folder).make(BackupKind.ASKED, Impatient())
    assert list((folder / "backups").iterdir()) == []


def test_without_room_nothing_is_begun(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1_000_000))
    with pytest.raises(LibraryFullError) as raised:
        Backups(folder).make(BackupKind.ASKED)
    assert raised.value.free == 1
    assert raised.value.needed > 30
    with Library(folder) as library:
        before = library.entries()
        with pytest.raises(LibraryFullError):
            library.add(article("Нова"), (), b"!")
        assert library.entries() == before


def test_restoring_puts_the_present_file_aside_and_keeps_later_articles(folder: Path) -> None:
    care = care_of(folder, Apart())
    backup = care.back_up()
    with Library(folder) as library:
        library.set_read(2, read=True)
        library.add(article("Късна новина", "Дошла."), (), "Късна новина\n\nДошла.\n".encode())
    restored = care.restore(backup.name)
    assert restored.anew == ("Късна новина",)
    assert "Късна новина" in titles(folder)
    with Library(folder) as library:
        assert not library.entry(2).read
    with closing(sqlite3.connect(restored.aside / FILE)) as old:
        assert old.execute("SELECT count(*) FROM article WHERE title LIKE 'Късна%'").fetchone() == (
            1,
        )
    assert health.deep(folder) == []


def test_what_cannot_be_restored_leaves_the_library_as_it_is(folder: Path) -> None:
    care = care_of(folder, Apart())
    backup, newer = care.back_up(), care.back_up()
    backup.path.write_bytes(backup.path.read_bytes()[: 4096 * 20])
    with closing(sqlite3.connect(newer.path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrating.MIGRATIONS) + 1}")
    before = (folder / FILE).read_bytes()
    for name, error in (
        (backup.name, BackupDamagedError),
        (newer.name, BackupNewerError),
        ("none", UnknownBackupError),
    ):
        with pytest.raises(error):
            care.restore(name)
    assert (folder / FILE).read_bytes() == before
    assert not (folder / "set-aside").exists()


def test_a_backup_is_restored_where_the_file_is_gone(folder: Path) -> None:
    made = Backups(folder).make(BackupKind.ASKED)
    with Library(folder) as library:
        kept = library.count().total
    (folder / FILE).unlink()
    shutil.rmtree(folder / ORIGINALS)
    with pytest.raises(LibraryDamagedError):
        Library(folder)
    Backups(folder).restore(made)
    with Library(folder) as library:
        assert library.count().total == kept > 0


def test_a_library_in_use_is_not_exchanged(folder: Path) -> None:
    care = care_of(folder, Apart())
    backup = care.back_up()
    with Library(folder), pytest.raises(LibraryBusyError):
        care.restore(backup.name)
    with Library(folder), pytest.raises(LibraryBusyError):
        care.repair()
    care.restore(backup.name)


def test_a_backup_is_made_before_a_migration(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = titles(folder)
    steps = ("CREATE TABLE coin (name TEXT PRIMARY KEY) STRICT",)
    for name in ("schema", "opening", "wreck"):
        later = (*migrating.MIGRATIONS, steps)
        monkeypatch.setattr(f"reader.library.{name}.MIGRATIONS", later)
    assert titles(folder) == before
    (backup,) = Backups(folder).all()
    assert backup.kind is BackupKind.MIGRATION
    with closing(sqlite3.connect(backup.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(migrating.MIGRATIONS),)


def test_the_weekly_check_is_due_whichever_way_the_clock_was_set(folder: Path) -> None:
    care = care_of(folder, Apart(), TODAY)
    with Library(folder) as library:
        assert care.is_check_due(library)
        assert care.check_all(library) == []
        assert not care.is_check_due(library)
        for days in (-700, -7, 7, 700):
            later = care_of(folder, Apart(), TODAY + timedelta(days=days))
            assert later.is_check_due(library)


def test_what_crashes_leave_of_copies_and_repairs_is_cleared_away(tmp_path: Path) -> None:
    with Library(tmp_path):
        kept = care_of(tmp_path, Apart()).back_up().path
    left = [
        tmp_path / "salvage-x1" / "library.sqlite",
        tmp_path / "library.sqlite.part",
        tmp_path / "library.sqlite.part-journal",
        tmp_path / "backups" / "000002-2026-01-02-asked.part",
        tmp_path / "backups" / "000002-2026-01-02-asked.part-journal",
        tmp_path / "backups" / "checked-1.sqlite",
    ]
    under_way = tmp_path / "backups" / "000003-2026-01-03-daily.part"
    for path in (*left, under_way):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"half")
        if path is not under_way:
            os.utime(path, (0, 0))
    with Library(tmp_path):
        assert not any(path.exists() for path in left)
        assert under_way.exists(), "another program may be busy with it"
    assert not left[0].parent.exists()
    assert kept.exists()
