"""By ear: a note is made by keyboard and found again, a bookmark waits until the next day."""

import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "dostapni-biblioteki.pdf"
TITLE = "Нова инициатива на ЕС прави цифровите библиотеки достъпни"
FIRST = "Засега едва всяка десета книга в Съюза излиза в достъпен вид"


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


def test_a_note_is_made_by_keyboard_and_found_again_by_its_letter(orca):
    orca.key("p", "p", "p", until=FIRST)
    heard = orca.key("ctrl+n", until="Бележка")
    print(heard.lines)
    orca.type("проверка")
    heard = orca.key("ctrl+Return", until="запазена")
    print(heard.lines)
    orca.key("ctrl+Home", until="heading level 1")
    heard = orca.key("a", until="Ваша бележка")
    print(heard.lines)
    heard = orca.key("Return", until="проверка")
    print(heard.lines)
    heard = orca.key("Escape", until=FIRST)
    print(heard.lines)
    heard = orca.key("a", until="Няма")
    print(heard.lines)
    heard = orca.key("ctrl+shift+h", until="dialog")
    print(heard.lines)
    heard = orca.key("Delete", until="премахната")
    print(heard.lines)
    heard = orca.key("ctrl+z", until="върнато")
    print(heard.lines)
    heard = orca.key("Return", until=FIRST)
    print(heard.lines)


def test_a_bookmark_leads_back_to_its_place_on_the_next_day(orca):
    orca.key("h", "h", until="Какво следва")
    heard = orca.key("ctrl+b", until="поставена")
    print(heard.lines)
    orca.key("ctrl+q")
    orca.launch([sys.executable, "-m", "reader"])
    orca.wait_window(TITLE)
    orca.heard(until="Какво следва")
    orca.key("ctrl+Home", until="heading level 1")
    heard = orca.key("b", until="отметка")
    print(heard.lines)
    heard = orca.key("b", until="Няма")
    print(heard.lines)
    heard = orca.key("ctrl+b", until="премахната")
    print(heard.lines)
    assert 0
