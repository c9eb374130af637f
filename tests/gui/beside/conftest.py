"""A window on an article whose original is kept."""

import pytest

from tests.gui.beside.parts import keep, ready
from tests.gui.window_parts import TRAINS, trigger


@pytest.fixture
def number(library):
    library.add(TRAINS, (), b"trains")
    return keep(library)


@pytest.fixture
def window(show, number, library):
    library.set_last_opened(number)
    window = show()
    window.parts.view.setFocus()
    return window


@pytest.fixture
def both(window, qtbot):
    """The window with the original beside the article."""
    trigger(window, "side_by_side")
    ready(window, qtbot)
    return window
