"""`clean` repairs, names each failure, and goes on."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.__main__ import main


def test_markdown_is_the_usual_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "a.txt"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("---\n")
    assert "# Нова програма за библиотеките в Европа\n" in printed


def test_blocks_are_a_json_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "a.txt", "--format", "blocks"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found[0]["kind"] == "title"
    assert found[0]["text"] == "Нова програма за библиотеките в Европа"


def test_json_has_meta_blocks_and_repairs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "a.txt", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"meta", "blocks", "repairs"}
    assert found["meta"]["language"] == "bg"


def test_a_hyphen_reads_standard_input(
    capsys: pytest.CaptureFixture[str], type_in: Callable[[str], None], tmp_path: Path
) -> None:
    type_in((tmp_path / "b.txt").read_text("utf-8"))
    assert main(["clean", "-", "--format", "blocks"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["text"] == "Помощ за училищата"


def test_one_failure_is_named_and_the_others_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "empty.txt", "b.txt", "none.pdf", "--format", "txt"]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith("Помощ за училищата\n")
    assert captured.err.splitlines() == [
        "Файлът „empty.txt“ е празен. Изберете друг или изтеглете файла отново.",
        "Няма файл „none.pdf“. Проверете името и папката му.",
    ]


def test_a_failure_in_another_folder_is_named_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "some/where/x.pdf"]) == 1
    assert capsys.readouterr().err.startswith("some/where/x.pdf: Няма файл „x.pdf“.")


def test_a_folder_and_an_address_in_one_s_own_network_are_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["clean", ".", "http://127.0.0.1:9/x"]) == 1
    folder, address = capsys.readouterr().err.splitlines()
    assert "е папка" in folder
    assert address.startswith("http://127.0.0.1:9/x: Компютърът „127.0.0.1“")


def test_with_a_folder_the_results_are_files(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "new" / "out"
    assert main(["clean", "a.txt", "b.txt", "--format", "blocks", "-o", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["a.blocks.json", "b.blocks.json"]
    assert capsys.readouterr().out.splitlines() == [
        str(out / "a.blocks.json"),
        str(out / "b.blocks.json"),
    ]


def test_a_result_is_called_so_that_every_system_allows_it() -> None:
    from reader.cli.documents import _stem

    assert _stem("https://a.eu/news?day=1:2&x=*") == "news day=1 2&x="
    assert _stem("https://a.eu/aux.html") == "_aux"
    assert _stem("https://a.eu/?") == "article"
    assert _stem("папка/новина.pdf") == "новина"


def test_an_existing_result_is_left_as_it_is(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text("мое", "utf-8")
    assert main(["clean", "a.txt", "-o", "."]) == 1
    assert "Вече има файл" in capsys.readouterr().err
    assert (tmp_path / "a.md").read_text("utf-8") == "мое"


def test_repairs_are_listed_apart_from_the_result(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "a.txt", "--format", "json", "--repairs"]) == 0
    captured = capsys.readouterr()
    repairs = json.loads(captured.out)["repairs"]
    assert repairs
    assert len(captured.err.splitlines()) == len(repairs)
    assert captured.err.startswith("страница 1, ")


def test_the_address_of_the_page_can_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    address = "https://www.europarl.europa.eu/news/bg/press-room/1/x"
    assert main(["clean", "b.txt", "--address", address]) == 0
    printed = capsys.readouterr().out
    assert f'source: "{address}"' in printed
    assert 'publisher: "Европейски парламент"' in printed
