"""The keys that lead through the article lead through the original while that is read."""

import pytest

from reader.gui.elements.dialog import ElementsDialog
from reader.gui.where_dialog import WhereDialog
from reader.model.position import START
from reader.text.elements import Sort
from tests.gui.beside.parts import ENGLISH, TITLE, place_of, ready, second
from tests.gui.window_parts import LIBRARIES, dialogs, fill, trigger, wait_for_notice

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


def test_back_leads_to_where_one_was_in_the_original_and_on_into_the_article(both, original):
    was_at = original.position()
    article = both.parts.view
    article.setFocus()
    article.go(place_of(article, "Входът"))
    article.jump(START)
    original.setFocus()
    original.jump(START)
    trigger(both, "back")
    assert original.position() == was_at
    assert original.hasFocus()
    trigger(both, "back")
    assert article.position() == place_of(article, "Входът")
    assert article.hasFocus()
    trigger(both, "forth")
    assert original.position() == was_at


def test_back_shows_an_original_again_that_has_been_put_away(both, original, qtbot):
    original.jump(START)
    trigger(both, "side_by_side")
    trigger(both, "back")
    qtbot.waitUntil(original.hasFocus)
    assert original.position() == place_of(original, "12 voices")
    assert both.menu_actions["side_by_side"].isChecked()


def test_back_leads_from_another_article_into_the_original(both, original, library, number, qtbot):
    both.parts.reading.open(fill(library, [LIBRARIES])[0])
    trigger(both, "back")
    qtbot.waitUntil(original.hasFocus)
    assert both.parts.reading.identifier == number
    assert original.position() == place_of(original, "12 voices")


def test_back_leads_to_where_one_was_in_both_texts_in_one(both, original, qtbot):
    trigger(both, "alternating")
    qtbot.waitUntil(lambda: not both.parts.view.isVisible())
    shown = ready(both, qtbot)
    shown.jump(place_of(shown, "150 заглавия"))
    shown.jump(START)
    for words in ("150 заглавия", "12 voices"):
        trigger(both, "back")
        assert shown.position() == place_of(shown, words)
    trigger(both, "alternating")
    trigger(both, "forth")
    assert both.parts.view.position() == place_of(both.parts.view, "150 заглавия")
