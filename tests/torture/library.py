"""Kill, damage and starve a library, hundreds of times; nothing acknowledged may be lost.

Run: python -m tests.torture.library 1000
Prints for each fault how often it was made, what the person sees, and what was whole and lost.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from reader.app import Care
from reader.importers.apart import Apart
from reader.library import health
from reader.library.records import sha256
from reader.library.store import Library
from reader.model.care import BEYOND_REPAIR
from reader.model.entry import Entry
from reader.model.query import Search
from tests.torture.deeds import DEEDS, take_migration_back
from tests.unit.care_parts import damage, fill, titles

ROOT = Path(__file__).parents[2]
LONGEST = 0.8  # seconds of work before a program is killed
MOST_ARTICLES = 400  # then the library is begun anew, for each round reads all of it
DEEP_EVERY = 10
DAMAGES = ("byte", "page", "cut", "header")
SEEN = {
    "add": "nothing; what was not acknowledged is not there",
    "remove": "nothing; the article is there or gone, with its file",
    "migrate": "nothing; the update is made at the next start",
    "back_up": "nothing; there is the backup or none",
    "restore": "nothing; the next start finishes it",
    "repair": "nothing; the next start has the old library or the new one",
    "build": "at the next start: the search is being prepared anew",
    "byte": "the weekly check names the article; repair",
    "page": "at the start: the library is damaged; repair, restore, read",
    "cut": "at the start: the library is damaged; repair, restore, read",
    "header": "at the start: the library is damaged; repair, restore, read",
}


@dataclass(slots=True)
class Count:
    """What came of one fault."""

    times: int = 0
    articles: int = 0
    lost: int = 0
    faults: int = 0
    anew: int = 0
    unnoticed: int = 0


class Torture:
    """Rounds on one library: a program works on it and is killed, and then all is looked at."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder = folder
        self.chance = chance
        self.counts: defaultdict[str, Count] = defaultdict(Count)
        self.kept: set[str] = set()
        self.doubtful: set[str] = set()

    def kill(self, number: int) -> None:
        """Have a program work and kill it; count what was acknowledged and is not there."""
        deed = self.chance.choice(tuple(DEEDS)) if self.kept else "add"
        words = self._killed(deed)
        for line in words:
            self._note(*line.partition(" ")[::2])
        self._look(deed, number)
        if len(self.kept) > MOST_ARTICLES:
            shutil.rmtree(self.folder)
            self.kept, self.doubtful = set(), set()

    def _killed(self, deed: str) -> list[str]:
        """Return the lines that the program has said before it was killed."""
        argv = [sys.executable, "-m", "tests.torture.deeds", deed, str(self.folder)]
        program = subprocess.Popen(
            [*argv, str(self.chance.randrange(10**9))],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert program.stdout is not None
        program.stdout.readline()  # it has begun
        time.sleep(self.chance.random() * LONGEST)
        program.kill()
        said, _none = program.communicate()
        return [line for line in said.splitlines(keepends=True) if line.endswith("\n")]

    def _note(self, what: str, words: str) -> None:
        words = words.rstrip("\n")
        if what == "kept":
            self.kept.add(words)
        elif what == "going":
            self.kept.discard(words)
            self.doubtful.add(words)

    def _look(self, deed: str, number: int) -> None:
        count = self.counts[deed]
        count.times += 1
        care = Care(self.folder, Apart())
        if deed == "migrate":
            count.faults += not take_migration_back(self.folder)
        with Library(self.folder) as library:
            library.build_search()
            care.recover(library)
            there = {entry.title for entry in library.entries() if _is_whole(library, entry)}
            found = library.search(Search("новината"), 10 * MOST_ARTICLES)
            count.faults += len(found) != len(library.entries())
        count.articles += len(self.kept)
        count.lost += len(self.kept - there)
        count.faults += len(health.quick(self.folder))
        if number % DEEP_EVERY == 0:
            # An article removed after the backup that was restored is there without its file.
            found_deep = health.deep(self.folder)
            count.faults += sum(each.kind not in BEYOND_REPAIR for each in found_deep)
        for each in care.backups():
            count.faults += each.articles is None
        self.kept = there - self.doubtful if deed == "restore" else self.kept & there


def _is_whole(library: Library, entry: Entry) -> bool:
    library.article(entry.identifier)
    original = library.original(entry.identifier)
    return original.is_file() and sha256(original.read_bytes()) == original.name


def damaged(whole: Path, work: Path, kind: str, chance: random.Random, count: Count) -> None:
    """Damage a copy, look whether that is noticed, and repair it."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(whole, work)
    damage(work, kind, chance)
    noticed = health.quick(work) or health.deep(work)
    salvaged = Care(work, Apart()).repair()
    count.times += 1
    count.unnoticed += not noticed
    count.anew += len(salvaged.anew)
    count.lost += len(titles(whole) - titles(work))
    count.articles += len(titles(whole))
    count.faults += len(health.quick(work)) + len(health.deep(work))


def print_table(counts: dict[str, Count]) -> None:
    """Print a line for each fault."""
    print("| fault | times | articles | lost | anew from file | faults after | unnoticed | seen |")
    print("|---|---|---|---|---|---|---|---|")
    for name, each in counts.items():
        print(
            f"| {name} | {each.times} | {each.articles} | {each.lost} | {each.anew} |"
            f" {each.faults} | {each.unnoticed} | {SEEN[name]} |"
        )


def main() -> int:
    """Torture a library; return 0 where nothing was lost."""
    times = int(sys.argv[1])
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    with tempfile.TemporaryDirectory(prefix="chetivo-torture-") as base:
        torture = Torture(Path(base) / "killed", chance)
        for number in range(times):
            torture.kill(number)
        whole = Path(base) / "whole"
        fill(whole)
        for number in range(times // 4):
            kind = DAMAGES[number % len(DAMAGES)]
            damaged(whole, Path(base) / "damaged", kind, chance, torture.counts[kind])
    print_table(torture.counts)
    return int(any(each.lost or each.faults for each in torture.counts.values()))


if __name__ == "__main__":
    raise SystemExit(main())
