"""How right and how fast sentences are paired, beside the method of Gale and Church (by NLTK).

The texts are those of the tests, spoilt at random: joins, cuts, lost sentences and passages. The
held-out set was never tuned on.

Run: python -m tests.benchmarks.alignment_bench
"""

import json
import subprocess
import sys
import time

from reader.bilingual import align, differences
from tests.benchmarks.repair_bench import PEERS_PYTHON, PROJECT, get_peers
from tests.unit.alignment.gold import HERE, documents, f1, laid_out, spoilt

SETS = {"tuned on": ("dev_1", "dev_2"), "held out": ("held_out",)}
SEEDS = range(6)


def texts(names, harm):
    """Return the documents of some files, spoilt."""
    sets = {}
    for name in names:
        sets |= documents(HERE / f"{name}.tsv")
    for name, rows in sets.items():
        others = [row for other, some in sets.items() if other != name for row in some]
        others = [row for row in others if row.left and row.right]
        for seed in SEEDS if harm else (0,):
            yield laid_out(spoilt(rows, seed, harm=harm, others=others) if harm else rows)


def ours(golds):
    """Return our pairs and seconds."""
    start = time.perf_counter()
    answers = [
        [(bead.left, bead.right) for bead in align(gold.left, gold.right).beads] for gold in golds
    ]
    return {"seconds": time.perf_counter() - start, "answers": answers}


def by_length(golds):
    """Return the pairs and seconds of Gale and Church, or None where that fails."""
    lengths = [
        [[len(each.text) for each in side] for side in (gold.left, gold.right)] for gold in golds
    ]
    command = [PEERS_PYTHON, PROJECT / "tests/benchmarks/alignment_peers.py"]
    done = subprocess.run(
        command, input=json.dumps(lengths), capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"    Gale–Church failed: {done.stderr.splitlines()[-1]}", file=sys.stderr)
        return None
    return json.loads(done.stdout.splitlines()[-1])


def told(name, golds, found):
    """Print one line."""
    pairs = [
        ({tuple(map(tuple, bead)) for bead in answer}, gold.beads)
        for answer, gold in zip(found["answers"], golds, strict=True)
    ]
    sentences = sum(len(gold.left) for gold in golds)
    speed = 1000 * found["seconds"] / sentences
    print(f"    {name}: F1 {f1(pairs):.3f}, {speed:.2f} ms a sentence")


def long_text():
    """Print how long one text of some 330 sentences takes, and its differences."""
    rows = [
        row
        for names in SETS.values()
        for name in names
        for some in documents(HERE / f"{name}.tsv").values()
        for row in spoilt(some, 3, harm=0.5)
    ]
    gold = laid_out(rows)
    start = time.perf_counter()
    alignment = align(gold.left, gold.right)
    paired = time.perf_counter()
    differences(gold.left, gold.right, alignment)
    watched = time.perf_counter() - paired
    print(
        f"    one text of {len(gold.left)} and {len(gold.right)} sentences: "
        f"paired in {paired - start:.2f} s, watched in {watched:.2f} s"
    )


def main():
    """Measure all."""
    get_peers()
    long_text()
    for name, files in SETS.items():
        for harm in (0, 0.5, 1.0):
            golds = list(texts(files, harm))
            print(f"  {name}, harm {harm}:")
            told("Chetivo", golds, ours(golds))
            if found := by_length(golds):
                told("Gale–Church", golds, found)


if __name__ == "__main__":
    main()
