"""What Orca says in the settings: pages by name, fields with their value, contrast in words."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("show_settings.py")
LANGUAGE = ("Language of the program combo box.", "As in the system.")
NOTE = "Another language applies from the next start on."
HEADINGS = ("Headings combo box.", "Not told.")
PAUSES = (
    "Pause after a list item 350 ms spin button.",
    "Pause after a paragraph 500 ms spin button.",
    "Pause round a heading 700 ms spin button.",
)
READING = (
    ("Quotations combo box.", "Told by a word."),
    ("Lists combo box.", "Not told."),
    ("Links combo box.", "Not told."),
    ("Notes combo box.", "Told by a word."),
    ("Pictures combo box.", "Told by a word."),
    ("Tables combo box.", "Told by a word."),
    ("My own notes combo box.", "Told that there is one."),
    ("Printed addresses combo box.", "Left out."),
    ("Marks of notes combo box.", "Left out."),
)


@pytest.fixture(scope="module")
def opened(session):
    """The settings, just opened; what Orca said then."""
    argv = [sys.executable, "-X", "faulthandler", str(PROGRAM)]
    program = session.launch(argv, {"PYTHONPATH": str(ROOT)})
    session.wait_window("WINDOW")
    session.heard(until="Field", settle=1)
    yield session.key("F5", until=NOTE, settle=1)
    assert program.poll() is None, session.log("program")


@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
def test_the_settings_open_on_a_named_page_with_the_first_field(opened):
    assert opened.lines[-4:] == ("General page tab.", *LANGUAGE, NOTE)


@pytest.mark.check("A42", "Values of controls are told")
@pytest.mark.check("A78", "Settings are changed and heard")
def test_ctrl_tab_goes_round_the_pages_and_says_their_names(session, opened):
    heard = session.key("ctrl+Tab", until="Your own")
    assert heard.lines == ("Text and colours page tab.", "Colours combo box.", "Your own.")
    heard = session.key("ctrl+Tab", until="best for each language")
    assert heard.lines[:2] == ("Voice page tab.", "Voice combo box.")
    heard = session.key("ctrl+Tab", until="Not told")
    assert heard.lines == ("Reading page tab.", *HEADINGS)
    assert session.key("ctrl+Tab", until=NOTE).lines == ("General page tab.", *LANGUAGE, NOTE)


@pytest.mark.check("A37", "Read aloud: pauses by structure")
@pytest.mark.check("A78", "Settings are changed and heard")
def test_pauses_and_what_is_told_are_heard_field_by_field(session, opened):
    session.key("ctrl+shift+Tab", until="Not told")
    session.key("ctrl+shift+Tab", until="best for each language")
    session.key("alt+c", until="shrink")
    for line in PAUSES:
        assert session.key("Tab", until="shrink").lines[0] == line
    session.key("ctrl+Tab", until="Not told")
    for lines in READING:
        heard = session.key("Tab", until=lines[-1])
        assert heard.lines[: len(lines)] == lines
    session.key("alt+q", until="Told by a word")
    assert "Told by a sound" in session.key("Down", until="by a sound")
    session.key("Up", until="Told by a word")
    assert session.key("ctrl+Tab", until=NOTE).lines == ("General page tab.", *LANGUAGE, NOTE)


@pytest.mark.check("A78", "Settings are changed and heard")
def test_settings_are_looked_for_counted_and_gone_to(session, opened):
    assert "Find in the settings text." in session.key("ctrl+f", until="Find in the settings")
    session.type("speed")
    assert "1 setting found" in session.heard(until="found")
    assert session.key("Down", until="spin button").lines[-1].startswith("Rate 175 words a minute")
    session.key("ctrl+f", until="Find in the settings")
    session.type("zz")
    assert "No setting found. Try another word." in session.heard(until="Try another")
    assert "All settings are shown." in session.key("Escape", until="All settings")
    assert session.key("Tab", until="page tab")
    assert session.key("Tab", until=NOTE).lines == (*LANGUAGE, NOTE)


@pytest.mark.check("A28", "Colours of one's own choice")
@pytest.mark.check("A78", "Settings are changed and heard")
def test_the_contrast_of_ones_own_colours_is_said_as_they_change(session, opened):
    session.key("ctrl+Tab", until="Your own")
    assert "Contrast 16.0 to 1" in session.key("Tab", until="read well")
    assert "Contrast 10.9 to 1" in session.key("Down", until="10.9")
    assert session.key("Escape", until="Field")
