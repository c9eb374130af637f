"""Repeating a sentence, ending with a paragraph, reading a stretch, going on with an article."""

import pytest

from reader.gui.player.player import PlayerState
from reader.gui.player.steps import Unit
from reader.model.position import START, Position
from reader.model.speaking import Speaking
from reader.speech.engine import Delivery
from tests.gui.player_monkey import place, story
from tests.gui.player_parts import NEWS, said

pytest_plugins = ("tests.gui.player_fixtures",)


@pytest.fixture
def loops(player):
    found = []
    player.loop_changed.connect(found.append)
    return found


def test_a_sentence_is_begun_anew_and_repeated(qtbot, player, log, hear, sinks, loops):
    player.play_from(START)
    hear(100)
    player.loop(on=True)
    assert sinks.opened[0].closed
    hear(500)
    hear(500)
    qtbot.waitUntil(lambda: log.sentences == 4 * ["Едно две три."])
    assert loops == [True]


def test_what_was_fed_ahead_is_not_heard_once_more_when_repeating_ends(
    qtbot, player, log, hear, sinks
):
    player.play_from(START)
    qtbot.waitUntil(lambda: bool(log.sentences))
    player.loop(on=True)
    hear(100)
    player.loop(on=False)

    def goes_on():
        sinks.now.play(100)
        return log.sentences[-1] == "Четири пет."

    qtbot.waitUntil(goes_on)
    # What the sink has already is heard: four halves of a second at the most.
    assert log.sentences[1:-1].count("Едно две три.") <= 4


def test_between_two_repeats_there_is_the_pause_of_a_sentence(qtbot, player, log, hear, sinks):
    player.set_speaking(Speaking(sentence_pause=200, paragraph_pause=900))
    player.play_from(START)
    player.loop(on=True)
    qtbot.waitUntil(lambda: bool(log.sentences))
    count = len(log.sentences)
    hear(500)
    hear(199)
    player._tick()
    assert len(log.sentences) == count
    hear(1)
    qtbot.waitUntil(lambda: len(log.sentences) == count + 1)


def test_repeating_goes_with_a_step(qtbot, player, log, hear):
    player.play_from(START)
    player.loop(on=True)
    player.step(Unit.SENTENCE, 1)
    hear(500)
    hear(500)
    qtbot.waitUntil(lambda: log.sentences[-2:] == 2 * ["Четири пет."])


@pytest.mark.parametrize("leave", ["stop", "load"])
def test_repeating_ends_with_reading(player, loops, leave):
    player.play_from(START)
    player.loop(on=True)
    player.stop() if leave == "stop" else player.load(said("Друго."))
    assert not player.loops
    assert loops == [True, False]


def test_a_sentence_without_sound_is_not_repeated_for_ever(qtbot, player, voice, log, hear):
    voice.lengths["Едно две три."] = 0
    player.play_from(START)
    player.loop(on=True)
    hear(500)
    qtbot.waitUntil(lambda: "Четири пет." in log.sentences)


def test_a_paragraph_is_read_to_its_end_and_no_further(qtbot, player, log, hear):
    player.load(story(9))
    player.play_from(place(1))
    qtbot.waitUntil(lambda: bool(log.sentences))
    player.end_with_paragraph(wanted=True)
    hear(500)
    hear(500)
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED)
    assert log.sentences == ["Изречение 2.", "Изречение 3."]


def test_of_a_stretch_nothing_more_is_heard(qtbot, player, log, hear, sinks):
    assert player.play_within(Position(0, 5), Position(1, 6))
    hear(500)
    hear(500)
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED)
    assert log.sentences == ["две три.", "Четири"]
    assert sinks.now.played == 2 * 2 * 500


def test_steps_stay_within_the_stretch(qtbot, player, log):
    player.play_within(Position(0, 5), Position(1, 6))
    assert player.step(Unit.SENTENCE, 1)
    assert not player.step(Unit.SENTENCE, 1)
    assert player.progress.count == 2


def test_after_a_stretch_the_player_stands_in_the_whole_article(player):
    player.play_within(Position(1, 7), Position(1, 10))
    player.stop()
    assert player.progress.count == 4
    assert player.current is NEWS[1]
    assert not player.play_within(START, START)


def test_another_article_follows_without_a_stop(qtbot, player, log, hear, sinks):
    player.ended.connect(lambda: player.follow_with(said("Друго."), 0.3))
    player.play_from(Position(3, 0))
    hear(500)
    qtbot.waitUntil(lambda: log.sentences[-1] == "Друго.")
    assert log.states == [PlayerState.PLAYING]
    qtbot.waitUntil(lambda: sinks.now.written == 2 * (300 + 500))


def test_an_article_without_words_that_follows_is_over_at_once(qtbot, player):
    player.play_from(START)
    with qtbot.waitSignal(player.ended):
        player.follow_with(())
    assert player.state is PlayerState.STOPPED
    assert player.progress is None


def test_a_stretch_that_is_told_otherwise_is_still_a_stretch(qtbot, player, log, hear):
    player.play_within(Position(0, 5), Position(2, 0))
    player.step(Unit.SENTENCE, 1)
    qtbot.waitUntil(lambda: log.sentences == ["Четири пет."])
    player.reword(said("Едно две три.", "Четири шест.", "Седем."))
    hear(500)
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED)
    assert log.sentences == ["Четири пет.", "Четири шест."]


def test_of_a_stretch_that_is_not_told_any_more_nothing_is_heard(player):
    player.play_within(Position(3, 0), Position(3, 5))
    player.reword(NEWS[:2])
    assert player.state is PlayerState.STOPPED
    assert player.progress.count == 2


def test_the_end_is_told_before_the_stop(qtbot, player, hear):
    seen = []
    player.ended.connect(lambda: seen.append(player.state))
    player.play_from(Position(3, 0))
    hear(500)
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED)
    assert seen == [PlayerState.PLAYING]


def test_louder_is_heard_at_once_and_nothing_begins_anew(qtbot, player, voice, log, hear, sinks):
    player.set_delivery(Delivery(volume=0.4))
    player.play_from(START)
    hear(100)
    assert sinks.now.volume == pytest.approx(0.4)
    player.set_delivery(Delivery(volume=0.8))
    assert not sinks.now.closed
    assert sinks.now.volume == pytest.approx(0.8)
    player.fade(0.5)
    assert sinks.now.volume == pytest.approx(0.4)
    assert log.sentences == ["Едно две три."]


def test_another_pitch_begins_the_sentence_anew(qtbot, player, log, hear, sinks):
    player.play_from(START)
    hear(100)
    player.set_delivery(Delivery(pitch=80))
    assert sinks.opened[0].closed
    qtbot.waitUntil(lambda: log.sentences == 2 * ["Едно две три."])
