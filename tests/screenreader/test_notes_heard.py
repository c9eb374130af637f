"""By ear: a note is made by keyboard and found again, a bookmark waits until the next day."""

import sys

import pytest

from tests.screenreader.sample_parts import TITLE

pytest_plugins = ("tests.screenreader.sample_fixtures",)


FIRST = "Засега едва всяка десета книга в Съюза излиза в достъпен вид"
SENTENCE = f"{FIRST}, а учебниците често пристигат месеци след началото на учебната година."
QUOTED = "„Засега едва всяка десета книга в Съюза излиза в достъпен…“"


@pytest.mark.check("A12", "Notes of one's own")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
@pytest.mark.check("A70", "Messages are heard")
def test_a_note_is_made_by_keyboard_and_found_again_by_its_letter(sample):
    sample.key("p", "p", "p", until=FIRST)
    heard = sample.key("ctrl+n", until="Бележка text")
    assert heard.lines[0].startswith(f"Бележка към „{FIRST}, а учебниците…“ dialog")
    sample.type("проверка")
    heard = sample.key("ctrl+Return", until="Бележката е запазена.")
    assert heard.lines[-2:] == (f"Ваша бележка към {QUOTED}", "Бележката е запазена.")
    sample.key("ctrl+Home", until="heading level 1")
    heard = sample.key("a", until="Ваша бележка")
    assert heard.lines == (SENTENCE, f"Ваша бележка към {QUOTED}")
    assert sample.key("a", until="Няма") == "Няма следваща Ваша бележка или откроено място."
    assert sample.key("Return", until="проверка").lines[-1] == "проверка."
    sample.key("Escape", until=FIRST)


@pytest.mark.check("A12", "Notes of one's own")
@pytest.mark.check("A70", "Messages are heard")
def test_the_list_of_notes_removes_brings_back_and_leads_to_the_place(sample):
    heard = sample.key("ctrl+i", until="проверка")
    assert heard.lines[0] == "Бележки в статията dialog."
    assert heard.lines[-1] == f"проверка. Ваша бележка. „{SENTENCE}“"
    assert "Бележката е премахната." in sample.key("Delete", until="премахната")
    assert "Премахнатото е върнато." in sample.key("ctrl+z", until="върнато")
    heard = sample.key("Return", until="Ваша бележка към")
    assert heard.lines[-1] == f"Ваша бележка към {QUOTED}"


@pytest.mark.check("A11", "Bookmarks")
@pytest.mark.check("A04", "A jump moves the reading focus")
def test_a_bookmark_leads_back_to_its_place_on_the_next_day(sample):
    sample.key("h", "h", until="Какво следва")
    assert sample.key("ctrl+b", until="поставена") == "Отметката е поставена."
    sample.key("ctrl+q")
    sample.launch([sys.executable, "-m", "reader"])
    sample.wait_window(TITLE)
    sample.heard(until="Какво следва")
    sample.key("ctrl+Home", until="heading level 1")
    heard = sample.key("b", until="отметка")
    assert heard.lines == ("Какво следва heading level 2.", "отметка.")
    assert sample.key("b", until="Няма") == "Няма следваща отметка."
    assert "Отметката е премахната." in sample.key("ctrl+b", until="премахната")
