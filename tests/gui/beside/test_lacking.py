"""Where no original is kept, one question is asked: where to fetch it."""

import pytest
from PySide6.QtWidgets import QLabel

from reader.gui.links.original_dialog import OriginalDialog
from tests.gui.beside.parts import BULGARIAN, ENGLISH, keep, ready, second
from tests.gui.window_parts import LIBRARIES, ORIGINAL, dialogs, trigger, wait_for_notice
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


@pytest.fixture
def served(show, library, site):
    """A window on an article whose original is on a site, and not kept."""
    site.page(PLACE, PAGE)
    library.set_last_opened(keep(library, LIBRARIES, None))
    return show(make_fetcher=lambda: Elsewhere(site))


def test_one_answer_fetches_it_and_shows_it(served, qtbot):
    trigger(served, "side_by_side")
    dialog = question(served)
    assert dialog.field.text() == ORIGINAL
    dialog.go.click()
    assert ready(served, qtbot).isVisible()
    assert served.menu_actions["side_by_side"].isChecked()
    assert dialogs(served) == []


@pytest.mark.parametrize("name", ["side_by_side", "differences"])
def test_what_it_was_wanted_for_is_given_up_with_the_question(served, qtbot, name):
    trigger(served, name)
    question(served).reject()
    trigger(served, "fetch_original")
    question(served).go.click()
    wait_for_notice(served, qtbot, "The original is kept")
    over = []
    served.parts.jobs.run(lambda: True, done=over.append, failed=over.append)
    qtbot.waitUntil(lambda: over == [True])  # and so is what was asked before
    assert "The original is kept" in served.parts.notice.text
    assert second(served) is None or not second(served).isVisible()


def test_an_original_that_is_fetched_otherwise_comes_into_its_pane(both, library):
    lonely = keep(library, LIBRARIES, None)
    both.parts.reading.open(lonely)
    assert not second(both).isVisible()
    library.original_texts.keep(lonely, ENGLISH, b"")
    both.parts.reading.original_kept.emit(lonely)
    assert second(both).isVisible()


def test_the_pane_of_an_original_that_is_missing_offers_to_fetch_it(both, library):
    both.parts.reading.open(keep(library, LIBRARIES, None))
    second(both).parent().fetch.click()
    question(both)
