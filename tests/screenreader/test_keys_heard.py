"""By ear and keyboard alone: the keys of the program, and giving a command another one."""

import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "dostapni-biblioteki.pdf"
TITLE = "Нова инициатива на ЕС"
JOIN = "Съединяване със следващия абзац."


@pytest.fixture
def session(desktop, tmp_path):
    """The desktop, for a person who has never started the program."""
    return desktop.fresh({"CHETIVO_HOME": str(tmp_path)})


@pytest.fixture
def start(session):
    """Start the program and wait until the article has been said."""

    def begin(*arguments, until):
        program = session.launch([sys.executable, "-m", "reader", *arguments])
        session.wait_window(TITLE)
        session.heard(until=until)
        return program

    return begin


@pytest.fixture
def sample(session, start):
    """The program with the sample article."""
    return start("open", str(SAMPLE), until="Клавишът R")


def find(session, key, until):
    """Open the list of keys and go to what a key does."""
    session.key("ctrl+F1", until="table with")
    session.key("shift+Tab", until="натискане")
    session.key("space", until="Клавиш label")
    return session.key(key, until=until)


@pytest.mark.check("A62", "Keys are shown and can be changed")
def test_a_key_is_found_changed_used_kept_and_given_back(session, sample, start):
    heard = find(session, "ctrl+j", until="Ctrl+J.")
    assert heard.lines[-3:] == ("Редактиране.", JOIN, "Ctrl+J.")
    heard = session.key("Return", until="Досега")
    assert heard.lines[-2:] == (
        "Клавиш за „Съединяване със следващия абзац“ dialog Натиснете новия клавиш.",
        "Досега: Ctrl+J label.",
    )
    heard = session.key("alt+f", until="меню")
    assert heard == "Alt+F: Alt с буква отваря меню или води към поле."
    heard = session.key("ctrl+o", until="зает")
    assert heard == "Ctrl+O е зает от „Отваряне“. Enter го взема оттам, Escape го оставя."
    heard = session.key("ctrl+k", until="свободен")
    assert heard == "Ctrl+K е свободен. Enter го избира, Escape го оставя."
    heard = session.key("Return", until="Ctrl+K.")
    assert "Съединяване със следващия абзац: Ctrl+K." in heard
    session.key("Escape", until="heading level 1")
    session.key("Down", until="октомври")
    assert "Абзаците са съединени." in session.key("ctrl+k", until="съединени")
    session.key("ctrl+q", settle=0)
    assert sample.wait(60) == 0
    start(until="октомври")
    heard = find(session, "ctrl+k", until="Ctrl+K.")
    assert heard.lines[-2:] == (JOIN, "Ctrl+K.")
    session.key("Tab", until="Промяна")
    session.key("Tab", until="Нулиране")
    heard = session.key("space", until="Ctrl+J")
    assert heard == "Съединяване със следващия абзац: Ctrl+J."
    session.key("Escape", until="октомври")


@pytest.mark.check("A61", "The same keys on Cyrillic keyboards")
@pytest.mark.check("A62", "Keys are shown and can be changed")
def test_another_letter_of_the_article_is_the_same_key_on_a_bulgarian_layout(session, sample):
    find(session, "h", until="H.")
    session.key("Return", until="Досега: H")
    session.key("x", until="свободен")
    session.key("Return", until="X.")
    session.key("Escape", until="level 1")
    assert "level 2" in session.key("x", until="level 2")
    session.key("ctrl+Home", until="level 1")
    session.layout("bg", "phonetic")
    assert "level 2" in session.key("53", until="level 2")


@pytest.mark.check("A76", "Menus tell their entries and keys")
def test_f10_opens_the_menus(session, sample):
    assert session.key("F10", until="Файл").lines[-1] == "Файл."
    assert session.key("Down", until="Отваряне").lines[-1] == "Отваряне…"
