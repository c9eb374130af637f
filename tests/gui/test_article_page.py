"""The page: each character of the article has its place in the document, and back."""

import pytest

from reader.gui.article.page import Page
from reader.gui.article.styles import Look
from reader.gui.theme import LIGHT
from reader.model.article import (
    Article,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Source,
    Span,
    Table,
)
from reader.model.leaves import Kind
from reader.model.position import Extent, Position
from reader.settings import Typography
from tests.gui.article_sample import SAMPLE, SUBTITLE

pytestmark = pytest.mark.usefixtures("qapp")


def page_of(*blocks, subtitle=""):
    return Page(Article("", "bg", blocks, Source("text")), subtitle, Look(LIGHT, 18))


def paragraph(text):
    return Paragraph((Span(text),))


def text_blocks(page):
    block = page.document.begin()
    while block.isValid():
        yield block
        block = block.next()


TABLE = Table(((Span("Град"),), (Span("Брой"),)), (((Span("Русе"),), ()), ((Span("Лом"),),)))
PAGES = {
    "sample": (SAMPLE.blocks, SUBTITLE),
    "no title": ((paragraph("Само абзац."),), "12 май"),
    "table first and last": ((TABLE, paragraph("Между тях."), TABLE), ""),
    "wide letters": ((paragraph("Нота 𝄞 и знаме 🇧🇬 в реда."), paragraph("След тях.")), ""),
    "line ends within": ((paragraph("ред\nвтори\r\nтрети\u2029край"), paragraph("след")), ""),
    "nothing to see": ((Figure(""), Table((), ()), paragraph("край")), ""),
    "empty": ((), ""),
}


@pytest.mark.parametrize("name", PAGES)
def test_no_block_of_the_document_is_empty(name):
    blocks, subtitle = PAGES[name]
    if name != "empty":
        assert all(block.text() for block in text_blocks(page_of(*blocks, subtitle=subtitle)))


@pytest.mark.parametrize("name", PAGES)
def test_places_go_to_the_document_and_back(name):
    blocks, subtitle = PAGES[name]
    page = page_of(*blocks, subtitle=subtitle)
    for number, leaf in enumerate(page.outline.leaves):
        chars = range(len(leaf.text) + 1)
        found = [page.place(page.document_position(Position(number, char))) for char in chars]
        if leaf.kind is not Kind.TABLE:  # the bars between its cells are not on the page
            assert found == [Position(number, char) for char in chars]
        assert found == sorted(found)


@pytest.mark.parametrize("name", ["sample", "wide letters", "table first and last"])
def test_the_document_has_the_articles_letters(name):
    blocks, subtitle = PAGES[name]
    page = page_of(*blocks, subtitle=subtitle)
    for number, leaf in enumerate(page.outline.leaves):
        for char, letter in enumerate(leaf.text):
            if leaf.kind is Kind.TABLE and letter in " |\n":
                continue
            assert page.cursor(Extent(number, char, char + 1)).selectedText() == letter


def test_a_place_in_the_subtitle_counts_as_the_end_of_the_title():
    page = page_of(*SAMPLE.blocks, subtitle=SUBTITLE)
    title = len(page.outline.leaves[0].text)
    inside = title + 10
    assert page.document.findBlock(inside).text() == SUBTITLE
    assert page.place(inside) == Position(0, title)
    assert page.within(inside, forward=True) == page.document_position(Position(1, 0))
    assert page.within(inside, forward=False) == title


def test_the_subtitle_describes_the_title_or_the_first_leaf():
    assert page_of(paragraph("а"), Heading(1, (Span("б"),)), subtitle="в").described() == 1
    assert page_of(paragraph("а"), subtitle="в").described() == 0
    assert page_of(paragraph("а")).described() is None


def test_lists_are_numbered_as_in_the_article():
    item = (paragraph("точка"),)
    quoted = (paragraph("точка"), Quote((paragraph("цитат"),)))
    page = page_of(ListBlock(True, (item, quoted, item)), ListBlock(True, (item, item)))
    numbers = [
        block.textList().itemText(block)
        for block in text_blocks(page)
        if block.textList() is not None
    ]
    assert numbers == ["1.", "2.", "3.", "1.", "2."]


def test_a_column_is_62_to_72_characters_wide():
    page = page_of(*SAMPLE.blocks)
    page.document.setTextWidth(1400)
    page.document.rootFrame().setFrameFormat(page.styles.frame(1400))
    block = page.document.findBlock(page.document_position(Position(4, 0)))
    page.document.documentLayout().blockBoundingRect(block)
    layout = block.layout()
    lengths = [layout.lineAt(number).textLength() for number in range(layout.lineCount() - 1)]
    assert max(lengths) <= 72
    assert 56 <= sum(lengths) / len(lengths) <= Typography().column


def test_the_column_stands_in_the_middle_and_fills_a_narrow_window():
    styles = page_of(paragraph("а")).styles
    wide = styles.frame(2000)
    assert wide.leftMargin() == wide.rightMargin()
    assert 2000 - wide.leftMargin() - wide.rightMargin() == pytest.approx(styles.column())
    narrow = styles.frame(400)
    assert narrow.leftMargin() == narrow.rightMargin() == 24


def test_headings_have_more_room_above_than_below():
    page = page_of(*SAMPLE.blocks)
    for block in text_blocks(page):
        form = block.blockFormat()
        if form.headingLevel() > 1:
            assert form.topMargin() > form.bottomMargin() > 0


def test_quotations_on_end_share_one_rule():
    page = page_of(
        Quote((paragraph("едно"), paragraph("две"))), paragraph("между"), Quote((paragraph("три"),))
    )
    assert len(page.ornaments) == 2
    assert page.document.findBlock(page.ornaments[0].start).text() == "едно"
    assert page.document.findBlock(page.ornaments[0].end).text() == "две"
