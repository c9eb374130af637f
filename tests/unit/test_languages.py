"""The language of a text shows by its script and its small words."""

import pytest

from reader.text.foreign import stretches
from reader.text.languages import agrees, language_of
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Владата денес ги донесе новите правила за јавните библиотеки.", "mk"),
        ("Влада је данас донела нова правила за јавне библиотеке.", "sr"),
        ("Правительство приняло сегодня новые правила для библиотек.", "ru"),
        ("Уряд ухвалив сьогодні нові правила для бібліотек.", "uk"),
        ("Vlada je danas donijela nova pravila za knjižnice u cijeloj zemlji.", "hr"),
        ("Vláda dnes přijala nová pravidla pro knihovny v celé zemi.", "cs"),
        ("Vláda dnes prijala nové pravidlá pre knižnice v celej krajine.", "sk"),
        ("Guvernul a adoptat astăzi norme noi pentru bibliotecile din țară.", "ro"),
        ("Rząd przyjął dziś nowe przepisy dla bibliotek w całym kraju.", "pl"),
        ("O Governo aprovou hoje novas regras para as bibliotecas do país.", "pt"),
        ("De regering heeft vandaag nieuwe regels voor de bibliotheken.", "nl"),
        ("Regeringen har i dag antagit nya regler för biblioteken som är små.", "sv"),
        ("Regeringen har i dag vedtaget nye regler for bibliotekerne, som er små.", "da"),
    ],
)
def test_neighbours_are_told_apart_by_letters_and_words(text, expected):
    assert language_of(text) == expected


def test_what_a_format_says_counts_where_no_word_tells():
    assert language_of("Lorem ipsum dolor sit amet", "it-IT") == "it"
    assert language_of("Новите правила са в сила.", "en-US") == "bg"


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        (
            "Той каза: „We will not give up, and we are proud of that.“ и седна.",
            ("We will not give up, and we are proud of that", "en"),
        ),
        (
            "Законът (Gesetz über die Bibliotheken und das Archiv) е нов.",
            ("Gesetz über die Bibliotheken und das Archiv", "de"),
        ),
        (
            "Докладът „La lecture pour tous dans les villes“ излезе.",
            ("La lecture pour tous dans les villes", "fr"),
        ),
        ("Надписът „Καλώς ήρθατε στη βιβλιοθήκη“ е нов.", ("Καλώς ήρθατε στη βιβλιοθήκη", "el")),
        (
            "Писателят отговори: „Мы не знали, что это были последние экземпляры“.",
            ("Мы не знали, что это были последние экземпляры", "ru"),
        ),
        (
            "Той прочете „Zakon o knjižnicama koji je na snazi“ на глас.",
            ("Zakon o knjižnicama koji je na snazi", "hr"),
        ),
    ],
)
def test_a_foreign_stretch_is_found_in_bulgarian(text, foreign):
    assert [(text[start:end], code) for start, end, code in stretches(text, "bg")] == [foreign]


@pytest.mark.parametrize(
    "text",
    [
        "InvestAI, CERN и ЦЕРН",
        "Вж. IP/25/467 и COM(2025) 123 final.",
        "Говори Ursula von der Leyen, а след нея Charles de Gaulle и Mark van den Berg.",
        "Пишат Le Monde, El País и The Guardian.",
        "Адресът е https://example.eu/the-rules-of-the-union и the.rules@example.eu.",
        "Новите правила за библиотеките „влизат в сила на 1 март“ и не са за всички.",
        "α и β частици",
        "",
    ],
)
def test_names_brands_and_numbers_are_no_foreign_language(text):
    assert stretches(text, "bg") == []


def test_bulgarian_in_an_english_text_is_foreign():
    text = "The law (Закон за библиотеките, които са в малките градове) is new in all of the EU."
    assert [(text[a:b], code) for a, b, code in stretches(text, "en")] == [
        ("Закон за библиотеките, които са в малките градове", "bg")
    ]


def test_bulgarian_full_of_addresses_and_names_is_bulgarian():
    assert language_of("Вижте страницата InvestAI на адрес https://example.eu/en/news") == "bg"


def test_a_text_without_letters_is_taken_for_bulgarian():
    assert language_of("1 234,50 – 2026") == "bg"


def test_latin_letters_of_no_known_language_are_taken_for_english():
    assert language_of("Lorem ipsum dolor sit amet") == "en"


def test_an_article_says_its_language():
    assert article("New rules\n\nThe rules for the libraries are in force.").language == "en"
    assert article("Нови правила\n\nПравилата вече са в сила.").language == "bg"


@pytest.mark.parametrize(
    ("text", "tag", "agreed"),
    [
        ("", "en", True),
        ("12 345", "bg", True),
        ("Мостът над реката е затворен.", "bg-BG", True),
        ("Мостът над реката е затворен.", "en", False),
        ("The bridge over the river is closed to all of us.", "en-GB", True),
        ("The bridge over the river is closed to all of us.", "fr", False),
        ("Kifli Brno", "hr", True),
    ],
)
def test_a_text_agrees_with_its_language_where_its_words_do_not_deny_it(text, tag, agreed):
    assert agrees(text, tag) is agreed
