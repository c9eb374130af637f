"""The keys that lead through the article lead through the original while that is read."""

import pytest

from reader.gui.elements.dialog import ElementsDialog
from reader.gui.where_dialog import WhereDialog
from reader.text.elements import Sort
from tests.gui.beside.parts import ENGLISH, TITLE, place_of, ready, second
from tests.gui.window_parts import dialogs, trigger, wait_for_notice

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def original(both):
    """The original, with the focus."""
    second(both).setFocus()
    second(both).go(place_of(second(both), "12 voices"))
    return second(both)


def listed(window, command):
    trigger(window, command)
    (dialog,) = dialogs(window, ElementsDialog)
    return dialog


def words(dialog):
    return [element.words for element in dialog.entries.things]


def test_the_contents_are_those_of_the_text_with_the_focus(both, original):
    dialog = listed(both, "contents")
    assert words(dialog) == [ENGLISH.title, "What changes"]
    assert dialog.current.words == "What changes"
    dialog.reject()
    both.parts.view.setFocus()
    assert words(listed(both, "contents"))[0] == TITLE


def test_an_element_of_the_original_is_gone_to_there(both, original):
    dialog = listed(both, "elements")
    dialog.choose(Sort.LINK)
    assert words(dialog) == ["report"]
    dialog.go.click()
    assert original.position() == place_of(original, "report")
    assert original.hasFocus()


def test_of_an_original_that_has_been_put_away_nothing_is_gone_to(both, original):
    before = both.parts.view.position()
    dialog = listed(both, "contents")
    trigger(both, "side_by_side")
    dialog.go.click()
    assert both.parts.view.position() == before


def test_it_is_told_that_the_original_has_no_pages(both, original, qtbot):
    trigger(both, "page")
    wait_for_notice(both, qtbot, "The original has no pages to go to, the article has.")
    assert dialogs(both) == []


def test_where_one_is_tells_of_the_text_with_the_focus(both, original):
    trigger(both, "where_in_detail")
    (dialog,) = dialogs(both, WhereDialog)
    assert dialog.model.rows[0].said == f"Article: {ENGLISH.title}"


def test_both_texts_in_one_have_the_headings_of_both(both, qtbot):
    trigger(both, "alternating")
    qtbot.waitUntil(lambda: not both.parts.view.isVisible())
    dialog = listed(both, "contents")
    assert words(dialog) == [TITLE, "Какво се променя"]
    dialog.go.click()
    shown = ready(both, qtbot)
    assert shown.hasFocus()
