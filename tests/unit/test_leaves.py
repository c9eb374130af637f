"""An article's leaves: each piece once, in the order of reading."""

import dataclasses

import pytest

from reader.model.article import (
    Article,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    ParagraphRole,
    Quote,
    Source,
    Span,
    Table,
    plain,
)
from reader.model.leaves import Kind, ListPlace, leaves
from reader.model.position import START, Position


def spans(*words):
    return tuple(Span(word) for word in words)


def said(text, role=ParagraphRole.BODY):
    return Paragraph(spans(text), role)


def article(*blocks):
    return Article("Заглавие", "bg", blocks, Source("text"))


def found(*blocks):
    return [(leaf.kind, leaf.text) for leaf in leaves(article(*blocks))]


def test_each_kind_of_block_has_its_kind_of_leaf():
    assert found(
        Heading(1, spans("Заглавие")),
        said("15 май 2026 г.", ParagraphRole.DATE),
        said("Накратко.", ParagraphRole.LEAD),
        Heading(3, spans("Раздел")),
        said("Текст."),
        Quote((said("„Цитат.“"),)),
        Figure("Карта на Съюза"),
        Footnote("1", spans("Бележка.")),
        Notice(spans("Това е машинен превод.")),
    ) == [
        (Kind.TITLE, "Заглавие"),
        (Kind.DATE, "15 май 2026 г."),
        (Kind.LEAD, "Накратко."),
        (Kind.HEADING, "Раздел"),
        (Kind.PARAGRAPH, "Текст."),
        (Kind.QUOTE, "„Цитат.“"),
        (Kind.FIGURE, "Карта на Съюза"),
        (Kind.FOOTNOTE, "[1] Бележка."),
        (Kind.NOTICE, "Това е машинен превод."),
    ]


def test_a_heading_says_its_level_and_other_leaves_have_none():
    levels = [leaf.level for leaf in leaves(article(Heading(4, spans("Раздел")), said("Текст.")))]
    assert levels == [4, 0]


def test_items_say_where_in_the_list_they_stand():
    listed = ListBlock(ordered=True, items=((said("едно"),), (said("две"),)))
    places = [leaf.place for leaf in leaves(article(listed))]
    assert places == [ListPlace(1, 2, 1, ordered=True), ListPlace(2, 2, 1, ordered=True)]


def test_a_list_in_a_list_is_deeper_and_counted_by_itself():
    inner = ListBlock(ordered=False, items=((said("първа"),), (said("втора"),)))
    outer = ListBlock(ordered=True, items=((said("едно"), inner), (said("две"),)))
    assert [(leaf.text, leaf.place) for leaf in leaves(article(outer))] == [
        ("едно", ListPlace(1, 2, 1, ordered=True)),
        ("първа", ListPlace(1, 2, 2, ordered=False)),
        ("втора", ListPlace(2, 2, 2, ordered=False)),
        ("две", ListPlace(2, 2, 1, ordered=True)),
    ]


def test_an_item_of_two_paragraphs_is_two_leaves_at_one_place():
    listed = ListBlock(ordered=False, items=((said("първо"), said("и още")),))
    assert [(leaf.kind, leaf.place.index) for leaf in leaves(article(listed))] == [
        (Kind.ITEM, 1),
        (Kind.ITEM, 1),
    ]


def test_a_quotation_of_two_paragraphs_is_two_leaves_and_its_speaker_a_third():
    quotation = Quote((said("„Едно."), said("Две.“")), spans("Елена Примерова"))
    assert found(quotation) == [
        (Kind.QUOTE, "„Едно."),
        (Kind.QUOTE, "Две.“"),
        (Kind.PARAGRAPH, "Елена Примерова"),
    ]


def test_a_table_is_one_leaf_with_a_row_a_line():
    table = Table(
        header=(spans("Държава"), spans("Библиотеки")),
        rows=((spans("България"), spans("2", "7")), (spans("Румъния"), spans("41"))),
        caption=spans("Участници"),
    )
    (leaf,) = leaves(article(table))
    assert leaf.text == "Участници\nДържава | Библиотеки\nБългария | 27\nРумъния | 41"
    assert [[plain(cell) for cell in row] for row in leaf.rows] == [
        ["Държава", "Библиотеки"],
        ["България", "27"],
        ["Румъния", "41"],
    ]


def test_a_table_without_names_of_columns_begins_with_its_first_row():
    (leaf,) = leaves(article(Table((), ((spans("едно"), spans("две")),))))
    assert leaf.text == "едно | две"
    assert len(leaf.rows) == 1


@pytest.mark.check("A67", "Pictures are told by their alternative text")
def test_a_figures_caption_comes_before_its_alternative_text():
    assert found(Figure("снимка", spans("Четецът в Пловдив"))) == [
        (Kind.FIGURE, "Четецът в Пловдив")
    ]


def test_a_leaf_keeps_its_spans():
    link = Span("каталога", strong=True, link="https://example.eu", language="bg")
    (leaf,) = leaves(article(Paragraph((Span("Вижте "), link))))
    assert leaf.spans == (Span("Вижте "), link)
    assert leaf.text == "Вижте каталога"


def test_an_empty_article_has_no_leaves():
    assert leaves(article()) == ()


@pytest.mark.check("A15", "The reading order is right")
def test_positions_stand_in_the_order_of_reading():
    assert (START.block, START.char) == (0, 0)
    assert sorted([Position(2, 0), Position(0, 9), Position(0, 1)]) == [
        Position(0, 1),
        Position(0, 9),
        Position(2, 0),
    ]


def test_an_article_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        article().title = "Друго"
