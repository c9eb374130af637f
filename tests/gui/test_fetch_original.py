"""The original of the open article is fetched on request and kept; how it went is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox

from reader.gui.links.original_dialog import OriginalDialog
from reader.sources.fetch import Fetcher
from tests.gui.window_parts import LIBRARIES, ORIGINAL, dialogs, trigger, wait_for_notice
from tests.servers.elsewhere import Elsewhere
from tests.servers.tricks import stall

pytest_plugins = ("tests.gui.window_fixtures", "tests.servers.fixtures")

PLACE = "/digital-strategy.ec.europa.eu/en/news/new-libraries"
ENGLISH = (
    "<html lang=en><body><main><h1>New libraries for blind readers</h1><p>The Commission today "
    "announced investments in accessible books.</p></main></body></html>"
)


@pytest.fixture
def window(show, numbers, site, qtbot):
    """A window on the open article about libraries, for which the site is the web."""
    window = show(make_fetcher=lambda: Elsewhere(site))
    window.parts.reading.open(numbers[0])
    return window


def asked(window):
    """Return the dialog that asks for the address."""
    trigger(window, "fetch_original")
    (dialog,) = dialogs(window, OriginalDialog)
    return dialog


def warning(window, qtbot):
    """Return the message that tells of an error, once it is there."""
    qtbot.waitUntil(lambda: dialogs(window, QMessageBox) != [])
    (box,) = dialogs(window, QMessageBox)
    return box


def test_the_original_is_fetched_kept_and_told_of(window, numbers, site, qtbot):
    site.page(PLACE, ENGLISH)
    dialog = asked(window)
    assert dialog.field.text() == ORIGINAL
    assert dialog.hint.text() == "sure: the article or its site names it"
    with qtbot.waitSignal(window.parts.reading.original_kept) as kept:
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert kept.args == [numbers[0]]
    words = "The original is kept with the article: New libraries for blind readers"
    wait_for_notice(window, qtbot, words)
    assert window.parts.reading._reader.original(numbers[0]).language == "en"


def test_another_address_can_be_given(window, numbers, site, qtbot):
    site.page("/example.org/libraries", ENGLISH)
    dialog = asked(window)
    dialog.field.setText("https://example.org/libraries")
    assert dialog.hint.text() == "Your own address"
    dialog.accept()
    wait_for_notice(window, qtbot, "The original is kept")
    assert "example.org" in site.paths()[0]


def test_an_original_that_is_there_already_is_named(window, numbers, site, qtbot):
    site.page(PLACE, ENGLISH)
    asked(window).accept()
    wait_for_notice(window, qtbot, "The original is kept")
    words = "An original is kept already and will be replaced: New libraries for blind readers"
    dialog = asked(window)
    assert words in [label.text() for label in dialog.findChildren(QLabel)]


def test_without_a_known_place_the_person_is_asked_for_one(window, numbers):
    window.parts.reading.open(numbers[1])
    dialog = asked(window)
    assert dialog.field.text() == ""
    assert not dialog.go.isEnabled()
    assert "Give the address of its page." in dialog.hint.text()


def test_what_names_nothing_is_refused_where_it_was_typed(window, site):
    dialog = asked(window)
    dialog.field.setText("нещо си")
    dialog.accept()
    assert dialog.isVisible()
    assert "is no address of the web" in dialog.trouble.text()
    assert site.paths() == []


def test_what_cannot_be_had_is_explained_and_nothing_changes(window, numbers, qtbot):
    asked(window).accept()
    box = warning(window, qtbot)
    assert "The site has no page" in box.text()
    assert window.parts.reading._reader.original(numbers[0]) is None
    assert window.parts.notice.text == ""


def test_a_page_in_the_same_language_is_refused_in_words(window, site, qtbot):
    site.page(PLACE, f"<main><h1>{LIBRARIES.title}</h1><p>Комисията обяви днес книги.</p></main>")
    asked(window).accept()
    assert "Look for the original on the site" in warning(window, qtbot).text()


def test_a_site_that_says_nothing_can_be_given_up(window, numbers, site, qtbot):
    site.put(PLACE, stall)
    asked(window).accept()
    wait_for_notice(window, qtbot, "The original is being fetched…")
    qtbot.waitUntil(lambda: site.paths() != [])
    assert window.menu_actions["cancel"].isEnabled()
    trigger(window, "cancel")
    wait_for_notice(window, qtbot, "Cancelled. Nothing was kept.")
    assert window.parts.reading._reader.original(numbers[0]) is None
    assert not window.menu_actions["cancel"].isEnabled()


@pytest.fixture
def cautious(show, numbers):
    """A window that has not been allowed to ask the person's own network."""
    window = show(make_fetcher=lambda: Fetcher("1.0", proxies={}))
    window.parts.reading.open(numbers[0])
    return window


def test_a_computer_of_the_own_network_is_asked_only_when_that_is_allowed(cautious, site, qtbot):
    place = site.page("/libraries", ENGLISH)
    dialog = asked(cautious)
    dialog.field.setText(place)
    dialog.accept()
    box = warning(cautious, qtbot)
    assert "in your own network" in box.text()
    assert site.paths() == []
    assert box.defaultButton().text() == "&Do not allow it"
    next(each for each in box.buttons() if each.text() == "&Allow it").click()
    wait_for_notice(cautious, qtbot, "The original is kept")


def test_it_stays_unasked_where_the_person_says_no(cautious, site, qtbot):
    place = site.page("/libraries", ENGLISH)
    dialog = asked(cautious)
    dialog.field.setText(place)
    dialog.accept()
    warning(cautious, qtbot).reject()
    qtbot.waitUntil(lambda: dialogs(cautious, QMessageBox) == [])
    assert site.paths() == []
    assert not cautious.menu_actions["cancel"].isEnabled()


def test_closing_the_window_gives_up_what_is_under_way(nothing_left_running, window, site, qtbot):
    site.put(PLACE, stall)
    asked(window).accept()
    qtbot.waitUntil(lambda: site.paths() != [])
    window.close()
