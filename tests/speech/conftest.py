"""What the tests of the voice share: a private sound server, and a program that plays."""

import pytest

from tests.speech.driving import Program
from tests.speech.sound_server import SoundServer, missing_programs


@pytest.fixture(scope="session")
def need_sound():
    """These programs are part of what `make test` installs, so their lack is a failure."""
    missing = missing_programs()
    if missing:
        pytest.fail(f"install the packages pulseaudio and pulseaudio-utils: no {missing}")


@pytest.fixture(scope="module")
def server(need_sound, tmp_path_factory):
    server = SoundServer(tmp_path_factory.mktemp("sound"))
    yield server
    server.stop()


@pytest.fixture
def start():
    """Starts playing programs and ends them."""
    programs = []

    def started(environ, worker=()):
        programs.append(Program(environ, worker))
        return programs[-1]

    yield started
    for program in programs:
        program.close()


@pytest.fixture
def program(server, start):
    return start(server.environ)
