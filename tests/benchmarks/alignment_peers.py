"""NLTK's Gale–Church aligner pairs sentences by their lengths; prints JSON.

Standard input is a JSON list of [left lengths, right lengths]; the answer has the pairs and the
seconds for them all. Runs in the environment of the other programs.

Run: python tests/benchmarks/alignment_peers.py < LENGTHS
"""

import json
import sys
import time

from nltk.translate.gale_church import align_blocks


def main():
    """Answer all texts."""
    texts = json.load(sys.stdin)
    start = time.perf_counter()
    answers = [beads(align_blocks(left, right)) for left, right in texts]
    print("\n" + json.dumps({"seconds": time.perf_counter() - start, "answers": answers}))


def beads(links):
    """Return links of single sentences as beads."""
    groups = []
    for i, j in sorted(links):
        if groups and (i in groups[-1][0] or j in groups[-1][1]):
            groups[-1][0].add(i)
            groups[-1][1].add(j)
        else:
            groups.append(({i}, {j}))
    return [[sorted(left), sorted(right)] for left, right in groups]


if __name__ == "__main__":
    main()
