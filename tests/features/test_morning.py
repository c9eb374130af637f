"""The real program on a real display: a document is opened, read, searched and found again."""

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "dostapni-biblioteki.pdf"
TITLE = "Нова инициатива на ЕС прави цифровите библиотеки достъпни"
PROGRAM = "chetivo"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def session(desktop, home):
    return desktop.fresh({"CHETIVO_HOME": str(home)})


@pytest.fixture
def start(session):
    """Start the program and wait for its window; whatever still runs is ended after the test."""
    running = []

    def begin(*arguments):
        running.append(session.launch([sys.executable, "-m", "reader", *arguments]))
        session.wait_window(TITLE)
        return running[-1]

    yield begin
    for program in running:
        program.kill()
        program.wait()


def close(session, program):
    session.key("ctrl+q", settle=0)
    assert program.wait(60) == 0


@pytest.mark.check("A01", "Start unaided")
@pytest.mark.check("A69", "A new article is told from its title")
@pytest.mark.check("A70", "Messages are heard")
def test_the_sample_is_opened_and_its_whole_text_is_in_the_accessible_tree(session, start):
    program = start("open", str(SAMPLE))
    heard = session.heard(until="Клавишът R")
    assert f"{TITLE} за хората" in heard
    assert "Добавена статия: " in heard
    tree = session.tree(PROGRAM)
    assert tree.find("heading", TITLE).attributes["level"] == "1"
    assert tree.find("heading", "Какво предвижда инициативата").attributes["level"] == "2"
    quotation = tree.find("block quote", "Достъпната книга")
    assert quotation.text.startswith("„Достъпната книга не е подарък, а право.")
    assert quotation.text.endswith("само в най-старите каталози.“")
    assert ", https://" in tree.find("link", "Съобщението за медиите").description
    close(session, program)


@pytest.mark.check("A02", "Exit unaided")
@pytest.mark.check("A07", "The position is kept")
def test_after_a_restart_the_article_is_there_at_the_same_place(session, start):
    program = start()
    session.key("q", until="Достъпната книга")
    close(session, program)
    start()
    assert "Достъпната книга" in session.heard(until="Достъпната книга")


@pytest.mark.check("A08", "Search")
@pytest.mark.check("A09", "Results of a search can be reviewed")
def test_another_form_of_a_word_finds_the_article(session, start):
    start()
    session.key("ctrl+l")
    session.type("библиотекар")
    heard = session.key("Return", until="библиотекари")
    assert "List with 1 item." in heard
    session.key("Return")
    assert "библиотекари" in session.tree(PROGRAM).find("list item", "5 000").text


def test_the_command_line_works_beside_the_window(session, start):
    start()
    listed = subprocess.run(
        [sys.executable, "-m", "reader", "list"],
        env=session.env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert TITLE in listed.stdout


@pytest.mark.check("A06", "Where am I")
@pytest.mark.check("A70", "Messages are heard")
def test_what_was_not_found_and_where_one_is_are_said(session, start):
    start()
    session.heard()
    told = session.key("ctrl+shift+k", until="прочетено")
    assert "Елемент от списък, " in told
    assert "Раздел: Какво предвижда инициативата." in told
    session.key("ctrl+l")
    session.type("квантов")
    assert "Нищо не е намерено за „квантов“." in session.key("Return", until="Нищо")


def test_a_second_start_hands_its_file_to_the_first_window(session, start, tmp_path):
    first = start()
    other = tmp_path / "съобщение.txt"
    other.write_text("Съветът прие нови правила\n\nМинистрите одобриха правилата днес.\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "reader", "open", str(other)],
        env=session.env,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    session.wait_window("Съветът прие нови правила")
    assert first.poll() is None
