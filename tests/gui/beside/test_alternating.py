"""Both texts in one: each sentence, and under it the one that it is of."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from reader.model.article import Span, Table
from reader.settings import Beside
from tests.gui.beside.parts import (
    BOOKS,
    BOOKS_EN,
    ENGLISH,
    GUESSED,
    GUESSED_EN,
    ROOMS,
    ROOMS_EN,
    VOICES,
    VOICES_EN,
    keep,
    marked,
    place_of,
    ready,
    second,
)
from tests.gui.window_parts import trigger

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def alternating(window, qtbot):
    """The window with both texts in one."""
    trigger(window, "alternating")
    ready(window, qtbot)
    return window


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


def test_a_guess_is_told_where_it_stands(show, library, qtbot, monkeypatch):
    library.set_last_opened(keep(library, GUESSED, GUESSED_EN))
    window = show()
    trigger(window, "alternating")
    shown = ready(window, qtbot)
    texts = [leaf.text for leaf in shown.outline().leaves]
    at = texts.index("Така е по-добре.")
    assert texts[at + 1] == "Approximately: A step forward."
    said = []
    monkeypatch.setattr(shown._teller, "announce", said.append)
    shown.go(place_of(shown, "Така"))
    trigger(window, "same_sentence")
    assert shown.position() == place_of(shown, "A step")
    assert set(marked(shown)) == {"Така е по-добре.", "A step forward."}
    assert said == []


def in_table(article):
    """Return an article with its third block in a table, before a cell with an amount."""
    amount = (Span("20 млн. евро" if article.language == "bg" else "€20 million"),)
    *before, guessed, last = article.blocks
    return replace(article, blocks=(*before, Table((), ((guessed.spans, amount),)), last))


def test_a_guess_in_a_table_is_told_on_the_way_to_it(show, library, qtbot, monkeypatch):
    library.set_last_opened(keep(library, in_table(GUESSED), in_table(GUESSED_EN)))
    window = show()
    trigger(window, "alternating")
    shown = ready(window, qtbot)
    said = []
    monkeypatch.setattr(shown._teller, "announce", said.append)
    shown.go(place_of(shown, "Така"))
    trigger(window, "same_sentence")
    assert shown.position() == place_of(shown, "A step")
    assert said == ["approximately"]
