"""By ear: words are found in the article in all their forms, and the place is read."""

import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "dostapni-biblioteki.pdf"
TITLE = "Нова инициатива на ЕС прави цифровите библиотеки достъпни"


@pytest.fixture(scope="module")
def session(desktop, tmp_path_factory):
    desktop.fresh({"CHETIVO_HOME": str(tmp_path_factory.mktemp("home"))})
    desktop.launch([sys.executable, "-m", "reader", "open", str(SAMPLE)])
    desktop.wait_window(TITLE)
    desktop.heard(until="Клавишът R")
    return desktop


@pytest.fixture
def orca(session):
    """The session, at the start of the article."""
    session.key("Down", "ctrl+Home", until="heading level 1")
    return session


FIRST = (
    "До края на 2029 г. най-малко 250 000 книги, учебници и списания ще могат да се четат с "
    "екранен четец, на брайлов дисплей, с едър шрифт или на слух."
)
SECOND = (
    "Засега едва всяка десета книга в Съюза излиза в достъпен вид, а учебниците често пристигат "
    "месеци след началото на учебната година."
)


def find(orca, words):
    """Type words into the bar, press Enter, and return what is heard of that."""
    orca.key("ctrl+f", until="Търсене")
    orca.type(words)
    return orca.key("Return", until="от 3")


@pytest.mark.check("A08", "Search")
@pytest.mark.check("A70", "Messages are heard")
def test_another_form_of_the_word_is_found_and_its_sentence_is_heard(orca):
    heard = orca.key("ctrl+f", until="Думи в произволна форма")
    assert heard.lines[:2] == ("Търсене в статията panel.", "Търсене text.")
    orca.type("учебник")
    assert orca.key("Return", until="1 от 3").lines == (f"{FIRST} 1 от 3",)
    assert orca.key("Return", until="2 от 3").lines == (f"{SECOND} 2 от 3",)
    assert orca.key("Escape", until="Засега").lines == ("Статия panel.", SECOND)


@pytest.mark.check("A08", "Search")
@pytest.mark.check("A04", "A jump moves the reading focus")
def test_in_the_text_f3_reads_the_sentence_and_says_how_far_one_is(orca):
    find(orca, "учебник")
    orca.key("Escape", until="До края")
    assert orca.key("F3", until="2 от 3").lines == (SECOND, "2 от 3")
    assert "block quote. | „Достъпната книга не е подарък" in orca.key("F3", until="3 от 3")
    heard = orca.key("F3", until="от началото")
    assert heard.lines == (f"leaving blockquote. {FIRST}", "1 от 3, от началото")
    heard = orca.key("shift+F3", until="от края")
    assert heard.lines[-1] == "3 от 3, от края"


@pytest.mark.check("A08", "Search")
def test_from_the_list_f3_leads_to_the_next_place(orca):
    find(orca, "учебник")
    orca.key("Escape", until="До края")
    orca.key("alt+1", until="Новини")
    assert orca.key("F3", until="2 от 3").lines == ("Статия panel.", SECOND, "2 от 3")


@pytest.mark.check("A70", "Messages are heard")
def test_it_is_heard_that_nothing_is_found_and_that_only_one_form_is_sought(orca):
    find(orca, "учебник")
    orca.key("Tab", "Tab", "Tab", until="Точна форма check box not checked")
    assert "Намерени: 1" in orca.key("space", until="Намерени: 1")
    assert "Намерени: 3" in orca.key("space", until="Намерени: 3")
    orca.key("ctrl+f", until="Търсене")
    orca.type("жираф")
    assert orca.key("Return", until="намерено").lines[-1] == "Нищо не е намерено"
    orca.key("Escape", until="Статия")
