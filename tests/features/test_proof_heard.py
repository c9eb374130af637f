"""By ear and keyboard alone: what was repaired, where, and putting it right."""

import sys

import pytest

TEXT = """Достъпни книги за всички читатели

Комисията представи днес план за достъпни библио-
теки във всички държави. Планът предвижда
обучение на служителите и нови каталози.

Първите библиотеки започват работа през есента
и ще бъдат отворени за всички.
"""


@pytest.fixture(scope="module")
def session(desktop, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    document = home / "план.txt"
    document.write_text(TEXT, "utf-8")
    desktop.fresh({"CHETIVO_HOME": str(home / "library")})
    desktop.launch([sys.executable, "-m", "reader", "open", str(document)])
    desktop.wait_window("Достъпни книги")
    desktop.heard(until="Клавишът R")
    return desktop


@pytest.mark.check("A79", "Repairs are heard and undone")
@pytest.mark.check("A04", "A jump moves the reading focus")
def test_a_repair_is_heard_and_enter_leads_to_it(session):
    heard = session.key("r", until="пренесена")
    assert "3 поправки" in heard
    assert "страница 1. Преди: …за достъпни библио- ⏎ теки" in heard
    heard = session.key("Return", until="Комисията представи")
    assert heard.lines[-1].endswith("нови каталози.")


@pytest.mark.check("A79", "Repairs are heard and undone")
@pytest.mark.check("A87", "Corrections and removal can be undone, for good asks first")
def test_a_repair_is_undone_and_the_undoing_too(session):
    session.key("r", until="пренесена")
    session.key("Down", until="Планът предвижда")
    session.key("Tab", until="Показване")
    session.key("Tab", until="Отмяна")
    heard = session.key("space", until="Ctrl+Z")
    assert "обучение на служителите и нови каталози." in heard.lines
    assert heard.lines[-1].startswith("Поправката е отменена.")
    heard = session.key("ctrl+z", until="отменена")
    assert "Последната поправка е отменена." in heard.lines
    heard = session.key("ctrl+z", until="няма")
    assert heard.lines[-1] == "В тази статия няма Ваша поправка, която да се отмени."


@pytest.mark.check("A42", "Values of controls are told")
@pytest.mark.check("A73", "The focus comes back after a dialog")
def test_only_some_repairs_are_listened_to(session):
    session.key("r", until="страница 1")
    session.key("shift+Tab", until="Всички поправки: 3")
    assert session.key("Down", until="1") == "Всички без съединените редове: 1"
    assert "пренесена" in session.key("Tab", until="страница 1")
    session.key("Escape", until="обучение")


@pytest.mark.check("A89", "Original lines and original language beside the text")
def test_the_original_lines_are_heard_from_the_place_on(session):
    session.key("ctrl+Home", until="Достъпни книги")
    heard = session.key("ctrl+r", until="Страница 1")
    assert "Страница 1. Достъпни книги за всички читатели" in heard
    heard = session.key("Down", until="Комисията")
    assert heard.lines == ("Комисията представи днес план за достъпни библио-",)
    assert "нови каталози." in session.key("Return", until="каталози")


def test_the_kind_of_a_block_is_put_right(session):
    session.key("ctrl+Home", until="Достъпни книги")
    session.key("Down", until="каталози")
    session.key("F2", until="Комисията")
    assert "Абзац" in session.key("Tab", until="combo box")
    assert session.key("Down", until="раздел") == "Заглавие на раздел"
    session.key("Return", until="поправен")
    heading = session.tree("chetivo").find("heading", "Комисията представи")
    assert heading.attributes["level"] == "2"
