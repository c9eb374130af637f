"""A morning by ear: the new articles are read, a key interrupts, reading goes on to the end."""

import array
import subprocess
import sys
import wave

import pytest

from reader.library.store import Library
from tests.screenreader.program_parts import INVEST, TITLE
from tests.speech.sound_server import SoundServer, loudness, wait_until

NEWS = "Министрите одобриха нови правила за достъпен транспорт"
TEXT = f"""{NEWS}

Правилата важат за автобусите, влаковете и трамваите във всички държави членки.

До 2030 г. всяка спирка ще казва на глас кой автобус идва.
"""
FAST = "rate = 300"
MOMENT = 0.2  # seconds from what is asked to what is recorded


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    sound = SoundServer(tmp_path_factory.mktemp("sound"))
    yield sound
    sound.stop()


@pytest.fixture
def home(tmp_path):
    """A library with one new article, and a voice that is in a hurry."""
    (tmp_path / "settings.toml").write_text(FAST, "utf-8")
    with Library(tmp_path) as library:
        library.add(INVEST, (), b"invest")
    return tmp_path


@pytest.fixture
def session(desktop, home, sound):
    desktop.fresh({"CHETIVO_HOME": str(home), "PULSE_SERVER": sound.environ["PULSE_SERVER"]})
    desktop.launch([sys.executable, "-m", "reader"])
    desktop.wait_window("Четиво")
    desktop.heard(until="непрочетена", settle=1)
    return desktop


def chetivo(session, *words):
    argv = [sys.executable, "-m", "reader", *words]
    done = subprocess.run(argv, env=session.env, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.check("A36", "Read aloud: speed")
@pytest.mark.check("A70", "Messages are heard")
def test_the_new_articles_are_read_interrupted_by_a_key_and_read_to_the_end(session, home, sound):
    take = sound.record()

    def heard_from(moment):
        """Wait for half a second of sound after a moment, and return when it began."""
        wait_until(
            lambda: take.stop().loud(begin=moment) > 0.5, 20, lambda: "the voice is not heard"
        )
        return take.stop().first(moment)

    document = home / "новина.txt"
    document.write_text(TEXT, "utf-8")
    chetivo(session, "add", str(document))  # while the window is open, as a timer would

    assert session.key("ctrl+shift+n", settle=0) == ""
    began = heard_from(0)
    session.wait_window(NEWS)
    assert session.heard() == ""  # the voice says the title, nobody speaks over it

    heard = session.key("ctrl+shift+k", until="прочетено")
    interrupted = heard.times[0]
    assert began < interrupted
    assert take.stop().loud(begin=interrupted + MOMENT) == 0

    heard = session.key("F5", settle=0)
    assert heard == ""
    goes_on = heard_from(interrupted + MOMENT)
    session.wait_window(TITLE)  # the next article follows by itself

    heard = session.heard(until="2 статии")
    assert heard.lines[-1] == "Прочетени са 2 статии."
    played = take.stop()
    assert played.last() < heard.times[0]
    assert "непрочетен" not in chetivo(session, "list")
    alone = recorded(session, home, "1") + recorded(session, home, "2")
    # No sentence is left out by the interruption or read twice.
    assert played.loud(began, interrupted) + played.loud(goes_on) == pytest.approx(alone, abs=0.3)


def recorded(session, home, number):
    """Return the seconds of sound in a recording of an article."""
    path = home / f"{number}.wav"
    chetivo(session, "export", number, "--format", "wav", "-o", str(path))
    with wave.open(str(path)) as file:
        return loudness(array.array("h", file.readframes(file.getnframes())))
