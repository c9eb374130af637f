"""The commands on the library."""

import errno
import json
import os
from pathlib import Path

import pytest

from reader import pronunciations, settings
from reader.__main__ import main
from reader.app import Export
from reader.library.originals import Originals
from reader.library.store import Library
from reader.model.pronunciation import Pronunciation
from reader.model.speaking import Speaking
from reader.speech.engine import Delivery


def test_an_article_is_added_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "a.txt"]) == 0
    assert main(["add", "a.txt"]) == 0
    title = "Нова програма за библиотеките в Европа"
    assert capsys.readouterr().out.splitlines() == [
        f"Добавена: 1. {title}",
        f"Вече е запазена: 1. {title}",
    ]


def test_a_folder_is_added_file_by_file_and_failures_are_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "news" / "more").mkdir(parents=True)
    (tmp_path / "a.txt").rename(tmp_path / "news" / "a.txt")
    (tmp_path / "b.txt").rename(tmp_path / "news" / "more" / "b.txt")
    (tmp_path / "empty.txt").rename(tmp_path / "news" / "empty.txt")
    (tmp_path / "news" / ".hidden.txt").write_text("скрито", "utf-8")
    assert main(["add", "news"]) == 1
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 2
    name = Path("news", "empty.txt")
    assert captured.err.startswith(f"{name}: Файлът „empty.txt“ е празен.")


def test_the_list_shows_number_title_and_state(capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "b.txt"])
    capsys.readouterr()
    assert main(["list"]) == 0
    assert capsys.readouterr().out == "1\t\tПомощ за училищата\t\tнепрочетена\n"


def test_an_empty_library_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("Библиотеката е празна.")


def test_a_search_says_that_its_index_is_still_being_made(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["add", "b.txt"])
    capsys.readouterr()
    monkeypatch.setattr(Library, "left_to_search", lambda _: 7)
    assert main(["search", "училище"]) == 0
    captured = capsys.readouterr()
    assert "Помощ за училищата" in captured.out
    assert captured.err == "Търсенето се подготвя отново: 7 статии още не се намират.\n"


def test_a_kept_article_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "b.txt"])
    capsys.readouterr()
    assert main(["show", "1"]) == 0
    assert capsys.readouterr().out.startswith("Помощ за училищата\n\nУчилищата в граничните")


def test_words_are_found_in_other_forms(capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "a.txt", "b.txt"])
    capsys.readouterr()
    assert main(["search", "учебник"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("2\tПомощ за училищата\n\t")
    assert main(["search", "учебник", "--exact"]) == 0
    assert capsys.readouterr().err == "Нищо не е намерено.\n"


def test_a_word_that_must_not_be_there_is_no_option(capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "a.txt", "b.txt"])
    capsys.readouterr()
    assert main(["search", "програма", "-библиотеки"]) == 0
    assert "библиотеките" not in capsys.readouterr().out
    assert main(["search", "-училища", "програма"]) == 0
    assert "библиотеките" in capsys.readouterr().out


def test_a_search_may_be_of_nothing_but_words_to_leave_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["add", "a.txt", "b.txt"])
    capsys.readouterr()
    assert main(["search", "-учебник"]) == 0
    assert capsys.readouterr().out.startswith("1\tНова програма")
    with pytest.raises(SystemExit, match="2"):
        main(["search", "--exact"])
    assert "ДУМА" in capsys.readouterr().err


def test_a_search_that_was_hardly_meant_so_says_why_nothing_is_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["add", "a.txt"])
    capsys.readouterr()
    main(["search", "програма", "от:вчера"])
    assert "„от:вчера“" in capsys.readouterr().err
    main(["search", "програма", "от:6.2024", "до:5.2024"])
    assert "Първият ден е след последния" in capsys.readouterr().err
    main(["search", "програма", "от:5.2024", "до:6.2024"])
    assert capsys.readouterr().err == "Нищо не е намерено.\n"


def test_a_tag_needs_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "a.txt"])
    assert main(["tag", "  ", "1"]) == 1
    assert "само интервали" in capsys.readouterr().err


def test_hits_can_be_had_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "b.txt"])
    capsys.readouterr()
    assert main(["search", "учебник", "--json"]) == 0
    (hit,) = json.loads(capsys.readouterr().out)
    start, end = hit["marks"][0]
    assert (hit["id"], hit["title"], hit["block"]) == (1, "Помощ за училищата", 1)
    assert hit["snippet"][start:end] == "учебници"


