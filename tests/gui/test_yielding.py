"""The voice falls silent for a screen reader; a stand-in speaks through Speech Dispatcher."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from reader.gui import yielding
from reader.gui.player.player import PlayerState
from reader.model.position import Position
from reader.model.speaking import Speaking
from tests.gui.dispatcher_parts import SpeechDispatcher
from tests.gui.player_parts import Sinks
from tests.gui.window_parts import fill, opened, trigger

pytest_plugins = ("tests.gui.window_fixtures",)

PLAYING, PAUSED, STOPPED = PlayerState.PLAYING, PlayerState.PAUSED, PlayerState.STOPPED
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def listens(monkeypatch):
    """Lets a screen reader come and go."""

    def now(there):
        monkeypatch.setattr(yielding, "screen_reader_listens", lambda: there)

    now(there=True)
    return now


@pytest.fixture
def orca(qapp, tmp_path):
    dispatcher = SpeechDispatcher(tmp_path)
    yield dispatcher
    dispatcher.close()


@pytest.fixture
def said(monkeypatch):
    """What a screen reader is told by the voice's commands."""
    found = []
    for module in ("reading_aloud", "adjusting", "notice"):
        monkeypatch.setattr(
            f"reader.gui.{module}.announce", lambda _widget, words: found.append(words)
        )
    return found


@pytest.fixture
def window(show, library, qtbot, listens, monkeypatch):
    """A window whose voice reads an article that has the focus."""
    monkeypatch.setenv("SPEECHD_ADDRESS", "unix_socket:/nowhere")
    number = fill(library)[0]
    window = show(open_sink=Sinks().open)
    window.parts.reading.open(number)
    opened(window, qtbot, number)
    window.parts.view.setFocus()
    trigger(window, "play")
    return window


