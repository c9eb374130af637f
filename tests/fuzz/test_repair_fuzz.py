"""Whatever comes in: no letter is lost unsaid, and nothing but a `SourceError` is raised."""

import json
import random
import re
import subprocess
import sys
import textwrap
from collections import Counter
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import importers, repair
from reader.errors import SourceError
from reader.exporters import text as text_exporter
from reader.importers.incoming import Incoming, from_text
from reader.model.article import Article, Heading, Paragraph, Source, Span
from reader.model.leaves import leaves
from tests.fuzz.letters import letters, lost
from tests.unit.builders import Box, PdfFile, PdfPage

PROJECT = Path(__file__).parents[2]
SAMPLES = PROJECT / "resources" / "samples"
bounded = settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)

WORDS = re.split(
    "[ \n]+",
    """библиотека четец достъпност Комисията държавите най по доку мент 27 2026 г. чл. ал. на и
    за InvestAI IP/26/101 COM(2026) 15 октомври Cъюз ﬁле е-книга Какво Кой""",
)
MARKS = re.split(" ", "„ “ ” « » ( ) [1] : ; . , ? ! - – — • * 1. 2) а) 1/2 Стр. 3 % …")
PHRASES = (
    "(https://example.eu/bg/a-b_c?d=1)",
    "https://example.eu/bg/",
    "(www.example.eu",
    "mailto:ime@example.eu",
    "ime@example.eu",
    "11/23/26, 5:10 PM",
    "file:///a.html 1/2",
    "Това е машинен превод, предоставен от услугата eTranslation",
    "Моля,",
    "прочетете условията за използване",
    "Европейска комисия",
)
BETWEEN = (
    " ",
    "\n",
    "\n\n",
    "-\n",
    " -\n",
    "\x02",
    "\ufffe\n",
    "\u00ad\n",
    "\u2010\n",
    "",
    "\t",
    "\r\n",
    "\r",
    "\f",
    "\u00a0",
    "  ",
)
# Letters that do not show, which a text may hold among others but not alone in a line.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
ANY_LETTERS = st.text(
    st.characters(exclude_characters=INVISIBLE, exclude_categories=["Cs"]), max_size=6
)
NEWS = st.lists(
    st.tuples(
        st.one_of(
            st.sampled_from(WORDS), st.sampled_from(MARKS), st.sampled_from(PHRASES), ANY_LETTERS
        ),
        st.sampled_from(BETWEEN),
    ),
    max_size=50,
).map(lambda pairs: "".join(word + between for word, between in pairs))


@bounded
@given(NEWS)
def test_every_letter_is_in_the_article_or_in_a_repair(text):
    try:
        raw = importers.read(from_text(text))
    except SourceError:
        return
    assert lost(raw, *repair.repaired(raw)) == Counter()


@bounded
@given(NEWS)
def test_the_importer_itself_loses_no_letter(text):
    try:
        raw = importers.read(from_text(text))
    except SourceError:
        return
    assert letters("".join(line.text for line in raw.lines)) == letters(text)


@bounded
@given(
    st.one_of(
        st.binary(max_size=300),
        st.binary(max_size=60).map(lambda data: b"\xff\xfe" + data),
        st.text(max_size=200).map(lambda text: text.encode("utf-16", "replace")),
        ANY_LETTERS.map(lambda text: text.encode("cp1251", "ignore")),
        st.binary(max_size=200).map(lambda data: b"%PDF-1.7\n" + data),
    )
)
def test_any_bytes_are_read_or_refused(data):
    with suppress(SourceError):
        repair.repaired(importers.read(Incoming(data)))


WHO = ("библиотеките", "правилата", "книгите", "училищата", "държавите", "читателите", "хората")
DO = ("засягат", "обсъждат", "предлагат", "получават", "помнят", "подкрепят", "представят")
WHAT = (
    "нови електронни издания",
    "общ план за достъпност на културата",
    "своя опит пред Комисията и пред останалите участници в конкурса",
    "всички хора с увреждания, които живеят далеч от големите градове",
    "първите резултати през следващата година",
)
SENTENCES = st.tuples(st.sampled_from(WHO), st.sampled_from(DO), st.sampled_from(WHAT)).map(
    lambda words: " ".join(words).capitalize().replace("комисията", "Комисията") + "."
)
PARAGRAPHS = st.lists(SENTENCES, min_size=4, max_size=7).map(" ".join)
SHORT = st.sampled_from(
    ("Награда за библиотеки", "Какво следва", "Кой може да участва", "Достъпност за всички")
)


