"""From named blocks to the article."""

from datetime import date

import pytest

from reader.model.article import (
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    ParagraphRole,
    Quote,
    Span,
    Table,
    plain,
)
from reader.model.raw import RawDocument, RawLine, Run, Tag, TagKind
from reader.repair.assemble import assemble
from tests.unit.builders import KNOWLEDGE, article, tagged, text_document

TITLE = tagged("Награда за библиотеки", TagKind.TITLE, 1)
LONG = "Комисията обяви днес имената на отличените библиотеки в конкурса за достъпност. " * 3


def made(*lines, **known):
    return assemble(RawDocument("pdf", lines, **known), KNOWLEDGE)


def item(text, level=1, *, ordered=False, element=0):
    return tagged(text, TagKind.ITEM, element, level=level, ordered=ordered)


def cell(text, row, column, table=1):
    return tagged(text, TagKind.CELL, table, row=row, column=column)


def words(block):
    """Return a list as nested Python lists of words."""
    return [
        [words(inner) if isinstance(inner, ListBlock) else plain(inner.spans) for inner in entry]
        for entry in block.items
    ]


@pytest.mark.parametrize(
    ("kind", "block"),
    [
        (TagKind.TITLE, Heading(1, (Span("Текст"),))),
        (TagKind.PARAGRAPH, Paragraph((Span("Текст"),))),
        (TagKind.LEAD, Paragraph((Span("Текст"),), ParagraphRole.LEAD)),
        (TagKind.DATE, Paragraph((Span("Текст"),), ParagraphRole.DATE)),
        (TagKind.FIGURE, Figure("Текст")),
        (TagKind.FOOTNOTE, Footnote("", (Span("Текст"),))),
        (TagKind.NOTICE, Notice((Span("Текст"),))),
        (TagKind.QUOTE, Quote((Paragraph((Span("Текст"),)),))),
        (TagKind.CELL, Table((), (((Span("Текст"),),),))),
        (TagKind.ITEM, ListBlock(ordered=False, items=((Paragraph((Span("Текст"),)),),))),
    ],
)
def test_each_kind_makes_its_block(kind, block):
    assert made(tagged("Текст", kind, 1)).blocks == (block,)


def test_a_heading_that_is_not_the_title_has_level_two_or_deeper():
    found = made(
        tagged("Едно", TagKind.HEADING, 1, level=0), tagged("Две", TagKind.HEADING, 2, level=3)
    )
    assert [block.level for block in found.blocks] == [2, 3]


def test_the_title_shown_comes_before_the_one_that_the_file_names():
    assert made(TITLE, title="novina.indd").title == "Награда за библиотеки"
    assert made(tagged("Текст.", TagKind.PARAGRAPH, 1), title=" Новина ").title == "Новина"


def test_without_any_title_the_text_begins_it():
    assert made(tagged("Кратък текст.", TagKind.PARAGRAPH, 1)).title == "Кратък текст."
    long = made(tagged(LONG, TagKind.PARAGRAPH, 1)).title
    assert len(long) <= 121
    assert long.endswith("…")
    assert LONG.startswith(long[:-1] + " ")


def test_a_document_without_lines_is_an_article_without_a_name():
    assert made().title == ""
    assert made().blocks == ()


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("15 октомври 2026 г.", date(2026, 10, 15)),
        ("1 МАЙ 2026", date(2026, 5, 1)),
        ("15.10.2026 г.", date(2026, 10, 15)),
        ("7 February 2026", date(2026, 2, 7)),
        ("31.02.2026", None),
        ("31 ноември 2026 г.", None),
    ],
)
def test_the_date_shown_is_the_day_of_publication(printed, day):
    found = made(TITLE, tagged(printed, TagKind.DATE, 2))
    assert found.published == day
    assert plain(found.blocks[1].spans) == printed


def test_the_first_date_that_is_a_day_counts():
    dates = ("31.02.2026", "1.03.2026", "2.03.2026")
    found = made(*(tagged(text, TagKind.DATE, n) for n, text in enumerate(dates)))
    assert found.published == date(2026, 3, 1)


def test_a_date_in_the_running_text_is_no_day_of_publication():
    text = "Срещата се премества за 15 октомври 2026 г."
    assert made(tagged(text, TagKind.PARAGRAPH, 1)).published is None


def test_items_of_one_sort_are_one_list():
    (found,) = made(item("едно"), item("две")).blocks
    assert words(found) == [["едно"], ["две"]]


def test_numbered_and_bulleted_items_are_lists_of_their_own():
    found = made(item("едно", ordered=True), item("две"), item("три")).blocks
    assert [(block.ordered, len(block.items)) for block in found] == [(True, 1), (False, 2)]


