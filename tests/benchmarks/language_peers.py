"""One other package says texts in words or cuts them into sentences; prints JSON.

Standard input is a JSON list of texts; the answer has its answers and the seconds for them all.
Runs in the environment of the other programs.

Run: python tests/benchmarks/language_peers.py PEER < TEXTS
"""

import json
import sys
import time


def bg_text_normalizer():
    """Return a Bulgarian text normaliser."""
    from bg_text_normalizer import normalize_text

    return normalize_text


def pysbd():
    """Return pysbd's rules for Bulgarian."""
    import pysbd

    cutter = pysbd.Segmenter(language="bg", clean=False)
    return lambda text: [sentence.strip() for sentence in cutter.segment(text)]


def sentencex():
    """Return Wikimedia's sentencex."""
    import sentencex

    return lambda text: [sentence.strip() for sentence in sentencex.segment("bg", text)]


PEERS = {peer.__name__: peer for peer in (bg_text_normalizer, pysbd, sentencex)}


def main(name):
    """Answer all texts."""
    answer = PEERS[name]()
    texts = json.load(sys.stdin)
    answer(texts[0])
    start = time.perf_counter()
    answers = [answer(text) for text in texts]
    print("\n" + json.dumps({"seconds": time.perf_counter() - start, "answers": answers}))


if __name__ == "__main__":
    main(*sys.argv[1:])
