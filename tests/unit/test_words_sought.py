"""Words as they are sought and cut out of a text."""

import hashlib
import unicodedata
from itertools import chain

import pytest

from reader.paths import resource
from reader.text.words import RULES, folded, search_key, sought_keys, tokens
from tests.unit import english_words
from tests.unit.words_parts import APART, FAMILIES

LISTS = ("irregular_words_bg.txt", "verbs_bg.txt", "irregular_words_en.txt")


# The keys of all words above and in the lists under each number of the rules.
KEYS = {
    1: "692910bd740b2ae5a69dc24505348fc64d78d83c70bf2e4843f0b81936425b83",
    2: "f246ec560d8cc0a22df014778b5fc94ea1aa9920793fa7f70693081060f3988b",
    3: "b9057b39dff8cf8f1908248c115685597422a7a76afd5109a8e787e29337a964",
}


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("взел", "взема вземат вземете"),
        ("вземам", "взема вземат вземаха"),
        ("вземат", "взел вземали"),
        ("постави", "поставя поставят поставен"),
        ("поставяме", "поставя поставят поставяше"),
        ("определях", "определен определяме"),
        ("победил", "победи победен"),
        ("водил", "води водят"),
    ],
)
def test_a_search_finds_forms_that_its_word_shares_with_another(sought: str, found: str) -> None:
    assert {search_key(form) for form in found.split()} <= set(sought_keys(sought))


@pytest.mark.parametrize(
    ("sought", "other"),
    [("вземам", "взел"), ("постави", "поставяме"), ("вода", "водил"), ("нося", "носът")],
)
def test_a_search_does_not_find_what_only_another_word_has(sought: str, other: str) -> None:
    assert search_key(other) not in sought_keys(sought)


@pytest.mark.parametrize("name", ["Меркел", "Иван", "Габриел", "Израел", "Боррел", "Шарл"])
def test_names_are_told_apart_from_what_is_left_of_them(name: str) -> None:
    assert search_key(name) != search_key(name[:-2])


def test_a_change_of_keys_raises_the_number_of_the_rules() -> None:
    """Without it libraries would keep the old keys beside the new ones.

    Where this fails: raise RULES in reader/text/words.py and add the new digest to KEYS.
    """
    listed = (resource(name).read_text("utf-8").splitlines() for name in LISTS)
    english = (*english_words.FAMILIES, *english_words.APART)
    lines = (*FAMILIES, *APART, *english, *chain.from_iterable(listed))
    words = [word for line in lines for word in line.split()]
    keys = " ".join(search_key(word) for word in words)
    assert hashlib.sha256(keys.encode()).hexdigest() == KEYS[RULES]


@pytest.mark.parametrize("word", ["ѝ", "и", "на", "ще", "вид", "2025", "AI", "€"])
def test_short_words_are_only_folded(word: str) -> None:
    assert search_key(word) == word.lower()


def test_capitals_and_marks_of_stress_do_not_matter() -> None:
    assert search_key("ИНВЕСТИЦИЯТА") == search_key("инвестиция")
    assert search_key("зако\u0301ни") == search_key("закони")
    assert search_key("въ\u0300лна") == search_key("вълна")


def test_decomposed_letters_are_the_same_letters() -> None:
    word = "случай"
    assert search_key(unicodedata.normalize("NFD", word)) == search_key(word)
    assert folded(unicodedata.normalize("NFD", "Ѝ")) == "ѝ"


def test_other_languages_keep_their_accents() -> None:
    assert folded("Café") == "café"


def test_tokens_are_the_words_with_their_places() -> None:
    text = "Съветът (ЕС) прие 2,5 млрд. евро – най-много досега."
    found = list(tokens(text))
    assert [word for word, _, _ in found] == [
        "Съветът",
        "ЕС",
        "прие",
        "2",
        "5",
        "млрд",
        "евро",
        "най",
        "много",
        "досега",
    ]
    assert all(text[start:end] == word for word, start, end in found)


def test_a_stressed_or_decomposed_word_is_one_token() -> None:
    assert [word for word, _, _ in tokens("зако\u0301н йод".replace("й", "и\u0306"))] == [
        "зако\u0301н",
        "и\u0306од",
    ]
