"""A bug of a command ends it with a few words, a report and a code of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
# Starts the program by its own way, with a bug in it.
BUG = """
import os, sys, tempfile
from reader import __main__, app
tempfile.tempdir = os.environ.get("PASSING")
def broken(*given, **known):
    raise ValueError("Тайно заглавие")
app.clean = broken
sys.argv = ["chetivo", *sys.argv[1:]]
sys.exit(__main__.main())
"""


def run(home: Path, *arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
    own = {"CHETIVO_HOME": str(home), "PYTHONPATH": str(ROOT), "LANG": "bg_BG"}
    return subprocess.run(
        [sys.executable, "-c", BUG, *arguments],
        env=os.environ | own | more,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "Тайно.txt"
    path.write_text("Помощ за училищата", "utf-8")
    return path


def test_a_bug_is_told_in_a_few_words_with_a_report(tmp_path: Path, text: Path) -> None:
    done = run(tmp_path / "home", "clean", str(text))
    assert done.returncode == 70
    assert "Traceback" not in done.stderr
    (report,) = (tmp_path / "home" / "reports").iterdir()
    assert str(report) in done.stderr
    assert len(done.stderr.splitlines()) == 3
    told = report.read_text("utf-8")
    assert "Command: clean" in told
    assert "ValueError" in told
    assert "reader/cli/documents.py" in told
    for private in ("Тайно", str(tmp_path)):
        assert private not in told


def test_where_no_report_can_be_written_it_is_told_here(tmp_path: Path, text: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.touch()
    done = run(blocked, "clean", str(text), PASSING=str(blocked))
    assert done.returncode == 70
    assert "ValueError" in done.stderr
    assert "Тайно" not in done.stderr
