"""The list in groups by ear: a row tells its group where one comes into another."""

import sys

import pytest

from reader import settings
from reader.library.store import Library
from reader.model.query import Grouping
from reader.settings import Settings
from tests.gui.window_parts import BEES, LIBRARIES, TRAINS
from tests.screenreader.program_parts import FOUR, TITLE
from tests.screenreader.session import Session


@pytest.fixture(scope="module")
def orca(tmp_path_factory):
    """A desktop with a program that lists four articles by day."""
    home = tmp_path_factory.mktemp("home")
    settings.save(Settings(grouping=Grouping.DAY), home)
    with Library(home) as library:
        for article in FOUR:
            library.add(article, (), article.title.encode())
    with Session({"CHETIVO_HOME": str(home)}) as session:
        program = session.launch([sys.executable, "-m", "reader"])
        session.wait_window("Четиво")
        session.heard(until="непрочетена", settle=1)
        yield session
        assert program.poll() is None, session.log("program")


@pytest.mark.check("A03", "The list of articles can be read")
def test_a_row_tells_its_group_where_that_is_another_one(orca):
    heard = [
        orca.key(key, until=words).lines
        for key, words in (
            ("End", "4 от 4"),
            ("Up", "3 от 4"),
            ("Up", "2 от 4"),
            ("Home", "1 от 4"),
            ("Down", "2 от 4"),
        )
    ]
    day = "11 февруари 2025 г."
    assert heard == [
        ((f"10 февруари 2025 г. {TRAINS.title}, Европейски парламент, непрочетена, 4 от 4."),),
        ((f"{day} {LIBRARIES.title}, Европейска комисия, машинен превод, непрочетена, 3 от 4."),),
        (f"днес, 2 статии. {BEES.title}, непрочетена, 2 от 4.",),
        ((f"днес, 2 статии. {TITLE}, Европейска комисия, машинен превод, непрочетена, 1 от 4."),),
        (f"{BEES.title}, непрочетена, 2 от 4.",),
    ]
