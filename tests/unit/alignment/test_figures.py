"""Numbers in figures and in words, by what they are worth."""

import pytest

from reader.bilingual.figures import find


def worth(text, language):
    return [
        (
            " ".join(
                sorted(
                    each if isinstance(each, str) else f"{each.normalize():f}"
                    for each in figure.worth
                )
            ),
            figure.unit,
        )
        for figure in find(text, language)
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("bg", "77 млн. евро", [("77000000", "EUR")]),
        ("bg", "2 милиона и 300 хиляди лева", [("2300000", "BGN")]),
        ("bg", "милион и половина", [("1500000", "")]),
        ("bg", "двеста и петдесет хиляди", [("250000", "")]),
        ("bg", "двадесет и първи", [("21", "")]),
        ("bg", "едно на сто и двадесет хиляди", [("1", ""), ("120000", "")]),
        ("bg", "пет, шест", [("5", ""), ("6", "")]),
        ("bg", "3,5 %", [("3.5", "%")]),
        ("bg", "9 500 и 1 499 625,50", [("9500", ""), ("1499625.5", "")]),
        ("bg", "от 9,00 до 21,30 ч.", [("9 9:00", ""), ("21.3 21:30", "")]),
        ("bg", "14 часа", [("14 14:00", "")]),
        ("bg", "18 месеца и 2025 година", [("18", "month"), ("2025", "")]),
        ("bg", "петгодишен", [("5", "")]),
        ("en", "a five-year plan", [("5", "year")]),
        ("en", "€77 million", [("77000000", "EUR")]),
        ("en", "€5m", [("5000000", "EUR")]),
        ("en", "5 metres", [("5", "m")]),
        ("en", "two hundred and fifty thousand", [("250000", "")]),
        ("en", "one and a half million", [("1500000", "")]),
        ("en", "twenty-first", [("21", "")]),
        ("en", "EUR 220 804 135", [("220804135", "EUR")]),
        ("en", "1,499,625.50", [("1499625.5", "")]),
        ("en", "2.30 p.m.", [("14:30 2.3", "")]),
        ("en", "10:00", [("10:00", "")]),
        ("en", "00 800 67 89 10 11", [("tel:80067891011", "")]),
        ("de", "3,5 % und 10.000", [("3.5", "%"), ("10 10000", "")]),
        ("de", "siebenundvierzig Länder", [("47", "")]),
        ("de", "2,7 Mrd. EUR", [("2700000000", "EUR")]),
        ("de", "drei Millionen", [("3000000", "")]),
        ("de", "die zwölfte Runde", [("12", "")]),
        ("fr", "quatre-vingt-treize villages", [("93", "")]),
        ("fr", "soixante et onze", [("71", "")]),
        ("fr", "trois cent vingt mille", [("320000", "")]),
        ("fr", "8,4 millions d’euros", [("8400000", "EUR")]),
        ("fr", "60 M€", [("60000000", "EUR")]),
        ("fr", "18 h 45", [("18 18:45", "")]),
        ("en", "two hundred dollars and five cents", [("200", "USD"), ("5", "EUR cent")]),
        ("it", "2 miliardi", [("2 2000 2000000 2000000000 2000000000000", "")]),
    ],
)
def test_a_number_is_worth_the_same_however_it_is_written(language, text, expected):
    assert worth(text, language) == expected


@pytest.mark.parametrize("sign", ["1", "1 000", "сто ", "1.", "+1 ", "милион ", "едно и ", "00 1 "])
def test_a_broken_text_takes_no_long(sign):
    find(sign * 5_000, "bg")
