import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.paths import resource
from reader.text.languages import script
from reader.text.latin_reading import home_reading

CASES = [
    line.split(" ", 2)
    for line in Path(__file__).with_name("latin_reading_cases.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
DATA = json.loads(resource("latin_reading.json").read_text("utf-8"))
LANGUAGES = ["", "xx", *DATA["rules"]]


@pytest.mark.parametrize(("language", "word", "expected"), CASES)
def test_a_foreign_word_is_written_as_bulgarian_newspapers_do(language, word, expected):
    assert home_reading(word, language.strip("-")) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("d’État", "Дета"),
        ("von der", "фон дер"),
        ("EUROPA", "ОЙРОПА"),
        ("Zoë", "Цое"),
        ("Съвет", "Съвет"),
        ("Ö", "Йо"),
        ("", ""),
    ],
)
def test_signs_and_capital_letters_are_kept(word, expected):
    language = "fr" if "’" in word else "de"
    assert home_reading(word, language).capitalize() == expected.capitalize()


LATIN = st.characters(categories=("Lu", "Ll"), max_codepoint=0x24F)


@given(st.text(LATIN.filter(lambda letter: script(letter) == "Latn")), st.sampled_from(LANGUAGES))
def test_no_latin_letter_is_left(word, language):
    read = home_reading(word, language)
    assert all(script(letter) != "Latn" for letter in read)
    assert bool(read) == bool(word)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", "abcdefgijklmnopqrstuvwxyzàçéñöøßșłžőåæœðþ")
def test_every_letter_is_read_somewhere(letter, language):
    words = ((f"{other}{letter}{other}", other * 2) for other in "nko")
    assert any(home_reading(a, language) != home_reading(b, language) for a, b in words)


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_is_read_without_failing(text, language):
    assert isinstance(home_reading(text, language), str)


def test_rules_have_no_groups_of_their_own():
    patterns = [pattern for rules in DATA["rules"].values() for pattern, _ in rules]
    assert all(re.compile(pattern).groups == 0 for pattern in patterns)
