"""All forms of a word share a search key, and clearly different words do not."""

import pytest

from reader.paths import resource
from reader.text.words import has_key, search_key
from tests.unit.words_parts import APART, FAMILIES


@pytest.mark.parametrize("family", FAMILIES)
def test_all_forms_of_a_word_share_a_key(family: str) -> None:
    keys = {form: search_key(form) for form in family.split()}
    assert len(set(keys.values())) == 1, keys


@pytest.mark.parametrize("pair", APART)
def test_different_words_keep_different_keys(pair: str) -> None:
    one, other = pair.split()
    assert search_key(one) != search_key(other)


def test_no_two_families_share_a_key() -> None:
    keys = [search_key(family.split()[0]) for family in FAMILIES]
    assert sorted(keys) == sorted(set(keys))


def test_what_is_listed_of_a_verb_shares_a_key() -> None:
    """But where a part is of another word as well: „поет", „преден", „взема" (вземам)."""
    lines = resource("verbs_bg.txt").read_text("utf-8").splitlines()
    verbs = [line.split()[1:] for line in lines if line.startswith("verb ")]
    keys = [{search_key(part) for part in verb if part[-1] != ":"} for verb in verbs]
    assert len(verbs) > 80
    assert sum(len(each) == 1 for each in keys) >= 0.85 * len(verbs)


@pytest.mark.parametrize("root", ["каж", "пиш", "вляз", "взем", "чет", "пек"])
@pytest.mark.parametrize("prefix", ["из", "по", "раз", "пре", "под", "доиз"])
def test_a_verb_with_a_prefix_is_another_verb_and_keeps_together(prefix: str, root: str) -> None:
    assert search_key(f"{prefix}{root}а") == search_key(f"{prefix}{root}ат")
    assert search_key(f"{prefix}{root}а") != search_key(f"{root}а")


def test_whether_a_word_has_a_key_is_told_as_by_its_own() -> None:
    """Also where it begins otherwise: „хора" and „човек", „шла" and „ида"."""
    otherwise = ("хора", "бяха", "е", "ела", "шла", "ели", "едено", "ям", "ида", "Ѐл", "ѝ")
    said = [*otherwise, *" ".join(FAMILIES).split()]
    keys = {word: search_key(word) for word in said}
    for key in set(keys.values()):
        assert [word for word in said if has_key(word, key)] == [
            word for word in said if keys[word] == key
        ]
