"""By ear: words are found in the article in all their forms, and the place is read."""

import pytest

pytest_plugins = ("tests.screenreader.sample_fixtures",)


FIRST = (
    "До края на 2029 г. най-малко 250 000 книги, учебници и списания ще могат да се четат с "
    "екранен четец, на брайлов дисплей, с едър шрифт или на слух."
)
SECOND = (
    "Засега едва всяка десета книга в Съюза излиза в достъпен вид, а учебниците често пристигат "
    "месеци след началото на учебната година."
)


def find(sample, words):
    """Type words into the bar, press Enter, and return what is heard of that."""
    sample.key("ctrl+f", until="Търсене")
    sample.type(words)
    return sample.key("Return", until="от 3")


@pytest.mark.check("A08", "Search")
@pytest.mark.check("A70", "Messages are heard")
def test_another_form_of_the_word_is_found_and_its_sentence_is_heard(sample):
    heard = sample.key("ctrl+f", until="Думи в произволна форма")
    assert heard.lines[:2] == ("Търсене в статията panel.", "Търсене text.")
    sample.type("учебник")
    assert sample.key("Return", until="1 от 3").lines == (f"{FIRST} 1 от 3",)
    assert sample.key("Return", until="2 от 3").lines == (f"{SECOND} 2 от 3",)
    assert sample.key("Escape", until="Засега").lines == ("Статия panel.", SECOND)


@pytest.mark.check("A08", "Search")
@pytest.mark.check("A04", "A jump moves the reading focus")
def test_in_the_text_f3_reads_the_sentence_and_says_how_far_one_is(sample):
    find(sample, "учебник")
    sample.key("Escape", until="До края")
    assert sample.key("F3", until="2 от 3").lines == (SECOND, "2 от 3")
    assert "block quote. | „Достъпната книга не е подарък" in sample.key("F3", until="3 от 3")
    heard = sample.key("F3", until="от началото")
    assert heard.lines == (f"leaving blockquote. {FIRST}", "1 от 3, от началото")
    heard = sample.key("shift+F3", until="от края")
    assert heard.lines[-1] == "3 от 3, от края"


@pytest.mark.check("A08", "Search")
def test_from_the_list_f3_leads_to_the_next_place(sample):
    find(sample, "учебник")
    sample.key("Escape", until="До края")
    sample.key("alt+1", until="Новини")
    assert sample.key("F3", until="2 от 3").lines == ("Статия panel.", SECOND, "2 от 3")


@pytest.mark.check("A70", "Messages are heard")
def test_it_is_heard_that_nothing_is_found_and_that_only_one_form_is_sought(sample):
    find(sample, "учебник")
    sample.key("Tab", "Tab", "Tab", until="Точна форма check box not checked")
    assert "Намерени: 1" in sample.key("space", until="Намерени: 1")
    assert "Намерени: 3" in sample.key("space", until="Намерени: 3")
    sample.key("ctrl+f", until="Търсене")
    sample.type("жираф")
    assert sample.key("Return", until="намерено").lines[-1] == "Нищо не е намерено"
    sample.key("Escape", until="Статия")
