from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.paths import resource
from reader.text.abbreviations import load_rules
from reader.text.sentences import sentences

RULES = load_rules(resource("abbreviations_bg.json"))

CASES = [
    line
    for line in Path(__file__).with_name("sentence_cases.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, RULES)]


@pytest.mark.parametrize("case", CASES)
def test_text_is_cut_where_a_reader_would_pause(case):
    assert cut(case.replace(" | ", " ")) == case.split(" | ")


def test_a_line_break_always_ends_a_sentence():
    assert cut("България\nи Гърция\n\nРумъния.") == ["България", "и Гърция", "Румъния."]


def test_text_without_words_has_no_sentences_or_one():
    assert cut("") == []
    assert cut("  \n ") == []
    assert cut(" … ") == ["…"]


@pytest.mark.parametrize(
    "text", ["." * 50_000, "„" * 30_000 + "." + "»" * 30_000, "а. " * 30_000, " " * 50_000 + "А"]
)
def test_strange_text_is_cut_all_the_same(text):
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


WORDS = st.sampled_from(("ЕС", "2030", "Той", "Европа", "до", "е", "и др.", "г.", "млн.", "iPhone"))
MARKS = st.sampled_from(
    (".", "!", "?..", "…", "„", "“", "(", ")", '"', "– ", "•", ";", "[1]", "1.")
)
SPACES = st.sampled_from((" ", "  ", "\n", "\u00a0", "\t"))
PIECES = WORDS | MARKS | SPACES


@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join)))
def test_extents_cover_all_but_space_in_order(text):
    found = sentences(text, RULES)
    place = 0
    for start, end in found:
        assert place <= start < end <= len(text)
        assert not text[place:start].strip()
        assert text[start:end].strip() == text[start:end]
        assert "\n" not in text[start:end]
        place = end
    assert not text[place:].strip()


ANY_CASES = st.lists(st.sampled_from(CASES), min_size=1, max_size=4).map(" ".join)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), ANY_CASES))
def test_joining_the_sentences_gives_the_text_back(text):
    assert " ".join(" ".join(cut(text)).split()) == " ".join(text.split())


@given(st.lists(st.sampled_from(CASES), min_size=1, max_size=4))
def test_each_line_is_cut_for_itself(cases):
    texts = [case.replace(" | ", " ") for case in cases]
    assert cut("\n".join(texts)) == [sentence for text in texts for sentence in cut(text)]
