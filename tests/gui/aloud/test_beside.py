"""The voice and an article beside its original: in turn, alone, a single sentence."""

from dataclasses import replace

import pytest

from reader.gui.player.player import PlayerState
from reader.settings import SameSentence
from tests.gui.beside.parts import (
    BULGARIAN,
    ENGLISH,
    FREE_EN,
    GUESSED,
    GUESSED_EN,
    ROOMS,
    ROOMS_EN,
    keep,
    marked,
    place_of,
    ready,
    second,
)
from tests.gui.player_parts import UNPAUSED
from tests.gui.window_parts import SilentEngine, trigger

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def asked(monkeypatch):
    """The beginnings of what the voice was asked to say, with their languages, in order."""
    texts, speak = [], SilentEngine.speak

    def note(engine, utterance, delivery):
        part = utterance.parts[0]
        texts.append((part.language, part.text.split()[0]))
        return speak(engine, utterance, delivery)

    monkeypatch.setattr(SilentEngine, "speak", note)
    return texts


@pytest.fixture
def window(show, library, sinks, asked):
    library.set_last_opened(keep(library))
    window = show(open_sink=sinks.open)
    window.parts.view.setFocus()
    asked.clear()
    return window


@pytest.fixture
def both(window, qtbot):
    trigger(window, "side_by_side")
    ready(window, qtbot)
    return window


def plays(window):
    return window.parts.player.state is PlayerState.PLAYING


def begin_in_turn(window, qtbot, words="Всяка"):
    window.parts.view.go(place_of(window.parts.view, words))
    trigger(window, "read_in_turn")
    qtbot.waitUntil(lambda: plays(window))


def heard(window):
    """Return what the voice says now."""
    return window.parts.player.current.text


def begins(window):
    """Return the list that the beginnings of the sentences heard go into, with their languages."""
    found = []

    def note(said):
        found.append((said.parts[0].language, said.parts[0].text.split()[0]))

    window.parts.player.sentence_started.connect(note)
    return found


def test_each_sentence_is_followed_by_the_original_in_its_own_language(both, hear_until, qtbot):
    found = begins(both)
    begin_in_turn(both, qtbot)
    hear_until(lambda: "Admission" in heard(both))
    assert found == [
        ("bg", "Всяка"),
        ("en", "Each"),
        ("bg", "Входът"),
        ("en", "Admission"),
    ]


def test_both_texts_show_which_sentence_is_read(both, hear_until, qtbot):
    begin_in_turn(both, qtbot)
    article, original = both.parts.view, second(both)
    hear_until(lambda: "Всяка" in heard(both))
    assert (marked(article), marked(original)) == ([ROOMS], [ROOMS_EN])
    assert original._spoken == (None, None)
    hear_until(lambda: "Each" in heard(both))
    assert (marked(article), marked(original)) == ([ROOMS], [ROOMS_EN])
    lit, _word = original._spoken
    assert lit.start == place_of(original, ROOMS_EN).char
    hear_until(lambda: "Admission" in heard(both))
    assert marked(original) == [FREE_EN]
    trigger(both, "stop")
    assert original._spoken == (None, None)


def test_the_original_comes_first_where_the_person_wants_it(both, hear_until, qtbot):
    keeper = both._means.keeper
    keeper.change(speaking=replace(UNPAUSED, original_first=True))
    found = begins(both)
    begin_in_turn(both, qtbot)
    hear_until(lambda: "Входът" in heard(both))
    assert found == [
        ("en", "Each"),
        ("bg", "Всяка"),
        ("en", "Admission"),
        ("bg", "Входът"),
    ]


def test_the_same_key_pauses_and_goes_on_and_after_a_stop_reading_is_as_usual(
    window, hear_until, qtbot
):
    begin_in_turn(window, qtbot)
    trigger(window, "read_in_turn")
    assert window.parts.player.state is PlayerState.PAUSED
    trigger(window, "play")
    assert plays(window)
    hear_until(lambda: "Each" in heard(window))
    trigger(window, "stop")
    found = begins(window)
    trigger(window, "play")
    hear_until(lambda: "Входът" in heard(window))
    assert {language for language, _word in found} == {"bg"}


