"""What the terminal says of the care for the library, and with which status."""

import random
import re
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.errors import LibraryFullError
from reader.library import room
from reader.library.store import Library
from tests.unit.care_parts import damage


@pytest.fixture(autouse=True)
def filled(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "a.txt", "b.txt"]) == 0
    capsys.readouterr()


def test_a_whole_library_is_said_to_be_so(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["library", "check"], ["library", "check", "--deep"]):
        assert main(command) == 0
        assert capsys.readouterr().out == "Библиотеката е наред.\n"


def test_a_library_in_a_synchronised_folder_is_whole_but_warned_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "Nextcloud" / "четиво"
    for _ in range(2):
        assert main(["--library", str(folder), "add", "a.txt"]) == 0
        capsys.readouterr()
        assert main(["--library", str(folder), "library", "check"]) == 0
        said = capsys.readouterr()
        assert said.out == "Библиотеката е наред.\n"
        assert "Nextcloud синхронизира" in said.err


def test_what_is_damaged_is_named_and_repaired(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = home / "library.sqlite"
    path.write_bytes(path.read_bytes().replace("учебници".encode(), "учевници".encode()))
    assert main(["library", "check", "--deep"]) == 1
    said = capsys.readouterr()
    assert said.out == "Библиотеката е повредена.\n"
    assert "Текстът на статия не е такъв, какъвто е бил запазен: Помощ за училищата" in said.err
    assert main(["library", "repair"]) == 0
    said = capsys.readouterr()
    assert "2 статии са спасени." in said.out
    assert "Обработена отново от файла си: Помощ за училищата" in said.err
    assert "Нищо не е загубено." in said.err
    assert main(["library", "check", "--deep"]) == 0


def test_what_is_lost_is_named_by_its_title_and_counts_as_a_failure(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library(home) as library:
        library.original(2).unlink()
    path = home / "library.sqlite"
    path.write_bytes(path.read_bytes().replace("учебници".encode(), "учевници".encode()))
    assert main(["library", "repair"]) == 1
    assert "Загубена статия: Помощ за училищата" in capsys.readouterr().err


@pytest.mark.parametrize("gone", ["emptied", "removed"])
def test_a_library_whose_file_is_gone_is_no_empty_library(
    home: Path, gone: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = home / "library.sqlite"
    path.write_bytes(b"")
    if gone == "removed":
        path.unlink()
    for command in (["list"], ["add", "b.txt"]):
        assert main(command) == 1
        assert "е повредена" in capsys.readouterr().err
    for check in (["library", "check"], ["library", "check", "--deep"]):
        assert main(check) == 1
    assert "липсва или е празен" in capsys.readouterr().err
    assert main(["library", "repair"]) == 1  # there may have been notes
    capsys.readouterr()
    assert main(["list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_library_whose_search_there_is_no_room_to_check_is_not_called_damaged(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(folder: Path, needed: int) -> None:
        raise LibraryFullError(folder, needed, 0)

    monkeypatch.setattr(room, "check", refuse)
    assert main(["library", "check", "--deep"]) == 1
    assert capsys.readouterr().out == "Провереното в библиотеката е наред.\n"


def test_a_backup_is_made_listed_and_restored(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["library", "restore"]) == 0
    assert "Още няма резервни копия" in capsys.readouterr().err
    assert main(["library", "backup"]) == 0
    made = capsys.readouterr().out
    assert re.fullmatch(
        r"000001-\S+-asked\.sqlite\t.*, 2 статии, по Ваше желание, 1\u00a0МБ\n", made
    )
    assert main(["library", "restore"]) == 0
    assert capsys.readouterr().out == made
    assert main(["remove", "1"]) == 0
    assert main(["library", "restore", made.split("\t")[0]]) == 0
    capsys.readouterr()
    assert main(["list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_backup_that_is_not_there_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "restore", "друго"]) == 1
    assert "Няма резервно копие „друго“." in capsys.readouterr().err


def test_the_numbers_of_the_library_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "stats"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "статии: 2" in said
    assert "файлове, от които са статиите: 2, 1\u00a0МБ" in said
    assert "резервни копия: 0" in said


def test_a_command_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["library"])
    assert raised.value.code == 2


def test_a_damaged_library_says_what_can_be_done(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(home, "header", random.Random(2))
    assert main(["list"]) == 1
    assert "chetivo library repair" in capsys.readouterr().err
