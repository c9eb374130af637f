"""By ear: the list of what an article holds, and where one is."""

import pytest

from tests.screenreader.sample_parts import TITLE

pytest_plugins = ("tests.screenreader.sample_fixtures",)


DIRECTIVE = "https://eur-lex.europa.eu/legal-content/BG/TXT/?uri=CELEX:32017L1564"


@pytest.mark.check("A63", "Elements list")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
def test_the_list_opens_on_the_section_that_one_is_in(sample):
    sample.key("h", until="Какво предвижда")
    sample.key("Down", until="направления")
    heard = sample.key("F7", until="Ниво 2")
    assert heard.lines == (
        "Елементи dialog.",
        "Елементи.",
        "List with 3 items.",
        "Какво предвижда инициативата. Ниво 2.",
    )
    sample.key("Escape", until="направления")


@pytest.mark.check("A63", "Elements list")
@pytest.mark.check("A04", "A jump moves the reading focus")
def test_enter_leads_to_a_heading_and_it_is_heard_there(sample):
    sample.key("F7", until="Ниво 1")
    assert "Какво предвижда инициативата. Ниво 2" in sample.key("Down", until="Ниво 2")
    heard = sample.key("Return", until="heading level 2")
    assert heard.lines[-1] == "Какво предвижда инициативата heading level 2."


@pytest.mark.check("A73", "The focus comes back after a dialog")
def test_escape_leads_back_to_where_one_was(sample):
    sample.key("q", until="Достъпната книга")
    sample.key("F7", until="Ниво 2")
    heard = sample.key("Escape", until="Достъпната книга")
    assert heard.lines[-2] == "block quote."


@pytest.mark.check("A42", "Values of controls are told")
@pytest.mark.check("A63", "Elements list")
def test_the_kind_is_chosen_by_ear(sample):
    sample.key("F7", until="Ниво 1")
    assert "Вид combo box." in sample.key("shift+Tab", "shift+Tab", until="Заглавия: 3")
    assert sample.key("Down", until="Връзки") == "Връзки: 9"
    heard = sample.key("Tab", "Tab", until="Директива")
    assert "List with 9 items." in heard
    assert f"Директива (ЕС) 2017/1564. {DIRECTIVE}." in heard.lines
    sample.key("Escape", until=TITLE)


@pytest.mark.check("A63", "Elements list")
@pytest.mark.check("A70", "Messages are heard")
def test_the_number_of_what_fits_is_heard_while_one_types_and_enter_leads_to_the_link(sample):
    sample.key("F7", until="http")
    sample.type("lex")
    heard = sample.heard(until="Намерени: 2")
    assert "Филтър text." in heard
    assert heard.lines[-1] == "Намерени: 2"
    assert "List with 2 items." in sample.key("Down", until="http")
    heard = sample.key("Return", until=DIRECTIVE)
    assert heard.lines[-2:] == ("Директива (ЕС) 2017/1564 link.", f"1 от 9, {DIRECTIVE}.")


@pytest.mark.check("A63", "Elements list")
@pytest.mark.check("A70", "Messages are heard")
def test_it_is_heard_that_nothing_fits(sample):
    sample.key("F7", until="http")
    sample.type("qqq")
    assert "Нищо не е намерено" in sample.heard(until="Нищо не е намерено")
    sample.key("Escape", until=TITLE)


@pytest.mark.check("A63", "Elements list")
def test_a_person_is_found_with_the_words_around_the_name(sample):
    sample.key("F7", until="http")
    sample.key("shift+Tab", "shift+Tab", until="Връзки: 9")
    sample.key("End", until="Хора: 1")
    heard = sample.key("Tab", "Tab", until="заяви")
    assert "Елена Дамянова. Координаторката на инициативата Елена Дамянова заяви:" in heard
    assert "заяви" in sample.key("Return", until="заяви")


@pytest.mark.check("A06", "Where am I")
def test_where_one_is_is_heard_in_a_sentence(sample):
    sample.key("q", until="Достъпната книга")
    heard = sample.key("ctrl+shift+k", until="Раздел")
    assert heard.lines[-1] == (
        "Цитат, 12 от 21, прочетено 48\u00a0%, остават 2 минути. "
        "Раздел: Какво предвижда инициативата."
    )


@pytest.mark.check("A06", "Where am I")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
def test_a_list_of_all_there_is_to_tell_is_gone_through(sample):
    heard = sample.key("ctrl+shift+k", "ctrl+shift+k", until="Статия: ")
    assert heard.lines[:3] == ("Къде съм dialog.", "Къде съм.", "List with 7 items.")
    assert sample.key("Down", until="Публикувано").startswith("Публикувано: Европейска комисия")
    assert sample.key("Down", until="Раздел") == "Раздел: преди първия от общо 2."
    assert f"{TITLE} за хората" in sample.key("Return", until="heading level 1")
