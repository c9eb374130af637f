"""A person's own notes while the voice reads: told as they are, and the light is never wrong."""

from dataclasses import replace

from reader.gui.player.player import PlayerState
from reader.model.position import Extent, Position
from reader.model.speaking import OwnNotes
from reader.text.anchors import Stretch
from tests.gui.aloud.parts import lit
from tests.gui.window_parts import trigger

pytest_plugins = ("tests.gui.window_fixtures",)

FIRST = "Първите читални отварят врати през есента."
THERE = Stretch(Position(2, 0), Position(2, 42))


def tell(window, how):
    keeper = window.look._keeper
    keeper.change(speaking=replace(keeper.current.speaking, own_notes=how))


def keep_note(window, text="Да се провери."):
    window.parts.marking.note(window.parts.reading.identifier, THERE, text)


def said(player):
    return next(one.text for one in player.sentences if one.source == Extent(2, 0, 42))


def test_a_note_that_is_kept_is_told_from_now_on(window, player):
    keep_note(window)
    assert said(player) == f"{FIRST} Ваша бележка."


def test_a_note_that_is_changed_or_removed_is_told_so(window, player):
    tell(window, OwnNotes.WHOLE)
    keep_note(window)
    (note,) = window.parts.marking.annotating.of(window.parts.reading.identifier)
    window.parts.marking.rewrite(note, "Проверено.")
    assert said(player) == f"{FIRST} Ваша бележка: Проверено. Край на бележката."
    window.parts.marking.remove(note)
    assert said(player) == FIRST
    window.parts.marking.restore()
    assert "Проверено." in said(player)


def test_notes_are_told_in_an_article_that_is_opened_later(window, player, numbers):
    keep_note(window)
    window.parts.reading.open(numbers[1])
    assert all("бележка" not in one.text for one in player.sentences)
    window.parts.reading.open(numbers[0])
    assert said(player) == f"{FIRST} Ваша бележка."


def test_another_way_to_tell_notes_counts_at_once_and_reading_goes_on(window, player, qtbot):
    keep_note(window)
    window.parts.view.go(Position(2, 5))
    trigger(window, "play")
    qtbot.waitUntil(lambda: lit(window) == FIRST)
    tell(window, OwnNotes.OFF)
    assert player.current.text == FIRST
    tell(window, OwnNotes.WHOLE)
    assert player.current.text == f"{FIRST} Ваша бележка: Да се провери. Край на бележката."
    assert player.state is PlayerState.PLAYING
    qtbot.waitUntil(lambda: lit(window) == FIRST)


def test_while_a_note_is_read_its_sentence_is_lit_and_no_word(window, player, qtbot):
    words, aloud = window.parts.view, window.parts.aloud
    window.parts.view.go(Position(2, 0))
    trigger(window, "play")
    qtbot.waitUntil(lambda: lit(window) == FIRST)
    player.word_started.emit(Extent(2, 35, 41))
    assert aloud.word() == Extent(2, 35, 41)
    assert len(words.extraSelections()) == 2
    player.word_started.emit(Extent(2, 42, 42))  # as a note begins
    assert aloud.word() is None
    assert len(words.extraSelections()) == 1
    assert lit(window) == FIRST
