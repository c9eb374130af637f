"""What Orca says of the plain view: a text field, in which the same letters lead on."""

import sys
from pathlib import Path

import pytest

from tests.gui.article_sample import REGULATION, SAMPLE

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("show_article.py")
TITLE = SAMPLE.title
HEADING = "Какво се променя за превозвачите"


@pytest.fixture(scope="module")
def program(session):
    argv = [sys.executable, "-X", "faulthandler", str(PROGRAM), "plain"]
    program = session.launch(argv, {"PYTHONPATH": str(ROOT)})
    session.wait_window("READER")
    yield session.heard(until=TITLE[:20], settle=1)
    assert program.poll() is None, session.log("program")


@pytest.fixture
def plain(session, program):
    """The session, at the start of the article."""
    session.key("Down", "ctrl+Home", until="обновяването")
    return session


@pytest.mark.check("A80", "Plain view")
@pytest.mark.check("A40", "Every control has a role")
def test_the_start_names_the_text_and_reads_its_first_line(program):
    assert "Article read only text." in program.lines


@pytest.mark.check("A80", "Plain view")
@pytest.mark.check("A21", "Reading by line")
def test_a_plain_view_reads_by_its_own_lines(plain):
    assert plain.key("Down", until="Дунав") == "пристанища по Дунав"
    assert "14 май 2025 г. · Европейска комисия" in plain.key("Down", until="14 май")


@pytest.mark.check("A80", "Plain view")
@pytest.mark.check("A04", "A jump moves the reading focus")
@pytest.mark.check("A65", "Headings tell their level")
def test_in_a_plain_view_the_same_letters_say_where_they_lead(plain):
    heard = plain.key("h", until="level")
    assert heard == f"{HEADING}, heading, level 2"
    assert f"link, 2 of 3, {REGULATION}" in plain.key("shift+k", until="link")
    assert plain.key("6", until="level") == "No next heading at level 6."
