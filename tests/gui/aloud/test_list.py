"""Reading the articles of the list one after the other."""

import pytest
from PySide6.QtWidgets import QLabel

from reader.errors import LibraryDamagedError
from reader.gui.player.player import PlayerState
from reader.model.article import Article, Paragraph, Source, Span
from reader.model.position import Position
from tests.gui.aloud.parts import lit
from tests.gui.window_parts import BEES, LIBRARIES, TRAINS, fill, list_of, search, titles, trigger

pytest_plugins = ("tests.gui.window_fixtures",)

UNTITLED = Article("Без заглавие", "bg", (Paragraph((Span("Само абзац."),)),), Source("text"))
WORDLESS = Article("Безмълвна", "bg", (Paragraph((Span("—"),)),), Source("text"))


@pytest.fixture
def window(show, numbers, sinks):
    """The list from the top: bees, trains, libraries; nothing is open."""
    window = show(open_sink=sinks.open)
    assert titles(window) == [BEES.title, TRAINS.title, LIBRARIES.title]
    return window


@pytest.fixture
def opened(window):
    found = []
    window.parts.reading.opened.connect(lambda now: found.append(now.article.title))
    return found


def place(window):
    return window.parts.bar.findChild(QLabel, "playerPlace").text()


@pytest.fixture
def hear_all(window, hear_until):
    """Plays until nothing more is said."""
    return lambda: hear_until(lambda: window.parts.player.state is PlayerState.STOPPED)


def test_the_new_articles_are_read_in_turn_with_their_titles_first(window, hear_all, opened):
    heard = []
    window.parts.player.sentence_started.connect(lambda now: heard.append(now.text))
    trigger(window, "read_new")
    assert place(window).endswith("article 1 of 3")
    hear_all()
    assert opened == [BEES.title, TRAINS.title, LIBRARIES.title]
    assert [text for text in heard if text in opened] == opened
    assert len(heard) == 2 + 2 + 5
    assert window._means.reader.counts().unread == 0
    assert window.parts.notice.text == "3 articles have been read."
    assert "article" not in place(window)


def test_between_two_articles_there_is_a_moment_of_silence(window, sinks, opened, hear_until):
    words = []
    trigger(window, "read_new")
    hear_until(lambda: len(opened) == 2)
    window.parts.player.word_started.connect(words.append)
    began = len(sinks.opened)
    hear_until(lambda: bool(words))
    assert sinks.now.played > 2 * 22050 * 1.4
    assert len(sinks.opened) <= began + 1


def test_in_a_narrow_window_the_article_is_shown(show, numbers, sinks):
    window = show(open_sink=sinks.open, width=700)
    trigger(window, "to_library")
    assert not window.parts.view.isVisible()
    trigger(window, "read_new")
    assert window.parts.view.isVisible()


def test_what_has_been_read_is_left_out(window, numbers, opened):
    window.parts.labelling.mark([numbers[2]], read=True)
    trigger(window, "read_new")
    assert opened == [TRAINS.title]
    assert place(window).endswith("article 1 of 2")


def test_what_the_command_line_has_added_meanwhile_is_new_too(show, library, sinks):
    window = show(open_sink=sinks.open)
    found = []
    window.parts.reading.opened.connect(lambda now: found.append(now.article.title))
    fill(library, [BEES])
    trigger(window, "read_new")
    assert found == [BEES.title]
    assert titles(window) == [BEES.title]


def test_of_a_search_what_was_found_is_read(window, opened, qtbot):
    search(window, qtbot, "библиотеки")
    trigger(window, "read_new")
    assert opened == [LIBRARIES.title]


def test_without_new_articles_it_is_said(window, numbers, opened):
    for number in numbers:
        window.parts.labelling.mark([number], read=True)
    trigger(window, "read_new")
    assert window.parts.notice.text == "No unread articles in the list."
    assert opened == []


def test_the_list_is_read_from_here_on_read_or_not(window, numbers, hear_all, opened):
    window.parts.labelling.mark([numbers[1]], read=True)
    list_of(window).go_to(1)
    trigger(window, "read_list")
    hear_all()
    assert opened == [TRAINS.title, LIBRARIES.title]


def test_an_article_that_has_been_begun_is_read_from_its_title(window, numbers, library, qtbot):
    library.set_place(numbers[2], Position(1, 4))
    trigger(window, "read_new")
    qtbot.waitUntil(lambda: lit(window) == BEES.title)


def test_next_and_previous_article(window, opened, said):
    trigger(window, "read_new")
    trigger(window, "next_article")
    trigger(window, "next_article")
    trigger(window, "next_article")
    assert said == ["No next article."]
    trigger(window, "previous_article")
    assert opened == [BEES.title, TRAINS.title, LIBRARIES.title, TRAINS.title]
    assert window.parts.player.state is PlayerState.PLAYING
    assert place(window).endswith("article 2 of 3")


def test_without_a_list_there_is_no_next_article(window, numbers, opened, said):
    window.parts.reading.open(numbers[0])
    trigger(window, "next_article")
    assert said == ["No list is being read."]
    assert opened == [LIBRARIES.title]


def test_the_keys_for_unread_articles_go_through_the_list_that_is_read(window, opened):
    trigger(window, "read_new")
    trigger(window, "next_unread")
    assert opened == [BEES.title, TRAINS.title]
    assert window.parts.player.state is PlayerState.PLAYING


