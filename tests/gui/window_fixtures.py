"""Fixtures of the tests of the window: a library, three articles in it, a window on it."""

import pytest

from reader.importers.apart import Apart
from reader.library.store import Library
from tests.gui.window_parts import fill, make_window


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library") as library:
        yield library


@pytest.fixture
def apart():
    with Apart() as apart:
        yield apart


@pytest.fixture
def show(qtbot, library, apart, tmp_path):
    """Shows a window on the library, wide enough for three panes."""
    windows = []

    def shown(*files, width=1280, language="en", **means):
        window = make_window(tmp_path, library, apart, language, **means)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, 800)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.start(files)
        window.get_ready()
        return window

    yield shown
    for window in windows:
        window.close()


@pytest.fixture
def numbers(library):
    """The numbers of three articles, the bees on top of the list."""
    return fill(library)


@pytest.fixture
def window(show, numbers):
    return show()
