"""The article beside its original: shown, marked in both, gone between, put away."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.gui.beside import matching
from tests.gui.beside.parts import (
    ENGLISH,
    GUESSED,
    GUESSED_EN,
    ROOMS,
    ROOMS_EN,
    VOICES,
    VOICES_EN,
    extent_of,
    keep,
    marked,
    place_of,
    ready,
    second,
    text_of,
)
from tests.gui.fitting import come_to_rest, misfits
from tests.gui.late import Gate
from tests.gui.window_parts import LIBRARIES, search, trigger

pytest_plugins = ("tests.gui.window_fixtures",)


def test_the_original_stands_beside_the_article_and_each_says_what_it_is(both):
    article, original = both.parts.view, second(both)
    assert original.page().article == ENGLISH
    assert article.isVisible()
    assert original.isVisible()
    assert article.accessibleName() == "Article, Bulgarian"
    assert original.accessibleName() == "Original, English"
    assert article.parent().geometry().right() < original.parent().geometry().left()


@pytest.mark.parametrize("size", [18, 36])
def test_both_texts_begin_at_the_same_height_under_what_they_are(show, library, qtbot, size):
    library.set_last_opened(keep(library, GUESSED, GUESSED_EN))
    window = show()
    window._means.keeper.change(text_size=size)
    trigger(window, "side_by_side")
    original, article = ready(window, qtbot), window.parts.view
    for words in ("Така", "Комисията"):
        article.go(place_of(article, words))
        come_to_rest(window, qtbot)
        heads = [text.parent().head for text in (article, original)]
        assert heads[0].text() == "Article, Bulgarian"
        assert article.mapTo(window, QPoint()).y() == original.mapTo(window, QPoint()).y()
    trigger(window, "side_by_side")
    assert not heads[0].isVisible()


def test_nothing_of_it_is_there_before_it_is_asked_for(window):
    assert second(window) is None


def test_the_sentence_of_the_caret_is_marked_in_both(both):
    both.parts.view.go(place_of(both.parts.view, "3 читални"))
    assert marked(both.parts.view) == [ROOMS]
    assert marked(second(both)) == [ROOMS_EN]
    second(both).go(place_of(second(both), "12 voices"))
    assert marked(both.parts.view) == [VOICES]
    assert marked(second(both)) == [VOICES_EN]


def test_the_other_text_scrolls_along_without_taking_the_focus(both):
    both.resize(1280, 400)
    original = second(both)
    both.parts.view.go(place_of(both.parts.view, "доклада"))
    assert both.parts.view.hasFocus()
    assert original.is_in_view(extent_of(original, "report"))
    both.parts.view.go(place_of(both.parts.view, "Нови правила"))
    assert original.is_in_view(extent_of(original, "New rules"))


def test_the_keys_for_panes_go_to_both_texts(both):
    article, original = both.parts.view, second(both)
    trigger(both, "next_pane")
    assert original.hasFocus()
    trigger(both, "previous_pane")
    assert article.hasFocus()
    trigger(both, "next_pane")
    trigger(both, "next_pane")
    assert both.parts.links.isAncestorOf(QApplication.focusWidget())
    trigger(both, "previous_pane")
    assert original.hasFocus()


def test_the_key_of_the_article_leads_from_the_original_to_it(both):
    second(both).setFocus()
    trigger(both, "to_article")
    assert both.parts.view.hasFocus()


def test_what_is_selected_in_the_original_is_copied(both):
    original = second(both)
    original.setFocus()
    trigger(both, "select_all")
    trigger(both, "copy")
    assert QGuiApplication.clipboard().text().startswith("New rules for accessible books")


def test_the_reading_keys_work_in_the_original(both, qtbot):
    original = second(both)
    original.setFocus()
    qtbot.keyClick(original, Qt.Key.Key_H)
    qtbot.keyClick(original, Qt.Key.Key_H)
    assert original.position() == place_of(original, "What changes")
    qtbot.keyClick(original, Qt.Key.Key_K)
    assert original.piece().link.address == "https://example.org/en"
    qtbot.keyClick(original, Qt.Key.Key_Return)
    assert both._means.browse.addresses == ["https://example.org/en"]


def test_the_original_is_put_away_by_the_same_key_and_the_focus_comes_back(both):
    second(both).setFocus()
    trigger(both, "side_by_side")
    assert not second(both).isVisible()
    assert both.parts.view.hasFocus()
    assert marked(both.parts.view) == []
    assert both.parts.view.accessibleName() == "Article"
    assert not both.menu_actions["side_by_side"].isChecked()


def test_another_article_comes_with_its_own_original(both, library, number, qtbot):
    other = keep(library, LIBRARIES, None)
    both.parts.reading.open(other)
    assert not second(both).isVisible()
    assert second(both).parent().nothing.text() == "No original of this article is kept."
    assert both.menu_actions["side_by_side"].isChecked()
    both.parts.reading.open(number)
    ready(both, qtbot)
    assert second(both).page().article == ENGLISH


def test_f8_goes_to_the_same_sentence_and_back_to_where_one_was(both):
    article, original = both.parts.view, second(both)
    article.go(place_of(article, "читални"))
    trigger(both, "same_sentence")
    assert original.hasFocus()
    assert original.position() == place_of(original, ROOMS_EN)
    trigger(both, "same_sentence")
    assert article.hasFocus()
    assert article.position() == place_of(article, "читални")
    original.setFocus()
    original.go(place_of(original, "voices"))
    trigger(both, "same_sentence")
    assert article.hasFocus()
    assert article.position() == place_of(article, VOICES)


def test_words_found_in_the_original_open_it_at_their_place(show, number, qtbot):
    window = show()
    search(window, qtbot, "Admission")
    listed = window.parts.shelf.panel.list
    qtbot.waitUntil(listed.hasFocus)
    assert "Admission is free" in window.parts.shelf.model.row(0).snippet
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    original = ready(window, qtbot)
    qtbot.waitUntil(original.hasFocus)
    assert window.parts.reading.identifier == number
    assert original.position() == place_of(original, "Admission")
    assert [text_of(original, each) for each in original._found] == ["Admission"]
    assert marked(window.parts.view) == ["Входът е свободен."]


@pytest.mark.parametrize("size", [36, 72])
def test_in_large_print_both_can_be_read_and_gone_to(both, size, qtbot):
    both._means.keeper.change(text_size=size)
    article, original = both.parts.view, second(both)
    for text in (article, original):
        text.setFocus()
        qtbot.waitUntil(lambda text=text: text.height() > 3 * size and text.width() > 16 * size)
    come_to_rest(both, qtbot)
    assert misfits(both) == []
    both.resize(3200, 1600)
    qtbot.waitUntil(lambda: min(article.height(), original.height()) > 10 * size)


def test_a_guess_is_shown_as_one(show, library, qtbot):
    library.set_last_opened(keep(library, GUESSED, GUESSED_EN))
    window = show()
    trigger(window, "side_by_side")
    ready(window, qtbot)
    head = second(window).parent().head
    window.parts.view.go(place_of(window.parts.view, "Така"))
    assert head.text() == "Original, English · approximately"
    assert not second(window)._same_is_sure
    window.parts.view.go(place_of(window.parts.view, "Радваме"))
    assert head.text() == "Original, English · no counterpart"
    window.parts.view.go(place_of(window.parts.view, "Комисията"))
    assert head.text() == "Original, English"


@pytest.mark.parametrize("wish", ["mend_pair", "same_sentence", "read_in_turn"])
def test_what_waits_for_the_pairs_is_given_up_with_the_article(window, number, qtbot, wish):
    gate = Gate(window.parts.pairing_jobs)
    trigger(window, wish)
    window.parts.reading.forget(number)
    gate.let_through(qtbot)
    assert window.parts.notice.text == ""
    assert window.parts.aloud.spoken.is_usual
    assert second(window) is None


def test_whether_the_original_is_shown_is_told_as_it_is_by_then(both, later):
    trigger(both, "side_by_side")
    trigger(both, "side_by_side")
    assert later.come() == ["The original is shown."]
    trigger(both, "side_by_side")
    assert later.come() == ["The original is put away."]
    trigger(both, "side_by_side")
    trigger(both, "side_by_side")
    assert later.come() == ["The original is put away."]


def test_a_guess_is_told_of_the_sentence_that_is_read(show, library, qtbot, later):
    number = keep(library, GUESSED, GUESSED_EN)
    library.set_last_opened(number)
    window = show()
    trigger(window, "side_by_side")
    original = ready(window, qtbot)
    later.come()
    window.panes.go_home(1)
    window.parts.view.go(place_of(window.parts.view, "Така"))
    trigger(window, "same_sentence")
    assert original.hasFocus()
    assert later.come() == ["approximately"]
    trigger(window, "same_sentence")
    assert window.parts.view.hasFocus()
    trigger(window, "same_sentence")
    trigger(window, "same_sentence")
    assert "approximately" not in later.come()


def test_after_a_bug_the_same_question_is_answered_when_it_is_asked_again(
    window, qtbot, monkeypatch
):
    def broken(*_asked):
        raise LookupError("Тайно заглавие")

    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr(matching, "pair", broken)
        trigger(window, "same_sentence")
        qtbot.waitUntil(lambda: bool(raised))
    trigger(window, "side_by_side")
    assert ready(window, qtbot).isVisible()
