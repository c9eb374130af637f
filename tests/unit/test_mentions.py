"""Dates, amounts, references and people that running text names, each with its exact place."""

import pytest

from reader.text import amounts, people, periods
from tests.unit.mentions.marked import cases, found


@pytest.mark.parametrize(("text", "marked"), cases("dev") + cases("held_out") + cases("third"))
def test_all_that_is_marked_is_found_and_nothing_else(text, marked):
    assert found(text) == marked


def test_there_are_sixty_sentences_of_each_sitting():
    assert len(cases("dev")) >= 60
    assert len(cases("held_out")) >= 60


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.1.2021–31.12.2027 г.", "2021-01-01/2027-12-31"),
        ("1 януари 2021 г. – 31 декември 2027 г.", "2021-01-01/2027-12-31"),
        ("декември 2024 г. – март 2025 г.", "2024-12/2025-03"),
        ("11.II.2025 г.", "2025-02-11"),
        ("15-и ноември 2025 г.", "2025-11-15"),
        ("2025-02-11", "2025-02-11"),
        ("February 11, 2025", "2025-02-11"),
        ("2025/26 г.", "2025/2026"),
        ("11, 12 и 13 май", "--05-11/--05-13"),
    ],
)
def test_a_date_has_one_value_however_it_is_written(text, value):
    assert periods.find(f"({text})") == [(1, 1 + len(text), value)]


@pytest.mark.parametrize("text", ["31 февруари 2025 г.", "31.02.2025", "2024/1689", "до 2000 евро"])
def test_what_only_looks_like_a_day_is_none(text):
    assert [value for *_, value in periods.find(text) if len(value) > len("2025-02")] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20.000 лв", "20000 BGN"),
        ("$5 млн.", "5000000 USD"),
        ("10–20 %", "10–20 %"),
        ("милиард евро", "1000000000 EUR"),
        ("сто и петдесет хиляди лева", "150000 BGN"),
        ("±0,5 °C", "0.5 °C"),
        ("няколко милиона евро", ""),
        ("7 на сто", "7 %"),
    ],
)
def test_an_amount_has_one_value_however_it_is_written(text, value):
    assert amounts.find(f"({text})") == [(1, 1 + len(text), value)]


@pytest.mark.parametrize("text", ["5 евродепутати", "Евро 7", "Бюджет, млн. евро", "чл. 5, ал. 3"])
def test_what_only_looks_like_an_amount_is_none(text):
    assert amounts.find(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("папа Лъв XIV и крал Чарлз III", ["Лъв XIV", "Чарлз III"]),
        ("председателят Ж.-К. Юнкер. Той каза", ["Ж.-К. Юнкер"]),
        ("комисар О’Съливан", ["О’Съливан"]),
        ("докладчик е Мария\u00a0Иванова", ["Мария Иванова"]),
        (
            "министрите Иван Петров, Мария Кирова и Георги Минчев",
            ["Иван Петров", "Мария Кирова", "Георги Минчев"],
        ),
        ("министър Петров, Народното събрание и Европейската комисия", ["Петров"]),
        ("председателят на Парламента заяви пред Европа Прес", []),
        ("председателят на Европейската комисия", []),
        ("Урсула фон дер Лайен", []),
        ("президентите на Сърбия и Косово се срещнаха", []),
        ("лидерите на Франция, Германия и Полша", []),
        ("Членът на ЕП от България попита", []),
        ("Г-н председател, уважаеми колеги", []),
        ("директорът на „Булгаргаз“ Деница Златева", ["Деница Златева"]),
        ("посланикът на Украйна в София Олеся Илащук", ["Олеся Илащук"]),
        ("говорителят на Белия дом Каролайн Левит", ["Каролайн Левит"]),
    ],
)
def test_only_who_has_a_title_is_a_person(text, names):
    assert [name for *_, name in people.find(text)] == names
