"""Abbreviations, acronyms and addresses as they are said in an article."""

import json
import re

import pytest

from reader.paths import resource
from reader.speech.spoken.acronyms import first_uses, table
from reader.speech.spoken.form import spoken_form, spoken_text
from reader.text.abbreviations import load_rules
from reader.text.numerals import roman_value
from tests.unit.readings import folded

# „Дж.“ is a name.
SENTENCE_RULES = load_rules(resource("abbreviations_bg.json"))
CYRILLIC = [
    (word, after)
    for words, after in ((SENTENCE_RULES.leading, "Иванов"), (SENTENCE_RULES.numbered, "5"))
    for word in sorted(words)
    if re.fullmatch("[а-я.-]+", word) and word != "дж"
]


def said(sentence: str, **how) -> str:
    return "".join(piece.words for piece in spoken_form(sentence, **how))


@pytest.mark.parametrize(("word", "after"), CYRILLIC)
def test_each_abbreviation_that_never_ends_a_sentence_has_a_reading(word, after):
    whole = "-" in word and "." not in word  # „г-н“, but „чл.-кор.“
    written = word if whole else f"{word}."
    numbered = word in {"ал", "бл", "ап", "ет", "вх"}
    assert written not in said(f"това е {written} {'5' if numbered else after}")


def test_no_abbreviation_or_acronym_is_said_by_nothing():
    for name in ("spoken_abbreviations_bg.json", "acronyms_bg.json"):
        data = json.loads(resource(name).read_text("utf-8"))
        assert all(data["anywhere"].values() if "anywhere" in data else data["said"].values())
    assert len(table().letters) + len(table().words) + len(table().said) > 300


def spoken_article(*sentences: str) -> list[str]:
    """Return sentences as they are said one after the other, acronyms in full at first."""
    known: frozenset[str] = frozenset()
    found = []
    for sentence in sentences:
        places, known = first_uses(sentence, known)
        found.append(folded(said(sentence, in_full=places)))
    return found


def test_an_acronym_is_said_in_full_once_and_then_by_its_letters():
    assert spoken_article("ЕЦБ понижи лихвите.", "Това решение на ЕЦБ е важно.") == [
        "европейската централна банка понижи лихвите",
        "това решение на е це бе е важно",
    ]


def test_a_full_name_agrees_with_what_stands_before_it():
    assert spoken_article("ЕС прие план.") == ["европейският съюз прие план"]
    assert spoken_article("Планът на ЕС е приет.") == ["планът на европейския съюз е приет"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Европейската централна банка (ЕЦБ) понижи лихвите",
        "ЕЦБ (Европейската централна банка) понижи лихвите",
        "27 МСП и ЕЦБ-то",
        "ЕЦБ ПОНИЖИ ЛИХВИТЕ",
        "Решение ЕС-27",
    ],
)
def test_what_the_text_explains_or_bends_is_not_said_in_full(sentence):
    places, _known = first_uses(sentence, frozenset())
    assert not places


def test_an_address_is_said_whole_where_that_is_wanted():
    text = "вж. https://ec.europa.eu/info_bg"
    assert folded(said(text)) == "вижте адрес ec точка europa точка eu"
    assert folded(said(text, entire=True)) == (
        "вижте адрес ec точка europa точка eu наклонена черта info долна черта bg"
    )


def test_initials_are_no_abbreviations():
    assert spoken_text("П. К. Яворов и С. Иванов") == "П. К. Яворов и С. Иванов"


@pytest.mark.parametrize(
    ("figures", "value"),
    [
        ("IV", 4),
        ("XL", 40),
        ("MCMXCIX", 1999),
        ("ХХІ", 21),
        ("IIII", None),
        ("VX", None),
        ("", None),
    ],
)
def test_roman_numerals_have_the_value_of_their_letters(figures, value):
    assert roman_value(figures) == value