@bounded
@given(SHORT, st.lists(PARAGRAPHS, min_size=1, max_size=4), st.integers(70, 110))
def test_paragraphs_printed_at_any_width_are_whole_again(title, paragraphs, width):
    printed = "\n\n".join("\n".join(textwrap.wrap(text, width)) for text in (title, *paragraphs))
    assert texts_of(printed) == [title, *paragraphs]


@bounded
@given(st.lists(SHORT, min_size=4, max_size=4), st.lists(PARAGRAPHS, min_size=1, max_size=4))
def test_an_article_written_as_text_is_read_as_the_same_article(headings, paragraphs):
    # A first paragraph much shorter than the others may be read as the title's second line.
    paragraphs = sorted(paragraphs, key=len, reverse=True)
    blocks = []
    for level, (heading, body) in enumerate(zip(headings, paragraphs, strict=False), 1):
        blocks += [Heading(min(level, 2), (Span(heading),)), Paragraph((Span(body),))]
    article = Article(headings[0], "bg", tuple(blocks), Source("text"))
    assert texts_of(text_exporter.render(article)) == [leaf.text for leaf in leaves(article)]


def texts_of(text):
    article, _ = repair.repaired(importers.read(from_text(text)))
    return [leaf.text for leaf in leaves(article)]


# pdfium is not ours: should it ever crash, it does so in a process of its own.
CHILD = (
    "import json, logging; logging.disable();"
    "from tests.fuzz.test_repair_fuzz import outcomes, {mangler} as mangler;"
    "print(json.dumps(outcomes(mangler)))"
)


def run_apart(mangler):
    done = subprocess.run(
        [sys.executable, "-c", CHILD.format(mangler=mangler.__name__)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def outcomes(mangler):
    """Return how many mangled files came to which end."""
    ends = Counter()
    for data in mangler(random.Random(2026)):
        try:
            repair.repaired(importers.read(Incoming(data)))
            ends["read"] += 1
        except SourceError as error:
            ends[type(error).__name__] += 1
    return ends


def mangled_samples(chance):
    """Yield the samples cut short, with bytes changed, taken out and put in."""
    for sample in SAMPLES.glob("*.pdf"):
        data = sample.read_bytes()
        for _ in range(10):
            place, length = chance.randrange(len(data)), chance.choice((1, 30, 3000))
            yield data[:place]
            yield data[:place] + data[place + length :]
            yield data[:place] + chance.randbytes(length) + data[place + length :]
            yield data[:place] + chance.randbytes(length) + data[place:]


_TOKEN = re.compile(rb"\d+ 0 R|/[A-Za-z0-9]+|\d+|\([^)]*\)|<[0-9a-f]+>")
_ODD = (
    b"null",
    b"true",
    b"-1",
    b"1e9",
    b"(x)",
    b"/X",
    b"[]",
    b"<<>>",
    b"[[",
    b">>",
    b"99999999999",
)


def mangled_trees(chance):
    """Yield a tagged file with some of its words exchanged for others."""
    rows = ("Награда за библиотеки", "Журито реши така", "вижте тук", "каталог", "клетка")
    page = PdfPage().link("https://example.eu/bg", Box(60, 130, 120, 142))
    for number, text in enumerate(rows):
        page.write(text, y=100 + 20 * number, content=number)
    tree = [
        ("H1", [(0, 0)]),
        ("P", [(0, 1), ("Link", [(0, 2)])]),
        ("L", [("LI", [("LBody", [(0, 3)])])]),
        ("Table", [("TR", [("TD", [(0, 4)])])]),
    ]
    data = PdfFile(page, elements=tree).data("Награда")
    for _ in range(300):
        mangled = data
        for _ in range(chance.choice((1, 2, 4))):
            words = list(_TOKEN.finditer(mangled))
            old, new = chance.choice(words), chance.choice(words).group()
            odd = chance.random() < 0.4
            new = chance.choice(_ODD) if odd else new
            mangled = mangled[: old.start()] + new + mangled[old.end() :]
        yield mangled


def test_a_mangled_pdf_is_read_or_refused():
    ends = run_apart(mangled_samples)
    assert ends["read"] > 0
    assert sum(ends.values()) == 40 * len(list(SAMPLES.glob("*.pdf")))


def test_a_mangled_structure_tree_is_read_or_refused():
    ends = run_apart(mangled_trees)
    assert ends["read"] > 100
    assert sum(ends.values()) == 300
