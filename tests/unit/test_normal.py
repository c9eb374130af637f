"""Letters come out in one form, whatever form they came in."""

import pytest

from reader.text.normal import looks_garbled, normal, with_own_letters
from tests.unit.builders import repairs, texts

READABLE = (
    "Комисията започва обществено обсъждане на правилата за достъпност. До края на месеца "
    "гражданите могат да изпратят мнения по пощата или чрез електронен формуляр на своя език."
)
ENGLISH = (
    "The library opens its reading room on Monday, and all of its books can now be borrowed "
    "online by readers who live far away from the city and cannot come in person."
)
GREEK = (
    "Η βιβλιοθήκη ανοίγει τη Δευτέρα και όλα τα βιβλία της μπορούν πλέον να διαβαστούν από "
    "κάθε αναγνώστη που ζει μακριά από την πόλη και δεν μπορεί να έρθει ο ίδιος."
)
GERMAN = (
    "Die Bibliothek öffnet am Montag ihren Lesesaal, und alle Bücher können nun auch von "
    "Lesern ausgeliehen werden, die weit weg von der Stadt leben und nicht kommen können."
)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("и\u0306", "й"),
        ("и\u0300", "ѝ"),
        ("e\u0301", "é"),
        ("ﬁle oﬃce ﬂow aﬀect", "file office flow affect"),
        ("10\u00a0%", "10 %"),
        ("5\u202f000\u2009евро\tобщо", "5 000 евро общо"),
        ("ред\u2028нов\u2029ред\x85тук", "ред нов ред тук"),
        ("д\x00у\x1bм\x7fа\x9b", "дума"),
        ("\ufeffд\u200bу\u200dм\u2060а\u200e", "дума"),
    ],
)
def test_one_letter_has_one_form(written, plain):
    assert normal(written) == plain


def test_the_hyphen_that_does_not_break_stays():
    assert normal("\u20110,40 %") == "\u20110,40 %"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Eвропа", "Европа"), ("пpaвилa", "правила"), ("Mакедония", "Македония"), ("Cъюз", "Съюз")],
)
def test_latin_look_alikes_in_cyrillic_words_become_cyrillic(typed, meant):
    assert with_own_letters(f"За {typed}, разбира се") == f"За {meant}, разбира се"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("СOVID", "COVID"), ("Еurоpe", "Europe"), ("InvestАI", "InvestAI"), ("HTMХ5L", "HTMX5L")],
)
def test_cyrillic_look_alikes_in_latin_words_become_latin(typed, meant):
    assert with_own_letters(f"За {typed}, разбира се") == f"За {meant}, разбира се"


@pytest.mark.parametrize(
    "text",
    [
        "SMSа",
        "PDFа на сайта",
        "CERN и COVID-19",
        "InvestAI",
        "HTML5",
        "e-правителство",
        "PDF-файлове",
        "Xerox",
    ],
)
def test_latin_names_stay_latin(text):
    assert with_own_letters(text) == text


def test_a_look_alike_put_right_is_a_repair():
    made = [change for change in repairs("Cъобщение\n\nНов ред.") if change.step == "look-alike"]
    assert [(change.before, change.after) for change in made] == [("Cъобщение", "Съобщение")]


def test_a_mere_other_code_of_a_letter_is_no_repair():
    assert repairs("Кои\u0306 идва") == ()
    assert texts("Кои\u0306 идва") == ["Кой идва"]


@pytest.mark.parametrize("text", [READABLE, READABLE.upper(), ENGLISH, GREEK, GERMAN])
def test_a_readable_text_is_not_taken_for_rubbish(text):
    assert not looks_garbled(text)


def test_a_text_with_many_addresses_and_numbers_is_readable():
    assert not looks_garbled(READABLE + " https://example.eu/bg/2026/a-b-c?d=1&e=2 " * 2)


def test_shifted_letters_are_rubbish():
    assert looks_garbled("".join(chr(ord(letter) - 0x3E0 & 0xFF) for letter in READABLE))
    assert looks_garbled("".join(chr(ord(letter) + 0x1F0) for letter in READABLE))


def test_letters_without_vowels_are_rubbish():
    assert looks_garbled(READABLE.translate(str.maketrans("аъоуеиюя", "бвгджзкл")))


def test_a_few_words_are_never_called_rubbish():
    assert not looks_garbled("Ж Щ 123")
    assert not looks_garbled("")


def test_signs_and_figures_inside_most_words_are_rubbish():
    mapped = str.maketrans("аеиос", "5<6=A")
    assert looks_garbled(READABLE.translate(mapped))
