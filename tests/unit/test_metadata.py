"""What an article tells of itself: day, author, publisher."""

import pytest

from reader.model.raw import RawDocument, TagKind
from tests.unit.builders import (
    article,
    tagged,
    text_document,
)
from tests.unit.metadata_parts import DAY, TEXT, TITLE, above


@pytest.mark.parametrize(
    "line",
    [
        "15 октомври 2026 г.",
        "15.10.2026 г.",
        "2026-10-15",
        "Люксембург, 15 октомври 2026 г.",
        "15 октомври 2026 г., Люксембург",
        "Люксембург 15 октомври 2026 г.",
        "Четвъртък, 15 октомври 2026 г.",
        "Публикувано на 15 октомври 2026 г.",
        "Дата на публикуване: 15.10.2026",
        "Съобщение за медиите | 15 октомври 2026 г. | Люксембург",
        "Новина · 15 октомври 2026 г. · 14:30 ч.",
        "Прессъобщение 15-10-2026 - 09:05",
        "Published on October 15, 2026",
        "Press release, 15 October 2026",
        "IP/26/1204 – 15 октомври 2026 г.",
    ],
)
def test_the_day_is_found_in_what_is_printed_round_the_title(line: str) -> None:
    found = article(above(line))
    assert found.published == DAY
    assert found.title == TITLE
    assert len(found.blocks) == 4


@pytest.mark.parametrize(
    "line",
    [
        "Краен срок: 15 октомври 2026 г.",
        "Начало 15 октомври 2026 г.",
        "Последна актуализация: 15 октомври 2026 г.",
        "Регистрация до 15 октомври 2026 г.",
        "Изложбата е открита от 15 октомври 2026 г. в Пловдив.",
        "От 15 октомври 2026 г. до 20 октомври 2026 г.",
        "31 февруари 2026 г.",
    ],
)
def test_other_dates_are_no_day_of_publication(line: str) -> None:
    assert article(above(line)).published is None


def test_a_date_below_a_heading_belongs_to_it() -> None:
    paragraph = TagKind.PARAGRAPH
    lines = (
        tagged(TITLE, TagKind.TITLE, 1),
        tagged("Кога се кандидатства", TagKind.HEADING, 2),
        tagged("15 октомври 2026 г.", paragraph, 3),
    )
    assert article(text_document(*lines)).published is None
    assert article(text_document(lines[0], lines[2])).published == DAY


def test_a_date_that_ends_a_wrapped_title_is_part_of_it() -> None:
    title = "Кандидатстването за средства за читалищата\nв малките населени места приключва на"
    found = article(f"{title}\n1 март 2027 г.\n15 октомври 2026 г.\n{TEXT}")
    assert found.title.endswith("приключва на 1 март 2027 г.")
    assert found.published == DAY


def test_a_dateline_is_the_day_of_the_report() -> None:
    assert article(above(f"Люксембург, 15 октомври 2026 г. – {TEXT}")).published == DAY
    assert (
        article(above(f"На срещата в Люксембург, 15 октомври 2026 г. – {TEXT}")).published is None
    )


def test_the_day_and_the_author_may_stand_below_the_text() -> None:
    found = article(f"{above()}\n{TEXT}\n{TEXT}\nАвтор: Мария Иванова\n\nСофия, 15.10.2026 г.\n")
    assert (found.published, found.author) == (DAY, "Мария Иванова")


def test_a_print_date_is_no_day_of_publication() -> None:
    assert article(f"15.10.2026 г., 9:20 ч. {TITLE}\n\n{above()}").published is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Автор: Мария Иванова", "Мария Иванова"),
        ("Автори: Мария Иванова, Петър ван дер Меер", "Мария Иванова, Петър ван дер Меер"),
        ("Автор: Мария Иванова, кореспондент в Брюксел", "Мария Иванова"),
        ("от Мария Иванова и Петър Колев | 15 октомври 2026 г.", "Мария Иванова и Петър Колев"),
        ("By Anna Schmidt, 15 October 2026", "Anna Schmidt"),
        ("Автор: БТА", "БТА"),
        ("Говорител: Мария Иванова", None),
        ("За контакти: Мария Иванова, тел. 02 123 45 67", None),
        ("от всички държави", None),
        ("Снимка: Мария Иванова", None),
    ],
)
def test_authors_are_known_by_their_byline(line: str, author: str | None) -> None:
    assert article(above(line)).author == author


def test_an_institution_in_a_byline_is_the_publisher() -> None:
    found = article(above("Автор: Европейска сметна палата"))
    assert (found.author, found.source.publisher) == (None, "eca")


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"ЕВРОПЕЙСКА КОМИСИЯ\n\n{above()}", "ec"),
        (f"Съвет на ЕС – Съобщение за медиите\n\n{above()}", "council"),
        (above("IP/26/1204"), "ec"),
        (above("15-10-2026 20261015IPR01234"), "ep"),
        (above("Европейският парламент одобри правилата."), None),
        (above(), None),
    ],
)
def test_the_publisher_shows_by_letterhead_and_number(text: str, publisher: str | None) -> None:
    assert article(text).source.publisher == publisher


def test_an_address_tells_the_publisher_before_any_letterhead() -> None:
    lines = text_document("Европейска комисия", TITLE, *TEXT.split("\n\n")).lines
    assert article(RawDocument("text", lines)).source.publisher == "ec"
    elsewhere = RawDocument("text", lines, address="https://example.org/novini")
    assert article(elsewhere).source.publisher is None
