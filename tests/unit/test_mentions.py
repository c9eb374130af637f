"""Dates, amounts, references and people that running text names, each with its exact place."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from reader.text import amounts, people, periods
from tests.unit.mentions.marked import cases, found


@pytest.mark.parametrize(("text", "marked"), cases("dev") + cases("held_out") + cases("third"))
def test_all_that_is_marked_is_found_and_nothing_else(text, marked):
    assert found(text) == marked


def test_of_sentences_never_tuned_on_nearly_all_is_found_and_little_else():
    sentences = cases("fourth")
    there = {(text, *hit) for text, marked in sentences for hit in marked}
    named = {(text, *hit) for text, _ in sentences for hit in found(text)}
    right = len(there & named)
    assert right >= 0.95 * len(there)
    assert right >= 0.98 * len(named)


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
        ("7–8.10.2025 г.", "2025-10-07/2025-10-08"),
        ("15.–17.9.2025 г.", "2025-09-15/2025-09-17"),
        ("28.2.–2.3.2025 г.", "2025-02-28/2025-03-02"),
        ("28.12.–3.1.2025 г.", "2024-12-28/2025-01-03"),
        ("28 декември – 3 януари 2025 г.", "2024-12-28/2025-01-03"),
        ("2023/2024 учебна година", "2023/2024"),
        ("I полугодие на 2025 г.", "2025-H1"),
        ("II полугодие 2025 г.", "2025-H2"),
    ],
)
def test_a_date_has_one_value_however_it_is_written(text, value):
    assert periods.find(f"({text})") == [(1, 1 + len(text), value)]


def test_days_between_two_words_are_a_period_unless_they_run_back():
    assert periods.find("от 1 до 5.3.2025 г.") == [(3, 19, "2025-03-01/2025-03-05")]
    assert periods.find("от 5 до 1.3.2025 г.") == [(8, 19, "2025-03-01")]


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
        ("хиляда и петстотин евро", "1500 EUR"),
        ("два милиона и триста хиляди лева", "2300000 BGN"),
        ("2 милиона и триста хиляди лева", "2300000 BGN"),
        ("милион и половин евро", "1500000 EUR"),
        ("0 %", "0 %"),
        ("няколко хиляди и петстотин лева", ""),
        ("няколко милиона евро", ""),
        ("7 на сто", "7 %"),
        ("1 500 000.00 EUR", "1500000 EUR"),
        ("EUR 1 500 000.00", "1500000 EUR"),
        ("1,500,000 EUR", "1500000 EUR"),
        ("$1,500.50", "1500.5 USD"),
        ("1,500 EUR", "1.5 EUR"),
        ("1’500 CHF", "1500 CHF"),
        ("0.500 км", "0.5 km"),
        ("EUR 5–10 million", "5000000–10000000 EUR"),
    ],
)
def test_an_amount_has_one_value_however_it_is_written(text, value):
    assert amounts.find(f"({text})") == [(1, 1 + len(text), value)]


@pytest.mark.parametrize("stroke", ["/", " / ", " (", "–"])
def test_of_a_dual_price_both_sums_are_whole(stroke):
    for text in (f"19,99 лв.{stroke}10,22 €", f"10,22 €{stroke}19,99 лв."):
        values = {value for *_, value in amounts.find(text)}
        assert values == {"19.99 BGN", "10.22 EUR"}


@pytest.mark.parametrize(
    "text",
    ["1.2.3.4 км", "10/20 лв.", "1 234 567 890 123 456 789 012 345 678 €", "12.345.67 €"],
)
def test_no_sum_begins_or_ends_inside_a_number(text):
    assert amounts.find(text) == []


def test_behind_a_year_a_number_may_begin():
    assert [value for *_, value in amounts.find("През 2024 500 млн. евро")] == ["500000000 EUR"]


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
        ("Госпожо Председател, уважаеми колеги", []),
        ("Г-н Комисар, доволен ли сте", []),
        ("Господин Министър-председател, моля", []),
        ("Господин Председател-докладчик, моля", []),
        ("Господин Върховен представител, моля", []),
        ("Госпожо Председател Метсола, моля", ["Метсола"]),
        ("проф. Д-р Иван Петров", ["Иван Петров"]),
        ("генерал Крал-Леш", ["Крал-Леш"]),
        ("директорът на „Булгаргаз“ Деница Златева", ["Деница Златева"]),
        ("посланикът на Украйна в София Олеся Илащук", ["Олеся Илащук"]),
        ("говорителят на Белия дом Каролайн Левит", ["Каролайн Левит"]),
        ("президентът на Европейската инвестиционна банка Надя Калвиньо", ["Надя Калвиньо"]),
        ("директорът на Агенцията за киберсигурност (ENISA) Юхан Лепасаар", ["Юхан Лепасаар"]),
        ("съдия-докладчикът Мария Петрова", ["Мария Петрова"]),
        ("Комисарят, отговарящ за търговията, Марош Шефчович каза", ["Марош Шефчович"]),
        (
            "заместник-председател, отговарящ за сближаването и реформите, Рафаеле Фито",
            ["Рафаеле Фито"],
        ),
        ("Комисарят, отговарящ за търговията, заяви, че Европа е готова", []),
        ("директорът на дирекция „Комуникации“ Яна Стоева", ["Яна Стоева"]),
        ('директорът на дирекция "Комуникации" Яна Стоева', ["Яна Стоева"]),
        ("комисар по услугите и Съюза на спестяванията Мария Албукерке", ["Мария Албукерке"]),
        ("министърът на труда и Иван Петров", []),
        ("докладчикът (ЕНП, Германия) защити Директивата", []),
        ("кметът на общината посети Русе", []),
    ],
)
def test_only_who_has_a_title_is_a_person(text, names):
    assert [name for *_, name in people.find(text)] == names


REPEATED = (
    "123 456 ",
    "сто и ",
    "€1",
    "1.123.",
    "от 1 до ",
    "1, 2 и 3 ",
    "2 млн. ",
    "Министри Иван, ",
    "министър, отговарящ за ",
    "директор (а) ",
)
FINDERS = (amounts.find, people.find, periods.find)


@pytest.mark.parametrize("piece", REPEATED)
def test_a_long_text_of_one_piece_is_searched_through(piece):
    text = (piece * 200_000)[:200_000]
    for find in FINDERS:
        assert all(start < end <= len(text) for start, end, _ in find(text))


@pytest.mark.parametrize("find", FINDERS)
@pytest.mark.parametrize("piece", REPEATED)
def test_twice_the_text_is_twice_the_work(find, piece):
    find(piece)  # reads the lists
    assert steps(find, piece * 400) < 2.5 * steps(find, piece * 200)


def steps(find: Callable[[str], object], text: str) -> int:
    """Return how many functions are called, Python's own with them, to search a text."""
    calls: list[str] = []

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        if event in {"call", "c_call"}:
            calls.append(event)

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        find(text)
    finally:
        sys.setprofile(before)
    return len(calls)
