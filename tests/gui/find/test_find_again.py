"""Finding goes on: bar closed, another article, another view."""

import pytest
from PySide6.QtCore import Qt

from reader.gui.player.player import PlayerState
from reader.i18n import Translator
from reader.model.position import Position
from reader.settings import Theme
from tests.gui.find.parts import bar_of, here, marked, seek, told
from tests.gui.fitting import come_to_rest, misfits
from tests.gui.player_parts import Sinks
from tests.gui.window_parts import fill, list_of, search, trigger, type_text

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.mark.check("A46", "Everything by keyboard")
@pytest.mark.check("A48", "The focus is visible")
def test_escape_closes_the_bar_and_leads_into_the_text_at_the_place(window, qtbot):
    seek(window, qtbot, "денонощно")
    place = window.parts.view.position()
    bar_of(window).exact.setFocus()
    qtbot.keyClick(bar_of(window).exact, Qt.Key.Key_Escape)
    assert window.parts.view.hasFocus()
    assert window.parts.view.position() == place
    assert not bar_of(window).isVisible()
    assert marked(window) == (["денонощно"], ["денонощно"])


def test_f3_goes_on_when_the_bar_is_closed_and_escape_in_the_text_takes_the_marks_away(
    window, qtbot
):
    seek(window, qtbot, "кораб")
    qtbot.keyClick(bar_of(window).field, Qt.Key.Key_Escape)
    trigger(window, "find_next")
    assert here(window).startswith("кораби – до края на 2027")
    assert window.parts.view.hasFocus()
    qtbot.keyClick(window.parts.view, Qt.Key.Key_Escape)
    assert marked(window) == ([], [])
    trigger(window, "find_next")
    assert here(window).startswith("кораби – до края на 2029")
    assert marked(window)[1] == ["кораби"]
    assert not bar_of(window).isVisible()


def test_f3_asks_what_to_find_where_nothing_was_sought(window):
    trigger(window, "find_next")
    assert bar_of(window).isVisible()
    assert bar_of(window).field.hasFocus()


def test_other_words_take_the_marks_of_the_former_ones_away(window, qtbot):
    seek(window, qtbot, "кораб")
    type_text(bar_of(window).field, " Дунав")
    assert marked(window) == ([], [])
    assert bar_of(window).count == ""
    qtbot.keyClick(bar_of(window).field, Qt.Key.Key_Return)
    assert {"Дунав", "кораби"} < set(marked(window)[0])


def test_one_can_go_back_to_where_one_was_before(window, qtbot):
    window.parts.view.go(Position(4, 10))
    seek(window, qtbot, "дунав")
    trigger(window, "find_next")
    trigger(window, "back")
    assert window.parts.view.position() == Position(4, 10)


def test_from_the_list_f3_leads_into_the_article(window, qtbot):
    seek(window, qtbot, "кораб")
    qtbot.keyClick(bar_of(window).field, Qt.Key.Key_Escape)
    window.panes.go(0)
    trigger(window, "find_next")
    assert window.parts.view.hasFocus()
    assert here(window).startswith("кораби – до края на 2027")


def test_the_marks_stay_in_other_colours_and_are_found_anew_in_another_article(
    window, qtbot, library
):
    seek(window, qtbot, "кораб")
    window._means.keeper.change(theme=Theme.WHITE_ON_BLACK)
    assert marked(window)[1] == ["Корабите"]
    (number, *_) = fill(library)
    window.parts.reading.open(number)
    assert marked(window) == ([], [])
    bar_of(window).field.setText("читалня")
    window.parts.reading.open(number)
    assert marked(window) == (["читални"], [])
    qtbot.keyClick(bar_of(window).field, Qt.Key.Key_Escape)
    window.parts.binning.remove([number])
    assert not window.menu_actions["find"].isEnabled()


def test_another_article_has_no_marks_where_the_bar_is_closed(window, qtbot, library):
    seek(window, qtbot, "комисия")
    qtbot.keyClick(bar_of(window).field, Qt.Key.Key_Escape)
    (number, *_) = fill(library)
    window.parts.reading.open(number)
    assert marked(window) == ([], [])
    trigger(window, "find_next")
    assert marked(window) == (["Комисията"], ["Комисията"])


@pytest.mark.check("A09", "Results of a search can be reviewed")
def test_an_article_of_a_search_has_its_words_marked_and_f3_goes_on_with_them(
    window, qtbot, library
):
    search(window, qtbot, "кораб")
    qtbot.keyClick(list_of(window), Qt.Key.Key_Return)
    assert here(window).startswith("Корабите")
    assert len(marked(window)[0]) == 4
    assert marked(window)[1] == ["Корабите"]
    assert not bar_of(window).isVisible()
    trigger(window, "find_next")
    assert here(window).startswith("кораби – до края на 2027")
    trigger(window, "find")
    assert bar_of(window).field.text() == "кораб"


def test_without_an_article_nothing_can_be_found(show, numbers):
    window = show()
    for command in ("find", "find_next", "find_previous"):
        assert not window.menu_actions[command].isEnabled()
    window.parts.reading.open(numbers[0])
    trigger(window, "find")
    window.parts.binning.remove([numbers[0]])
    assert not bar_of(window).isVisible()
    assert not window.menu_actions["find"].isEnabled()


def test_the_voice_falls_silent_and_the_search_begins_where_it_was(show_sample, qtbot):
    sinks = Sinks()
    window = show_sample(open_sink=sinks.open)
    window.parts.view.go(Position(10, 0))
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(sinks.opened) and sinks.now.written > sinks.now.played)
    seek(window, qtbot, "пристанище")
    assert window.parts.player.state is PlayerState.STOPPED
    assert bar_of(window).count == "4 of 5"


@pytest.fixture
def plain(show_sample, monkeypatch):
    monkeypatch.setattr("reader.gui.parts._suits_plain", lambda _now: True)
    return show_sample()


@pytest.mark.check("A80", "Plain view")
def test_in_a_plain_view_the_place_is_told_as_well(plain, qtbot):
    assert plain.parts.view.is_plain
    seek(plain, qtbot, "кораб")
    assert told(plain).endswith("електронен път. 1 of 4")
    qtbot.keyClick(bar_of(plain).field, Qt.Key.Key_Escape)
    assert plain.parts.view.hasFocus()
    trigger(plain, "find_next")
    assert marked(plain)[1] == ["кораби"]
    assert told(plain) == "за пътническите кораби – до края на 2027 г.; 2 of 4"


@pytest.mark.check("A30", "The interface is magnified")
@pytest.mark.parametrize("size", [18, 36, 72])
@pytest.mark.parametrize("language", ["en", "bg"])
def test_in_the_bar_no_words_are_cut_off(show_sample, qtbot, language, size):
    window = show_sample(language=language, width=800)
    window._means.keeper.change(text_size=size)
    window.resize(800, 600)
    seek(window, qtbot, "кораб")
    trigger(window, "find_previous")
    come_to_rest(window, qtbot)
    assert bar_of(window).count == Translator(language)("{place}, from the end").format(
        place=Translator(language)("{number} of {count}").format(number=4, count=4)
    )
    assert misfits(window) == []


def test_which_place_it_is_is_told_of_the_last_one_alone(window, qtbot, later):
    seek(window, qtbot, "кораб")
    qtbot.keyClick(bar_of(window).field, Qt.Key.Key_Escape)
    list_of(window).setFocus()
    trigger(window, "find_next")
    assert later.come() == ["2 of 4"]
    list_of(window).setFocus()
    trigger(window, "find_next")
    trigger(window, "find_next")
    assert bar_of(window).count == "4 of 4"
    assert later.come() == []
