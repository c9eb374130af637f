"""Forms of an English word share a search key; words that only look so do not."""

import pytest

from reader.library.snippet import snippet
from reader.paths import resource
from reader.text.english import english_stem
from reader.text.search_terms import parse
from reader.text.words import has_key, search_key, sought_keys, words
from tests.unit.english_words import APART, FAMILIES

LISTED = [
    line
    for line in resource("irregular_words_en.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("family", FAMILIES)
def test_all_forms_of_an_english_word_share_a_key(family: str) -> None:
    keys = {form: search_key(form) for form in family.split()}
    assert len(set(keys.values())) == 1, keys


def test_no_two_families_of_english_words_share_a_key() -> None:
    keys = [search_key(family.split()[0]) for family in FAMILIES]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("pair", APART)
def test_words_that_only_look_like_forms_keep_different_keys(pair: str) -> None:
    one, other = pair.split()
    assert search_key(one) != search_key(other)


@pytest.mark.parametrize(
    "word",
    ["bias", "news", "press", "crisis", "plus", "was", "his", "physics", "thing", "spring", "AI"],
)
def test_what_is_no_plural_and_no_past_form_is_only_folded(word: str) -> None:
    assert search_key(word) == word.lower()


@pytest.mark.parametrize("word", ["TEXAS", "Netherlands", "species", "Brussels", "hundred"])
def test_a_word_that_is_cut_is_found_by_itself(word: str) -> None:
    assert search_key(word) in sought_keys(word.lower())


@pytest.mark.parametrize("word", ["États", "größtes", "COVID19s", "а2s", "h2020s"])
def test_words_with_other_letters_or_digits_are_only_folded(word: str) -> None:
    assert search_key(word) == word.lower()


@pytest.mark.parametrize(
    ("sought", "text"),
    [("EU", "The EU’s roads"), ("commission", "the Commission's plan"), ("farmer", "farmers’")],
)
def test_a_possessive_is_found_by_its_word(sought: str, text: str) -> None:
    assert search_key(sought) in map(search_key, words(text))


def test_whether_an_english_word_has_a_key_is_told_as_by_its_own() -> None:
    said = " ".join((*FAMILIES, *APART)).split()
    for key in set(map(search_key, said)):
        assert [word for word in said if has_key(word, key)] == [
            word for word in said if search_key(word) == key
        ]


def test_each_irregular_form_is_listed_once_and_needs_to_be() -> None:
    forms = [form for line in LISTED for form in line.split()]
    assert sorted(forms) == sorted(set(forms))
    by_rule = [line for line in LISTED if {*map(english_stem, line.split())} == {line.split()[0]}]
    assert by_rule == []


@pytest.mark.parametrize("family", [*FAMILIES, *LISTED])
def test_the_passage_shown_marks_any_form(family: str) -> None:
    sought, *forms = family.split()
    for form in forms:
        text = f"This is what many {form} mean to us."
        found = snippet([text], "", parse(sought).terms)
        assert [found.text[start:end] for start, end in found.marks] == [form]


def test_the_very_word_and_the_beginning_of_a_word_stay_what_they_are() -> None:
    for typed, fits in (("=bridge", [False, True]), ("bridges*", [True, False])):
        (term,) = parse(typed).terms
        assert [bool(term.places([word])) for word in ("bridges", "bridge")] == fits
