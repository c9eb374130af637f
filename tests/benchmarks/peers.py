"""One other program reads one PDF file; prints seconds and megabytes as JSON.

Runs in an environment of its own, which `repair_bench` makes: no peer is ever a part of this
project, and PyMuPDF's licence (AGPL) would not allow it.

Run: python tests/benchmarks/peers.py PEER FILE
"""

import json
import resource
import subprocess
import sys
import time

ROUNDS = 3


def pdftotext():
    """Return poppler's own program, its start included."""
    return lambda path: subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)


def pdfminer():
    """Return pdfminer.six."""
    from pdfminer.high_level import extract_text

    return extract_text


def markitdown():
    """Return markitdown."""
    from markitdown import MarkItDown

    return MarkItDown().convert


def pymupdf4llm():
    """Return pymupdf4llm."""
    import pymupdf4llm

    return pymupdf4llm.to_markdown


PEERS = {peer.__name__: peer for peer in (pdftotext, pdfminer, markitdown, pymupdf4llm)}


def main(name, path):
    """Print the least time of a few and the most memory."""
    convert = PEERS[name]()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        convert(path)
        times.append(time.perf_counter() - start)
    who = resource.RUSAGE_CHILDREN if name == "pdftotext" else resource.RUSAGE_SELF
    megabytes = resource.getrusage(who).ru_maxrss / 1024
    print("\n" + json.dumps({"seconds": min(times), "megabytes": megabytes}))


if __name__ == "__main__":
    main(*sys.argv[1:])
