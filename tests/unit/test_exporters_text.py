"""Plain text that reads well, one paragraph a line."""

from datetime import UTC, date, datetime

from reader.exporters import text
from reader.model.article import (
    Article,
    Block,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Source,
    Span,
    Table,
)


def words(said: str) -> Paragraph:
    return Paragraph((Span(said),))


def render(*blocks: Block) -> str:
    return text.render(Article("Заглавие", "bg", blocks, Source("text")))


def test_a_paragraph_is_a_line_below_the_title() -> None:
    assert render(words("Едно."), words("Две\nреда.")) == "Заглавие\n\nЕдно.\n\nДве реда.\n"


def test_a_shown_title_stands_once() -> None:
    assert render(Heading(1, (Span("Заглавие"),)), words("Текст.")) == "Заглавие\n\nТекст.\n"


def test_the_address_stands_after_the_words_of_a_link() -> None:
    spans = (
        Span("Вижте "),
        Span("реч", link="https://a.b/"),
        Span("та ", strong=True, link="https://a.b/"),
        Span("или "),
        Span("https://c.d/", link="https://c.d/"),
        Span("."),
    )
    assert "Вижте речта (https://a.b/) или https://c.d/." in render(Paragraph(spans))


def test_an_inferred_address_does_not_break_up_the_words() -> None:
    spans = (Span("Вж. "), Span("IP/25/467", link="https://a.b/", inferred=True), Span("."))
    assert "Вж. IP/25/467." in render(Paragraph(spans))


def test_lists_have_markers_and_indents() -> None:
    inner = ListBlock(ordered=True, items=((words("а"), words("още")), (words("б"),)))
    outer = ListBlock(ordered=False, items=((words("едно"), inner), (words("две"),)))
    assert "– едно\n    1. а\n       още\n    2. б\n– две" in render(outer)


def test_quotations_are_indented_and_headings_stand_apart() -> None:
    assert render(words("А."), Quote((words("„Б.“"),)), Heading(2, (Span("В"),))) == (
        "Заглавие\n\nА.\n\n    „Б.“\n\n\nВ\n"
    )


def test_a_table_has_a_row_a_line() -> None:
    table = Table(((Span("А"),), (Span("Б"),)), (((Span("1"),), (Span("2"),)),), (Span("Дял"),))
    assert "Дял\nА | Б\n1 | 2" in render(table)


def test_where_it_comes_from_stands_at_the_end() -> None:
    article = Article(
        "Заглавие",
        "bg",
        (words("Текст."),),
        Source("pdf", "x.pdf", None, datetime(2025, 2, 12, tzinfo=UTC), "ecb"),
        date(2025, 2, 11),
        "https://www.ecb.europa.eu/x.en.html",
        machine_translated=True,
    )
    assert text.render(article).endswith(
        "Текст.\n\n"
        "Публикувана на: 2025-02-11\n"
        "Издател: Европейска централна банка\n"
        "Източник: x.pdf\n"
        "Оригинал: https://www.ecb.europa.eu/x.en.html\n"
        "Получена на: 2025-02-12\n"
        "Машинен превод.\n"
        "© Европейска централна банка, 2025. Повторна употреба с посочване на източника. "
        "Направени са промени.\n"
    )


def test_an_english_article_gets_english_words() -> None:
    article = Article("Title", "en", (), Source("pdf", "x.pdf"))
    changed = "The form was changed and is not the publisher’s own."
    assert text.render(article) == f"Title\n\nSource: x.pdf\n{changed}\n"
