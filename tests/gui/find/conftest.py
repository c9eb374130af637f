"""A window on an article to find words in."""

import pytest

from tests.gui.article_sample import SAMPLE
from tests.gui.window_parts import fill


@pytest.fixture
def show_sample(show, library):
    """Shows a window with the sample article open, the focus in it."""

    def shown(**means):
        (number,) = fill(library, (SAMPLE,))
        window = show(**means)
        window.parts.reading.open(number)
        window.panes.go_home(1)
        return window

    return shown


@pytest.fixture
def window(show_sample):
    return show_sample()
