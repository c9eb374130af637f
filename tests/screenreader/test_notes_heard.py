"""By ear: a note is made by keyboard and found again, a bookmark waits until the next day."""

import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "dostapni-biblioteki.pdf"
TITLE = "Нова инициатива на ЕС прави цифровите библиотеки достъпни"
FIRST = "Засега едва всяка десета книга в Съюза излиза в достъпен вид"
SENTENCE = f"{FIRST}, а учебниците често пристигат месеци след началото на учебната година."
QUOTED = "„Засега едва всяка десета книга в Съюза излиза в достъпен…“"


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


@pytest.mark.check("A12", "Notes of one's own")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
@pytest.mark.check("A70", "Messages are heard")
def test_a_note_is_made_by_keyboard_and_found_again_by_its_letter(orca):
    orca.key("p", "p", "p", until=FIRST)
    heard = orca.key("ctrl+n", until="Бележка text")
    assert heard.lines[0].startswith(f"Бележка към „{FIRST}, а учебниците…“ dialog")
    orca.type("проверка")
    heard = orca.key("ctrl+Return", until="Бележката е запазена.")
    assert heard.lines[-2:] == (f"Ваша бележка към {QUOTED}", "Бележката е запазена.")
    orca.key("ctrl+Home", until="heading level 1")
    heard = orca.key("a", until="Ваша бележка")
    assert heard.lines == (SENTENCE, f"Ваша бележка към {QUOTED}")
    assert orca.key("a", until="Няма") == "Няма следваща Ваша бележка или откроено място."
    assert orca.key("Return", until="проверка").lines[-1] == "проверка."
    orca.key("Escape", until=FIRST)


@pytest.mark.check("A12", "Notes of one's own")
@pytest.mark.check("A70", "Messages are heard")
def test_the_list_of_notes_removes_brings_back_and_leads_to_the_place(orca):
    heard = orca.key("ctrl+i", until="проверка")
    assert heard.lines[0] == "Бележки в статията dialog."
    assert heard.lines[-1] == f"проверка. Ваша бележка. „{SENTENCE}“"
    assert "Бележката е премахната." in orca.key("Delete", until="премахната")
    assert "Премахнатото е върнато." in orca.key("ctrl+z", until="върнато")
    heard = orca.key("Return", until="Ваша бележка към")
    assert heard.lines[-1] == f"Ваша бележка към {QUOTED}"


@pytest.mark.check("A11", "Bookmarks")
@pytest.mark.check("A04", "A jump moves the reading focus")
def test_a_bookmark_leads_back_to_its_place_on_the_next_day(orca):
    orca.key("h", "h", until="Какво следва")
    assert orca.key("ctrl+b", until="поставена") == "Отметката е поставена."
    orca.key("ctrl+q")
    orca.launch([sys.executable, "-m", "reader"])
    orca.wait_window(TITLE)
    orca.heard(until="Какво следва")
    orca.key("ctrl+Home", until="heading level 1")
    heard = orca.key("b", until="отметка")
    assert heard.lines == ("Какво следва heading level 2.", "отметка.")
    assert orca.key("b", until="Няма") == "Няма следваща отметка."
    assert "Отметката е премахната." in orca.key("ctrl+b", until="премахната")
