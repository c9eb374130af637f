"""The language of a text shows by its script and its small words."""

import pytest

from reader.text.languages import language_of
from tests.unit.builders import article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Новите правила влизат в сила през март.", "bg"),
        ("Οι νέοι κανόνες αρχίζουν να ισχύουν τον Μάρτιο.", "el"),
        ("The new rules will enter into force in March.", "en"),
        ("Die neuen Regeln treten im März in Kraft und gelten für alle.", "de"),
        ("Les nouvelles règles entrent en vigueur en mars pour tous les pays.", "fr"),
        ("Las nuevas normas entran en vigor en marzo para todos los países.", "es"),
        ("Le nuove norme entrano in vigore in marzo per tutti gli Stati della UE.", "it"),
    ],
)
def test_a_language_shows_by_its_words(text, expected):
    assert language_of(text) == expected


def test_bulgarian_full_of_addresses_and_names_is_bulgarian():
    assert language_of("Вижте страницата InvestAI на адрес https://example.eu/en/news") == "bg"


def test_a_text_without_letters_is_taken_for_bulgarian():
    assert language_of("1 234,50 – 2026") == "bg"


def test_latin_letters_of_no_known_language_are_taken_for_english():
    assert language_of("Lorem ipsum dolor sit amet") == "en"


def test_an_article_says_its_language():
    assert article("New rules\n\nThe rules for the libraries are in force.").language == "en"
    assert article("Нови правила\n\nПравилата вече са в сила.").language == "bg"
