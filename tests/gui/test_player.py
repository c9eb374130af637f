import pytest

from reader.gui.player.player import Player, PlayerState
from reader.gui.player.steps import Unit
from reader.model.position import START, Extent, Position
from reader.model.speaking import Speaking
from reader.speech.engine import Delivery
from tests.gui.player_parts import NEWS, said

pytest_plugins = ("tests.gui.player_fixtures",)


def test_reading_begins_at_the_sentence_of_the_position(qtbot, player, log, sinks):
    player.play_from(Position(1, 4))
    qtbot.waitUntil(lambda: bool(log.sentences))
    assert player.state is PlayerState.PLAYING
    assert log.sentences == ["Четири пет."]
    assert player.current is NEWS[1]


def test_between_two_sentences_reading_begins_with_the_next(qtbot, player, log):
    player.play_from(Position(0, len(NEWS[0].text)))
    qtbot.waitUntil(lambda: bool(log.sentences))
    assert log.sentences == ["Четири пет."]


def test_after_the_end_reading_begins_with_the_last_sentence(qtbot, player, log):
    player.play_from(Position(9, 0))
    qtbot.waitUntil(lambda: bool(log.sentences))
    assert log.sentences == ["Седем осем."]


def test_sentences_and_words_are_told_when_they_are_heard(qtbot, player, log, hear):
    player.play_from(START)
    qtbot.waitUntil(lambda: log.words == [Extent(0, 0, 4)])
    hear(100)
    qtbot.waitUntil(lambda: log.words[-1] == Extent(0, 5, 8))
    assert log.sentences == ["Едно две три."]
    hear(400)
    qtbot.waitUntil(lambda: log.sentences[-1] == "Четири пет.")
    assert log.words[2:] == [Extent(0, 9, 13), Extent(1, 0, 6)]


@pytest.mark.check("A34", "Read aloud: without a break to the end")
def test_all_sentences_are_read_and_the_last_stays_current(qtbot, player, log, hear, sinks):
    player.play_from(START)
    for _ in NEWS:
        hear(500)
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED)
    assert log.sentences == [said.text for said in NEWS]
    assert log.states == [PlayerState.PLAYING, PlayerState.STOPPED]
    assert player.current is NEWS[-1]
    assert len(sinks.opened) == 1
    assert sinks.now.played == 4 * 2 * 500


def test_two_sentences_are_rendered_ahead(qtbot, player, voice, sinks):
    player.play_from(START)
    # A second of sound waits in the sink, and two sentences beyond it.
    qtbot.waitUntil(lambda: len(voice.asked) == 4)
    assert [text for text, _ in voice.asked] == [said.text for said in NEWS]


def test_the_beginning_is_rendered_before_it_is_asked_for(qtbot, player, voice):
    qtbot.waitUntil(lambda: len(voice.asked) == 3)
    assert player.state is PlayerState.STOPPED
    assert player.current is None


@pytest.mark.check("A33", "Read aloud: resume")
def test_pause_keeps_the_place_and_resume_goes_on(qtbot, player, log, hear, sinks):
    player.play_from(START)
    hear(250)
    player.pause()
    assert player.state is PlayerState.PAUSED
    assert sinks.now.paused
    player.resume()
    assert not sinks.now.paused
    hear(250)
    qtbot.waitUntil(lambda: log.sentences == ["Едно две три.", "Четири пет."])
    assert len(sinks.opened) == 1


def test_toggle_starts_pauses_and_goes_on(qtbot, player, log, sinks):
    for _ in range(3):
        player.toggle(Position(1, 0))
        qtbot.waitUntil(lambda: bool(log.sentences))
    assert log.states == [PlayerState.PLAYING, PlayerState.PAUSED, PlayerState.PLAYING]
    assert log.sentences == ["Четири пет."]


def test_pausing_before_the_sound_has_come_keeps_silent(qtbot, player, voice, sinks, log):
    voice.may_speak.clear()
    player.play_from(START)
    player.pause()
    voice.may_speak.set()
    qtbot.waitUntil(lambda: len(voice.asked) == 3)
    qtbot.wait(50)
    assert sinks.opened == []
    player.resume()
    qtbot.waitUntil(lambda: log.sentences == ["Едно две три."])


@pytest.mark.check("A32", "Read aloud: stop")
def test_stop_closes_the_sink_at_once(qtbot, player, log, hear, sinks):
    player.play_from(START)
    hear(100)
    player.stop()
    assert sinks.now.closed
    assert player.state is PlayerState.STOPPED
    assert player.current is NEWS[0]


def test_next_and_previous_begin_another_sentence(qtbot, player, log, hear, sinks):
    player.play_from(START)
    hear(100)
    player.step(Unit.SENTENCE, 1)
    assert sinks.opened[0].closed
    assert player.current is NEWS[1]
    qtbot.waitUntil(lambda: log.sentences[-1] == "Четири пет.")
    player.step(Unit.SENTENCE, -1)
    player.step(Unit.SENTENCE, -1)
    qtbot.waitUntil(lambda: log.sentences[-1] == "Едно две три.")
    assert player.state is PlayerState.PLAYING


def test_next_at_the_last_sentence_changes_nothing(qtbot, player, log, hear, sinks):
    player.play_from(Position(3, 0))
    hear(100)
    player.step(Unit.SENTENCE, 1)
    assert not sinks.now.closed
    assert player.current is NEWS[3]


def test_moving_while_paused_shows_the_sentence_and_stays_silent(qtbot, player, log, hear, sinks):
    player.play_from(START)
    hear(100)
    player.pause()
    player.step(Unit.SENTENCE, 1)
    assert log.sentences[-1] == "Четири пет."
    assert player.state is PlayerState.PAUSED
    assert sinks.now.closed
    player.resume()
    hear(500)
    qtbot.waitUntil(lambda: log.sentences[-1] == "Шест.")


