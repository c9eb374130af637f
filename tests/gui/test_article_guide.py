"""What leads the eye: the line that is read is lit, or the other paragraphs stand back."""

import pytest
from PySide6.QtGui import QColor

from reader.gui.article.styles import Look
from reader.gui.theme import DARK, LIGHT, WHITE_ON_BLACK
from reader.model.position import Extent, Position
from reader.settings import Guide, Typography

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK, WHITE_ON_BLACK])
PLACE = Position(4, 120)  # in the second line of a paragraph


def guided(view, guide, palette=LIGHT):
    view.set_look(Look(palette, 18, Typography(guide=guide)))
    view.go(PLACE)
    return view


def edge_pixels(view):
    """Return the colours down the left edge of the page, beside the text."""
    view.repaint()
    picture = view.viewport().grab().toImage()
    return [picture.pixelColor(2, row) for row in range(picture.height())]


def lit_rows(view, palette):
    colours = edge_pixels(view)
    return [row for row, colour in enumerate(colours) if colour == QColor(palette.hover)]


def line_of(view, place):
    area = view.screen_area(Extent(place.block, place.char, place.char))
    return view.viewport().mapFromGlobal(area.center()).y()


@PALETTES
def test_the_line_that_is_read_is_lit_between_two_edges(view, palette):
    rows = lit_rows(guided(view, Guide.LINE, palette), palette)
    assert rows == list(range(rows[0], rows[-1] + 1))
    assert line_of(view, PLACE) in rows
    colours = edge_pixels(view)
    assert colours[rows[0] - 1] == colours[rows[-1] + 1] == QColor(palette.edge)


def test_the_light_follows_the_place_and_the_voice(view):
    first = lit_rows(guided(view, Guide.LINE), LIGHT)
    view.go(Position(4, 0))
    second = lit_rows(view, LIGHT)
    assert line_of(view, Position(4, 0)) in second
    assert second[-1] < first[-1]
    view.mark_spoken(Extent(4, 100, 140), Extent(4, 120, 124))
    assert lit_rows(view, LIGHT) == first


def test_without_a_guide_no_line_is_lit(view):
    assert lit_rows(guided(view, Guide.OFF), LIGHT) == []
    assert view.extraSelections() == []


def test_the_other_paragraphs_stand_back_but_can_be_read(view):
    guided(view, Guide.PARAGRAPH)
    marks = view.extraSelections()
    assert [mark.format.foreground().color() for mark in marks] == 2 * [QColor(LIGHT.muted)]
    text, leaves = "".join(mark.cursor.selectedText() for mark in marks), view.outline().leaves
    assert leaves[0].text in text
    assert leaves[3].text in text
    assert leaves[-1].text in text
    assert leaves[4].text not in text


def test_each_paragraph_comes_forward_as_it_is_read(view):
    guided(view, Guide.PARAGRAPH)
    for number, leaf in enumerate(view.outline().leaves):
        view.go(Position(number, 0))
        text = "".join(mark.cursor.selectedText() for mark in view.extraSelections())
        if not leaf.rows and len(leaf.text) > 20:
            assert leaf.text not in text
