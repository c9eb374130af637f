"""The open article in the browser: a page of the person's own, open at the place of reading."""

import os
import stat
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from reader.gui.theme import DARK, LIGHT
from reader.model.position import Position
from reader.paths import resource
from tests.gui.window_parts import ELSEWHERE, LIBRARIES, TRAINS, dialogs, trigger

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def reading(window, numbers):
    window.parts.reading.open(numbers[0])
    window.panes.go_home(1)
    return window


def browser(window):
    return window._means.browse


def pages(window):
    return sorted(path.name for path in window._means.pages.iterdir())


def page(window):
    """Return the file that the browser was to open last, and the place in it."""
    address = urlsplit(browser(window).addresses[-1])
    assert address.scheme == "file"
    return Path(unquote(address.path)), address.fragment


@pytest.mark.check("A81", "Read in the browser")
def test_one_key_opens_the_article_at_the_place_of_reading(reading, qtbot):
    reading.parts.view.go(Position(2, 6))
    qtbot.keyClick(
        reading.parts.view,
        Qt.Key.Key_B,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    path, place = page(reading)
    text = path.read_text("utf-8")
    assert path.name.endswith(f"{LIBRARIES.title}.html")
    assert place == "b2"
    assert '<p id="b2" tabindex="-1" autofocus>Първите читални' in text
    assert reading.parts.notice.text == "The article opens in the browser."


def test_nobody_else_may_look_into_the_folder(reading):
    trigger(reading, "browser")
    assert stat.S_IMODE(reading._means.pages.stat().st_mode) == stat.S_IRWXU


def test_a_page_takes_the_place_of_its_older_self_and_old_pages_go(reading, numbers):
    trigger(reading, "browser")
    trigger(reading, "browser")
    assert len(pages(reading)) == 1
    first, _place = page(reading)
    reading.parts.reading.open(numbers[1])
    trigger(reading, "browser")
    assert len(pages(reading)) == 2  # the first may still be open in the browser
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(first, (two_days_ago, two_days_ago))
    trigger(reading, "browser")
    assert pages(reading) == [f"{numbers[1]} {TRAINS.title}.html"]


@pytest.mark.check("A50", "Errors are named with a remedy")
@pytest.mark.check("A81", "Read in the browser")
def test_where_no_browser_opens_the_person_is_told(reading):
    browser(reading).there = False
    trigger(reading, "browser")
    (box,) = dialogs(reading, QMessageBox)
    assert box.text().startswith("No browser opens here.")
    assert reading.parts.notice.text == ""
    box.accept()


def test_a_folder_that_cannot_be_made_is_explained(reading, qtbot):
    reading._means.pages.write_text("a file", "utf-8")
    with qtbot.captureExceptions() as caught:
        trigger(reading, "browser")
    assert [kind.__name__ for kind, _error, _trace in caught] == ["UnwritableTargetError"]
    assert browser(reading).addresses == []


def test_it_is_grey_until_an_article_is_open(window, numbers):
    assert not window.menu_actions["browser"].isEnabled()
    window.parts.reading.open(numbers[0])
    assert window.menu_actions["browser"].isEnabled()


def test_links_of_the_article_open_in_the_same_browser(reading):
    reading.parts.view.link_activated.emit(ELSEWHERE)
    assert browser(reading).addresses == [ELSEWHERE]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_page_has_the_colours_of_the_window(palette):
    style = resource("page.css").read_text("utf-8")
    part = style.split("prefers-color-scheme: dark")[palette is DARK]
    for role in ("page", "panel", "text", "muted", "link", "focus", "sentence", "edge", "line"):
        assert f"--{role}: {getattr(palette, role)};" in part
