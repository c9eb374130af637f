"""The page: each character of the article has its place in the document, and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetrics, QFontMetricsF, QRawFont

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
from reader.settings import OWN_FACE, TEXT_SIZES, Typography
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


@pytest.mark.parametrize("size", [18, 36])
def test_bullets_stand_off_their_words_and_words_stay_as_they_are(size):
    item = (paragraph("една дума"),)
    listed = ListBlock(False, (item, (*item, ListBlock(False, (item,)))))
    page = Page(Article("", "bg", (listed,), Source("text")), "", Look(LIGHT, size))
    bullets = [block for block in text_blocks(page) if block.textList() is not None]
    assert len(bullets) == 3
    for block in bullets:
        words = block.begin().fragment().charFormat().font()
        beside = QFontMetrics(block.charFormat().font()).horizontalAdvanceChar(" ")
        assert size * 0.4 <= beside <= size * 0.7  # the indent has room for that and the bullet
        assert words.stretch() in {0, 100}


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


def set_as(width=1280, size=18, **choices):
    """Return the sample's page in a window so wide, laid out."""
    page = Page(SAMPLE, SUBTITLE, Look(LIGHT, size, Typography(**choices)))
    page.document.setTextWidth(width)
    page.fit(width)
    page.document.documentLayout().documentSize()
    return page


def line_lengths(page, leaf=4):
    layout = page.document.findBlock(page.document_position(Position(leaf, 0))).layout()
    return [layout.lineAt(number).textLength() for number in range(layout.lineCount() - 1)]


@pytest.mark.check("A82", "Line, letter and paragraph spacing")
@pytest.mark.parametrize("column", [30, 50, 90])
@pytest.mark.parametrize("letter_spacing", [0, 15])
def test_lines_have_as_many_characters_as_the_person_wants(column, letter_spacing):
    lengths = line_lengths(set_as(2400, column=column, letter_spacing=letter_spacing))
    assert column * 0.75 < sum(lengths) / len(lengths) <= column * 1.05


def heights(page):
    block = page.document.findBlock(page.document_position(Position(4, 0)))
    lines = [block.layout().lineAt(number).y() for number in range(block.layout().lineCount())]
    return lines[1] - lines[0]


@pytest.mark.check("A26", "Text size")
def test_the_letters_grow_to_four_times_the_usual():
    usual, largest = (set_as(size=size).styles.font() for size in (18, TEXT_SIZES[-1]))
    assert QFontMetricsF(largest).xHeight() == pytest.approx(
        4 * QFontMetricsF(usual).xHeight(), 0.01
    )
    assert heights(set_as(size=TEXT_SIZES[-1])) == pytest.approx(4 * heights(set_as()), abs=4)


@pytest.mark.check("A82", "Line, letter and paragraph spacing")
def test_lines_stand_as_far_apart_as_the_person_wants():
    assert heights(set_as(size=20, line_spacing=155)) == 31
    assert heights(set_as(size=20, line_spacing=250)) == 50


@pytest.mark.check("A82", "Line, letter and paragraph spacing")
def test_paragraphs_stand_as_far_apart_as_the_person_wants():
    page = set_as(size=20, paragraph_spacing=200)
    form = page.document.findBlock(page.document_position(Position(4, 0))).blockFormat()
    assert form.bottomMargin() == 40


def test_text_goes_to_both_edges_where_the_person_wants_it_and_headings_never():
    page = set_as(justified=True)
    for number, leaf in enumerate(page.outline.leaves):
        if leaf.kind in {Kind.PARAGRAPH, Kind.HEADING}:
            block = page.document.findBlock(page.document_position(Position(number, 0)))
            justified = block.blockFormat().alignment() & Qt.AlignmentFlag.AlignJustify
            assert bool(justified) is (leaf.kind is Kind.PARAGRAPH)


@pytest.mark.check("A27", "Typeface")
def test_the_program_brings_a_face_with_all_bulgarian_letters():
    font = set_as().styles.font()
    assert QFontInfo(font).family() == OWN_FACE
    letters = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯабвгдежзийклмнопрстуфхцчшщъьюяѝЍ„“–…№€"
    assert all(QRawFont.fromFont(font).supportsCharacter(ord(letter)) for letter in letters)


@pytest.mark.check("A27", "Typeface")
def test_the_systems_own_face_can_be_had():
    wanted = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    found = set_as(face=None).styles.font()
    assert QFontInfo(found).family() == QFontInfo(wanted).family()


@pytest.mark.parametrize("size", [36, 54, 72])
@pytest.mark.parametrize("width", [900, 1024, 1280])
@pytest.mark.parametrize("face", [OWN_FACE, "DejaVu Serif"])
def test_no_heading_breaks_within_a_word(size, width, face):
    page = set_as(width, size, face=face)
    for number, leaf in enumerate(page.outline.leaves):
        if leaf.level:
            block = page.document.findBlock(page.document_position(Position(number, 0)))
            lines = (block.layout().lineAt(line) for line in range(block.layout().lineCount()))
            ends = [line.textStart() + line.textLength() for line in lines][:-1]
            assert [leaf.text[end - 1] for end in ends if leaf.text[end - 1] not in " -–"] == []


def test_a_heading_that_was_made_smaller_grows_again_with_the_window():
    page = set_as(500, 72)
    at = page.cursor(Extent(0, 0, 1))
    small = at.charFormat().font().pixelSize()
    page.fit(1800)
    assert page.cursor(Extent(0, 0, 1)).charFormat().font().pixelSize() > small >= 72


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
