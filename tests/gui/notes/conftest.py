"""A window with an article open."""

import pytest

from tests.gui.window_parts import (
    LIBRARIES,
    TRAINS,
    fill,
)


@pytest.fixture
def window(show, library, qtbot):
    """A window with an article open, the focus in it."""
    number, _other = fill(library, (LIBRARIES, TRAINS))
    window = show()
    window.parts.reading.open(number)
    window.parts.view.setFocus()
    qtbot.waitUntil(window.parts.view.hasFocus)
    return window


@pytest.fixture
def view(window):
    return window.parts.view