@pytest.fixture
def watched(orca, window, monkeypatch):
    """The same, once the screen reader can be heard."""
    trigger(window, "stop")
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{orca.path}")
    return window


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key as the system does."""
    QTest.keyClick(window.windowHandle(), key, modifiers)


def state(window):
    return window.parts.player.state


def becomes(qtbot, window, wanted):
    qtbot.waitUntil(lambda: state(window) is wanted)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_F9, Qt.Key.Key_X])
def test_a_key_pauses_the_voice(window, key):
    press(window, key)
    assert state(window) is PAUSED


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Control])
def test_a_modifier_that_is_held_is_no_key_yet(window, key):
    QTest.keyPress(window.windowHandle(), key)
    assert state(window) is PLAYING


def test_control_alone_pauses_the_voice(window):
    press(window, Qt.Key.Key_Control)
    assert state(window) is PAUSED


def test_keys_of_the_voice_do_not_pause_it(window):
    press(window, Qt.Key.Key_3, CONTROL)
    assert state(window) is PLAYING
    assert window.parts.player.progress.number == 2
    press(window, Qt.Key.Key_F5)
    assert state(window) is PAUSED
    press(window, Qt.Key.Key_F5)
    assert state(window) is PLAYING


def test_a_key_of_the_voice_that_the_layout_hides_is_known_by_what_it_does(window, monkeypatch):
    monkeypatch.setattr(window.parts.yielding, "_is_own", lambda event: False)
    press(window, Qt.Key.Key_3, CONTROL)
    assert state(window) is PLAYING
    press(window, Qt.Key.Key_F5)
    assert state(window) is PAUSED


def test_after_another_key_the_key_of_the_voice_goes_on(window):
    press(window, Qt.Key.Key_X)
    press(window, Qt.Key.Key_F5)
    assert state(window) is PLAYING


def test_nothing_is_said_of_the_pause_and_reading_goes_on_from_the_caret(window, qtbot):
    press(window, Qt.Key.Key_End, CONTROL)
    assert state(window) is PAUSED
    press(window, Qt.Key.Key_F5)
    assert window.parts.player.progress.number == window.parts.player.progress.count


def test_another_focus_pauses_the_voice(window):
    window.parts.shelf.panel.list.setFocus()
    assert state(window) is PAUSED


def test_the_buttons_of_the_voice_do_not_pause_it(window):
    button = window.parts.bar.home
    button.setFocus()
    assert state(window) is PLAYING
    press(window, Qt.Key.Key_Space)
    assert state(window) is PAUSED
    press(window, Qt.Key.Key_Space)
    assert state(window) is PLAYING
    stops = next(each for each in window.parts.bar.findChildren(QPushButton) if each is not button)
    stops.setFocus()
    assert state(window) is PLAYING


def test_a_caret_that_is_put_elsewhere_pauses_the_voice(window):
    window.parts.view.go(Position(2, 0))
    assert state(window) is PAUSED


def test_without_a_screen_reader_nothing_pauses(window, listens):
    listens(there=False)
    press(window, Qt.Key.Key_Down)
    window.parts.shelf.panel.list.setFocus()
    assert state(window) is PLAYING


def test_where_the_person_wants_both_nothing_pauses(window):
    window._means.keeper.change(speaking=Speaking(yields=False))
    press(window, Qt.Key.Key_Down)
    window.parts.shelf.panel.list.setFocus()
    assert state(window) is PLAYING


def test_messages_wait_until_the_voice_is_silent(window):
    said = []
    window.parts.yielding.when_silent(lambda: said.append("done"))
    assert said == []
    trigger(window, "play")
    assert said == ["done"]
    window.parts.yielding.when_silent(lambda: said.append("at once"))
    assert said == ["done", "at once"]


def test_who_asks_how_much_time_is_left_is_answered_while_the_voice_is_silent(
    qtbot, watched, orca, said
):
    play(watched, qtbot, orca)
    trigger(watched, "sleep_left")
    qtbot.waitUntil(lambda: said == ["The sleep timer is off."])  # after the menu's focus
    assert state(watched) is PAUSED
    orca.busy = True
    asks(qtbot, orca)
    orca.busy = False
    becomes(qtbot, watched, PLAYING)


def test_of_a_sentence_that_begins_anew_nothing_is_said_over_the_voice(window, said):
    for _ in range(2):
        trigger(window, "repeat")
    assert said == []
    assert state(window) is PLAYING


def test_words_that_came_of_nothing_here_pause_the_voice_until_they_are_over(qtbot, watched, orca):
    play(watched, qtbot, orca)
    orca.busy = True
    becomes(qtbot, watched, PAUSED)
    orca.busy = False
    becomes(qtbot, watched, PLAYING)


def test_after_a_command_of_the_screen_reader_the_voice_goes_on(qtbot, watched, orca):
    play(watched, qtbot, orca)
    QTest.keyPress(watched.windowHandle(), Qt.Key.Key_Insert)
    assert state(watched) is PAUSED
    orca.busy = True
    press(watched, Qt.Key.Key_T)
    QTest.keyRelease(watched.windowHandle(), Qt.Key.Key_Insert)
    asks(qtbot, orca)
    assert state(watched) is PAUSED
    orca.busy = False
    becomes(qtbot, watched, PLAYING)


def test_a_screen_reader_that_is_not_heard_is_not_guessed_at(qtbot, watched, orca):
    play(watched, qtbot, orca)
    press(watched, Qt.Key.Key_Insert)
    asks(qtbot, orca, times=8)
    assert state(watched) is PAUSED


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Control])
def test_who_uses_the_program_meanwhile_is_asked_again(qtbot, watched, orca, key):
    play(watched, qtbot, orca)
    orca.busy = True
    becomes(qtbot, watched, PAUSED)
    press(watched, key)
    orca.busy = False
    assert not asks_again(watched)
    assert state(watched) is PAUSED


def test_nobody_is_asked_while_nothing_is_read(qtbot, watched, orca):
    play(watched, qtbot, orca)
    assert asks_again(watched)
    trigger(watched, "stop")
    assert not asks_again(watched)


def test_who_stops_the_voice_that_has_fallen_silent_is_not_waited_for(qtbot, watched, orca):
    play(watched, qtbot, orca)
    orca.busy = True
    becomes(qtbot, watched, PAUSED)
    trigger(watched, "stop")
    assert not asks_again(watched)


def asks_again(window):
    """Tell whether the window will ask the stand-in again."""
    return window.parts.yielding._dispatcher._socket.isValid()


def play(window, qtbot, orca):
    trigger(window, "play")
    asks(qtbot, orca)


def asks(qtbot, orca, times=2):
    """Wait until the stand-in has been asked so often again."""
    wanted = orca.asked + times
    qtbot.waitUntil(lambda: orca.asked >= wanted)
