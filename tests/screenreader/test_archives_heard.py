"""An archive by ear: opened by a file, searched, read, closed again."""

import sys

import pytest

from reader.app import Archives
from reader.library.store import Library
from reader.model.archive import Label

pytest_plugins = ("tests.screenreader.program_fixtures",)


@pytest.fixture(scope="module")
def archive(tmp_path_factory, four_articles):
    """An archive of the four articles."""
    path = tmp_path_factory.mktemp("archive") / "март.chetivo"
    with Library(four_articles) as library:
        Archives(library).make(path, None, Label("Новини от март", "0.1", ""))
    return path


@pytest.fixture(scope="module")
def heard(with_sound, archive):
    """The program, started on the archive; what was heard when it came up."""
    program = with_sound.launch([sys.executable, "-m", "reader", "open", str(archive)])
    with_sound.wait_window("Четиво")
    yield with_sound.heard(until="е отворен", settle=1)
    assert program.poll() is None, with_sound.log("program")
    with_sound.key("ctrl+q", settle=0)
    assert program.wait(60) == 0


def test_opening_tells_what_is_open_and_how_much_is_in_it(heard):
    assert "Архивът „Новини от март“ е отворен." in heard.lines
    assert "Архив: Новини от март. | List with 4 items." in heard
    assert "4 статии" not in heard  # Orca counts the rows itself


def test_a_row_tells_that_it_is_in_an_archive(heard, with_sound):
    with_sound.key("alt+1", "Home")
    said = with_sound.key("Down", until="архив").lines[-1]
    assert (
        said == "Мерки за опазване на пчелите, днес, непрочетена, архив „Новини от март“, 2 от 4."
    )


def test_an_article_of_it_is_read_as_any_other(heard, with_sound):
    with_sound.key("alt+1", "Home")
    assert "heading level 1." in with_sound.key("Return", until="Оригинал").lines[1]


def test_it_is_searched_by_any_form_of_a_word(heard, with_sound):
    with_sound.key("ctrl+l", until="Търсене")
    with_sound.type("пчела")
    said = with_sound.key("Return", until="архив „Новини").lines
    assert said[-1].startswith("Мерки за опазване на пчелите")
    with_sound.key("Escape", settle=1)


def test_a_change_is_refused_and_the_way_out_is_told(heard, with_sound):
    with_sound.key("alt+1", "Home")
    said = with_sound.key("ctrl+d", until="Копиране в моята").lines
    assert any("в архив, а там нищо не може да се променя" in line for line in said)
    with_sound.key("Return", settle=1)
