"""The library read field by field, as a setting; and what a kept place sounds like at the start."""

import sys

import pytest

from reader import settings
from reader.library.store import Library
from reader.model.position import Position
from reader.settings import RowReading, Settings
from tests.gui.window_parts import ALL, BEES, LIBRARIES, TRAINS
from tests.screenreader.session import Session


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """A desktop with a program that goes on in the midst of an article."""
    home = tmp_path_factory.mktemp("home")
    settings.save(Settings(rows=RowReading.CELLS), home)
    with Library(home) as library:
        kept = [library.add(article, (), article.title.encode()) for article in ALL]
        first = kept[0].entry.identifier
        library.set_last_opened(first)
        library.set_place(first, Position(2, 0))
    with Session({"CHETIVO_HOME": str(home)}) as opened:
        yield opened


@pytest.fixture(scope="module")
def started(session):
    """What is heard at the start."""
    program = session.launch([sys.executable, "-m", "reader"])
    session.wait_window(LIBRARIES.title)
    yield session.heard(until="Продължава", settle=1)
    assert program.poll() is None, session.log("program")


@pytest.fixture
def orca(session, started):
    """The session, at the title of the first row."""
    session.key("alt+1", "Home")
    session.key(*("Left",) * 11, until="Заглавие: ")
    return session


@pytest.mark.check("A07", "The position is kept")
def test_the_next_start_goes_on_in_the_same_place_and_says_so(started):
    assert started.lines == (
        f"{LIBRARIES.title} frame.",
        "Статия panel.",
        "Първите читални отварят врати през есента. Входът е свободен.",
        "Продължава от абзац 3 от 3.",
    )


@pytest.mark.check("A03", "The list of articles can be read")
def test_right_names_each_field_and_says_it(orca):
    heard = [orca.key("Right", until=": ").lines for _field in range(10)]
    assert heard == [
        ("Ден: днес",),
        ("Институция: няма",),
        ("Превод: няма",),
        ("Език: няма",),
        ("Състояние: непрочетена",),
        ("Звезда: няма",),
        ("Етикети: няма",),
        ("Бележки: няма",),
        ("Версии: няма",),
        ("Място в списъка: 1 от 3",),
    ]
    assert orca.key("Right", until=": ").lines == ("Място в списъка: 1 от 3",)
    assert orca.key("Left", until=": ").lines == ("Версии: няма",)


@pytest.mark.check("A03", "The list of articles can be read")
def test_down_stays_in_the_field_and_says_it_alone(orca):
    assert orca.key("Down", until=TRAINS.title).lines == (f"{TRAINS.title}.",)
    orca.key("Right", "Right", until="Институция")
    assert orca.key("Down", until="комисия").lines == ("Европейска комисия.",)
    assert orca.key("Up", until="парламент").lines == ("Европейски парламент.",)
    assert orca.key("Home", until="няма").lines == ("няма.",)


@pytest.mark.check("A70", "Messages are heard")
def test_what_is_done_to_a_row_is_heard_there_too(orca):
    orca.key(*("Right",) * 5, until="Състояние")
    assert orca.key("ctrl+m", until="прочетено").lines == ("Отбелязано като прочетено",)
    assert orca.key("Left", "Right", until="Състояние").lines[-1] == "Състояние: прочетена"
    assert f"{BEES.title} heading" in orca.key("Return", until="heading")