def test_an_article_that_follows_is_read_as_usual_and_may_be_read_in_turn(
    window, library, hear_until, qtbot
):
    begin_in_turn(window, qtbot)
    other = keep(library, GUESSED, GUESSED_EN)
    with window.parts.aloud.going_on(0):
        window.parts.reading.open(other)
    hear_until(lambda: "Комисията" in heard(window))
    found = begins(window)
    hear_until(lambda: "Така" in heard(window))
    assert {language for language, _word in found} == {"bg"}
    trigger(window, "read_in_turn")
    qtbot.waitUntil(lambda: ("en", "A") in found or plays(window))
    hear_until(lambda: "Admission" in heard(window))


def test_reading_aloud_the_article_shows_the_sentence_in_the_original_too(both, hear_until):
    both.parts.view.go(place_of(both.parts.view, "Комисията"))
    trigger(both, "play")
    hear_until(lambda: "Всяка" in heard(both))
    assert marked(second(both)) == [ROOMS_EN]
    assert not second(both).hasFocus()


def test_in_the_original_the_key_of_the_voice_reads_the_original(both, hear_until, qtbot):
    original, found = second(both), begins(both)
    original.setFocus()
    original.go(place_of(original, "3 reading"))
    trigger(both, "play")
    qtbot.waitUntil(lambda: plays(both))
    hear_until(lambda: "Admission" in heard(both))
    assert found == [("en", "Each"), ("en", "Admission")]
    assert marked(both.parts.view) == ["Входът е свободен."]


def test_both_texts_in_one_are_lit_in_turn(window, hear_until, qtbot):
    trigger(window, "alternating")
    shown = ready(window, qtbot)
    shown.go(place_of(shown, "Всяка"))
    trigger(window, "read_in_turn")
    hear_until(lambda: "Each" in heard(window))
    assert shown._spoken[0].block == place_of(shown, ROOMS_EN).block
    hear_until(lambda: "Входът" in heard(window))
    assert shown._spoken[0].block == place_of(shown, "Входът").block


def test_f8_says_the_same_sentence_in_its_own_language_and_shows_it(window, asked, qtbot):
    window.parts.view.go(place_of(window.parts.view, "читални"))
    trigger(window, "same_sentence")
    qtbot.waitUntil(lambda: ("en", "Each") in asked)  # beside what is got ready of the article
    assert [words for words in asked if words[0] == "en"] == [("en", "Each")]
    assert window.parts.notice.text == ROOMS_EN
    assert second(window) is None or not second(window).isVisible()
    assert window.parts.view.position() == place_of(window.parts.view, "читални")


def test_f8_says_the_sentence_that_is_read_aloud_and_reading_waits(
    window, hear_until, asked, qtbot
):
    trigger(window, "play")
    hear_until(lambda: "Всяка" in heard(window))
    trigger(window, "same_sentence")
    qtbot.waitUntil(lambda: window.parts.player.state is PlayerState.PAUSED)
    qtbot.waitUntil(lambda: ("en", "Each") in asked)
    trigger(window, "play")
    assert plays(window)


def test_f8_speaks_with_both_on_show_where_the_person_wants_that(both, asked, qtbot):
    both._means.keeper.change(same_sentence=SameSentence.SPEAK)
    original = second(both)
    original.setFocus()
    original.go(place_of(original, "voices"))
    asked.clear()
    trigger(both, "same_sentence")
    qtbot.waitUntil(lambda: ("bg", "Библиотеките") in asked)
    assert original.hasFocus()


def test_f8_goes_with_only_the_article_on_show_where_the_person_wants_that(window, qtbot):
    window._means.keeper.change(same_sentence=SameSentence.GO)
    window.parts.view.go(place_of(window.parts.view, "читални"))
    trigger(window, "same_sentence")
    qtbot.waitUntil(lambda: second(window) is not None and second(window).hasFocus())
    assert second(window).position() == place_of(second(window), ROOMS_EN)


def test_what_only_one_of_the_two_says_is_told(show, library, qtbot):
    fewer = ENGLISH.blocks[:1] + ENGLISH.blocks[2:]
    library.set_last_opened(
        keep(library, BULGARIAN, type(ENGLISH)(ENGLISH.title, "en", fewer, ENGLISH.source))
    )
    window = show()
    window.parts.view.go(place_of(window.parts.view, "Входът"))
    trigger(window, "same_sentence")
    words = "The original has no sentence for this one."
    qtbot.waitUntil(lambda: window.parts.notice.text == words)
