"""The sleep timer: it counts what is read, fades out, keeps the place, and can be asked."""

import pytest
from PySide6.QtWidgets import QLabel

from reader.gui.player.player import PlayerState
from reader.gui.player.sleep import FADE_SECONDS, SleepTimer, Until
from reader.model.position import START, Position
from tests.gui.aloud.parts import lit
from tests.gui.window_parts import trigger

pytest_plugins = ("tests.gui.window_fixtures",)


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock(window):
    window.parts.sleeping.clock = Clock()
    return window.parts.sleeping.clock


@pytest.fixture
def told(window, monkeypatch):
    messages = []
    monkeypatch.setattr(
        window.parts.aloud, "tell_after_focus", lambda message, *_true: messages.append(message)
    )
    return messages


@pytest.fixture
def passes(window, clock):
    """Lets seconds of the timer pass."""

    def go(seconds):
        clock.now += seconds
        window.parts.sleeping.tick()

    return go


def place(window):
    return window.parts.bar.findChild(QLabel, "playerPlace").text()


def chosen(window):
    names = ("off", "5", "30", "paragraph", "article")
    return [name for name in names if window.menu_actions[f"sleep_{name}"].isChecked()]


def test_a_timer_fades_in_its_last_seconds():
    timer = SleepTimer()
    timer.set_time(60)
    timer.read(45)
    assert timer.loudness == 1
    timer.read(10)
    assert timer.loudness == pytest.approx(5 / FADE_SECONDS)
    timer.read(10)
    assert timer.loudness == 0
    assert timer.is_over


@pytest.mark.parametrize("until", [Until.ALWAYS, Until.PARAGRAPH, Until.ARTICLE])
def test_an_end_does_not_fade(until):
    timer = SleepTimer()
    timer.set_end(until)
    assert timer.loudness == 1
    assert not timer.is_over


@pytest.fixture
def reading(window, clock, qtbot):
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(lit(window)))
    return window


def test_the_timer_is_told_shown_and_can_be_asked(reading, told, passes):
    trigger(reading, "sleep_30")
    assert told == ["The voice falls silent in 30 minutes of reading."]
    assert place(reading).endswith("silent in 30\u00a0min")
    passes(8 * 60)
    assert place(reading).endswith("silent in 22\u00a0min")
    trigger(reading, "sleep_left")
    assert reading.parts.notice.text == "The voice falls silent in 22 minutes of reading."
    assert told[-1] == reading.parts.notice.text
    assert chosen(reading) == ["30"]


def test_the_last_seconds_fade_out_and_the_place_is_kept_where_that_began(
    reading, player, hear_until, sinks, passes, library, numbers
):
    trigger(reading, "sleep_5")
    hear_until(lambda: "инвестиции" in lit(reading))
    passes(5 * 60 - 4)
    assert sinks.now.volume == pytest.approx(0.4)
    hear_until(lambda: "Вижте" in lit(reading))
    passes(4)
    assert player.state is PlayerState.STOPPED
    assert reading.parts.view.position() == Position(1, 0)
    assert chosen(reading) == ["off"]
    reading.close()
    assert library.place(numbers[0]) == Position(1, 0)


def test_what_the_voice_is_asked_for_is_told_while_it_reads_not_behind_it(
    reading, said, monkeypatch, qtbot
):
    monkeypatch.setattr("reader.gui.yielding.screen_reader_listens", lambda: True)
    trigger(reading, "sleep_left")
    qtbot.waitUntil(lambda: said == ["The sleep timer is off."])
    assert reading.parts.player.state is PlayerState.PAUSED


def test_no_place_of_an_article_before_is_kept_where_another_has_followed(
    window, numbers, hear_until, passes, player, qtbot
):
    window.parts.shelf.panel.list.go_to(1)
    trigger(window, "read_list")
    qtbot.waitUntil(lambda: bool(lit(window)))
    trigger(window, "next_sentence")
    trigger(window, "sleep_5")
    passes(5 * 60 - 4)
    trigger(window, "next_article")
    qtbot.waitUntil(lambda: bool(lit(window)))
    passes(4)
    assert player.state is PlayerState.STOPPED
    assert window.parts.view.position() == START


def test_the_end_is_shown_but_wakes_nobody(reading, said, passes):
    trigger(reading, "sleep_5")
    passes(5 * 60)
    assert reading.parts.notice.text == "The sleep timer has stopped the voice."
    assert said == []


def test_after_the_timer_the_voice_is_as_loud_as_before(reading, sinks, passes, qtbot):
    trigger(reading, "sleep_5")
    passes(5 * 60 - 2)
    passes(2)
    trigger(reading, "play")
    qtbot.waitUntil(lambda: bool(lit(reading)))
    assert sinks.now.volume == 1


def test_more_time_ends_the_fading(reading, sinks, passes):
    trigger(reading, "sleep_5")
    passes(5 * 60 - 2)
    assert sinks.now.volume < 1
    trigger(reading, "sleep_30")
    assert sinks.now.volume == 1


def test_a_pause_does_not_count(reading, clock, passes):
    trigger(reading, "sleep_5")
    trigger(reading, "play")
    clock.now += 3600
    trigger(reading, "play")
    passes(60)
    assert place(reading).endswith("silent in 4\u00a0min")


def test_set_before_reading_it_counts_from_there(window, clock, passes):
    trigger(window, "sleep_5")
    clock.now += 3600
    trigger(window, "play")
    passes(60)
    assert place(window).endswith("silent in 4\u00a0min")


def test_who_stops_the_voice_needs_no_timer(reading):
    trigger(reading, "sleep_5")
    trigger(reading, "stop")
    assert chosen(reading) == ["off"]
    assert "silent" not in place(reading)


def test_off_is_told(reading, told):
    trigger(reading, "sleep_5")
    trigger(reading, "sleep_off")
    assert told[-1] == "The sleep timer is off."
    assert "silent" not in place(reading)


def test_at_the_end_of_the_paragraph_the_voice_falls_silent(reading, player, hear_until, told):
    trigger(reading, "next_paragraph")
    trigger(reading, "sleep_paragraph")
    assert told == ["The voice falls silent at the end of the paragraph."]
    assert place(reading).endswith("silent after the paragraph")
    hear_until(lambda: player.state is PlayerState.STOPPED)
    assert reading.parts.view.position() == Position(1, 45)
    assert chosen(reading) == ["off"]


def test_the_end_of_a_paragraph_can_be_set_before_reading(window, player, hear_until):
    trigger(window, "sleep_paragraph")
    trigger(window, "play")
    hear_until(lambda: player.state is PlayerState.STOPPED)
    assert window.parts.notice.text == "The sleep timer has stopped the voice."
