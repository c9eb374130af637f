"""The article beside its original: shown, marked in both, gone between, put away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from reader.gui.command import Command
from reader.settings import Beside
from tests.gui.beside_parts import (
    BULGARIAN,
    ENGLISH,
    GUESSED,
    GUESSED_EN,
    extent_of,
    keep,
    marked,
    place_of,
    text_of,
)
from tests.gui.fitting import come_to_rest, misfits
from tests.gui.window_parts import LIBRARIES, TRAINS, dialogs, search, trigger, wait_for_notice

pytest_plugins = ("tests.gui.window_fixtures",)

BOOKS = "Комисията ще вложи 20 млн. евро в достъпни книги."
BOOKS_EN = "The Commission will invest €20 million in accessible books."
ROOMS = "Всяка държава ще открие поне 3 читални до 2027 г."
ROOMS_EN = "Each Member State will open at least 3 reading rooms by 2027."
VOICES = "Библиотеките ги записват с 12 гласа."
VOICES_EN = "Libraries record them with 12 voices."


@pytest.fixture
def number(library):
    library.add(TRAINS, (), b"trains")
    return keep(library)


@pytest.fixture
def window(show, number, library):
    library.set_last_opened(number)
    window = show()
    window.parts.view.setFocus()
    return window


def second(window):
    return window.findChild(type(window.parts.view), "originalView")


def ready(window, qtbot):
    """Wait until the sentence that is read is marked."""
    qtbot.waitUntil(lambda: second(window) is not None and bool(marked(second(window))))
    return second(window)


@pytest.fixture
def both(window, qtbot):
    """The window with the original beside the article."""
    trigger(window, "side_by_side")
    ready(window, qtbot)
    return window


@pytest.fixture
def alternating(window, qtbot):
    """The window with both texts in one."""
    trigger(window, "alternating")
    ready(window, qtbot)
    return window


def test_the_original_stands_beside_the_article_and_each_says_what_it_is(both):
    article, original = both.parts.view, second(both)
    assert original.page().article == ENGLISH
    assert article.isVisible()
    assert original.isVisible()
    assert article.accessibleName() == "Article, Bulgarian"
    assert original.accessibleName() == "Original, English"
    assert article.geometry().right() < original.parent().geometry().left()


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


@pytest.fixture
def lonely(show, library):
    """A window on an article without an original."""
    library.set_last_opened(keep(library, BULGARIAN, None))
    return show()


def offer(monkeypatch, *names):
    """Have the window know these commands that fetch originals."""
    commands = [Command(name, "Fetch") for name in names]
    monkeypatch.setattr("reader.gui.beside.fetching.commands", lambda: commands)


def test_without_an_original_the_person_is_told(lonely, qtbot, monkeypatch):
    offer(monkeypatch)
    for name in ("side_by_side", "alternating", "same_sentence", "mend_pair", "read_in_turn"):
        lonely.parts.notice.clear()
        trigger(lonely, name)
        wait_for_notice(lonely, qtbot, "No original of this article is kept.")
        assert not lonely.menu_actions["side_by_side"].isChecked()


def test_an_original_that_is_not_kept_is_fetched_when_asked_and_shown(
    lonely, library, qtbot, monkeypatch
):
    offer(monkeypatch, "fetch_original")
    fetch = lonely.menu_actions._actions["fetch_original"] = QAction(lonely)
    reading = lonely.parts.reading
    trigger(lonely, "side_by_side")
    (question,) = dialogs(lonely)
    assert question.text() == "No original of this article is kept. Fetch it from its page?"

    def keep_it():
        library.original_texts.keep(reading.identifier, ENGLISH, b"")
        reading.original_kept.emit(reading.identifier)

    fetch.triggered.connect(keep_it)
    question.buttons()[0].click()
    assert ready(lonely, qtbot).isVisible()
    assert lonely.menu_actions["side_by_side"].isChecked()


def test_the_pane_of_an_original_that_is_missing_offers_to_fetch_it(both, library, monkeypatch):
    offer(monkeypatch, "fetch_original")
    both.parts.reading.open(keep(library, LIBRARIES, None))
    second(both).parent().fetch.click()
    assert [box.text()[:11] for box in dialogs(both)] == ["No original"]


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


def test_both_texts_in_one_have_each_sentence_under_its_translation(alternating, qtbot):
    shown = second(alternating)
    texts = [leaf.text for leaf in shown.outline().leaves]
    assert texts[texts.index(BOOKS) : texts.index(BOOKS) + 4] == [BOOKS, BOOKS_EN, ROOMS, ROOMS_EN]
    assert not alternating.parts.view.isVisible()
    assert shown.hasFocus()
    languages = {leaf.text: leaf.spans[0].language for leaf in shown.outline().leaves}
    assert languages[ROOMS_EN] == "en"
    assert languages[ROOMS] is None
    qtbot.keyClick(shown, Qt.Key.Key_L)
    assert shown.position().block == place_of(shown, "150 заглавия").block


def test_the_place_is_kept_on_the_way_to_both_in_one_and_back(both, qtbot):
    both.parts.view.go(place_of(both.parts.view, "12 гласа"))
    trigger(both, "alternating")
    qtbot.waitUntil(lambda: not both.parts.view.isVisible())
    shown = second(both)
    assert shown.position() == place_of(shown, "12 гласа")
    assert marked(shown) == [VOICES, VOICES_EN]
    shown.go(place_of(shown, "Admission"))
    assert both.parts.view.position() == place_of(both.parts.view, "Входът")
    assert both._means.keeper.current.beside is Beside.ALTERNATING
    trigger(both, "alternating")
    assert both.parts.view.isVisible()
    assert both.parts.view.position() == place_of(both.parts.view, "Входът")
    assert shown.page().article == ENGLISH
    assert shown.hasFocus()
    assert shown.position() == place_of(shown, "Admission")
    trigger(both, "alternating")
    qtbot.waitUntil(lambda: not both.parts.view.isVisible())
    shown.go(place_of(shown, "12 гласа"))
    trigger(both, "alternating")
    assert both.parts.view.hasFocus()
    assert both.parts.view.position() == place_of(both.parts.view, "12 гласа")


def test_from_the_original_the_text_of_both_begins_at_its_place(both, qtbot):
    shown = second(both)
    shown.setFocus()
    shown.go(place_of(shown, "12 voices"))
    trigger(both, "alternating")
    qtbot.waitUntil(lambda: not both.parts.view.isVisible())
    assert shown.position() == place_of(shown, "12 voices")
    assert both.parts.view.position() == place_of(both.parts.view, VOICES)


def test_the_text_of_both_comes_back_by_either_key(alternating, qtbot):
    trigger(alternating, "side_by_side")
    assert alternating.parts.view.isVisible()
    assert not alternating.menu_actions["alternating"].isChecked()
    for name in ("side_by_side", "alternating"):
        trigger(alternating, name)
        qtbot.waitUntil(lambda: not alternating.parts.view.isVisible())
        assert alternating.menu_actions["alternating"].isChecked()
        trigger(alternating, "side_by_side")


def test_what_leads_through_the_article_leads_through_both_in_one(alternating):
    alternating.parts.view.jump(place_of(alternating.parts.view, "доклада"))
    shown = second(alternating)
    assert shown.position() == place_of(shown, "доклада")
    assert shown.hasFocus()


def test_f8_in_both_texts_in_one_goes_to_the_original_and_back(alternating):
    shown = second(alternating)
    shown.go(place_of(shown, "читални"))
    trigger(alternating, "same_sentence")
    assert shown.position() == place_of(shown, ROOMS_EN)
    trigger(alternating, "same_sentence")
    assert shown.position() == place_of(shown, "читални")


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
    head = second(window).parent().findChild(QLabel, "originalHead")
    window.parts.view.go(place_of(window.parts.view, "Така"))
    assert head.text() == "Original, English · approximately"
    assert not second(window)._same_is_sure
    window.parts.view.go(place_of(window.parts.view, "Радваме"))
    assert head.text() == "Original, English · no counterpart"
    window.parts.view.go(place_of(window.parts.view, "Комисията"))
    assert head.text() == "Original, English"
