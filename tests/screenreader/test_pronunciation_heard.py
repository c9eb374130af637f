"""By ear and keyboard alone: how a word is said is put right, and the list of such words."""

import pytest

from tests.screenreader.sample_parts import TITLE

pytest_plugins = ("tests.screenreader.sample_fixtures",)


@pytest.mark.check("A70", "Messages are heard")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
@pytest.mark.check("A73", "The focus comes back after a dialog")
def test_how_the_word_at_the_caret_is_said_is_put_right_by_ear(sample):
    heard = sample.key("ctrl+shift+w", until="Нов selected")
    assert heard.lines[0] == "Как се чете дума dialog."
    assert "Чете се text." in heard.lines
    sample.type("нова")
    heard = sample.key("Return", until="Нова – нова")
    assert TITLE in heard
    assert heard.lines[-1] == "Нова – нова"


@pytest.mark.check("A39", "Every control has a name")
@pytest.mark.check("A42", "Values of controls are told")
def test_each_field_of_an_entry_tells_its_name_and_value(sample):
    sample.key("ctrl+shift+w", until="Чете се text.")
    for words in (
        "Език на гласа combo box. български.",
        "Само цели думи check box checked.",
        "Главни и малки букви, както са написани check box not checked.",
        "Запазване push button.",
        "Прослушване push button.",
    ):
        assert " ".join(sample.key("Tab", until=words.split()[-1]).lines).endswith(words)
    sample.key("Escape", until="heading level 1")


@pytest.mark.check("A70", "Messages are heard")
def test_what_an_entry_still_needs_is_heard(sample):
    sample.key("ctrl+shift+w", until="Чете се text.")
    sample.key("ctrl+a", "BackSpace", until="deleted")
    assert sample.key("Return", until="Напишете").lines[-1] == "Напишете как се чете думата."
    sample.key("Escape", until="heading level 1")


@pytest.mark.check("A70", "Messages are heard")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
def test_a_word_is_looked_for_in_the_list_added_and_removed_by_ear(sample):
    sample.key("ctrl+shift+w", until="Чете се text.")
    sample.type("нова")
    sample.key("Return", until="heading level 1")
    sample.key("Alt_L", *["Right"] * 4, "Down", "Up", until="Произношение…")
    heard = sample.key("Return", until="Нова – нова")
    assert heard.lines == (
        "Произношение dialog.",
        "Произношения.",
        "List with 1 item.",
        "Нова – нова.",
    )
    sample.type("лайен")
    assert sample.heard(until="Нищо не е намерено").lines[-1] == "Нищо не е намерено"
    assert "Чете се text." in sample.key("Return", until="Чете се text.")
    sample.type("ла йен")
    assert sample.key("Return", until="лайен – ").lines[-1] == "лайен – ла йен"
    assert "лайен – ла йен." in sample.key("Down", until="лайен – ").lines
    assert "Да се премахне ли „лайен“" in sample.key("Delete", until="Запазване")
    sample.key("shift+Tab", until="Премахване")
    assert sample.key("space", until="премахнато").lines[-1] == "„лайен“ е премахнато от списъка."
    sample.key("Escape", until="heading level 1")
