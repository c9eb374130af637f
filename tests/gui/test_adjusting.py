"""What is changed by a key is said as well, at the ends of a range too."""

import pytest

from reader.gui.panes import ARTICLE
from reader.model.position import Position
from reader.settings import RATES, TEXT_SIZES
from tests.gui.player_parts import Sinks
from tests.gui.window_parts import trigger

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.fixture
def said(monkeypatch):
    messages = []
    for place in ("adjusting.announce", "adjusting.announce_after_focus", "reading_aloud.announce"):
        monkeypatch.setattr(f"reader.gui.{place}", lambda _widget, words: messages.append(words))
    return messages


def test_speed_size_colours_and_links_are_said(window, said):
    for name in ("faster", "slower", "larger", "smaller", "usual_size", "theme_dark", "links"):
        trigger(window, name)
    assert said == [
        "Speed 200 words a minute",
        "Speed 175 words a minute",
        "Text size 20",
        "Text size 18",
        "Text size 18",
        "Dark colours",
        "Links hidden",
    ]


def test_volume_pitch_and_repeating_are_said(window, numbers, said):
    window.parts.reading.open(numbers[0])
    names = ("softer", "louder", "louder", "higher", "lower", "lower", "repeat", "repeat")
    for name in names:
        trigger(window, name)
    assert said == [
        "Volume 90 percent",
        "Volume 100 percent",
        "Volume 100 percent",
        "Pitch 60 percent",
        "Pitch 50 percent",
        "Pitch 40 percent",
        "The sentence is repeated.",
        "No more repeating.",
    ]


def test_what_is_heard_in_the_voice_is_not_said_over_it(show, numbers, said):
    window = show(open_sink=Sinks().open)
    window.parts.reading.open(numbers[0])
    trigger(window, "play")
    for name in ("faster", "softer", "higher", "repeat", "repeat"):
        trigger(window, name)
    assert said == []
    trigger(window, "louder")
    trigger(window, "louder")
    assert said == ["Volume 100 percent"]


def test_at_the_ends_the_same_is_said_again(window, said):
    window.look._keeper.change(rate=RATES[-1], text_size=TEXT_SIZES[-1])
    for name in ("faster", "larger"):
        trigger(window, name)
    assert said == [f"Speed {RATES[-1]} words a minute", f"Text size {TEXT_SIZES[-1]}"]


@pytest.fixture
def told(monkeypatch):
    """What would be said by now: each message that is still true."""
    messages = []
    monkeypatch.setattr(
        "reader.gui.main_window.announce_after_focus",
        lambda _widget, message, is_true: messages.append((message, is_true)),
    )
    return lambda: [message for message, is_true in messages if is_true()]


def test_an_article_tells_where_it_goes_on(window, numbers, library, told):
    library.set_place(numbers[0], Position(1, 4))
    window.parts.reading.open(numbers[0])
    assert told() == ["Goes on from paragraph 2 of 3."]


def test_of_an_article_that_has_been_left_nothing_is_told(window, numbers, library, told):
    library.set_place(numbers[0], Position(1, 4))
    window.parts.reading.open(numbers[0])
    window.parts.reading.open(numbers[1])
    assert told() == []


def test_one_that_is_begun_or_gone_to_by_a_search_does_not(window, numbers, told):
    window.parts.reading.open(numbers[1])
    window.parts.reading.open(numbers[0], Position(2, 0))
    assert told() == []


def test_from_within_another_article_the_title_comes_first(window, numbers, library, told):
    library.set_place(numbers[0], Position(1, 4))
    window.parts.reading.open(numbers[1])
    window.panes.go(ARTICLE)
    window.parts.reading.open(numbers[0])
    assert told() == ["Нови библиотеки за незрящи читатели. Goes on from paragraph 2 of 3."]


def test_the_name_that_is_heard_changes_while_the_window_is_not_in_front(window, numbers, qtbot):
    window.parts.reading.open(numbers[1])
    assert window.windowTitle() == "По-бързи влакове до морето"
    assert window.accessibleName() == "Chetivo"
    trigger(window, "keys")
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    assert window.accessibleName() == "По-бързи влакове до морето"
