"""By ear and keyboard alone: the keys of the program, and giving a command another one."""

import sys
from pathlib import Path

import pytest

from tests.screenreader.session import Session

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "dostapni-biblioteki.pdf"
TITLE = "Нова инициатива на ЕС"
JOIN = "Съединяване със следващия абзац."


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def session(home):
    with Session({"CHETIVO_HOME": str(home)}) as opened:
        yield opened


@pytest.fixture
def start(session):
    """Start the program on the sample and wait until the article has been said."""
    running = []

    def begin(*arguments, until):
        running.append(session.launch([sys.executable, "-m", "reader", *arguments]))
        session.wait_window(TITLE)
        session.heard(until=until)
        return running[-1]

    yield begin
    for program in running:
        program.kill()
        program.wait()


def find(session, key, until):
    """Open the list of keys and go to what a key does."""
    session.key("F1", until="table with")
    session.key("shift+Tab", until="натискане")
    session.key("space", until="Клавиш label")
    return session.key(key, until=until)


def test_a_key_is_found_changed_and_used(session, start):
    program = start("open", str(SAMPLE), until="Клавишът R")
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
    assert program.wait(15) == 0


def test_the_changed_key_is_there_after_a_restart_and_goes_back(session, start):
    start(until="октомври")
    heard = find(session, "ctrl+k", until="Ctrl+K.")
    assert heard.lines[-2:] == (JOIN, "Ctrl+K.")
    session.key("Tab", until="Промяна")
    session.key("Tab", until="обичайния")
    heard = session.key("space", until="Ctrl+J")
    assert heard == "Съединяване със следващия абзац: Ctrl+J."
    session.key("Escape", until="октомври")


def test_another_letter_of_the_article_is_the_same_key_on_a_bulgarian_layout(session, start):
    start(until="октомври")
    find(session, "h", until="H.")
    session.key("Return", until="Досега: H")
    session.key("x", until="свободен")
    session.key("Return", until="X.")
    session.key("Escape", until="октомври")
    assert "level 2" in session.key("x", until="level 2")
    session.key("ctrl+Home", until="level 1")
    session.layout("bg", "phonetic")
    assert "level 2" in session.key("53", until="level 2")
    session.layout("us")


def test_f10_opens_the_menus(session, start):
    start(until="Статия panel")
    assert session.key("F10", until="Файл").lines[-1] == "Файл."
    assert session.key("Down", until="Отваряне").lines[-1] == "Отваряне…"