def test_an_article_removed_for_good_is_gone(capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "b.txt"])
    assert main(["remove", "--for-good", "1"]) == 0
    assert "Премахната: Помощ за училищата" in capsys.readouterr().out
    assert main(["show", "1"]) == 1
    assert "няма статия с номер 1" in capsys.readouterr().err


def test_another_library_can_be_chosen(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["--library", str(tmp_path / "other"), "add", "b.txt"]) == 0
    assert (tmp_path / "other" / "library.sqlite").is_file()
    capsys.readouterr()
    main(["list"])
    assert capsys.readouterr().out == ""


def test_a_library_that_cannot_be_made_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", "a.txt", "list"]) == 1
    assert "не може да се записва" in capsys.readouterr().err


def test_a_library_that_cannot_be_written_can_be_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def refuse(_originals: Originals) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    main(["add", "a.txt"])
    monkeypatch.setattr(Originals, "prepare", refuse)
    capsys.readouterr()
    archive = str(tmp_path / "all.chetivo")
    for command in (
        ["list"],
        ["show", "1"],
        ["search", "библиотека"],
        ["export", "1", "--format", "txt", "-o", "kept.txt"],
        ["archive", "create", archive],
    ):
        assert main(command) == 0
        said = capsys.readouterr()
        assert said.out
        assert "отворена само за четене" in said.err
    assert main(["star", "1"]) == 1
    assert "не може да се записва" in capsys.readouterr().err


def test_one_article_goes_into_the_file_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["add", "b.txt"])
    capsys.readouterr()
    assert main(["export", "1", "--format", "md", "-o", "b.md"]) == 0
    assert capsys.readouterr().out == "b.md\n"
    assert "# Помощ за училищата" in (tmp_path / "b.md").read_text("utf-8")


def test_an_article_can_be_a_web_page(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["clean", "b.txt", "--format", "html"]) == 0
    cleaned = capsys.readouterr().out
    assert cleaned.startswith('<!doctype html>\n<html lang="bg">')
    assert "<h1" in cleaned
    main(["add", "b.txt"])
    assert main(["export", "1", "--format", "html", "-o", "b.html"]) == 0
    assert "Помощ за училищата</h1>" in (tmp_path / "b.html").read_text("utf-8")
    (tmp_path / "out").mkdir()
    assert main(["export", "1", "--format", "html", "-o", "out"]) == 0
    assert (tmp_path / "out" / "1 Помощ за училищата.html").is_file()


def test_several_go_into_a_folder_and_an_unknown_one_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["add", "a.txt", "b.txt"])
    capsys.readouterr()
    assert main(["export", "1", "99", "2", "--format", "txt", "-o", "out"]) == 1
    assert "номер 99" in capsys.readouterr().err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "1 Нова програма за библиотеките в Европа.txt",
        "2 Помощ за училищата.txt",
    ]


@pytest.mark.usefixtures("voice")
def test_a_recording_is_written_and_its_length_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["add", "b.txt"])
    capsys.readouterr()
    assert main(["export", "1", "--format", "wav", "-o", "b.wav"]) == 0
    assert capsys.readouterr().out == "b.wav (1\N{NO-BREAK SPACE}сек.)\n"
    assert (tmp_path / "b.wav").is_file()


def test_a_recording_is_made_as_the_person_hears_it_in_the_window(
    voice: list[Export], home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    speaking = Speaking(volume=50, sentence_pause=900)
    settings.save(settings.Settings(rate=250, voice="bg", speaking=speaking), home)
    own = (Pronunciation("библиотеките", "книгите"),)
    pronunciations.save(own, home)
    main(["add", "a.txt"])
    assert main(["export", "1", "--format", "wav", "-o", "a.wav"]) == 0
    (recording,) = voice
    assert recording.voice.delivery == Delivery(250, volume=0.5, voice="bg")
    assert recording.voice.speaking == speaking
    assert recording.voice.own == own
    recording.voice.unsaid("☠")
    unsaid = "Гласът не може да изговори „☠“; на негово място звучи кратък тон.\n"
    assert capsys.readouterr().err == unsaid
    (home / "pronunciations.json").write_text("{", "utf-8")
    assert main(["export", "1", "--format", "wav", "-o", "again.wav"]) == 0
    assert "pronunciations.json" in capsys.readouterr().err


def test_an_existing_file_is_left_as_it_is(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["add", "b.txt"])
    before = (tmp_path / "a.txt").read_bytes()
    assert main(["export", "1", "--format", "md", "-o", "a.txt"]) == 1
    assert "Вече има файл" in capsys.readouterr().err
    assert (tmp_path / "a.txt").read_bytes() == before
