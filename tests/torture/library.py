"""Kill, damage and starve a library, hundreds of times; nothing acknowledged may be lost.

Run: python -m tests.torture.library 1000 [SEED]
Prints for each fault how often it was made, what the person sees, and what was whole and lost.
"""

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from reader.app import Care
from reader.importers.apart import Apart
from reader.library import health
from tests.torture.forks import Forks
from tests.torture.kills import Count, Torture
from tests.unit.care_parts import damage, fill, titles
from tests.unit.full_library import everything_in

DAMAGES = ("byte", "page", "cut", "header")
SEEN = {
    "add": "nothing; what was not acknowledged is not there",
    "remove": "nothing; the article is there or gone, with its file",
    "migrate": "nothing; the update is made at the next start",
    "back_up": "nothing; there is the backup or none",
    "restore": "nothing; the next start finishes it",
    "repair": "nothing; the next start has the old library or the new one",
    "build": "at the next start: the search is being prepared anew",
    "pack": "nothing; there is the old archive or the new one",
    "take_in_some": "what came is there; beginning anew takes the rest",
    "take_in_all": "what came is there; beginning anew takes the rest",
    "bulk": "at the next start: the import has not ended, and can go on",
    "byte": "the weekly check names the article; repair",
    "page": "at the start: the library is damaged; repair, restore, read",
    "cut": "at the start: the library is damaged; repair, restore, read",
    "header": "at the start: the library is damaged; repair, restore, read",
}


def damaged(whole: Path, work: Path, kind: str, chance: random.Random, count: Count) -> None:
    """Damage a copy, look whether that is noticed, and repair it."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(whole, work)
    damage(work, kind, chance)
    noticed = health.quick(work) or health.deep(work)
    # Most of what is not noticed stands where nothing is kept.
    unnoticed = not noticed and everything_in(work) != everything_in(whole)
    salvaged = Care(work, Apart()).repair()
    count.times += 1
    count.unnoticed += unnoticed
    count.anew += len(salvaged.anew)
    count.lost += len(titles(whole) - titles(work))
    count.articles += len(titles(whole))
    count.faults += len(health.quick(work)) + len(health.deep(work))


def print_table(counts: Mapping[str, Count]) -> None:
    """Print a line for each fault."""
    print("| fault | times | articles | lost | anew from file | faults after | unnoticed | seen |")
    print("|---|---|---|---|---|---|---|---|")
    for name, each in counts.items():
        print(
            f"| {name} | {each.times} | {each.articles} | {each.lost} | {each.anew} |"
            f" {each.faults} | {each.unnoticed} | {SEEN[name]} |"
        )


def print_kills(torture: Torture) -> None:
    """Print where the kills fell, and what there was afterwards."""
    for name, count in torture.counts.items():
        stages = ", ".join(f"{stage} {times}" for stage, times in count.stages.most_common())
        after = ", ".join(f"{what} {times}" for what, times in sorted(count.after.items()))
        print(f"{name}, {count.lasts:.2f} s: killed at {stages}" + (after and f"; after: {after}"))


def main() -> int:
    """Torture a library; return 0 where nothing was lost."""
    times = int(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    chance = random.Random(seed)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="chetivo-torture-") as name:
        base = Path(name)
        with Forks(base) as forks:
            torture = Torture(base, forks, chance)
            while torture.kills < times:
                torture.round()
            used = time.process_time() + forks.cpu
        seconds = time.monotonic() - begun
        print_kills(torture)
        print(
            f"seed {seed}: {torture.kills} kills in {torture.rounds} rounds, "
            f"{used / torture.kills:.2f} s of the processor a kill, {seconds:.0f} s in all"
        )
        counts = dict(torture.counts)
        whole = base / "whole"
        fill(whole)
        for number in range(times // 4):
            kind = DAMAGES[number % len(DAMAGES)]
            damaged(whole, base / "damaged", kind, chance, counts.setdefault(kind, Count()))
    print_table(counts)
    return int(any(each.lost or each.faults for each in counts.values()))


if __name__ == "__main__":
    raise SystemExit(main())
