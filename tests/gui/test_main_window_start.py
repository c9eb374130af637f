"""The program as it is started: a process of its own, a second one, a polite end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.library.store import Library

TEXT = "Нови правила за {0}\n\nКомисията прие {0}\nнови правила днес.\n"


@pytest.fixture
def start(tmp_path):
    """Starts the program on a library of its own, without a display."""
    processes = []
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "CHETIVO_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(Path.cwd()),
    }

    def started(*files):
        process = subprocess.Popen(
            [sys.executable, "-m", "reader", "open", *files],
            env=environment,
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        processes.append(process)
        return process

    yield started
    for process in processes:
        process.kill()
        process.wait()
        process.stderr.close()


@pytest.fixture
def write(tmp_path):
    def written(name):
        (tmp_path / name).write_text(TEXT.format(name), "utf-8")
        return name

    return written


def kept(tmp_path):
    if not (tmp_path / "home" / "library.sqlite").exists():
        return []
    with Library(tmp_path / "home") as library:
        return sorted(entry.source_name for entry in library.entries())


def test_a_second_start_gives_its_file_to_the_first_which_ends_politely(
    start, write, tmp_path, qtbot
):
    first = start(write("първи.txt"))
    qtbot.waitUntil(lambda: kept(tmp_path) == ["първи.txt"])
    second = start(write("втори.txt"))
    assert second.wait(60) == 0
    qtbot.waitUntil(lambda: kept(tmp_path) == ["втори.txt", "първи.txt"])
    first.send_signal(signal.SIGTERM)
    assert first.wait(60) == 0
    assert (tmp_path / "home" / "settings.toml").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_it_ends_politely_where_its_terminal_is_closed(start, write, tmp_path, qtbot):
    first = start(write("първи.txt"))
    qtbot.waitUntil(lambda: kept(tmp_path) == ["първи.txt"])
    first.send_signal(signal.SIGHUP)
    assert first.wait(60) == 0
    assert (tmp_path / "home" / "settings.toml").exists()


def test_after_a_crash_the_next_start_is_the_first(start, write, tmp_path, qtbot):
    start(write("първи.txt")).kill()
    first = start(write("втори.txt"))
    qtbot.waitUntil(lambda: "втори.txt" in kept(tmp_path))
    first.send_signal(signal.SIGTERM)
    assert first.wait(60) == 0
