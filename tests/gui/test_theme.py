"""The colours of the window, measured; and a style sheet that Qt takes without complaint."""

import re
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from reader.gui import colours
from reader.gui.theme import (
    BLACK_ON_WHITE,
    DARK,
    LIGHT,
    WHITE_ON_BLACK,
    application_palette,
    application_style,
    own,
    page_size,
    palette_for,
)
from reader.paths import resource
from reader.settings import TEXT_SIZES, Settings, Theme

OURS = {"light": (LIGHT, 5.5, 3), "dark": (DARK, 5.5, 3)}
HIGH = {"black on white": (BLACK_ON_WHITE, 7, 4.5), "white on black": (WHITE_ON_BLACK, 7, 4.5)}
EVERY = {**OURS, **HIGH}
PALETTES = pytest.mark.parametrize("palette", [each for each, *_ in EVERY.values()], ids=EVERY)
GOALS = pytest.mark.parametrize(("palette", "text", "edge"), EVERY.values(), ids=EVERY)
# Letters and what they may stand on: the page, the panels, what is lit, selected, spoken.
LETTERS = (
    *product(("text", "muted", "link"), ("page", "panel", "hover")),
    *product(("text", "link"), ("selection", "sentence")),
    ("word_text", "word"),
    ("page", "link"),  # the main button of a dialog
)
# Rings, edges and marks, and what they must be seen on.
EDGES = (
    *product(("focus",), ("page", "panel", "hover", "selection")),
    *product(("edge",), ("page", "panel", "hover")),
    ("link", "selection"),
)
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(palette, pairs, least):
    """Return the pairs that stand out from each other by less."""
    ratios = {
        pair: contrast(getattr(palette, pair[0]), getattr(palette, pair[1])) for pair in pairs
    }
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


def icon_colour(palette, name):
    drawing = (resource("icons") / palette.tone / f"{name}.svg").read_text("utf-8")
    return re.search("#[0-9A-F]{6}", drawing).group()


def test_contrast_is_measured_as_the_standard_says():
    for measure in (contrast, colours.contrast):
        assert measure("#FFFFFF", "#000000") == pytest.approx(21)
        assert measure("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.check("A44", "Text contrast of 4.5 : 1")
@GOALS
def test_letters_stand_out_from_all_they_may_stand_on(palette, text, edge):
    assert too_faint(palette, LETTERS, text) == {}


@pytest.mark.check("A45", "Contrast of edges and focus of 3 : 1")
@pytest.mark.check("A48", "The focus is visible")
@GOALS
def test_rings_edges_and_marks_can_be_seen(palette, text, edge):
    assert too_faint(palette, EDGES, edge) == {}


@PALETTES
def test_drawn_signs_can_be_seen(palette):
    for name, ground in (("down", "page"), ("up", "page"), ("tick", "page"), ("check", "link")):
        assert contrast(icon_colour(palette, name), getattr(palette, ground)) >= 3


@pytest.mark.check("A28", "Colours of one's own choice")
@pytest.mark.check("A44", "Text contrast of 4.5 : 1")
@given(COLOURS, COLOURS)
@example("#000000", "#777777")
@example("#FFFFFF", "#767676")
def test_around_a_persons_own_colours_everything_can_be_read_and_seen(ink, paper):
    palette, ratio = own(ink, paper), contrast(ink, paper)
    assert (palette.text, palette.page) == (ink, paper)
    if ratio >= 4.5:
        assert too_faint(palette, LETTERS, 5.5 if ratio > 6.2 else 4.5) == {}
    else:  # the person has been warned, and gets what was asked for
        assert too_faint(palette, LETTERS, 0.89 * ratio) == {}
    assert too_faint(palette, EDGES, 3) == {}
    assert contrast(icon_colour(palette, "down"), palette.page) >= 3


@given(COLOURS)
def test_the_tick_in_a_box_can_be_seen_on_every_page(paper):
    palette = own(colours.BLACK if contrast(paper, "#000000") > 4.5 else colours.WHITE, paper)
    assert contrast(icon_colour(palette, "check"), palette.link) >= 3


@PALETTES
@pytest.mark.parametrize("size", [TEXT_SIZES.start, 18, TEXT_SIZES.stop - 1])
def test_the_style_sheet_is_complete_and_understood(qtbot, qtlog, palette, size):
    widget = QWidget()
    qtbot.addWidget(widget)
    style = application_style(palette, size)
    widget.setStyleSheet(style)
    widget.show()
    assert "$" not in style
    assert not [record for record in qtlog.records if "parse" in record.message]


def test_the_window_grows_only_so_far_that_it_leaves_the_page_room():
    assert application_style(LIGHT, TEXT_SIZES[-1]) == application_style(LIGHT, 36)


@PALETTES
@pytest.mark.check("A48", "The focus is visible")
def test_the_ring_can_be_seen_on_the_main_button_of_a_dialog(qtbot, palette):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    button = QPushButton("OK", dialog)
    button.setDefault(True)
    dialog.setStyleSheet(application_style(palette, 18))
    dialog.show()
    dialog.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    picture = button.grab().toImage()
    assert picture.pixelColor(1, picture.height() // 2) == QColor(palette.focus)


def test_larger_text_makes_a_larger_window_style():
    assert application_style(LIGHT, 36) != application_style(LIGHT, 18)


@pytest.mark.parametrize(
    ("theme", "dark", "more", "expected"),
    [
        (Theme.LIGHT, True, True, LIGHT),
        (Theme.DARK, False, False, DARK),
        (Theme.BLACK_ON_WHITE, True, False, BLACK_ON_WHITE),
        (Theme.WHITE_ON_BLACK, False, False, WHITE_ON_BLACK),
        (Theme.SYSTEM, False, False, LIGHT),
        (Theme.SYSTEM, True, False, DARK),
        (Theme.SYSTEM, False, True, BLACK_ON_WHITE),
        (Theme.SYSTEM, True, True, WHITE_ON_BLACK),
    ],
)
def test_the_system_decides_where_the_person_leaves_it_to_it(theme, dark, more, expected):
    found = palette_for(Settings(theme=theme), system_dark=dark, system_contrast=more)
    assert found == expected


@pytest.mark.parametrize("more", [True, False])
def test_a_persons_own_colours_come_before_the_systems(more):
    chosen = replace(Settings(), theme=Theme.OWN, ink="#FFFF00", paper="#000033")
    palette = palette_for(chosen, system_dark=False, system_contrast=more)
    assert (palette.text, palette.page, palette.tone) == ("#FFFF00", "#000033", "dark")


def test_the_page_has_its_usual_letters_where_the_systems_are_usual():
    assert page_size(15) == Settings().text_size
    assert page_size(30) == 2 * Settings().text_size


@PALETTES
@pytest.mark.check("A28", "Colours of one's own choice")
def test_what_no_style_sheet_reaches_has_the_same_colours(palette):
    colours = application_palette(palette)
    hint = colours.color(QPalette.ColorRole.PlaceholderText)
    assert hint == QColor(palette.muted)
    assert colours.color(QPalette.ColorRole.Base) == QColor(palette.page)
