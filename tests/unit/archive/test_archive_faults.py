"""Whatever goes wrong while an archive is written, there is a whole one or none."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.app import Archives, check
from reader.errors import UnwritableTargetError
from reader.library.store import Library
from tests.unit.archive.samples import LABEL, fill
from tests.unit.library_samples import article

ROOT = Path(__file__).parents[3]
MAKING = """
import sys
from pathlib import Path
from reader.app import Archives
from reader.library.store import Library
from tests.unit.archive.samples import LABEL
with Library(Path(sys.argv[1])) as library:
    print("ready", flush=True)
    for number in range(1000):
        Archives(library).make(Path(sys.argv[2]), None, LABEL, over=True)
        print(number, flush=True)
"""


def test_a_killed_program_leaves_a_whole_archive_or_none(tmp_path: Path) -> None:
    chance = random.Random(3)
    with Library(tmp_path / "made") as library:
        for number in range(40):
            text = f"Новина {number}. " + "Държавите прилагат закона. " * 40
            library.add(article(f"Новина {number}", text), (), text.encode())
    path = tmp_path / "a.chetivo"
    for _ in range(5):
        program = subprocess.Popen(
            [sys.executable, "-c", MAKING, str(tmp_path / "made"), str(path)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert program.stdout is not None
        for _ in range(chance.randrange(1, 4)):
            program.stdout.readline()
        time.sleep(chance.random() / 20)
        program.kill()
        program.communicate()
        if path.exists():
            _about, found = check(path)
            assert found.whole
            assert found.articles == 40
    with Library(tmp_path / "made") as library:
        for draft in tmp_path.glob(".chetivo-*"):
            os.utime(draft, (0, 0))
        Archives(library).make(path, None, LABEL, over=True)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.chetivo", "made"]


@pytest.mark.parametrize("over", [False, True])
def test_a_folder_that_cannot_be_written_is_told_of(tmp_path: Path, over: bool) -> None:
    with Library(tmp_path / "made") as library:
        fill(library)
        with pytest.raises(UnwritableTargetError) as raised:
            Archives(library).make(tmp_path / "none" / "a.chetivo", None, LABEL, over=over)
        assert raised.value.path == tmp_path / "none" / "a.chetivo"


def test_a_disk_that_fills_up_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pragmas = ("page_size = 4096", "journal_mode = OFF", "max_page_count = 30")
    with Library(tmp_path / "made") as library:
        library.add(article("Дълга", "Държавите прилагат закона. " * 9000), (), b"1")
        path = tmp_path / "a.chetivo"
        path.write_bytes(b"before")
        monkeypatch.setattr("reader.library.archive.draft._PRAGMAS", pragmas)
        with pytest.raises(UnwritableTargetError) as raised:
            Archives(library).make(path, None, LABEL, over=True)
        assert raised.value.path == path
        assert "full" in raised.value.reason
        assert path.read_bytes() == b"before"
        assert sorted(each.name for each in tmp_path.iterdir()) == ["a.chetivo", "made"]


def test_what_is_changed_meanwhile_does_not_get_mixed_in(tmp_path: Path) -> None:
    class Changing:
        def __init__(self, library: Library) -> None:
            self.library = library

        def progress(self, done: int, total: int) -> None:
            pass

        def stopped(self) -> bool:
            self.library.add(article("Новина отвън"), (), b"new")
            self.library.remove(1)
            return False

    with Library(tmp_path / "made") as library:
        fill(library)
        made = Archives(library).make(tmp_path / "a.chetivo", None, LABEL, Changing(library))
        assert made.articles == 3
    _about, found = check(tmp_path / "a.chetivo")
    assert found.whole
