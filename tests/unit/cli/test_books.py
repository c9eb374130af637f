"""Books at the terminal."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

import reader
from reader import app
from reader.__main__ import main
from reader.app.exporting import Exporting
from reader.errors import UnwritableTargetError
from reader.library.store import Library


@pytest.fixture
def two_articles(capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "a.txt"])
    main(["add", "b.txt"])
    capsys.readouterr()


def titles(path: Path) -> str:
    with ZipFile(path) as pack:
        return pack.read("EPUB/contents.xhtml").decode()


@pytest.mark.usefixtures("two_articles")
def test_several_articles_make_one_book_called_like_its_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["export", "2", "1", "--format", "epub", "-o", "Неделя.epub"]) == 0
    assert capsys.readouterr().out == "Неделя.epub\n"
    contents = titles(Path("Неделя.epub"))
    assert "<title>Неделя</title>" in contents
    assert contents.index("Помощ за училищата") < contents.index("Нова програма")


@pytest.mark.usefixtures("two_articles")
def test_into_a_folder_each_article_is_a_book_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert main(["export", "1", "2", "--format", "epub", "-o", "out"]) == 0
    first, second = sorted((tmp_path / "out").iterdir())
    assert "<title>Нова програма за библиотеките в Европа</title>" in titles(first)
    assert "<title>Помощ за училищата</title>" in titles(second)


@pytest.mark.usefixtures("two_articles")
def test_a_book_that_is_there_is_left_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.epub").write_text("моя", "utf-8")
    assert main(["export", "1", "2", "--format", "epub", "-o", "a.epub"]) == 1
    assert Path("a.epub").read_text("utf-8") == "моя"
    assert "a.epub" in (said := capsys.readouterr().err)
    assert "Изберете друго име или го заменете с --replace." in said
    assert main(["export", "1", "2", "--format", "epub", "-o", "a.epub", "--replace"]) == 0


@pytest.mark.usefixtures("two_articles")
@pytest.mark.parametrize("form", ["md", "html-folder"])
def test_what_cannot_be_replaced_is_not_offered_to_be(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str
) -> None:
    way = "a.txt" if form == "html-folder" else "there"
    (tmp_path / "there" / "1 Нова програма за библиотеките в Европа.md").mkdir(parents=True)
    assert main(["export", "1", "2", "--format", form, "-o", way]) == 1
    said = capsys.readouterr().err
    assert "Вече има файл" in said
    assert "--replace" not in said


@pytest.mark.usefixtures("two_articles")
def test_a_folder_made_for_articles_of_which_none_is_written_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_exporting: Exporting, export: app.Export, *_: object) -> app.Exported:
        raise UnwritableTargetError(export.path, "No space left on device")

    (tmp_path / "mine").mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(Exporting, "write", fail)
        assert main(["export", "1", "2", "--format", "txt", "-o", "new"]) == 1
        assert main(["export", "1", "2", "--format", "txt", "-o", "mine"]) == 1
    assert (tmp_path / "mine").is_dir()
    assert not (tmp_path / "new").exists()
    assert main(["export", "1", "2", "--format", "txt", "-o", "new"]) == 0
    assert len(list((tmp_path / "new").iterdir())) == 2


@pytest.mark.usefixtures("two_articles")
def test_a_talking_book_speaks_with_the_person_s_own_voice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[app.Export] = []

    def write(_exporting, export, _, _watch) -> app.Exported:
        asked.append(export)
        return app.Exported(export.path)

    monkeypatch.setattr(Exporting, "write", write)
    assert main(["export", "1", "--format", "daisy", "-o", "книга"]) == 0
    (export,) = asked
    assert (list(export.articles), export.path, export.form) == ([1], Path("книга"), "daisy")
    assert export.title == "Нова програма за библиотеките в Европа"
    assert export.voice.unsaid is not app.Voice().unsaid


def test_an_article_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "7", "8", "--format", "epub", "-o", "a.epub"]) == 1
    assert "7" in capsys.readouterr().err
    assert not Path("a.epub").exists()


@pytest.mark.usefixtures("two_articles")
def test_what_a_search_finds_becomes_one_book(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["export", "--search", "учебник OR програми", "--format", "epub", "-o", "а.epub"]
    assert main(command) == 0
    assert capsys.readouterr().out == "а.epub\n"
    contents = titles(Path("а.epub"))
    assert "<title>Намерено: учебник OR програми</title>" in contents
    assert "Помощ за училищата" in contents
    assert "Нова програма" in contents


@pytest.mark.usefixtures("two_articles")
def test_the_articles_of_a_day_become_one_book(home: Path) -> None:
    with Library(home) as library:
        day = library.entries()[0].day  # midnight may have passed since
    assert main(["export", "--day", day.isoformat(), "--format", "epub", "-o", "а.epub"]) == 0
    assert "<title>Новини от " in titles(Path("а.epub"))


@pytest.mark.usefixtures("two_articles")
def test_nothing_found_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--search", "ябълка", "--format", "epub", "-o", "а.epub"]) == 1
    assert "Няма статия" in capsys.readouterr().err
    assert not Path("а.epub").exists()


@pytest.mark.usefixtures("two_articles")
def test_a_file_is_replaced_where_that_is_asked_for() -> None:
    Path("a.epub").write_text("стара", "utf-8")
    assert main(["export", "1", "--format", "epub", "--replace", "-o", "a.epub"]) == 0
    assert "Нова програма" in titles(Path("a.epub"))


@pytest.mark.usefixtures("two_articles")
def test_pdfs_are_made_at_the_terminal_where_there_is_no_screen(tmp_path: Path) -> None:
    """What draws is of the window: the start of the program hands it in, and loads it only then."""
    export = ("export", "1", "2", "--format", "pdf", "-o", "out.pdf")
    command = (sys.executable, "-m", "reader", *export)
    environment = os.environ | {"PYTHONPATH": str(Path(reader.__file__).parents[1])}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    made = PdfReader(tmp_path / "out.pdf")
    assert made.metadata.title == "out"
    assert [each["/Title"] for each in made.outline if not isinstance(each, list)][-1] == (
        "Помощ за училищата"
    )
