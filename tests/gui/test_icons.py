"""The signs of the menus: each is of a command, sharp, and in the colour of its words."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QMenu

from reader.gui.actions import commands
from reader.gui.icons import icon
from reader.gui.theme import DARK, LIGHT
from reader.paths import resource
from reader.settings import Theme

pytest_plugins = ("tests.gui.window_fixtures",)
SIGNS = sorted(path.stem for path in (resource("icons") / "menu").glob("*.svg"))


def drawn(sign, side):
    """Return the colours of all pixels that can be seen well, three quarters filled or more."""
    image = sign.pixmap(QSize(side, side)).toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = (image.pixelColor(x, y) for x, y in places)
    return [colour for colour in colours if colour.alpha() >= 3 * 255 / 4]


def differs(one, other):
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()))


def test_each_sign_is_that_of_a_command():
    assert set(SIGNS) <= {each.name for each in commands()}
    assert len(SIGNS) > 40


@pytest.mark.parametrize("name", SIGNS)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_at_16_pixels_a_sign_has_full_strokes_in_the_colour_of_words(qapp, name, palette):
    seen = drawn(icon(name, palette.text, 16, 1.0), 16)
    assert len(seen) >= 10
    assert max(differs(each, QColor(palette.text)) for each in seen) <= 4


def test_the_application_is_known_at_16_pixels(qapp):
    image = QIcon(str(resource("icons") / "chetivo.svg")).pixmap(QSize(16, 16)).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(16) for y in range(16)}
    assert {"#0b4a8f", "#fcfbf8"} <= colours


def test_a_menu_gets_its_signs_when_it_opens_in_the_colours_of_the_theme(window):
    window._means.keeper.change(theme=Theme.DARK)
    menu = window.menuBar().findChildren(QMenu)[0]
    assert window.menu_actions["open"].icon().isNull()
    menu.aboutToShow.emit()
    sign = window.menu_actions["open"].icon()
    seen = drawn(sign, sign.availableSizes()[0].width())
    assert max(differs(each, QColor(DARK.text)) for each in seen) <= 4
    assert window.menu_actions["cancel"].icon().isNull()
