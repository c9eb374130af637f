"""Reading aloud in the window: from the caret, lit on the page, the place kept."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from reader.errors import NoEngineError, NoSoundError, NoVoiceError
from reader.gui.player.manner import delivery
from reader.gui.player.player import PlayerState
from reader.gui.proof.block_dialog import BlockDialog
from reader.model.position import Position
from reader.model.speaking import Telling
from reader.speech.engine import Delivery
from tests.gui.aloud.parts import lit
from tests.gui.window_parts import dialogs, trigger

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.mark.check("A13", "Say-all from here")
@pytest.mark.check("A31", "Read aloud: play")
@pytest.mark.check("A38", "Read aloud: the spoken text is highlighted")
def test_reading_begins_at_the_caret_and_lights_the_sentence(window, player, qtbot):
    window.parts.view.go(Position(2, 5))
    trigger(window, "play")
    qtbot.waitUntil(lambda: lit(window) == "Първите читални отварят врати през есента.")
    assert player.state is PlayerState.PLAYING


@pytest.mark.check("A14", "Say-all goes on where it stopped")
@pytest.mark.check("A33", "Read aloud: resume")
def test_pause_keeps_the_sentence_lit_and_the_same_key_goes_on(window, player, qtbot):
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(lit(window)))
    trigger(window, "play")
    assert player.state is PlayerState.PAUSED
    assert lit(window)
    trigger(window, "play")
    assert player.state is PlayerState.PLAYING


def test_after_a_pause_reading_goes_on_from_a_caret_that_has_moved(window, player, qtbot):
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(lit(window)))
    trigger(window, "play")
    window.parts.view.go(Position(2, 5))
    trigger(window, "play")
    qtbot.waitUntil(lambda: lit(window) == "Първите читални отварят врати през есента.")


def test_where_one_is_follows_the_voice(window, hear, qtbot):
    trigger(window, "play")
    hear(2)
    qtbot.waitUntil(lambda: "Вижте" in lit(window))
    trigger(window, "where")
    assert window.parts.notice.text.startswith("Paragraph 2 of 3")


@pytest.mark.check("A32", "Read aloud: stop")
def test_stop_puts_the_light_out_and_the_caret_stays_at_the_last_sentence(
    window, player, hear, qtbot
):
    trigger(window, "play")
    hear(2)
    qtbot.waitUntil(lambda: "Вижте" in lit(window))
    trigger(window, "stop")
    assert lit(window) == ""
    assert window.parts.view.position() == Position(1, 45)


def test_the_reading_position_follows_the_voice(window, numbers, library, hear, qtbot):
    trigger(window, "play")
    hear(2)
    qtbot.waitUntil(lambda: "Вижте" in lit(window))
    window.close()
    assert library.place(numbers[0]) == Position(1, 45)


def test_one_sentence_forth_and_back(window, qtbot):
    trigger(window, "play")
    qtbot.waitUntil(lambda: "Нови библиотеки" in lit(window))
    trigger(window, "next_sentence")
    qtbot.waitUntil(lambda: "инвестиции" in lit(window))
    trigger(window, "previous_sentence")
    qtbot.waitUntil(lambda: "Нови библиотеки" in lit(window))


def test_the_button_of_the_bar_reads_from_the_caret_too(window, qtbot):
    window.parts.view.go(Position(2, 43))
    button = next(
        button for button in window.parts.bar.findChildren(QPushButton) if button.text() == "Read"
    )
    button.click()
    qtbot.waitUntil(lambda: lit(window) == "Входът е свободен.")


def test_another_article_ends_the_reading(window, player, numbers, qtbot):
    trigger(window, "play")
    window.parts.reading.open(numbers[1])
    assert player.state is PlayerState.STOPPED
    assert lit(window) == ""


def test_without_sound_it_is_explained_and_everything_else_works(window, sinks, player, qtbot):
    sinks.error = NoSoundError()
    trigger(window, "play")
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    assert "no sound output" in box.text()
    box.accept()
    assert player.state is PlayerState.STOPPED
    qtbot.waitUntil(window.parts.view.hasFocus)


@pytest.mark.parametrize("name", ["play", "read_article", "read_selection", "read_new"])
@pytest.mark.parametrize("error", [NoSoundError(), NoEngineError("none"), NoVoiceError("bg")])
def test_whatever_is_to_be_read_the_reason_for_silence_is_told_once(
    window, sinks, player, qtbot, name, error
):
    told = []
    window.parts.aloud.failed.connect(told.append)
    sinks.error = error
    window.parts.view.selectAll()
    trigger(window, name)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [error]
    assert player.state is PlayerState.STOPPED
    assert not window.parts.list_aloud.is_on
    for other in ("next_paragraph", "repeat", "repeat", "sleep_5", "louder", "higher", "stop"):
        trigger(window, other)
    (box,) = dialogs(window)
    box.accept()
    sinks.error = None
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(lit(window)))


@pytest.mark.check("A36", "Read aloud: speed")
def test_faster_and_slower_are_remembered(window):
    trigger(window, "faster")
    assert window.look._keeper.current.rate == 200
    trigger(window, "slower")
    trigger(window, "slower")
    assert window.look._keeper.current.rate == 150


def tell(window, **choices):
    keeper = window.look._keeper
    keeper.change(speaking=replace(keeper.current.speaking, **choices))


def test_what_is_told_changes_at_once_and_reading_goes_on_at_its_place(window, player, hear, qtbot):
    trigger(window, "play")
    hear(2)
    qtbot.waitUntil(lambda: "Вижте" in lit(window))
    assert player.current.text == "Вижте съобщението за медиите и отчета."
    tell(window, links=Telling.WORD)
    assert player.current.text == "Вижте връзка съобщението за медиите и връзка отчета."
    assert player.state is PlayerState.PLAYING
    qtbot.waitUntil(lambda: "Вижте" in lit(window))


def test_other_pauses_let_the_sentence_go_on(window, player, hear, sinks, qtbot):
    trigger(window, "play")
    hear(1)
    tell(window, paragraph_pause=900)
    assert not sinks.now.closed
    tell(window, volume=50)
    assert not sinks.now.closed
    assert sinks.now.volume == 0.5
    tell(window, pitch=80)
    assert sinks.opened[0].closed
    assert player.state is PlayerState.PLAYING


def test_pitch_and_volume_are_those_of_the_settings(window):
    tell(window, pitch=80, volume=25)
    assert delivery(window.look._keeper.current) == Delivery(175, 80, 0.25)


def test_nothing_can_be_read_before_an_article_is_open(show, library, sinks):
    window = show(open_sink=sinks.open)
    assert not window.menu_actions["play"].isEnabled()
    buttons = window.parts.bar.findChildren(QPushButton)
    assert not any(button.isEnabled() for button in buttons)


def test_a_correction_is_made_where_the_voice_is(window, hear, qtbot):
    trigger(window, "play")
    hear(2)
    qtbot.waitUntil(lambda: "Вижте" in lit(window))
    trigger(window, "correct")
    (dialog,) = window.findChildren(BlockDialog)
    assert dialog.words.toPlainText()[dialog.char :].startswith("Вижте")
    assert window.parts.player.state is PlayerState.STOPPED
    dialog.reject()


def test_the_caret_counts_where_it_was_moved_while_the_voice_reads(window, hear, qtbot):
    trigger(window, "play")
    hear(2)
    qtbot.waitUntil(lambda: "Вижте" in lit(window))
    window.parts.view.go(Position(2, 8))
    trigger(window, "correct")
    (dialog,) = window.findChildren(BlockDialog)
    assert dialog.words.toPlainText()[dialog.char :].startswith("читални")
    assert window.parts.view.position() == Position(2, 8)
    dialog.reject()
