"""How right and how fast texts are said in words and cut into sentences, beside other packages.

The cases are those of the tests, which our rules are to get right and the others have not seen;
the speed is that on running text.

Run: python -m tests.benchmarks.language_bench
"""

import json
import subprocess
import sys
import time

from reader.app import sentences
from reader.speech.spoken.form import spoken_text
from tests.benchmarks.repair_bench import PEERS_PYTHON, PROJECT, get_peers
from tests.unit.readings import allowed, folded

UNIT = PROJECT / "tests" / "unit"
RUNNING = PROJECT / "tests" / "further" / "sentences"
LONG = 20_000
# Each has taken the square of its length one day.
BROKEN = (
    *("а", "МВР", "½", "1 ", "1-", "-1", "+3", "1 и ", "1.1.", "12/2024 ", "_", " ", "("),
    *("А. ", "2024 г. ", "1 млн. ", "чл. 1, ", "„", "тел. 1 "),
)
TIMES = 12  # so that a run takes a second or so


def cases(path, mark):
    """Return the text and the answer of each case in a file."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line[:1] not in {"", "#"}]
    return [tuple(line.split(mark)) for line in lines]


def running_text():
    """Return paragraphs as news has them."""
    lines = [line for path in sorted(RUNNING.glob("*.txt")) for line in path.open(encoding="utf-8")]
    return [line.strip() for line in lines if line.strip()] * TIMES


def asked(name, texts):
    """Return another package's answers and seconds, or None where it fails."""
    command = [PEERS_PYTHON, PROJECT / "tests/benchmarks/language_peers.py", name]
    done = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"    {name} failed: {done.stderr.splitlines()[-1]}", file=sys.stderr)
        return None
    return json.loads(done.stdout.splitlines()[-1])


def measured(answer, texts):
    """Return our own answers and seconds."""
    start = time.perf_counter()
    answers = [answer(text) for text in texts]
    return {"seconds": time.perf_counter() - start, "answers": answers}


def told(name, kind, right, of, seconds, words):
    """Print one line."""
    share = 100 * right / of
    print(f"    {name}: {right} of {of} {kind} ({share:.0f} %), {words / seconds:,.0f} words/s")


def spoken(texts, words):
    """Print how texts are said."""
    files = sorted((UNIT / "spoken_cases").glob("*.txt"))
    given = [case for path in files for case in cases(path, " => ")]
    questions = [text for text, _ in given]
    for name, ask in (
        ("Chetivo", lambda some: measured(spoken_text, some)),
        ("bg_text_normalizer", lambda some: asked("bg_text_normalizer", some)),
    ):
        found, speed = ask(questions), ask(texts)
        if found is None or speed is None:
            continue
        pairs = zip(found["answers"], given, strict=True)
        right = sum(folded(said) in allowed(wanted) for said, (_, wanted) in pairs)
        told(name, "said right", right, len(given), speed["seconds"], words)


def cut(texts, words):
    """Print how texts are cut."""
    lines = [text.split(" | ") for (text,) in cases(UNIT / "sentence_cases.txt", "\n")]
    questions = [" ".join(line) for line in lines]

    def own(text):
        return [text[start:end] for start, end in sentences(text)]

    for name, ask in (
        ("Chetivo", lambda some: measured(own, some)),
        ("pysbd", lambda some: asked("pysbd", some)),
        ("sentencex", lambda some: asked("sentencex", some)),
    ):
        found, speed = ask(questions), ask(texts)
        if found is None or speed is None:
            continue
        right = sum(a == b for a, b in zip(found["answers"], lines, strict=True))
        told(name, "cut right", right, len(lines), speed["seconds"], words)


def broken():
    """Print how long the slowest lines take that only a broken file has."""
    for name, answer in (("said", spoken_text), ("cut", sentences)):
        took = {sign: measured(answer, [sign * (LONG // len(sign))])["seconds"] for sign in BROKEN}
        slowest = max(took, key=took.get)
        print(f"    Chetivo: {LONG:,} letters of {slowest!r} {name} in {took[slowest]:.2f} s")


def main():
    """Measure all."""
    get_peers()
    texts = running_text()
    words = sum(len(text.split()) for text in texts)
    spoken(texts, words)
    cut(texts, words)
    broken()


if __name__ == "__main__":
    main()
