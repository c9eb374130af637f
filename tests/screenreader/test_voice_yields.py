"""The program's own voice and the screen reader: they never speak at once."""

import sys
from dataclasses import replace

import pytest

from reader.library.store import Library
from reader.model.article import Paragraph, Span
from tests.screenreader.program_fixtures import AFTER_FOCUS, ROOT
from tests.screenreader.program_parts import INVEST, TITLE
from tests.screenreader.session import Session
from tests.speech.sound_server import SoundServer, wait_until

SENTENCE = "Това изречение номер {} разказва дълго и спокойно за новите инвестиции в Европа."
LONG = replace(
    INVEST,
    blocks=(
        *INVEST.blocks[:1],
        *(Paragraph((Span(SENTENCE.format(number)),)) for number in range(1, 40)),
    ),
)
WINDOW = f"Четиво|{TITLE}"
MOMENT = 0.2  # seconds from what is asked to what is recorded
OFF = "[speaking]\nyields = false"


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    sound = SoundServer(tmp_path_factory.mktemp("sound"))
    yield sound
    sound.stop()


@pytest.fixture
def home(tmp_path):
    """A library with one long article, which nobody has read in."""
    with Library(tmp_path) as library:
        library.add(LONG, (), b"long")
    return tmp_path


def environment(home, sound):
    server = {"PULSE_SERVER": sound.environ["PULSE_SERVER"]}
    return {"CHETIVO_HOME": str(home), "PYTHONPATH": str(ROOT)} | server


class Reading:
    """The program that reads aloud, and what is recorded of it."""

    def __init__(self, session, sound) -> None:
        self.session = session
        self._sound = sound
        self.start()

    def start(self) -> None:
        """Let the voice begin, or go on."""
        self.take = self._sound.record()
        self.session.key("F5", settle=0)
        self.wait_for_sound()

    def wait_for_sound(self) -> None:
        take = self._sound.record()
        wait_until(lambda: take.stop().loud() > 0.5, 20, lambda: "the voice is not heard")

    def silent_since(self, moment: float) -> bool:
        """Tell whether nothing was heard after a moment."""
        return self.take.stop().loud(begin=moment + MOMENT) == 0

    def speaks_after(self, moment: float) -> None:
        """Wait until the voice has been heard after a moment."""
        wait_until(
            lambda: self.take.stop().loud(begin=moment + MOMENT) > 0.5,
            20,
            lambda: "the voice has fallen silent",
        )


@pytest.fixture
def reading(desktop, home, sound):
    """The voice reads an article that has the focus, Orca listens."""
    desktop.fresh(environment(home, sound))
    return begun(desktop, sound)


def begun(session, sound):
    session.launch([sys.executable, "-m", "reader"])
    session.wait_window(WINDOW)
    session.heard(until=TITLE, settle=AFTER_FOCUS)
    session.key("alt+1", "Home", settle=AFTER_FOCUS)
    session.key("Return", until=TITLE, settle=AFTER_FOCUS)
    return Reading(session, sound)


@pytest.mark.check("A36", "Read aloud: speed")
def test_while_the_voice_reads_nothing_else_is_said(reading):
    reading.session.heard()
    for _ in range(3):
        reading.wait_for_sound()
    assert reading.session.heard() == ""
    heard = reading.session.key("ctrl+shift+bracketright", settle=0)
    reading.wait_for_sound()
    assert heard + reading.session.heard() == ""


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("Down", "номер 1"),  # the caret
        ("F6", "Връзки"),  # the focus
        ("F9", "Връзките"),  # a message of the program
        ("F10", "Файл"),  # a menu
        ("Insert+t", ":"),  # a command of Orca, the time
    ],
)
def test_the_voice_is_silent_while_the_screen_reader_speaks(reading, key, words):
    heard = reading.session.key(key, until=words)
    assert reading.silent_since(heard.times[0])
    reading.session.key("Escape", "alt+2")
    reading.start()


def test_control_silences_the_voice_as_it_does_the_screen_reader(reading):
    reading.session.key("ctrl")
    reading.take = reading._sound.record()
    assert reading.take.stop().loud(begin=0) == 0
    reading.start()


def test_where_the_person_wants_both_both_speak(desktop, home, sound):
    desktop.fresh(environment(home, sound))
    settings = home / "settings.toml"
    settings.write_text(OFF, "utf-8")
    reading = begun(desktop, sound)
    heard = reading.session.key("Down", until="номер 1")
    reading.speaks_after(heard.times[0])


def test_without_a_screen_reader_keys_do_not_pause(home, sound):
    with Session(environment(home, sound), orca=False) as session:
        session.launch([sys.executable, "-m", "reader"])
        session.wait_window(WINDOW)
        session.press("alt+1", "Home", "Return")
        reading = Reading(session, sound)
        reading.session.press("Down")
        reading.wait_for_sound()
        reading.wait_for_sound()