def test_deeper_items_go_into_the_item_above():
    lines = [
        item(text, level) for text, level in (("а", 1), ("б", 2), ("в", 3), ("г", 2), ("д", 1))
    ]
    (found,) = made(*lines).blocks
    assert words(found) == [["а", [["б", [["в"]]], ["г"]]], ["д"]]


def test_a_list_that_begins_deep_loses_no_item():
    (found,) = made(item("а", 3), item("б", 1), item("в", 2)).blocks
    assert "".join(str(words(found)).split("'")[1::2]) == "абв"


def paragraph_of_item(text, element, part):
    return tagged(text, TagKind.ITEM, element, level=1, part=part)


def test_further_paragraphs_go_into_their_own_item_alone():
    lines = [("а", 1, 0), ("б", 1, 1), ("в", 2, 1), ("г", 2, 2)]
    (found,) = made(*(paragraph_of_item(*line) for line in lines)).blocks
    assert words(found) == [["а", "б"], ["в", "г"]]


def test_further_paragraphs_stay_with_one_that_was_corrected():
    (found,) = made(item("а", element=-2), paragraph_of_item("б", 1, 1)).blocks
    assert words(found) == [["а", "б"]]


def test_text_between_items_parts_the_lists():
    found = made(item("едно"), tagged("Текст.", TagKind.PARAGRAPH, 5), item("две")).blocks
    assert [type(block) for block in found] == [ListBlock, Paragraph, ListBlock]


def test_cells_of_a_row_stand_together():
    (found,) = made(cell("а", 1, 0), cell("б", 1, 1), cell("в", 2, 0), cell("г", 2, 1)).blocks
    assert [[plain(x) for x in row] for row in found.rows] == [["а", "б"], ["в", "г"]]


def test_a_row_number_that_falls_back_begins_a_new_table():
    found = made(cell("а", 1, 0), cell("б", 2, 0), cell("в", 1, 0)).blocks
    assert [len(table.rows) for table in found] == [2, 1]


def test_a_row_of_another_table_begins_a_new_one():
    found = made(cell("а", 0, 0), cell("б", 0, 1), cell("в", 0, 0, 2), cell("г", 0, 1, 2)).blocks
    assert [[plain(x) for x in table.rows[0]] for table in found] == [["а", "б"], ["в", "г"]]


def test_cells_corrected_by_hand_stay_in_their_row():
    (found,) = made(cell("а", 0, 0), cell("б", 0, 1, -2), cell("в", 0, 2, -3)).blocks
    assert [plain(x) for x in found.rows[0]] == ["а", "б", "в"]


def test_a_quotation_that_is_open_takes_in_the_next_paragraph():
    first, second, third = (
        tagged(text, TagKind.QUOTE, n) for n, text in enumerate(("„Едно.", "Две.“", "„Три.“"))
    )
    found = made(first, second, third).blocks
    assert [len(quotation.blocks) for quotation in found] == [2, 1]


def test_a_quotation_never_closed_is_not_lost():
    (found,) = made(tagged("„Едно.", TagKind.QUOTE, 1)).blocks
    assert plain(found.blocks[0].spans) == "„Едно."


def test_a_notes_label_is_told_from_its_text():
    (found,) = made(tagged("[12] Вж. приложението.", TagKind.FOOTNOTE, 1)).blocks
    assert found == Footnote("12", (Span("Вж. приложението."),))


def test_style_and_address_become_spans_and_colour_is_forgotten():
    runs = (
        Run("Вижте ", colour=(0, 0, 0)),
        Run("ка", bold=True, link="https://example.eu", colour=(0, 0, 255)),
        Run("талога", bold=True, link="https://example.eu", colour=(0, 0, 254)),
        Run(" тук", italic=True),
    )
    (found,) = made(RawLine(runs, tag=Tag(TagKind.PARAGRAPH, 1))).blocks
    assert found.spans == (
        Span("Вижте "),
        Span("каталога", strong=True, link="https://example.eu"),
        Span(" тук", emphasis=True),
    )


def test_documents_named_in_the_text_are_listed_once():
    text = "Директива (ЕС) 2019/882 е в сила. Директива (ЕС) 2019/882 важи за всички."
    found = made(tagged(text, TagKind.PARAGRAPH, 1)).references
    assert len(found) == 1
    assert "32019L0882" in found[0].address


def test_where_the_article_came_from_is_kept():
    found = made(TITLE, address="https://example.eu/bg/nagrada")
    assert found.source.format == "pdf"
    assert found.source.address == "https://example.eu/bg/nagrada"
    assert article(text_document("Текст.")).source.format == "text"
