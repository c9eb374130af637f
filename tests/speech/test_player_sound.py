"""What the player really plays, recorded from a private sound server."""

import array
import os
import sys
from itertools import pairwise

import pytest

from reader.model.speaking import Speaking
from reader.speech.engine import Delivery, Engine
from reader.speech.silence import pause
from tests.speech.driving import rest
from tests.speech.sentences import said
from tests.speech.sound_server import SoundServer, loudness

FIRST = "Комисията представи днес нова инициатива."
SECOND = "Тя е за двеста милиарда евро."
THIRD = "Европа я подкрепя."
NEWS = "|".join((FIRST, SECOND, THIRD))
SENTENCES = [said(text, block) for block, text in enumerate((FIRST, SECOND, THIRD))]
RATE = 400


@pytest.fixture(scope="module")
def sounds():
    """What the engine makes of the sentences."""
    with Engine() as engine:
        return list(engine.speak_all(SENTENCES, Delivery(rate=RATE)))


@pytest.fixture(scope="module")
def lengths(sounds):
    """How many seconds of them are not silence."""
    return [loudness(array.array("h", sound.samples)) for sound in sounds]


@pytest.fixture
def news(program):
    program.send(f"rate {RATE}")
    program.send(f"load {NEWS}")
    return program


def about(seconds):
    """Silence within speech may fall between two hundredths otherwise."""
    return pytest.approx(seconds, rel=0.05, abs=0.05)


@pytest.mark.check("A31", "Read aloud: play")
@pytest.mark.check("A34", "Read aloud: without a break to the end")
def test_an_article_is_heard_whole_and_ends(server, news, lengths):
    take = server.record()
    news.send("play 0")
    news.await_event("state", "STOPPED")
    recording = take.stop()
    assert news.values("sentence") == NEWS.split("|")
    assert recording.loud() == about(sum(lengths))
    assert recording.last() <= news.await_event("state", "STOPPED")


def test_sentences_and_words_are_told_while_they_are_heard(server, news, lengths):
    take = server.record()
    news.send("play 0")
    news.await_event("state", "STOPPED")
    recording = take.stop()
    starts = [when for _, when in news.all("sentence")]
    heard = [recording.first(after=when - 0.05) for when in starts]
    assert all(abs(real - told) < 0.3 for real, told in zip(heard, starts, strict=True))
    words = news.values("word")
    assert [FIRST[start:end] for start, end in words[:5]] == FIRST.rstrip(".").split()


@pytest.mark.check("A32", "Read aloud: stop")
def test_stop_is_silence(server, news):
    take = server.record()
    news.send("play 0")
    news.await_event("sentence")
    rest(0.5)
    stopped = news.send("stop")
    rest(0.6)
    recording = take.stop()
    assert recording.loud(end=stopped) > 0.3
    assert recording.loud(begin=stopped + 0.2) == 0
    assert news.values("state") == ["PLAYING", "STOPPED"]


@pytest.mark.check("A33", "Read aloud: resume")
def test_pause_is_silence_and_resume_goes_on_to_the_sample(server, news, lengths):
    take = server.record()
    news.send("play 0")
    news.await_event("sentence")
    rest(0.5)
    paused = news.send("pause")
    rest(0.6)
    resumed = news.send("resume")
    news.await_event("state", "STOPPED")
    recording = take.stop()
    assert recording.loud(begin=paused + 0.2, end=resumed - 0.2) == 0
    assert recording.loud(begin=resumed) > 0.5
    assert recording.loud() == about(sum(lengths))
    assert news.values("sentence") == NEWS.split("|")


def test_next_and_previous_are_heard(server, news, lengths):
    take = server.record()
    news.send("play 0")
    news.await_event("sentence", FIRST)
    news.send("next")
    news.await_event("sentence", SECOND)
    news.send("next")
    news.await_event("sentence", THIRD)
    news.send("previous")
    news.await_event("sentence", SECOND, times=2)
    news.await_event("state", "STOPPED")
    recording = take.stop()
    assert news.values("sentence") == [FIRST, SECOND, THIRD, SECOND, THIRD]
    assert recording.loud() >= 0.9 * sum(lengths[1:])


@pytest.mark.check("A36", "Read aloud: speed")
def test_another_rate_is_heard_at_once(server, news, lengths):
    take = server.record()
    news.send("play 1")
    news.await_event("sentence", SECOND)
    changed = news.send("rate 150")
    news.await_event("sentence", SECOND, times=2)
    news.send("pause")
    news.await_event("state", "PAUSED")
    rest(0.1)
    news.send("resume")
    news.await_event("sentence", THIRD)
    recording = take.stop()
    assert recording.loud(begin=changed) > 1.5 * lengths[1]


def test_a_window_that_is_busy_for_a_moment_is_not_heard(server, news, sounds, lengths):
    pauses = sum(pause(*pair, Speaking(), RATE) for pair in pairwise(SENTENCES)) / 1000
    seconds = sum(sound.seconds for sound in sounds) + pauses
    take = server.record()
    news.send("play 0")
    news.await_event("sentence")
    for _ in range(3):
        rest(0.15)
        news.send("block 250")
    news.await_event("state", "STOPPED")
    recording = take.stop()
    assert recording.loud() == about(sum(lengths))
    assert recording.last() - recording.first() < seconds + 0.02


@pytest.mark.parametrize("harm", ["crash", "hang"])
def test_a_voice_that_crashes_or_hangs_loses_no_sentence(server, news, lengths, harm):
    texts = "|".join(f"Изречение {number}." for number in range(1, 8))
    news.send(f"load {texts}")
    take = server.record()
    news.send("play 0")
    news.await_event("sentence", "Изречение 2.")
    news.send(harm)
    news.await_event("state", "STOPPED")
    recording = take.stop()
    assert news.values("sentence") == texts.split("|")
    assert news.values("failed") == []
    assert recording.loud() > 7 * 0.3


def test_without_a_sound_server_the_player_says_so(start, tmp_path):
    environ = os.environ | {
        "PULSE_SERVER": f"unix:{tmp_path}/none",
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    program = start(environ)
    program.send(f"load {NEWS}")
    for times in (1, 2):
        program.send("play 0")
        program.await_event("failed", "NoSoundError", times=times)
    assert program.values("state") == 2 * ["PLAYING", "STOPPED"]
    assert program.close() == 0


def test_a_sound_server_that_is_killed_is_told_and_nothing_else_breaks(need_sound, start, tmp_path):
    server = SoundServer(tmp_path)
    server.record()  # somebody has to listen, or the silent output is in no hurry
    program = start(server.environ)
    program.send(f"load {NEWS}")
    program.send("play 0")
    program.await_event("sentence")
    server.kill()
    program.await_event("failed", "NoSoundError")
    program.send("play 0")
    program.await_event("failed", "NoSoundError", times=2)
    again = SoundServer(tmp_path)
    program.send("play 0")
    program.await_event("state", "PLAYING", times=3)
    rest(0.5)
    assert program.is_running()
    assert program.close() == 0
    again.stop()


def test_without_a_voice_the_player_says_so(server, start):
    program = start(server.environ, (sys.executable, "-c", "raise SystemExit('no espeak')"))
    program.send(f"load {NEWS}")
    program.send("play 0")
    program.await_event("failed", "NoEngineError")
    assert program.values("state") == ["PLAYING", "STOPPED"]
    assert program.close() == 0
