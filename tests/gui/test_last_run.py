"""A program that a signal has ended is told of at the next start, once."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Starts the program by its own way; its window does what the argument says, then notes what shows.
PROGRAM = """
import os, signal, sys
from PySide6.QtCore import QTimer
from reader.__main__ import main
from reader.gui import quick
with quick.loading():
    from reader.gui.main_window import MainWindow
from reader.gui.crash_dialog import CrashDialog

def start(window, *given, usual=MainWindow.start):
    usual(window, *given)
    QTimer.singleShot(0, window, lambda: act(window))

def act(window):
    if DEED == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    for dialog in window.findChildren(CrashDialog):
        print(dialog.windowTitle(), flush=True)
        dialog.accept()
    if DEED == "fail":
        QTimer.singleShot(0, window, fail)
    QTimer.singleShot(200, window, lambda: leave(window))

def fail():
    raise ValueError("Тайно заглавие")

def leave(window):
    for dialog in window.findChildren(CrashDialog):
        print(dialog.windowTitle(), flush=True)
        dialog.accept()
    window.close()

def refuse(window, means):
    raise ValueError("Тайно заглавие")

def close_dialog(dialog):
    print(dialog.windowTitle(), flush=True)
    return 0

MainWindow.start = start
DEED = sys.argv.pop()
if DEED == "refuse":
    MainWindow.__init__ = refuse
    CrashDialog.exec = close_dialog
sys.exit(main())
"""


@pytest.fixture
def run(tmp_path):
    def program(deed):
        environ = os.environ | {
            "CHETIVO_HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
            "LANG": "bg_BG.UTF-8",
        }
        environ.pop("PYTHONFAULTHANDLER", None)
        return subprocess.run(
            [sys.executable, "-c", PROGRAM, deed],
            env=environ,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return program


def test_a_signal_is_told_at_the_next_start_once_with_a_report(run, tmp_path):
    assert run("die").returncode == -signal.SIGSEGV
    told = run("look")
    assert told.stdout == "Предния път Четиво спря внезапно\n"
    assert told.returncode == 0
    (report,) = (tmp_path / "reports").iterdir()
    assert "Segmentation fault" in report.read_text("utf-8")
    assert "reader/gui/start.py:" in report.read_text("utf-8")
    assert str(tmp_path) not in report.read_text("utf-8")
    assert run("look").stdout == ""
    assert not (tmp_path / "last-run.txt").exists()


def test_a_program_that_was_killed_says_nothing_of_a_fault(run, tmp_path):
    (tmp_path / "last-run.txt").touch()
    assert run("look").stdout == ""


def test_a_bug_in_the_window_is_told_and_the_window_goes_on(run, tmp_path):
    done = run("fail")
    assert done.stdout == "Нещо се обърка, но Четиво продължава да работи\n"
    assert done.returncode == 0
    assert "Тайно" not in done.stderr
    assert len(list((tmp_path / "reports").iterdir())) == 1


def test_a_bug_of_the_start_itself_is_told_and_ends_it(run, tmp_path):
    done = run("refuse")
    assert done.stdout == "Четиво не можа да се стартира\n"
    assert done.returncode == 70
    (report,) = (tmp_path / "reports").iterdir()
    assert "Тайно" not in done.stderr + report.read_text("utf-8")
