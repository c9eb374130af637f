import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.languages import script
from reader.text.name_languages import names

CASES = [
    line
    for line in Path(__file__).with_name("name_language_cases.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
MARKED = re.compile(r"\[(\w\w):([^\]]+)\]")


@pytest.mark.parametrize("case", CASES)
def test_a_name_is_read_in_the_language_it_comes_from(case):
    text = MARKED.sub(r"\2", case)
    found = [(language, text[start:end]) for start, end, language in names(text, "bg")]
    assert found == MARKED.findall(case)


def test_a_name_without_its_marks_is_known_as_well():
    assert names("Pedro Sanchez", "bg") == [(0, 13, "es")]


def test_names_in_a_text_in_latin_letters_are_left_to_its_voice():
    assert names("Here spoke Ursula von der Leyen.", "en") == []


@pytest.mark.parametrize("letters", ["-", "_", "a", "a.", "@", "von ", "é1"])
def test_a_long_row_of_anything_is_read_all_the_same(letters):
    assert len(names(letters * 20_000, "bg")) <= 1


PIECES = st.sampled_from(
    ("von der", "Leyen", "d’", "Sánchez", " ", ". ", "-", "&", "Съвет", "EU", "2030", "(", "é")
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_names_come_in_order_and_begin_and_end_with_latin_letters(text):
    place = 0
    for start, end, language in names(text, "bg"):
        assert place <= start < end
        assert script(text[start]) == script(text[end - 1]) == "Latn"
        assert language
        place = end