def test_in_a_pause_the_next_article_is_opened_and_stays_silent(window, player, opened, qtbot):
    trigger(window, "read_new")
    qtbot.waitUntil(lambda: bool(lit(window)))
    trigger(window, "play")
    trigger(window, "next_article")
    assert player.state is PlayerState.PAUSED
    assert lit(window) == TRAINS.title
    trigger(window, "play")
    assert player.state is PlayerState.PLAYING
    assert place(window).endswith("article 2 of 3")


@pytest.mark.parametrize("pause", [False, True])
def test_an_article_that_a_key_asks_for_is_heard_at_once(window, sinks, qtbot, hear_until, pause):
    trigger(window, "read_new")
    qtbot.waitUntil(lambda: bool(lit(window)))
    if pause:
        trigger(window, "play")
    words = []
    window.parts.player.word_started.connect(words.append)
    trigger(window, "next_article")
    if pause:
        trigger(window, "play")
    hear_until(lambda: bool(words))
    assert sinks.now.played < 2 * 22050 * 0.5


@pytest.mark.parametrize("leave", ["stop", "open"])
def test_the_list_ends_when_the_person_turns_elsewhere(
    window, numbers, hear_all, opened, leave, qtbot
):
    trigger(window, "read_new")
    qtbot.waitUntil(lambda: bool(lit(window)))
    trigger(window, "stop") if leave == "stop" else window.parts.reading.open(numbers[0])
    assert "article" not in place(window)
    count = len(opened)
    trigger(window, "play")
    hear_all()
    assert len(opened) == count


def test_an_article_that_cannot_be_opened_is_named_and_left_out(
    window, numbers, monkeypatch, hear_until, opened
):
    reader = window._means.reader
    kept = type(reader).open

    def open_or_fail(self, identifier):
        if identifier == numbers[1]:
            raise LibraryDamagedError("library.db")
        return kept(self, identifier)

    monkeypatch.setattr(type(reader), "open", open_or_fail)
    trigger(window, "read_new")
    hear_until(lambda: len(opened) == 2)
    assert opened == [BEES.title, LIBRARIES.title]
    assert window.parts.notice.text.startswith(f"“{TRAINS.title}” is left out: ")
    assert window.parts.player.state is PlayerState.PLAYING


def test_one_that_has_been_removed_is_left_out(window, numbers, library, hear_all, opened):
    trigger(window, "read_new")
    library.remove(numbers[1])
    hear_all()
    assert opened == [BEES.title, LIBRARIES.title]
    told = window.parts.notice.text
    assert told.startswith(f"“{TRAINS.title}” is left out: ")  # it is said when all is silent
    assert told.endswith(" 2 articles have been read.")


def test_when_none_can_be_opened_it_is_told(window, numbers, library, opened, player):
    with library._connections.writing() as connection:
        connection.execute("UPDATE article SET digest = ''")
    trigger(window, "read_new")
    assert opened == []
    assert window.parts.notice.text.count("is left out") == 3
    assert player.state is PlayerState.STOPPED


def test_an_article_without_words_is_named_and_left_out(show, library, sinks, qtbot):
    fill(library, [BEES, WORDLESS])
    window = show(open_sink=sinks.open)
    trigger(window, "read_new")
    assert window.parts.reading.article == BEES
    assert window.parts.notice.text == f"“{WORDLESS.title}” is left out: it has no words."
    qtbot.waitUntil(lambda: lit(window) == BEES.title)


def test_one_without_words_on_the_way_ends_neither_the_list_nor_the_sleep_timer(
    show, library, sinks, hear_until
):
    fill(library, [WORDLESS, UNTITLED])
    window = show(open_sink=sinks.open)
    trigger(window, "read_new")
    trigger(window, "sleep_30")
    hear_until(lambda: window.parts.reading.article == BEES)
    assert window.parts.player.state is PlayerState.PLAYING
    assert "silent in 30\u00a0min" in place(window)


def test_what_is_selected_is_read_and_no_other_article_follows(
    window, opened, hear_all, said, qtbot
):
    trigger(window, "read_new")
    qtbot.waitUntil(lambda: bool(lit(window)))
    window.parts.view.selectAll()
    trigger(window, "read_selection")
    hear_all()
    assert opened == [BEES.title]
    assert said == ["End of the selection."]


def test_in_a_pause_the_title_of_the_next_article_is_said(window, said, qtbot):
    trigger(window, "read_new")
    qtbot.waitUntil(lambda: bool(lit(window)))
    trigger(window, "play")
    trigger(window, "next_article")
    assert said == ["Paused.", TRAINS.title]


def test_who_turns_to_something_else_before_the_first_word_is_not_read_to(window, player):
    trigger(window, "read_new")
    window.parts.aloud.leave_off()
    assert player.state is PlayerState.STOPPED


def test_a_title_that_is_not_in_the_text_is_said(show, library, sinks, said):
    fill(library, [UNTITLED])
    trigger(show(open_sink=sinks.open), "read_new")
    assert said == [UNTITLED.title]


def test_the_sleep_timer_ends_the_list_with_the_article(window, hear_all, opened):
    trigger(window, "read_new")
    trigger(window, "sleep_article")
    hear_all()
    assert opened == [BEES.title]
    assert window.parts.notice.text == "The sleep timer has stopped the voice."


def test_for_a_screen_reader_the_next_article_of_the_list_is_no_reason_to_pause(
    window, opened, hear_until, monkeypatch
):
    monkeypatch.setattr("reader.gui.yielding.screen_reader_listens", lambda: True)
    window.panes.go_home(1)
    trigger(window, "read_new")
    hear_until(lambda: len(opened) == 2)
    assert window.parts.player.state is PlayerState.PLAYING
