"""Where no original is kept, one question is asked: where to fetch it."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from reader.gui.links.original_dialog import OriginalDialog
from tests.gui.beside.parts import BULGARIAN, ENGLISH, keep, ready, second
from tests.gui.window_parts import LIBRARIES, ORIGINAL, dialogs, trigger
from tests.servers.elsewhere import Elsewhere

pytest_plugins = ("tests.gui.window_fixtures", "tests.servers.fixtures")

LACKING = "No original of this article is kept."
PLACE = "/digital-strategy.ec.europa.eu/en/news/new-libraries"
PAGE = (
    "<html lang=en><body><main><h1>New libraries for blind readers</h1><p>The Commission today "
    "announced investments in accessible books.</p></main></body></html>"
)


@pytest.fixture
def lonely(show, library):
    """A window on an article without an original."""
    library.set_last_opened(keep(library, BULGARIAN, None))
    return show()


def question(window):
    (dialog,) = dialogs(window, OriginalDialog)
    assert LACKING in [label.text() for label in dialog.findChildren(QLabel)]
    return dialog


def test_without_an_original_the_person_is_asked_where_it_is(lonely):
    for name in ("side_by_side", "alternating", "same_sentence", "mend_pair", "read_in_turn"):
        trigger(lonely, name)
        question(lonely).reject()
        assert not lonely.menu_actions["side_by_side"].isChecked()


def test_one_answer_fetches_it_and_shows_it(show, library, site, qtbot):
    site.page(PLACE, PAGE)
    library.set_last_opened(keep(library, LIBRARIES, None))
    window = show(make_fetcher=lambda: Elsewhere(site))
    trigger(window, "side_by_side")
    dialog = question(window)
    assert dialog.field.text() == ORIGINAL
    dialog.go.click()
    assert ready(window, qtbot).isVisible()
    assert dialogs(window) == []


def test_an_original_that_is_not_kept_is_fetched_when_asked_and_shown(lonely, library, qtbot):
    fetch = lonely.menu_actions._actions["fetch_original"] = QAction(lonely)
    reading = lonely.parts.reading

    def keep_it():
        library.original_texts.keep(reading.identifier, ENGLISH, b"")
        reading.original_kept.emit(reading.identifier)

    fetch.triggered.connect(keep_it)
    trigger(lonely, "side_by_side")
    assert ready(lonely, qtbot).isVisible()
    assert lonely.menu_actions["side_by_side"].isChecked()
    trigger(lonely, "side_by_side")
    keep_it()
    assert not lonely.menu_actions["side_by_side"].isChecked()


def test_the_pane_of_an_original_that_is_missing_offers_to_fetch_it(both, library):
    both.parts.reading.open(keep(library, LIBRARIES, None))
    second(both).parent().fetch.click()
    question(both)
