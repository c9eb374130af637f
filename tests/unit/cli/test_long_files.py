"""Long and wayward PDF files at the terminal: progress, Ctrl+C, crashes, passwords."""

import io
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from reader import app
from reader.__main__ import main
from reader.cli.console import Console
from reader.cli.progress import ProgressLine
from reader.i18n import Translator
from reader.importers import apart
from reader.importers.apart import Apart
from reader.paths import Folders
from tests.unit.builders import PdfFile, PdfPage, encrypted
from tests.unit.test_apart import FAKE


class Terminal(io.StringIO):
    """A stream with a person behind it."""

    def isatty(self) -> bool:
        return True


def progress_on(errors: io.StringIO) -> str:
    """Return what is written while forty pages are read in four seconds."""
    now = 0.0
    folders = Folders(Path(), Path(), Path())
    console = Console(Translator("bg"), folders, io.BytesIO(), io.StringIO(), errors)
    line = ProgressLine("новини.pdf", console, clock=lambda: now)
    for page in range(1, 41):
        now = page / 10
        line.progress(page, 40)
    line.clear()
    return errors.getvalue()


def test_progress_is_a_line_that_writes_over_itself_and_vanishes() -> None:
    told = progress_on(Terminal()).split("\r\x1b[K")
    assert told[1] == "Обработва се „новини.pdf“, страница 10 от 40"
    assert told[-2] == "Обработва се „новини.pdf“, страница 40 от 40"
    assert told[-1] == ""
    assert len(told) == 1 + 14 + 1


def test_progress_does_not_get_into_logs() -> None:
    assert progress_on(io.StringIO()) == ""


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Have files read by a process that does as they say."""
    monkeypatch.setattr(apart, "Apart", partial(Apart, FAKE))
    for deed in ("crash", "well"):
        (tmp_path / f"{deed}.pdf").write_bytes(b"%PDF-" + deed.encode())


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize("command", ["clean", "add"])
def test_a_crash_is_explained_and_the_next_file_read(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert main([command, "crash.pdf", "well.pdf"]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith("Четенето на „crash.pdf“ прекъсна (SIGSEGV)")
    assert len(captured.err.splitlines()) == 1
    assert "Библиотеки" in captured.out


@pytest.mark.usefixtures("voice")
@pytest.mark.parametrize("command", ["clean", "add", "open"])
def test_a_locked_file_opens_with_its_password(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str
) -> None:
    drawn = PdfFile(PdfPage().lines("Награда за библиотеки\nЖурито реши така.")).data()
    (tmp_path / "locked.pdf").write_bytes(encrypted(drawn, user="тайна", owner="друга"))
    assert main([command, "locked.pdf"]) == 1
    assert "е заключен" in capsys.readouterr().err
    assert main([command, "locked.pdf", "--password", "грешна"]) == 1
    assert "Паролата за файла" in capsys.readouterr().err
    assert main([command, "locked.pdf", "--password", "тайна"]) == 0
    assert "Награда за библиотеки" in capsys.readouterr().out


INTERRUPTED = """
import sys
from functools import partial
from reader.__main__ import main
from reader.importers import apart
FAKE = {fake!r}
class Loud(apart.Apart):
    def _replies(self, child, read, watch):
        for part in super()._replies(child, read, watch):
            print("reading", flush=True)
            yield part
apart.Apart = partial(Loud, FAKE)
sys.exit(main(["clean", "slow.pdf"]))
"""


def test_ctrl_c_ends_everything_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "slow.pdf").write_bytes(b"%PDF-slow")
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED.format(fake=FAKE)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(app.__file__).parents[2])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"reading\n"
        os.killpg(running.pid, signal.SIGINT)  # a terminal sends it to all of them
        _, errors = running.communicate()
    assert (running.returncode, errors) == (130, b"")
