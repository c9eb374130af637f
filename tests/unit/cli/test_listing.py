"""The commands that keep the library in order."""

import pytest

from reader.__main__ import main

FIRST, SECOND = "Нова програма за библиотеките в Европа", "Помощ за училищата"


@pytest.fixture(autouse=True)
def added(capsys: pytest.CaptureFixture[str]) -> None:
    """Two articles with the numbers 1 and 2."""
    main(["add", "a.txt", "b.txt"])
    capsys.readouterr()


def numbers(capsys: pytest.CaptureFixture[str], *options: str) -> list[int]:
    """Return the numbers that `list` prints."""
    capsys.readouterr()
    assert main(["list", *options]) == 0
    return [int(line.split("\t")[0]) for line in capsys.readouterr().out.splitlines()]


def test_what_is_removed_waits_in_the_bin(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["remove", "1", "2"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Преместена в коша: 1. {FIRST}",
        f"Преместена в коша: 2. {SECOND}",
    ]
    assert numbers(capsys) == []
    assert numbers(capsys, "--bin") == [2, 1]
    assert main(["restore", "1"]) == 0
    assert capsys.readouterr().out == f"Върната: {FIRST}.\n"
    assert numbers(capsys) == [1]


def test_what_was_not_in_the_bin_is_not_said_to_be_brought_back(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["remove", "2"])
    capsys.readouterr()
    assert main(["restore", "1", "2", "2"]) == 0
    said = capsys.readouterr()
    assert said.out == f"Върната: {SECOND}.\n"
    assert said.err == f"Не е в коша: 1. {FIRST}\n"


def test_where_one_number_is_wrong_nothing_is_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["remove", "1", "7"]) == 1
    assert "няма статия с номер 7" in capsys.readouterr().err
    assert numbers(capsys) == [2, 1]


def test_stars_are_given_and_taken(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["star", "1", "2"]) == 0
    assert main(["star", "--off", "2"]) == 0
    assert numbers(capsys, "--starred") == [1]
    assert numbers(capsys, "--unread") == [2, 1]


def test_tags_are_put_on_listed_and_taken_off(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tag", "книги", "1", "2"]) == 0
    assert main(["tag", "Книги", "2", "--off"]) == 0
    assert numbers(capsys, "--tag", "КНИГИ") == [1]
    assert main(["tag"]) == 0
    assert capsys.readouterr().out == "книги\t1\n"
    assert main(["tag", "няма", "1", "--off"]) == 1
    assert "няма" in capsys.readouterr().err


def test_a_tag_with_quotation_marks_is_searched_for_without_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["tag", 'за „утре“ и "днес"', "1"])
    main(["tag", "за утре", "2"])
    for typed, found in (("етикет:„за утре и днес“", FIRST), ("етикет:„за утре“", SECOND)):
        capsys.readouterr()
        assert main(["search", typed]) == 0
        (first, *_) = capsys.readouterr().out.splitlines()
        assert first.endswith(found)


def test_a_collection_is_made_and_keeps_its_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["collect", "За уроците", "1", "2"]) == 0
    assert main(["collect", "списък за четене", "2"]) == 0
    assert numbers(capsys, "--collection", "за уроците") == [1, 2]
    assert main(["collect", "За уроците", "1", "--off"]) == 0
    assert main(["collect"]) == 0
    assert capsys.readouterr().out == "Списък за четене\t1\nЗа уроците\t1\n"
    assert main(["list", "--collection", "друга"]) == 1


def test_the_list_has_other_orders(capsys: pytest.CaptureFixture[str]) -> None:
    assert numbers(capsys, "--sort", "title") == [1, 2]
    assert numbers(capsys, "--history") == []


def test_where_nothing_fits_the_list_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--starred"]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "Нищо не е намерено.\n")
