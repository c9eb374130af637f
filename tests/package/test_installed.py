"""The package in a clean Debian 12: installed by apt, tried, heard, and removed without trace.

The program runs in there, on the private desktop of the machine.
"""

import shutil
import signal
import wave
from array import array
from pathlib import Path
from random import Random

import pytest

from tests.package.conftest import DESKTOP, VOICE

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"
BULGARIAN = {"LANGUAGE": "bg", "LANG": "C.UTF-8"}
SAMPLE = "dostapni-biblioteki"
MANY = 120  # more than one process does by itself
TITLE = "Нова инициатива на ЕС"

# Getting a system, and packages for it, takes as long as the network has it.
pytestmark = pytest.mark.timeout(1800)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder that both systems see, with the sample in it."""
    folder = tmp_path_factory.mktemp("place")
    for sample in SAMPLES.glob(f"{SAMPLE}.*"):
        shutil.copy(sample, folder)
    return folder


@pytest.fixture
def chetivo(root, place):
    env = BULGARIAN | {"CHETIVO_HOME": str(place / "library")}
    return lambda *words, **others: root.run("chetivo", *words, env=env, **others).stdout


@pytest.fixture(scope="module")
def voiced(root):
    """The system with what the package recommends for speaking."""
    root.install(*VOICE, *DESKTOP)
    return root


def test_apt_gets_all_libraries_that_it_needs(root):
    script = (
        "find /usr/lib/chetivo -name '*.so*' -o -name chetivo -type f | grep -v libqgtk3 |"
        ' while read -r each; do ldd $each | sed "s|^|$each |"; done'
    )
    assert "not found" not in root.run("sh", "-c", script).stdout


def test_it_tells_its_version(root, chetivo):
    from reader import __version__

    assert chetivo("--version") == f"chetivo {__version__}\n"


@pytest.mark.parametrize("kind", ["pdf", "html", "txt"])
def test_it_reads_files_in_a_process_of_its_own(chetivo, place, kind):
    said = chetivo("clean", str(place / f"dostapni-biblioteki.{kind}"))
    assert TITLE in said


def test_without_a_voice_it_says_so(root, chetivo, place):
    chetivo("add", str(place / "dostapni-biblioteki.pdf"))
    env = BULGARIAN | {"CHETIVO_HOME": str(place / "library")}
    done = root.run("chetivo", "voices", env=env, fails=True)
    assert done.returncode == 1
    assert "espeak" in done.stderr


def test_it_speaks_by_the_voice_of_the_system(voiced, chetivo, place):
    assert "espeak-ng" in chetivo("voices")
    chetivo("export", "1", "--format", "wav", "-o", str(place / "aloud.wav"))
    with wave.open(str(place / "aloud.wav")) as sound:
        seconds = sound.getnframes() / sound.getframerate()
        samples = array("h", sound.readframes(sound.getnframes()))
    assert seconds > 60
    assert max(samples) > 5000
    for kind in ("mp3", "opus"):
        chetivo("export", "1", "--format", kind, "-o", str(place / f"aloud.{kind}"))
        assert (place / f"aloud.{kind}").stat().st_size > 100_000


def test_ffmpeg_makes_audiobooks_with_the_libraries_of_the_system(voiced, place):
    """A program that ours starts is not told to look among the libraries of ours."""
    voiced.install("ffmpeg")
    told, asked = place / "told", place / "bin" / "ffmpeg"
    asked.parent.mkdir()
    words = f'echo "${{LD_LIBRARY_PATH-none}}" >>{told}\nexec /usr/bin/ffmpeg "$@"\n'
    asked.write_text(f"#!/bin/sh\n{words}", encoding="utf-8")
    asked.chmod(0o755)
    env = BULGARIAN | {"CHETIVO_HOME": str(place / "library")}
    env["PATH"] = f"{asked.parent}:/usr/sbin:/usr/bin:/sbin:/bin"
    book = place / "aloud.m4b"
    voiced.run("chetivo", "export", "1", "--format", "m4b", "-o", str(book), env=env)
    assert set(told.read_text(encoding="utf-8").split()) == {"none"}
    assert book.read_bytes()[4:8] == b"ftyp"


def test_many_files_are_taken_in_by_several_processes(voiced, place):
    folder, chance = place / "many", Random(5)
    folder.mkdir()
    words = (SAMPLES / f"{SAMPLE}.txt").read_text(encoding="utf-8").split()
    for number in range(MANY):
        text = f"{' '.join(chance.sample(words, 4))}\n\n{' '.join(chance.sample(words, 60))}.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    env = BULGARIAN | {"CHETIVO_HOME": str(place / "second")}
    voiced.run("chetivo", "add", str(folder), env=env)
    assert len(voiced.run("chetivo", "list", env=env).stdout.splitlines()) == MANY


def test_the_system_knows_archives_by_their_bytes(voiced, chetivo, place):
    archive = place / "unnamed"
    made = place / "made.chetivo"
    chetivo("archive", "create", str(made), "1", "--name", "Проба")
    made.rename(archive)
    told = voiced.run("gio", "info", "--attributes=standard::content-type", str(archive)).stdout
    assert "application/vnd.chetivo.archive+sqlite3" in told


@pytest.mark.parametrize("kind", ["application/pdf", "text/html", "application/epub+zip"])
def test_it_is_offered_where_a_file_is_opened_with_another_program(voiced, kind):
    assert "org.chetivo.Chetivo.desktop" in voiced.run("gio", "mime", kind).stdout


@pytest.fixture
def heard(voiced, place, desktop):
    """The window of the installed program on the private desktop, with the sample; what is said."""
    session = desktop.fresh(BULGARIAN | {"CHETIVO_HOME": str(place / "library")})
    program = session.launch(voiced.entering("chetivo", "open", str(place / f"{SAMPLE}.pdf")))
    session.wait_window(TITLE)
    yield session
    program.send_signal(signal.SIGTERM)
    program.wait()


def test_its_window_opens_and_is_read_to_a_screen_reader(heard):
    assert TITLE in heard.heard(until="heading level 1")
    window = heard.window("chetivo")
    assert window.find("heading", TITLE)
    assert {"heading", "paragraph", "list", "push button"} <= {each.role for each in window.walk()}
    assert "heading level 2" in heard.key("h", until="level 2")


def test_it_is_removed_without_trace(voiced, place):
    voiced.run("apt-get", "purge", "--yes", "chetivo")
    before = voiced.files()
    assert not [name for name in before if "chetivo" in name.lower()]
    voiced.install(voiced.package)
    assert "usr/bin/chetivo" in voiced.files()
    voiced.run("chetivo", "clean", str(place / f"{SAMPLE}.pdf"))
    voiced.run("apt-get", "purge", "--yes", "chetivo")
    assert voiced.files() == before
