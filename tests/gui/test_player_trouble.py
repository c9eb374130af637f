"""The player when voice or sound fail it."""

from reader.errors import EngineFailedError, NoEngineError, NoSoundError
from reader.gui.player.player import PlayerState
from reader.model.position import START
from tests.gui.player_parts import NEWS, RATE

pytest_plugins = ("tests.gui.player_fixtures",)


def test_a_sentence_of_another_sampling_rate_gets_a_sink_of_its_own(
    qtbot, player, voice, log, hear, sinks
):
    voice.rates["Четири пет."] = 2 * RATE
    player.play_from(START)
    hear(500)
    qtbot.waitUntil(lambda: len(sinks.opened) == 2)
    assert [sink.rate for sink in sinks.opened] == [RATE, 2 * RATE]
    assert sinks.opened[0].closed
    qtbot.waitUntil(lambda: log.sentences == ["Едно две три.", "Четири пет."])


def test_reading_waits_for_a_voice_that_is_late(qtbot, player, voice, log, hear, sinks):
    qtbot.waitUntil(lambda: len(voice.asked) == 3)
    voice.may_speak.clear()
    player.play_from(START)
    for _ in range(3):
        hear(500)
    qtbot.waitUntil(lambda: sinks.now.closed)  # a starving sink would be silent for long
    assert player.state is PlayerState.PLAYING
    voice.may_speak.set()
    hear(500)
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED)
    assert log.sentences == [said.text for said in NEWS]


def test_a_sentence_without_sound_is_passed_over(qtbot, player, voice, log, hear):
    voice.lengths = {"Четири пет.": 0, "Седем осем.": 0}
    player.play_from(START)
    hear(500)
    hear(500)
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED)
    assert log.sentences == [said.text for said in NEWS]


def test_without_sound_output_the_player_says_so_and_stops(qtbot, player, log, sinks):
    sinks.error = NoSoundError()
    player.play_from(START)
    qtbot.waitUntil(lambda: bool(log.errors))
    assert log.errors == [sinks.error]
    assert player.state is PlayerState.STOPPED


def test_a_sound_output_that_is_lost_is_told(qtbot, player, log, hear, sinks):
    player.play_from(START)
    hear(600)
    qtbot.waitUntil(lambda: len(log.sentences) == 2)
    sinks.now.lost = True
    qtbot.waitUntil(lambda: bool(log.errors))
    assert isinstance(log.errors[0], NoSoundError)
    assert player.state is PlayerState.STOPPED
    assert player.current is NEWS[1]


def test_a_failing_voice_is_told_after_all_before_it_was_heard(qtbot, player, voice, log, hear):
    error = EngineFailedError("crash")
    voice.errors["Шест."] = error
    player.play_from(START)
    hear(500)
    assert log.errors == []
    hear(500)
    qtbot.waitUntil(lambda: log.errors == [error])
    assert log.sentences == ["Едно две три.", "Четири пет."]
    assert player.state is PlayerState.STOPPED


def test_after_a_failure_reading_can_begin_again(qtbot, player, voice, log):
    voice.errors["Едно две три."] = NoEngineError("none")
    player.play_from(START)
    qtbot.waitUntil(lambda: len(log.errors) == 1)
    voice.errors.clear()
    player.play_from(START)
    qtbot.waitUntil(lambda: log.sentences == ["Едно две три."])
