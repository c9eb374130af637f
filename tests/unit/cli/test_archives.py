"""Archives on the command line: create, check, import, and open without a display."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.cli import progress

TITLES = ("Нова програма за библиотеките в Европа", "Помощ за училищата")


@pytest.fixture(autouse=True)
def two_articles(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "a.txt", "b.txt"])
    capsys.readouterr()


def test_an_archive_is_made_checked_and_taken_in_elsewhere(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["archive", "create", "март.chetivo"]) == 0
    assert capsys.readouterr().out == "„март.chetivo“ е записан: 2 статии.\n"
    assert main(["archive", "check", "март.chetivo"]) == 0
    assert capsys.readouterr().out == (
        "Архивът „март“ е здрав: 2 статии, всички контролни суми са верни.\n"
    )
    assert main(["--library", "other", "archive", "import", "март.chetivo"]) == 0
    assert capsys.readouterr().out == "От архива „март“: 2 нови статии.\n"
    assert main(["--library", "other", "archive", "import", "март.chetivo"]) == 0
    assert capsys.readouterr().out == "От архива „март“: 2 вече бяха в библиотеката.\n"


def test_some_articles_make_an_archive(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["archive", "create", "a.chetivo", "--search", "учебник"]) == 0
    assert main(["archive", "create", "b.chetivo", "1", "--name", "Библиотеки", "--notes"]) == 0
    capsys.readouterr()
    assert main(["open", "a.chetivo"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Архив „a“: 1 статия",
        f"\t{TITLES[1]}",
    ]
    main(["open", "b.chetivo"])
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Архив „Библиотеки“: 1 статия",
        f"\t{TITLES[0]}",
    ]


def test_nothing_found_makes_no_archive(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["archive", "create", "a.chetivo", "--search", "няматакава"]) == 1
    assert "Няма статия" in capsys.readouterr().err
    assert not Path("a.chetivo").exists()


def test_a_file_that_is_there_is_left_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.chetivo").write_text("мое", "utf-8")
    assert main(["archive", "create", "a.chetivo"]) == 1
    assert "Вече има файл" in capsys.readouterr().err
    assert Path("a.chetivo").read_text("utf-8") == "мое"


def test_a_damaged_archive_is_named_with_its_articles(capsys: pytest.CaptureFixture[str]) -> None:
    main(["archive", "create", "a.chetivo"])
    with closing(sqlite3.connect("a.chetivo", isolation_level=None)) as connection:
        connection.execute("UPDATE content SET repairs = '[ ]' WHERE article = 2")
    capsys.readouterr()
    assert main(["archive", "check", "a.chetivo"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("Архивът „a“ е повреден.")
    assert said.err == f"Повредена: {TITLES[1]}\n"
    assert main(["archive", "import", "a.chetivo"]) == 1
    assert capsys.readouterr().err == f"Повредена: {TITLES[1]}\n"


@pytest.mark.parametrize("action", ["check", "import"])
def test_what_is_no_archive_is_refused(action: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["archive", action, "a.txt"]) == 1
    assert "не е архив на Четиво" in capsys.readouterr().err
    assert main(["archive", action, "none.chetivo"]) == 1
    assert "none.chetivo" in capsys.readouterr().err


def test_a_number_that_is_none_makes_no_archive(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["archive", "create", "a.chetivo", "1", "99"]) == 1
    assert "няма статия с номер 99" in capsys.readouterr().err
    assert not Path("a.chetivo").exists()


def test_an_archive_is_added_as_documents_are(capsys: pytest.CaptureFixture[str]) -> None:
    main(["archive", "create", "март.chetivo"])
    capsys.readouterr()
    assert main(["--library", "other", "add", "март.chetivo"]) == 0
    assert capsys.readouterr().out == "От архива „март“: 2 нови статии.\n"


@pytest.mark.parametrize("action", ["create", "check", "import"])
def test_how_far_it_is_stands_in_the_persons_language(
    action: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if action != "create":
        main(["archive", "create", "март.chetivo"])
    monkeypatch.setattr(progress, "_FIRST", -1.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["archive", action, "март.chetivo"]) == 0
    printed = capsys.readouterr().err
    assert "от 2" in printed
    assert "article" not in printed


def test_an_archive_in_a_folder_is_said_to_be_one_and_left_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("news").mkdir()
    main(["archive", "create", "news/март.chetivo"])
    capsys.readouterr()
    assert main(["add", "news"]) == 1
    assert capsys.readouterr().err.startswith(
        "news/март.chetivo: „март.chetivo“ е архив на Четиво и не е приет."
    )
