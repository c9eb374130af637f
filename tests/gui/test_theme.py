"""The colours of the window, measured; and a style sheet that Qt takes without complaint."""

from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from reader.gui.theme import DARK, LIGHT, application_palette, application_style, palette_for
from reader.settings import TEXT_SIZES, Settings, Theme

TEXT = 5.5
EDGE = 3.0
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("page", "panel")
ON_GROUNDS = ("text", "muted", "link")
ON_MARKED = ("selection", "hover", "sentence")


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


def test_contrast_is_measured_as_the_standard_says():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@PALETTES
@pytest.mark.parametrize(("letters", "ground"), list(product(ON_GROUNDS, GROUNDS)))
@pytest.mark.check("A44", "Text contrast of 4.5 : 1")
def test_letters_stand_out_from_the_page_and_the_panels(palette, letters, ground):
    assert contrast(getattr(palette, letters), getattr(palette, ground)) >= TEXT


@PALETTES
@pytest.mark.parametrize(("letters", "ground"), list(product(("text", "link"), ON_MARKED)))
@pytest.mark.check("A44", "Text contrast of 4.5 : 1")
def test_letters_stand_out_where_something_is_lit(palette, letters, ground):
    assert contrast(getattr(palette, letters), getattr(palette, ground)) >= TEXT


@PALETTES
def test_muted_letters_stand_out_under_the_mouse(palette):
    assert contrast(palette.muted, palette.hover) >= TEXT


@PALETTES
@pytest.mark.check("A44", "Text contrast of 4.5 : 1")
@pytest.mark.check("A38", "Read aloud: the spoken text is highlighted")
def test_the_spoken_word_stands_out_from_its_light(palette):
    assert contrast(palette.word_text, palette.word) >= TEXT


@PALETTES
def test_a_main_button_can_be_read(palette):
    assert contrast(palette.page, palette.link) >= TEXT


@PALETTES
@pytest.mark.parametrize(("line", "ground"), list(product(("focus", "edge"), GROUNDS)))
@pytest.mark.check("A45", "Contrast of edges and focus of 3 : 1")
@pytest.mark.check("A48", "The focus is visible")
def test_the_focus_ring_and_edges_can_be_seen(palette, line, ground):
    assert contrast(getattr(palette, line), getattr(palette, ground)) >= EDGE


@PALETTES
def test_the_focus_ring_can_be_seen_on_what_is_selected(palette):
    assert contrast(palette.focus, palette.selection) >= EDGE


@PALETTES
def test_the_mark_of_a_chosen_row_can_be_seen(palette):
    assert contrast(palette.link, palette.selection) >= EDGE


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


@pytest.mark.check("A26", "Text size")
def test_the_letters_grow_to_four_times_the_usual():
    assert TEXT_SIZES[-1] == 4 * Settings().text_size


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
    ("theme", "system_dark", "expected"),
    [
        (Theme.LIGHT, True, LIGHT),
        (Theme.DARK, False, DARK),
        (Theme.SYSTEM, False, LIGHT),
        (Theme.SYSTEM, True, DARK),
    ],
)
def test_the_system_decides_where_the_person_leaves_it_to_it(theme, system_dark, expected):
    assert palette_for(theme, system_dark=system_dark) == expected


@PALETTES
@pytest.mark.check("A28", "Colours of one's own choice")
def test_what_no_style_sheet_reaches_has_the_same_colours(palette):
    colours = application_palette(palette)
    hint = colours.color(QPalette.ColorRole.PlaceholderText)
    assert hint == QColor(palette.muted)
    assert colours.color(QPalette.ColorRole.Base) == QColor(palette.page)
