"""The whole program on a library of four articles, for the tests that listen to it."""

import sys
from pathlib import Path

import pytest

from reader.library.store import Library
from tests.screenreader.program_parts import FOUR
from tests.speech.sound_server import SoundServer

ROOT = Path(__file__).resolve().parents[2]
AFTER_FOCUS = 0.6  # seconds of silence: longer than a message waits for what has the focus


@pytest.fixture(scope="session")
def root():
    """The folder that the programs on the desktop are imported from."""
    return str(ROOT)


@pytest.fixture(scope="module")
def four_articles(tmp_path_factory):
    """A library with four articles, the newest of today."""
    folder = tmp_path_factory.mktemp("home")
    with Library(folder) as library:
        for article in FOUR:
            library.add(article, (), article.title.encode())
    return folder


@pytest.fixture(scope="module")
def with_sound(desktop, four_articles, tmp_path_factory):
    """The desktop with the library and a sound card of its own."""
    sound = SoundServer(tmp_path_factory.mktemp("sound"))
    server = {"PULSE_SERVER": sound.environ["PULSE_SERVER"]}
    try:
        home = {"CHETIVO_HOME": str(four_articles), "PYTHONPATH": str(ROOT)}
        yield desktop.fresh(home | server)
    finally:
        sound.stop()


@pytest.fixture(scope="module")
def started(with_sound):
    """The program with no article open; what was heard when it came up."""
    program = with_sound.launch([sys.executable, "-m", "reader"])
    with_sound.wait_window("Четиво")
    yield with_sound.heard(until="непрочетена", settle=1)
    assert program.poll() is None, with_sound.log("program")
    with_sound.key("ctrl+q", settle=0)
    assert program.wait(60) == 0


@pytest.fixture
def orca(with_sound, started):
    """The desktop, with the focus on the first row of the library."""
    # No command of Orca: one that comes to it late would be the program's, too.
    with_sound.key("alt+1", "Home", "End", "Home", until="1 от 4")
    return with_sound


@pytest.fixture
def reading(orca):
    """The desktop, in the first article, once it has said where it goes on if it does."""
    orca.key("Return", until="Статия panel", settle=AFTER_FOCUS)
    return orca


@pytest.fixture
def folder(tmp_path):
    """Three news, a copy of one of them, and a damaged file."""
    news = tmp_path / "новини"
    news.mkdir()
    for number in range(3):
        text = f"Новина номер {number} за реките\n\nДържавите прилагат закон номер {number}.\n"
        (news / f"{number}.txt").write_text(text, "utf-8")
    (news / "копие.txt").write_bytes((news / "1.txt").read_bytes())
    (news / "повреден.pdf").write_bytes(b"%PDF-1.7 this is broken")
    return news