def test_nothing_moves_while_stopped(player, log):
    player.step(Unit.SENTENCE, 1)
    player.step(Unit.SENTENCE, -1)
    player.pause()
    player.resume()
    assert player.current is None
    assert log.states == []


def test_another_rate_begins_the_sentence_anew(qtbot, player, voice, log, hear, sinks):
    player.play_from(START)
    hear(600)
    qtbot.waitUntil(lambda: len(log.sentences) == 2)
    player.set_delivery(Delivery(rate=300))
    assert sinks.opened[0].closed
    qtbot.waitUntil(lambda: len(log.sentences) == 3)
    assert log.sentences[-1] == "Четири пет."
    assert ("Четири пет.", 300) in voice.asked


def test_the_same_delivery_changes_nothing(qtbot, player, log, hear, sinks):
    player.play_from(START)
    hear(100)
    player.set_delivery(Delivery())
    assert not sinks.now.closed


@pytest.mark.check("A37", "Read aloud: pauses by structure")
def test_between_sentences_there_is_the_pause_that_is_set(qtbot, player, log, hear, sinks):
    player.set_speaking(Speaking(paragraph_pause=300))
    player.play_from(START)
    hear(799)
    assert log.sentences == ["Едно две три."]
    hear(1)
    qtbot.waitUntil(lambda: log.sentences[-1] == "Четири пет.")


def test_another_pause_counts_for_what_the_sink_has_not_got(qtbot, player, log, hear, sinks):
    player.play_from(START)
    qtbot.waitUntil(lambda: bool(sinks.opened) and sinks.now.written == 2 * 1000)  # two sentences
    player.set_speaking(Speaking(paragraph_pause=300))
    hear(1000)
    hear(299)
    assert log.sentences[-1] == "Четири пет."
    hear(1)
    qtbot.waitUntil(lambda: log.sentences[-1] == "Шест.")


def test_an_article_told_otherwise_goes_on_with_the_sentence_that_is_heard(
    qtbot, player, voice, log, hear, sinks
):
    player.play_from(START)
    hear(600)
    qtbot.waitUntil(lambda: len(log.sentences) == 2)
    player.reword(said("Едно.", "Две: четири пет.", "Шест.", "Седем осем."))
    assert sinks.opened[0].closed
    assert player.state is PlayerState.PLAYING
    qtbot.waitUntil(lambda: log.sentences[-1] == "Две: четири пет.")


def test_told_otherwise_while_paused_it_stays_silent_at_its_place(player, log, hear, sinks, qtbot):
    player.play_from(START)
    hear(600)
    qtbot.waitUntil(lambda: len(log.sentences) == 2)
    player.pause()
    player.reword(said("Едно.", "Две.", "Три."))
    assert player.state is PlayerState.PAUSED
    assert player.progress.number == 2
    assert player.current.text == "Две."


def test_told_otherwise_while_stopped_it_keeps_its_place(player, log, hear, sinks, qtbot):
    player.play_from(Position(2, 0))
    qtbot.waitUntil(lambda: bool(log.sentences))
    player.stop()
    player.reword(said("Едно.", "Две.", "Три."))
    assert player.progress.number == 3
    player.reword(())
    assert player.progress is None
    assert player.current is None


def test_where_nothing_is_left_to_say_it_stops(qtbot, player, log, hear, sinks):
    player.play_from(START)
    hear(100)
    player.reword(())
    assert player.state is PlayerState.STOPPED
    assert sinks.now.closed


def test_loading_another_article_falls_silent_and_forgets(qtbot, player, voice, log, hear, sinks):
    player.play_from(START)
    hear(100)
    player.load(said("Друго."))
    assert sinks.now.closed
    assert player.current is None
    assert player.state is PlayerState.STOPPED
    player.play_from(START)
    qtbot.waitUntil(lambda: log.sentences[-1] == "Друго.")


def test_an_article_without_words_is_not_read(player, log):
    player.load(())
    player.play_from(START)
    assert player.progress is None
    assert log.states == []


def test_who_hears_of_a_sentence_may_stop_or_turn_elsewhere(qtbot, player, log, hear):
    player.sentence_started.connect(
        lambda said: player.play_from(Position(3, 0)) if said is NEWS[0] else player.stop()
    )
    player.play_from(START)
    qtbot.waitUntil(lambda: log.states[-1:] == [PlayerState.STOPPED])
    assert log.sentences == ["Едно две три.", "Седем осем."]


def test_progress_counts_sentences_and_learns_how_long_they_last(qtbot, player, log, hear):
    assert player.progress.number == 1
    assert player.progress.count == 4
    player.play_from(Position(2, 0))
    qtbot.waitUntil(lambda: bool(log.sentences))
    assert player.progress.number == 3
    qtbot.waitUntil(lambda: player.progress.seconds_left == pytest.approx(1.0))


def test_closing_ends_the_voice_even_while_it_speaks(qtbot, voice, sinks):
    player = Player(voice, open_sink=sinks.open)
    player.load(NEWS)
    voice.may_speak.clear()
    player.play_from(START)
    player.close()
    assert voice.closed
    assert player.state is PlayerState.STOPPED


def test_sentences_that_are_known_later_are_read_too(qtbot, player, log, hear):
    known = list(NEWS[:2])
    player.load(iter(NEWS[:2]))
    player._reel.load(known)
    player._reel.course.begin(0)
    player._play(1)
    qtbot.waitUntil(lambda: log.sentences == ["Четири пет."])
    known.extend(NEWS[2:])
    hear(500)
    qtbot.waitUntil(lambda: log.sentences[-1] == "Шест.")
