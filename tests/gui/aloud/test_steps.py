"""Selection, steps, repeating, and how the voice is followed, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton

from reader.gui.player.player import PlayerState
from reader.gui.player.steps import Unit
from reader.model.article import Article, Heading, Paragraph, Source, Span
from reader.model.position import START, Position
from reader.model.speaking import Highlight, Speaking
from tests.gui.aloud.parts import lit
from tests.gui.article_presses import press
from tests.gui.window_parts import fill, trigger

pytest_plugins = ("tests.gui.window_fixtures",)

ALT = Qt.KeyboardModifier.AltModifier
LONG = Article(
    title="Дълга статия",
    language="bg",
    blocks=(
        Heading(1, (Span("Дълга статия"),)),
        *(Paragraph((Span(f"Абзац {number}. " + 30 * "Още думи. "),)) for number in range(40)),
        Heading(2, (Span("Край"),)),
        Paragraph((Span("Последен абзац."),)),
    ),
    source=Source("text"),
)


@pytest.fixture
def long(window, library):
    (number,) = fill(library, [LONG])
    window.parts.reading.open(number)
    return window


def select(window, start, end):
    view = window.parts.view
    cursor = QTextCursor(view.page().document)
    cursor.setPosition(view.page().document_position(start))
    cursor.setPosition(view.page().document_position(end), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def set_speaking(window, **choices):
    window.look._keeper.change(speaking=Speaking(**choices))


def scrolled(window):
    return window.parts.view.verticalScrollBar().value()


# What is read


def test_of_the_selection_nothing_more_is_read_and_it_stays(
    window, player, hear_until, said, qtbot
):
    select(window, Position(1, 9), Position(1, 26))
    trigger(window, "read_selection")
    qtbot.waitUntil(lambda: lit(window) == "обяви инвестиции")
    hear_until(lambda: player.state is PlayerState.STOPPED)
    assert window.parts.view.textCursor().selectedText() == " обяви инвестиции"
    assert said == ["End of the selection."]


def test_a_selection_may_be_made_backwards(window, player, qtbot):
    select(window, Position(1, 26), Position(1, 9))
    trigger(window, "read_selection")
    qtbot.waitUntil(lambda: lit(window) == "обяви инвестиции")


def test_without_a_selection_it_is_said(window, player, said):
    trigger(window, "read_selection")
    assert said == ["Nothing is selected."]
    assert player.state is PlayerState.STOPPED


def test_the_article_is_read_from_its_start_wherever_the_caret_is(window, qtbot):
    window.parts.view.go(Position(2, 5))
    trigger(window, "read_article")
    qtbot.waitUntil(lambda: "Нови библиотеки" in lit(window))


def test_the_end_of_the_article_is_told_once(window, player, hear_until, said):
    window.parts.view.go(Position(2, 44))
    trigger(window, "play")
    hear_until(lambda: player.state is PlayerState.STOPPED)
    assert said == ["End of the article."]


# Steps


def test_by_paragraph_and_heading_the_voice_goes_on_there(window, player, qtbot):
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(lit(window)))
    trigger(window, "next_paragraph")
    qtbot.waitUntil(lambda: "инвестиции" in lit(window))
    trigger(window, "next_paragraph")
    qtbot.waitUntil(lambda: "Първите" in lit(window))
    trigger(window, "previous_heading")
    qtbot.waitUntil(lambda: "Нови библиотеки" in lit(window))
    assert player.state is PlayerState.PLAYING


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("next_heading", "No next heading."),
        ("previous_heading", "No previous heading."),
    ],
)
def test_past_the_ends_it_is_said(window, said, qtbot, name, words):
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(lit(window)))
    trigger(window, name)
    assert said == [words]
    assert "Нови библиотеки" in lit(window)


def test_the_buttons_tell_the_ends_as_the_keys_do(window, said, qtbot):
    window.parts.view.go(Position(2, 44))
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(lit(window)))
    window.parts.bar.findChild(QPushButton, "playerNext").click()
    assert said == ["No next sentence."]


def test_a_step_in_a_pause_is_said_by_the_screen_reader(window, player, said, qtbot):
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(lit(window)))
    trigger(window, "play")
    trigger(window, "next_sentence")
    assert said == ["Paused.", "Комисията обяви инвестиции в достъпни книги."]
    assert "Комисията" in lit(window)


def test_while_the_voice_is_silent_steps_move_the_caret(window, said, sinks):
    view = window.parts.view
    for name, place in (
        ("next_paragraph", Position(1, 0)),
        ("next_sentence", Position(1, 45)),
        ("next_paragraph", Position(2, 0)),
        ("previous_sentence", Position(1, 45)),
        ("previous_heading", START),
    ):
        trigger(window, name)
        assert view.position() == place
    trigger(window, "previous_paragraph")
    assert said[-1] == "No previous paragraph."
    assert sinks.opened == []


@pytest.mark.parametrize(
    ("key", "place"), [(Qt.Key.Key_PageDown, Position(1, 0)), (Qt.Key.Key_End, START)]
)
def test_steps_have_keys_of_their_own(window, qtbot, key, place):
    qtbot.keyClick(window.parts.view, key, ALT)
    assert window.parts.view.position() == place


# Repeating


def test_a_sentence_is_repeated_until_this_is_turned_off(window, player, hear_until, qtbot):
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(lit(window)))
    trigger(window, "repeat")
    assert window.menu_actions["repeat"].isChecked()
    hear_until(lambda: "Нови библиотеки" in lit(window))
    trigger(window, "repeat")
    assert not window.menu_actions["repeat"].isChecked()
    trigger(window, "stop")


def test_stop_takes_the_mark_off_the_menu(window, player):
    trigger(window, "play")
    trigger(window, "repeat")
    trigger(window, "stop")
    assert not window.menu_actions["repeat"].isChecked()


# What is lit, and following


@pytest.mark.parametrize(
    ("highlight", "marks"), [(Highlight.OFF, 0), (Highlight.SENTENCE, 1), (Highlight.WORD, 2)]
)
def test_what_is_lit_can_be_chosen(window, qtbot, highlight, marks):
    set_speaking(window, highlight=highlight)
    words = []
    window.parts.player.word_started.connect(words.append)
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(words))
    assert len(window.parts.view.extraSelections()) == marks


def test_what_is_lit_changes_while_the_voice_reads(window, qtbot):
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(lit(window)))
    set_speaking(window, highlight=Highlight.OFF)
    assert lit(window) == ""


def read_far_down(window, qtbot):
    window.parts.view.go(Position(30, 0))
    trigger(window, "play")
    qtbot.waitUntil(lambda: "Абзац 29" in lit(window))


def test_the_page_follows_the_voice(long, qtbot):
    trigger(long, "play")
    qtbot.waitUntil(lambda: bool(lit(long)))
    assert scrolled(long) == 0
    for _ in range(6):
        trigger(long, "next_paragraph")
    qtbot.waitUntil(lambda: "Абзац 5" in lit(long))
    assert scrolled(long) > 0


def test_who_scrolls_away_is_left_alone_until_the_next_command(long, hear_until, qtbot):
    read_far_down(long, qtbot)
    down = scrolled(long)
    long.parts.view.verticalScrollBar().setValue(0)
    hear_until(lambda: "Още" in lit(long))
    assert scrolled(long) == 0
    trigger(long, "previous_sentence")
    qtbot.waitUntil(lambda: scrolled(long) > down / 2)


def test_the_page_follows_again_once_the_voice_is_in_view(long, qtbot):
    read_far_down(long, qtbot)
    down = scrolled(long)
    bar = long.parts.view.verticalScrollBar()
    bar.setValue(0)
    bar.setValue(down)
    for _ in range(8):
        long.parts.player.step(Unit.PARAGRAPH, 1)  # no command of the person's
    qtbot.waitUntil(lambda: scrolled(long) > down)


def test_who_moves_the_caret_away_is_left_alone_too(long, hear_until, qtbot):
    read_far_down(long, qtbot)
    press(long.parts.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert scrolled(long) == 0
    hear_until(lambda: "Още" in lit(long))
    assert scrolled(long) == 0


def test_another_text_size_keeps_the_voice_in_view(long, qtbot):
    read_far_down(long, qtbot)
    trigger(long, "larger")
    view = long.parts.view
    assert view.is_in_view(long.parts.player.current.source)


def test_the_page_need_not_follow(long, qtbot):
    set_speaking(long, follow=False)
    trigger(long, "play")
    for _ in range(9):
        trigger(long, "next_paragraph")
    qtbot.waitUntil(lambda: "Абзац 8" in lit(long))
    assert scrolled(long) == 0


def test_keys_of_the_voice_work_on_every_layout(window):
    """Brackets are letters or other signs on Bulgarian keyboards; digits are themselves."""
    for name in ("faster", "slower", "louder", "softer", "higher", "lower"):
        first = window.menu_actions[name].shortcuts()[0].toString()
        assert first.startswith("Ctrl+")
        assert first[-1].isdigit()
