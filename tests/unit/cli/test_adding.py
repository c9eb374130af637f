"""Adding many files by one command: what is told, and what is left when it is stopped."""

import fcntl
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.importers.incoming import from_file
from reader.library.store import Library
from tests.unit.builders import PdfFile, PdfPage, encrypted
from tests.unit.library_samples import check_whole

ROOT = Path(__file__).parents[3]
INTERRUPTED = 130


def news(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        text = f"Новина номер {number} за водите\n\nДържавите прилагат закон номер {number}.\n"
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    return folder


def test_several_folders_and_files_come_in_by_one_command(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    news(tmp_path / "едно", 3)
    news(tmp_path / "две", 2)
    assert main(["add", "едно", "a.txt", "две", "няма.txt", "http://127.0.0.1:9/1"]) == 1
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 6
    assert "няма.txt" in captured.err
    assert "http://127.0.0.1:9/1" in captured.err
    # The folders have the same news, by the same names.
    assert "4 добавени файла, 2 вече запазени файла и 1 неприет файл." in captured.err
    with Library(home) as library:
        assert library.count().total == 4


def test_the_password_opens_the_locked_files_of_a_folder(tmp_path: Path, home: Path) -> None:
    folder = news(tmp_path / "новини", 1)
    page = PdfFile(PdfPage().lines("Заключена статия\nТекст на статията за водите."))
    (folder / "заключен.pdf").write_bytes(encrypted(page.data(), user="12", owner="34"))
    assert main(["add", "новини"]) == 1
    assert main(["add", "новини", "--password", "12"]) == 0
    with Library(home) as library:
        assert library.count().total == 2


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGKILL])
def test_the_same_command_goes_on_after_it_was_stopped(
    tmp_path: Path, home: Path, blow: signal.Signals, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = news(tmp_path / "новини", 450)
    command = [sys.executable, "-m", "reader", "add", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "bg_BG.UTF-8"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    # A blow may cut what is written in the middle of a letter.
    read = {"encoding": "utf-8", "errors": "replace"}
    with subprocess.Popen(command, env=environment, **read, **pipes) as program:
        assert program.stdout is not None
        # It cannot come to its end before it is stopped, however busy we are: a full pipe holds it.
        fcntl.fcntl(program.stdout, fcntl.F_SETPIPE_SZ, 4096)
        program.stdout.readline()  # the first of the articles are kept by now
        program.send_signal(blow)
        errors = program.communicate()[1]
        assert program.returncode in (INTERRUPTED, -signal.SIGKILL)
    if blow is signal.SIGINT:
        assert "същата команда продължава приемането" in errors
        assert "Traceback" not in errors
    assert main(["add", str(folder)]) == 0
    captured = capsys.readouterr()
    assert "Продължава се оттам" in captured.err
    assert 0 < len(captured.out.splitlines()) < 450
    with Library(home) as library:
        assert library.count().total == 450
        check_whole(library)
        assert library.known(from_file(folder / "007.txt").data) is not None
