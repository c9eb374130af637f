"""Where no original is kept, the person is asked whether to fetch it."""

import pytest
from PySide6.QtGui import QAction

from tests.gui.beside.parts import BULGARIAN, ENGLISH, keep, ready, second
from tests.gui.window_parts import LIBRARIES, dialogs, trigger

pytest_plugins = ("tests.gui.window_fixtures",)

QUESTION = "No original of this article is kept. Fetch it from its page?"


@pytest.fixture
def lonely(show, library):
    """A window on an article without an original."""
    library.set_last_opened(keep(library, BULGARIAN, None))
    return show()


def test_without_an_original_the_person_is_asked(lonely):
    for name in ("side_by_side", "alternating", "same_sentence", "mend_pair", "read_in_turn"):
        trigger(lonely, name)
        (question,) = dialogs(lonely)
        assert question.text() == QUESTION
        question.reject()
        assert not lonely.menu_actions["side_by_side"].isChecked()


def test_an_original_that_is_not_kept_is_fetched_when_asked_and_shown(lonely, library, qtbot):
    fetch = lonely.menu_actions._actions["fetch_original"] = QAction(lonely)
    reading = lonely.parts.reading
    trigger(lonely, "side_by_side")
    (question,) = dialogs(lonely)

    def keep_it():
        library.original_texts.keep(reading.identifier, ENGLISH, b"")
        reading.original_kept.emit(reading.identifier)

    fetch.triggered.connect(keep_it)
    question.buttons()[0].click()
    assert ready(lonely, qtbot).isVisible()
    assert lonely.menu_actions["side_by_side"].isChecked()
    trigger(lonely, "side_by_side")
    keep_it()
    assert not lonely.menu_actions["side_by_side"].isChecked()


def test_the_pane_of_an_original_that_is_missing_offers_to_fetch_it(both, library):
    both.parts.reading.open(keep(library, LIBRARIES, None))
    second(both).parent().fetch.click()
    assert [box.text() for box in dialogs(both)] == [QUESTION]
