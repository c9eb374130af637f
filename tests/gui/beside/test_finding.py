"""Words are found in the text that is read, in the article or the original."""

import pytest
from PySide6.QtCore import Qt

from tests.gui.beside.parts import extent_of, place_of, ready, second
from tests.gui.find.parts import bar_of, seek
from tests.gui.window_parts import trigger

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def original(both):
    """The original, with the focus."""
    second(both).setFocus()
    return second(both)


def test_words_are_found_in_the_original_while_it_has_the_focus(both, original, qtbot):
    seek(both, qtbot, "reading")
    assert original.position() == place_of(original, "reading")
    assert bar_of(both).count == "1 of 1"
    qtbot.keyClick(bar_of(both).field, Qt.Key.Key_Escape)
    assert original.hasFocus()
    assert list(original._found) == [extent_of(original, "reading")]
    qtbot.keyClick(original, Qt.Key.Key_Escape)
    assert not original._found


def test_in_the_other_text_the_same_is_looked_for_anew(both, original, qtbot):
    seek(both, qtbot, "20")
    assert original._found
    article = both.parts.view
    article.setFocus()
    trigger(both, "find_next")
    assert article.position() == place_of(article, "20 млн.")
    assert not original._found
    assert article.hasFocus()


def test_the_next_place_in_the_original_takes_the_focus_there(both, original, qtbot):
    seek(both, qtbot, "Member")
    both.parts.links.list.setFocus()
    trigger(both, "find_next")
    assert original.position() == place_of(original, "Member")
    assert original.hasFocus()


def test_with_the_original_put_away_the_article_is_looked_through(both, original, qtbot):
    seek(both, qtbot, "Member")
    trigger(both, "side_by_side")
    trigger(both, "find")
    bar_of(both).field.setText("гласа")
    trigger(both, "find_next")
    article = both.parts.view
    assert article.position() == place_of(article, "гласа")
    qtbot.keyClick(bar_of(both).field, Qt.Key.Key_Escape)
    assert article.hasFocus()


def test_both_texts_in_one_are_looked_through_together(both, qtbot):
    trigger(both, "alternating")
    qtbot.waitUntil(lambda: not both.parts.view.isVisible())
    shown = ready(both, qtbot)
    seek(both, qtbot, "12")
    assert bar_of(both).count == "1 of 2"
    assert shown.position() == place_of(shown, "12 гласа")
    trigger(both, "find_next")
    assert shown.position() == place_of(shown, "12 voices")
    qtbot.keyClick(bar_of(both).field, Qt.Key.Key_Escape)
    assert shown.hasFocus()
