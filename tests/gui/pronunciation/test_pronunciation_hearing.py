"""How a word is said is heard before it is kept."""

import pytest

from reader.errors import NoSoundError
from reader.model.position import Position
from tests.gui.pronunciation.parts import button, lit, word_dialog
from tests.gui.window_parts import dialogs, trigger

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def tried(window):
    """What is heard of a trial, sentence by sentence; more is got ready than that."""
    found = []
    window.parts.trial._player.sentence_started.connect(lambda said: found.append(said.text))
    return found


@pytest.fixture
def hear(sinks, qtbot):
    """Plays all of a trial."""

    def over():
        sinks.now.play(100)
        return sinks.now.closed

    def play():
        qtbot.waitUntil(lambda: bool(sinks.opened) and sinks.now.written > sinks.now.played)
        qtbot.waitUntil(over)

    return play


def test_hear_it_says_the_words_around_as_now_and_with_the_change(window, tried, hear, qtbot):
    window.parts.view.go(Position(1, 38))
    trigger(window, "pronounce")
    dialog = word_dialog(window)
    dialog.said.setText("кни ги")
    button(dialog, "Hear it").click()
    hear()
    assert tried == [
        "Now:",
        "обяви инвестиции в достъпни книги.",
        "Вижте съобщението за",
        "With the change:",
        "обяви инвестиции в достъпни кни ги.",
        "Вижте съобщението за",
    ]
    assert dialog.isVisible()
    assert window.parts.own.current == ()


def test_what_would_be_said_as_now_is_heard_once(listed, tried, hear):
    button(listed, "Hear it").click()
    hear()
    assert tried == ["обяви инвестиции в достъпни кни ги.", "Вижте съобщението за"]


def test_hearing_leaves_the_reading_where_it_was(window, asked, sinks, qtbot):
    window.parts.view.go(Position(2, 0))
    trigger(window, "play")
    qtbot.waitUntil(lambda: lit(window).startswith("Първите"))
    reading = sinks.now
    trigger(window, "pronounce")
    dialog = word_dialog(window)
    button(dialog, "Hear it").click()
    qtbot.waitUntil(lambda: sinks.now is not reading)
    dialog.reject()
    assert sinks.now.closed
    assert not reading.closed
    assert reading.paused
    assert lit(window).startswith("Първите")
    trigger(window, "play")
    assert not reading.paused


def test_two_voices_never_speak_at_once(window, asked, sinks, qtbot):
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(sinks.opened))
    trigger(window, "pronounce")
    button(word_dialog(window), "Hear it").click()
    qtbot.waitUntil(lambda: len(sinks.opened) == 2)
    window.parts.aloud.toggle()  # as a media key does, whatever is in front
    assert sinks.now.closed
    assert not sinks.opened[0].paused


def test_without_sound_hearing_is_explained(window, listed, sinks, qtbot):
    sinks.error = NoSoundError()
    button(listed, "Hear it").click()
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    (box,) = dialogs(window)
    assert "no sound output" in box.text()
