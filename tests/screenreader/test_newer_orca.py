"""What a newer Orca says and the system's cannot: languages, and tables by its own keys."""

import sys
from pathlib import Path

import pytest

from tests.gui.article_sample import ENGLISH, SAMPLE, SUBTITLE

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("show_article.py")
NEWS = ROOT / "resources" / "samples" / "dostapni-biblioteki.pdf"
TITLE = "Нова инициатива на ЕС прави цифровите библиотеки достъпни"


@pytest.fixture(scope="module")
def started(session):
    """The program with the article; what Orca said when it came up."""
    session.launch([sys.executable, str(PROGRAM)], {"PYTHONPATH": str(ROOT)})
    session.wait_window("READER")
    return session.heard(until="Машинен превод", settle=1)


@pytest.fixture
def orca(session, started):
    """The session, at the start of the article."""
    session.key("Down", "ctrl+Home", until=SUBTITLE)
    return session


def languages(heard):
    """Return the language of each line's voice."""
    return dict(zip(heard.lines, heard.languages, strict=True))


def test_the_start_names_the_window_the_article_and_the_title_once(started):
    assert started.lines == ("READER", "Article", SAMPLE.title, f"heading 1 {SUBTITLE}")
    assert languages(started)[SAMPLE.title] == "bg"


def test_headings_tell_their_level(orca):
    heard = orca.key("2", until="heading")
    assert heard.lines == ("Какво се променя за превозвачите", "heading 2")


def test_each_link_is_spoken_in_its_language(orca):
    heard = orca.key("k", until="link")
    assert languages(heard)["съобщението за медиите"] == "bg"
    heard = orca.key("k", "k", until=ENGLISH)
    assert languages(heard)["the original press release"] == "en"


def test_a_foreign_paragraph_is_spoken_in_its_language(orca):
    orca.key("n", until="Сумите")
    heard = orca.key("Up", until="This paragraph")
    assert heard.lines == ("This paragraph was left in English by the translator.",)
    assert heard.languages == ("en",)


def test_letters_are_spoken_in_the_language_of_their_paragraph(orca):
    assert orca.key("Right", until="С").languages == ("bg",)
    orca.key("n", "Up", until="This paragraph")
    assert languages(orca.key("Right", until="h")) == {"h": "en"}


def test_lists_within_lists_tell_how_many_items_they_have(orca):
    heard = orca.key("l", until="досие")
    assert heard.lines[0] == "List with 3 items"
    orca.key("Down", until="от брега")
    assert orca.key("Down", until="кораби").lines[0] == "List with 2 items Nesting level 1"


def test_cells_tell_their_place_beside_their_headers(orca):
    orca.key("t", until="table with 4 rows 3 columns")
    orca.key("Down", "Down", until="България")
    heard = orca.key("alt+shift+Right", until="Row")
    assert heard.lines == ("Пристанища column header Русе, Лом, Видин", "Row 2, column 2.")
    heard = orca.key("alt+shift+Down", until="Row")
    assert heard.lines == ("Румъния row header Констанца, Гюргево", "Row 3, column 2.")
    orca.key("alt+shift+Left", until="column 1")
    assert orca.key("alt+shift+Left", until="row") == "Beginning of row."


@pytest.fixture(scope="module")
def news(desktop, tmp_path_factory):
    """The real program with the sample article in its library."""
    desktop.fresh({"CHETIVO_HOME": str(tmp_path_factory.mktemp("home"))})
    desktop.launch([sys.executable, "-m", "reader", "open", str(NEWS)])
    desktop.wait_window(TITLE)
    desktop.heard(until="heading 1")
    return desktop


def test_the_window_is_in_the_language_of_its_words(news):
    heard = news.key("ctrl+l", until="Търсене")
    assert languages(heard)["Търсене"] == "bg"
    news.key("Escape")


def test_how_much_was_found_is_said_once_before_the_list(news):
    news.key("ctrl+l", until="Търсене")
    news.type("библиотекар")
    heard = news.key("Return", until="List with 1 item")
    assert heard.lines[0] == "1 статия"
    assert heard.lines.count("1 статия") == 1
    news.key("ctrl+l", until="Търсене")
    news.type("квантов")
    heard = news.key("Return", until="Нищо")
    assert heard.lines == ("Нищо не е намерено за „квантов“.",)


def test_what_is_chosen_in_a_closed_box_is_said_once(news):
    news.key("ctrl+comma", until="combo box")
    heard = news.key("Down", until="български")
    assert heard.lines.count("български") == 1
    news.key("Up", "Escape")
