"""By ear: errors with their remedy, passwords, progress and questions, and the way back."""

import subprocess
import sys

import pytest

from tests.gui.window_parts import TRAINS
from tests.screenreader.program_parts import FIRST_ROW, TITLE
from tests.unit.builders import PdfFile, PdfPage, encrypted

pytest_plugins = ("tests.screenreader.program_fixtures",)


def hand_over(session, path, data=None):
    """Have a second start of the program hand a file to the open window."""
    if data is not None:
        path.write_bytes(data)
    argv = [sys.executable, "-m", "reader", "open", str(path)]
    subprocess.run(argv, env=session.env, check=True, timeout=60)


@pytest.mark.check("A50", "Errors are named with a remedy")
@pytest.mark.check("A73", "The focus comes back after a dialog")
def test_a_scanned_document_is_explained_whole_and_the_focus_comes_back(orca, tmp_path):
    scan = PdfFile(PdfPage().picture()).data()
    hand_over(orca, tmp_path / "сканиран.pdf", scan)
    heard = orca.heard(until="Добре")
    assert "Файлът „сканиран.pdf“" in heard
    assert "Обработете го с програма за разпознаване на текст (OCR)" in heard
    assert FIRST_ROW[:20] in orca.key("Return", until=TITLE)


@pytest.mark.check("A50", "Errors are named with a remedy")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
def test_a_missing_file_is_explained_whole(orca, tmp_path):
    hand_over(orca, tmp_path / "няма.pdf")
    heard = orca.heard(until="Добре")
    assert "Няма файл „няма.pdf“. Проверете името и папката му." in heard
    assert TITLE in orca.key("Escape", until=TITLE)


@pytest.mark.check("A50", "Errors are named with a remedy")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
def test_a_locked_file_asks_for_its_password_and_says_when_it_is_wrong(orca, tmp_path):
    page = PdfFile(PdfPage().lines("Заключена статия за достъпни книги"))
    hand_over(orca, tmp_path / "заключен.pdf", encrypted(page.data(), user="12", owner="34"))
    locked = "Файлът „заключен.pdf“ е заключен. Въведете паролата му, за да го отворите."
    assert f"{locked} password text." in orca.heard(until="password")
    orca.key("0")
    assert "„заключен.pdf“ не е вярна." in orca.key("Return", until="password")
    assert TITLE in orca.key("Escape", until=TITLE)


@pytest.mark.check("A71", "Progress is told")
def test_a_long_document_tells_now_and_then_how_far_it_is(orca, tmp_path):
    page = PdfPage().lines("\n".join(["Дълъг ред с думи, които се четат бавно"] * 40))
    hand_over(orca, tmp_path / "дълъг.pdf", PdfFile(*[page] * 900).data())
    assert "Обработва се „дълъг.pdf“…" in orca.heard(until="Обработва се", settle=0)
    assert " от 900" in orca.heard(until=" от 900", settle=0, timeout=60)
    assert "Отменено. Нищо не е запазено." in orca.key("Escape", until="Отменено")


@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
@pytest.mark.check("A73", "The focus comes back after a dialog")
@pytest.mark.check("A87", "Corrections and removal can be undone, for good asks first")
def test_a_question_names_the_article_and_no_leads_back_to_its_row(orca):
    orca.key("Down", "Down", until=TRAINS.title)
    question = f"Да се премахне ли завинаги „{TRAINS.title}“?"
    assert question in orca.key("shift+Delete", until="Отказ push button")
    assert TRAINS.title in orca.key("Return", until=TRAINS.title)
