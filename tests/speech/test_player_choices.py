"""Volume, repeating, a selection and the sleep timer, as they are really heard."""

import array

import pytest

from reader.speech.engine import Delivery, Engine
from tests.speech.driving import rest
from tests.speech.sentences import said
from tests.speech.sound_server import loudness

FIRST = "Европа, Азия, Африка, Америка и Австралия са големи континенти."
SECOND = "Тя е за двеста милиарда евро."
NEWS = f"{FIRST}|{SECOND}"
RATE = 300


@pytest.fixture(scope="module")
def sounds():
    with Engine() as engine:
        return [engine.speak(said(text), Delivery(rate=RATE)) for text in NEWS.split("|")]


def heard(sound):
    """Return how many seconds of a sound are not silence."""
    return loudness(array.array("h", sound.samples))


@pytest.fixture
def news(program):
    program.send(f"rate {RATE}")
    program.send(f"load {NEWS}")
    return program


def test_another_volume_is_heard_at_once_and_nothing_begins_anew(server, news, sounds):
    take = server.record()
    news.send("play 0")
    began = news.await_event("sentence")
    rest(1.2)
    changed = news.send("volume 25")
    news.await_event("state", "STOPPED")
    recording = take.stop()
    loud, soft = recording.level(began, changed), recording.level(changed + 0.2, began + 99)
    assert 0.15 * loud < soft < 0.45 * loud
    assert news.values("sentence") == [FIRST, SECOND]
    assert recording.loud(begin=changed + 0.2) > 0.5


def test_a_louder_volume_is_heard_too(server, news):
    news.send("volume 20")
    take = server.record()
    news.send("play 0")
    began = news.await_event("sentence")
    rest(1.2)
    changed = news.send("volume 100")
    news.await_event("state", "STOPPED")
    recording = take.stop()
    assert recording.level(changed + 0.2, began + 99) > 2 * recording.level(began, changed)


def test_a_sentence_is_repeated_until_this_is_turned_off(server, news, sounds):
    take = server.record()
    news.send("play 1")
    news.await_event("sentence", SECOND)
    news.send("loop 1")
    news.await_event("sentence", SECOND, times=4)
    news.send("loop 0")
    news.await_event("state", "STOPPED")
    recording = take.stop()
    times = news.values("sentence").count(SECOND)
    assert set(news.values("sentence")) == {SECOND}
    assert times in (4, 5)  # one more was on its way to the sound card
    # The first was broken off as repeating began.
    assert (times - 1.5) * heard(sounds[1]) < recording.loud() < (times + 0.1) * heard(sounds[1])


def test_of_a_selection_nothing_more_is_heard(server, news, sounds):
    start = FIRST.index("Америка")
    with Engine() as engine:
        alone = engine.speak(said(FIRST[start : start + 19]), Delivery(rate=RATE))
    take = server.record()
    news.send(f"within 0 {start} 0 {start + 19}")
    news.await_event("state", "STOPPED")
    recording = take.stop()
    assert news.values("sentence") == [FIRST[start : start + 19]]
    assert recording.loud() == pytest.approx(heard(alone), rel=0.05, abs=0.05)
    assert recording.loud() < heard(sounds[0]) / 2


def test_the_sleep_timer_fades_out_and_is_silent_in_the_end(server, news):
    news.send("load " + "|".join(f"{FIRST} {number}." for number in range(9)))
    take = server.record()
    news.send("play 0")
    began = news.await_event("sentence")
    rest(1.5)
    fades = news.send("sleep 6")
    ended = news.await_event("state", "STOPPED")
    rest(0.5)
    recording = take.stop()
    levels = [
        recording.level(began, fades),
        recording.level(fades + 0.6, fades + 2),
        recording.level(fades + 2.5, fades + 4),
        recording.level(fades + 4.5, ended),
    ]
    assert levels == sorted(levels, reverse=True)
    assert levels[-1] < levels[0] / 4
    assert recording.loud(begin=ended + 0.2) == 0
