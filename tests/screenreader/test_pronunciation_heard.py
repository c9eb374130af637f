"""By ear and keyboard alone: how a word is said is put right, and the list of such words."""

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


@pytest.mark.check("A70", "Messages are heard")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
@pytest.mark.check("A73", "The focus comes back after a dialog")
def test_how_the_word_at_the_caret_is_said_is_put_right_by_ear(orca):
    heard = orca.key("ctrl+shift+w", until="Нов selected")
    assert heard.lines[0] == "Как се чете дума dialog."
    assert "Чете се text." in heard.lines
    orca.type("нова")
    heard = orca.key("Return", until="Нова – нова")
    assert TITLE in heard
    assert heard.lines[-1] == "Нова – нова"


@pytest.mark.check("A39", "Every control has a name")
@pytest.mark.check("A42", "Values of controls are told")
def test_each_field_of_an_entry_tells_its_name_and_value(orca):
    orca.key("ctrl+shift+w", until="Чете се text.")
    for words in (
        "Език на гласа combo box. български.",
        "Само цели думи check box checked.",
        "Главни и малки букви, както са написани check box not checked.",
        "Запазване push button.",
        "Прослушване push button.",
    ):
        assert " ".join(orca.key("Tab", until=words.split()[-1]).lines).endswith(words)
    orca.key("Escape", until="heading level 1")


@pytest.mark.check("A70", "Messages are heard")
def test_what_an_entry_still_needs_is_heard(orca):
    orca.key("ctrl+shift+w", until="Чете се text.")
    orca.key("ctrl+a", "BackSpace", until="deleted")
    assert orca.key("Return", until="Напишете").lines[-1] == "Напишете как се чете думата."
    orca.key("Escape", until="heading level 1")


@pytest.mark.check("A70", "Messages are heard")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
def test_a_word_is_looked_for_in_the_list_added_and_removed_by_ear(orca):
    orca.key("ctrl+shift+w", until="Чете се text.")
    orca.type("нова")
    orca.key("Return", until="heading level 1")
    orca.key("Alt_L", *["Right"] * 4, "Down", "Up", until="Произношение…")
    heard = orca.key("Return", until="Нова – нова")
    assert heard.lines == (
        "Произношение dialog.",
        "Произношения.",
        "List with 1 item.",
        "Нова – нова.",
    )
    orca.type("лайен")
    assert orca.heard(until="Нищо не е намерено").lines[-1] == "Нищо не е намерено"
    assert "Чете се text." in orca.key("Return", until="Чете се text.")
    orca.type("ла йен")
    assert orca.key("Return", until="лайен – ").lines[-1] == "лайен – ла йен"
    assert "лайен – ла йен." in orca.key("Down", until="лайен – ").lines
    assert "Да се премахне ли „лайен“" in orca.key("Delete", until="Запазване")
    orca.key("shift+Tab", until="Премахване")
    assert orca.key("space", until="премахнато").lines[-1] == "„лайен“ е премахнато от списъка."
    orca.key("Escape", until="heading level 1")
