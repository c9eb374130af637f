"""A packaged program takes the methods of data classes as they were compiled with it."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
# Counts what is compiled while the window is loaded, with and without what was kept.
PROBE = """
import builtins, dataclasses, sys
from pathlib import Path
from reader.gui import quick
quick.take_up_methods(Path(sys.argv[1]))
taken, sources = vars(dataclasses).get("exec", builtins.exec), []
def counted(source, names, made):
    taken(source, names, made)
    sources.append(source)
usual = builtins.exec
def compiled(source, *names):
    if isinstance(source, str):
        anew.append(source)
    usual(source, *names)
anew = []
vars(dataclasses)["exec"] = counted
builtins.exec = compiled
import reader.gui.start
from reader.model.position import Position
print(len(sources), len(anew), Position(1, 2) == Position(1, 2), Position(1, 2))
"""


def loaded(kept):
    """Return how many methods were made, how many of them compiled, and what one class does."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(kept)],
        env={"PYTHONPATH": str(PROJECT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    made, anew, *works = done.stdout.split(maxsplit=3)
    return int(made), int(anew), works


def test_with_what_was_kept_nothing_is_compiled_and_all_works_the_same(tmp_path):
    kept = tmp_path / "methods.bin"
    kept.write_bytes(
        subprocess.run(
            [sys.executable, PROJECT / "packaging" / "methods.py"],
            env={"PYTHONPATH": str(PROJECT), "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            check=True,
        ).stdout
    )
    made, anew, works = loaded(kept)
    assert made > 500
    assert anew == 0
    assert works == ["True", "Position(block=1, char=2)\n"]
