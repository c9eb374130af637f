"""From the bytes of a PDF to the clean article, as the program does it: seconds a page and memory.

Beside it pdftotext and the Python programs that people use for this; long documents; a short one.

Run: python -m tests.benchmarks.repair_bench
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pypdf

from reader import app
from reader.importers.apart import Apart
from reader.importers.incoming import from_file
from tests.benchmarks.peers import PEERS
from tests.unit.builders import PdfFile, PdfPage

PROJECT = Path(__file__).parents[2]
SAMPLES = PROJECT / "resources" / "samples"
PEERS_HOME = PROJECT / ".venv-peers"
PEERS_PYTHON = PEERS_HOME / "bin" / "python"
# Version 2.0 of pymupdf4llm in the index is a package with nothing in it.
PEERS_PACKAGES = (
    *("pdfminer.six", "markitdown[pdf]", "pymupdf4llm<2"),
    *("bg-text-normalizer", "pysbd", "sentencex"),
    *("tantivy", "xapian-bindings-binary"),
    "nltk",
)
PEERS_STAMP = PEERS_HOME / f".ready-{len(PEERS_PACKAGES)}"
ROUNDS = 3
LONG = (100, 1000)
LINE = "Европейската комисия представи нова програма за достъпни библиотеки в малките"


class Memory:
    """Watches a reading and notes the most memory of the reading process, in megabytes."""

    def __init__(self, apart):
        self._apart = apart
        self.megabytes = 0

    def progress(self, done, total):
        """Look now and then."""
        if done % 20 == 0 or done == total:
            status = Path(f"/proc/{self._apart.process}/status").read_text()
            line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
            self.megabytes = max(self.megabytes, int(line.split()[1]) / 1024)

    def stopped(self):
        """Never give up."""
        return False


def measure(path, rounds):
    """Print what our own way takes: the first, cold time, the least time, and the memory."""
    incoming = from_file(Path(path))
    times = []
    with Apart() as apart:
        memory = Memory(apart)
        for _ in range(int(rounds)):
            start = time.perf_counter()
            app.clean(incoming, apart, watch=memory)
            times.append(time.perf_counter() - start)
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    facts = {"cold": times[0], "seconds": min(times), "child": memory.megabytes, "parent": ours}
    print("\n" + json.dumps(facts))


def measured(*command):
    """Return what a process of its own has measured."""
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    done = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def ours(path, rounds=ROUNDS):
    """Return what our own way takes."""
    command = (sys.executable, "-m", "tests.benchmarks.repair_bench", str(path), str(rounds))
    return measured(*command)


def printed(pages, folder):
    """Print the sample again and again into one untagged file, as a browser made it."""
    reader = pypdf.PdfReader(next(SAMPLES.glob("*.pdf")))
    writer = pypdf.PdfWriter()
    for number in range(pages):
        writer.add_page(reader.pages[number % len(reader.pages)])
    path = folder / f"printed-{pages}.pdf"
    writer.write(path)
    return path


def tagged(pages, folder):
    """Draw a tagged file of paragraphs."""
    drawn, elements = [], []
    for number in range(pages):
        page = PdfPage()
        for line in range(36):
            y = 60 + 80 * (line // 4) + 15 * (line % 4)
            page.write(f"{LINE} {number}.{line}", y=y, content=line)
        contents = [(number, line) for line in range(36)]
        elements += [("P", contents[first : first + 4]) for first in range(0, 36, 4)]
        drawn.append(page)
    path = folder / f"tagged-{pages}.pdf"
    path.write_bytes(PdfFile(*drawn, elements=elements).data("Библиотеки"))
    return path


def get_peers():
    """Make the peers' environment, once."""
    if not PEERS_STAMP.exists():
        print("  getting the other programs into .venv-peers, once", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", PEERS_HOME], check=True)
        pip = [PEERS_PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        subprocess.run([*pip, *PEERS_PACKAGES], check=True)
        PEERS_STAMP.touch()


def peer(name, path):
    """Return what another program takes, or None where it fails, and say why."""
    try:
        return measured(PEERS_PYTHON, PROJECT / "tests/benchmarks/peers.py", name, path)
    except subprocess.CalledProcessError as error:
        print(f"    {name} failed on {path.name}: {error.stderr.splitlines()[-1]}")
        return None


def beside_peers(path, pages):
    """Print our time and memory on a file, and those of the others as multiples of ours."""
    before = ours(path)
    found = {name: peer(name, path) for name in PEERS}
    # What else the machine does comes and goes: ours is measured before and after the others.
    mine = min(before, ours(path), key=lambda facts: facts["seconds"])
    memory = mine["child"] + mine["parent"]
    print(f"  {path.name}: {1000 * mine['seconds'] / pages:.1f} ms a page, {memory:.0f} MB")
    for name, theirs in found.items():
        if theirs is None:
            continue
        times, much = theirs["seconds"] / mine["seconds"], theirs["megabytes"] / memory
        per_page = 1000 * theirs["seconds"] / pages
        print(
            f"    {name}: {per_page:.1f} ms a page, {theirs['megabytes']:.0f} MB: "
            f"{times:.2f} x our time, {much:.2f} x our memory",
            flush=True,
        )


def ten_pages(path):
    """Print how long ten pages take, with the reading process to be started and already there."""
    mine = ours(path, 5)
    print(f"  {path.name} to the article: {mine['cold']:.2f} s, warm {mine['seconds']:.2f} s")


def long_files(make, folder):
    """Print time and memory of long files: both should grow no faster than the pages."""
    per_page = {}
    for pages in LONG:
        path = make(pages, folder)
        mine = ours(path, 1)
        per_page[pages] = mine["seconds"] / pages
        print(
            f"  {path.name}: {1000 * per_page[pages]:.1f} ms a page, "
            f"{mine['child']:.0f} MB to read and {mine['parent']:.0f} MB to repair, "
            f"{mine['child'] + mine['parent']:.0f} MB in all",
            flush=True,
        )
    few, many = LONG
    print(f"    a page of {many} takes {per_page[many] / per_page[few]:.2f} x one of {few}")


def main():
    """Measure all."""
    get_peers()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in sorted(SAMPLES.glob("*.pdf")):
            beside_peers(path, len(pypdf.PdfReader(path).pages))
        for make in (printed, tagged):
            beside_peers(make(10, folder), 10)
            ten_pages(make(10, folder))
        for make in (printed, tagged):
            long_files(make, folder)


if __name__ == "__main__":
    measure(*sys.argv[1:]) if sys.argv[1:] else main()
