"""By ear, the whole article at once: Orca's own reading of everything from the caret on."""

import sys
from pathlib import Path

import pytest

from tests.gui.article_sample import SAMPLE, SUBTITLE

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("show_article.py")
SAY_ALL = "86"  # plus on the number pad, by its place on the keyboard


@pytest.fixture(scope="module")
def orca(session):
    session.launch([sys.executable, str(PROGRAM)], {"PYTHONPATH": str(ROOT)})
    session.wait_window("READER")
    session.heard(until="Машинен превод", settle=1)
    return session


@pytest.fixture(scope="module")
def heard(orca):
    """All that is said from the title on."""
    orca.key("Down", "ctrl+Home", until=SUBTITLE)
    return orca.key(SAY_ALL, until="е изготвена", settle=1)


@pytest.mark.check("A13", "Say-all from here")
def test_everything_is_read_in_its_order(heard):
    said = heard.replace(" | ", " ")
    places = [
        said.index(words)
        for words in (
            SAMPLE.title,
            "Брюксел",
            "едно електронно досие",
            "за пътническите кораби",
            "„Дунав свързва",
            "Реката е най-евтиният",
            "Как се разпределят",
            "Румъния Констанца, Гюргево 420",
            "Първите плащания",
            "Карта на Дунав",
            "This paragraph was left in English",
        )
    ]
    assert places == sorted(places)


@pytest.mark.check("A13", "Say-all from here")
def test_the_reading_position_goes_with_it(orca, heard):
    assert orca.key("Down", until="End") == "End of the article."


def test_the_same_message_is_said_each_time_and_once(orca, heard):
    for _ in range(5):
        assert orca.key("h", until="heading").lines == ("No next heading.",)
