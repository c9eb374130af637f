"""By ear: a dialog that asks for one thing says its title, its field, and then what is in it."""

import sys
from pathlib import Path

import pytest

from tests.screenreader.sample_parts import TITLE

pytest_plugins = ("tests.screenreader.sample_fixtures",)

PROGRAM = Path(__file__).with_name("show_choice.py")


@pytest.mark.check("A42", "Values of controls are told")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
def test_a_number_is_asked_for_by_its_name_before_the_number(sample):
    assert sample.key("ctrl+g", until="spin button").lines == (
        "Към страница dialog.",
        "Страница от оригинала, от 1 до 2 1 spin button.",
    )
    assert sample.key("Up", until="2").lines == ("2",)
    assert "„Достъпната книга" in sample.key("Return", until="„Достъпната книга")


@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
@pytest.mark.check("A73", "The focus comes back after a dialog")
def test_a_line_is_asked_for_by_its_name_before_what_is_in_it(sample):
    sample.key("alt+1", until=TITLE)
    sample.key("ctrl+shift+g", until="Нов етикет")
    sample.type("мрежа")
    sample.key("Return", until="мрежа, с отметка")
    # The field is Qt's own: it keeps the last letter from this Orca.
    assert sample.key("F2", until="selected").lines == (
        "Преименуване dialog.",
        "Ново име на „мрежа“: text.",
        "мреж selected.",
    )
    sample.type("вода")  # takes the place of what was selected
    heard = sample.key("Return", until="вода")
    assert heard.lines[-1] == "вода, с отметка, 1 статия."
    sample.key("Escape", until=TITLE)
    sample.key("alt+2", until="Статия")


@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
def test_of_several_works_one_is_chosen_by_its_name(desktop):
    session = desktop.fresh({"PYTHONPATH": str(PROGRAM.parents[2])})
    session.launch([sys.executable, str(PROGRAM)])
    session.wait_window("WINDOW")
    session.heard(until="Nothing yet")
    assert session.key("F5", until="Reading").lines == (
        "Cancel dialog.",
        "What is to be cancelled? combo box.",
        "Reading “a.pdf”",
    )
    assert session.key("Down", until="Recording").lines == ("Recording “b.mp3”",)
    assert "Recording “b.mp3” push button." in session.key("Return", until="push button").lines
