"""Panes that fold, the keys that go round them, colours and text size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from reader.gui.panes import LIBRARY, LINKS
from reader.settings import Guide, Theme, Typography
from tests.gui.window_parts import list_of, trigger

pytest_plugins = ("tests.gui.window_fixtures",)


@pytest.mark.check("A75", "F6 goes round the panes")
@pytest.mark.check("A49", "The focus order makes sense")
def test_f6_goes_round_the_panes_and_comes_back_to_the_same_control(window, numbers, qtbot):
    window.parts.reading.open(numbers[0])
    window.panes.go(LIBRARY)
    window.parts.shelf.panel.field.setFocus()
    seen = []
    for _ in range(4):
        trigger(window, "next_pane")
        seen.append(QApplication.focusWidget())
    assert seen[0] is window.parts.view
    assert seen[1] is window.parts.links.list
    assert window.parts.bar.isAncestorOf(seen[2])
    assert isinstance(seen[2], QPushButton)
    assert seen[3] is window.parts.shelf.panel.field
    trigger(window, "previous_pane")
    assert window.parts.bar.isAncestorOf(QApplication.focusWidget())


def test_the_links_can_be_put_away_and_taken_back(window, numbers):
    window.parts.reading.open(numbers[0])
    trigger(window, "links")
    assert not window.parts.links.isVisible()
    trigger(window, "to_links")
    assert window.parts.links.isVisible()
    assert window.menu_actions["links"].isChecked()


def visible_panes(window):
    parts = window.parts
    return [pane.isVisible() for pane in (parts.shelf.panel, parts.middle, parts.links)]


@pytest.mark.parametrize(
    ("width", "panes"),
    [(1280, [True, True, True]), (900, [True, True, False]), (700, [True, False, False])],
)
@pytest.mark.check("A30", "The interface is magnified")
def test_panes_fold_where_there_is_no_room(show, numbers, width, panes):
    window = show(width=width)
    assert visible_panes(window) == panes
    assert window.findChild(object, "paneTabs").isVisible() is (width < 1000)


def test_in_one_pane_enter_unfolds_the_article_and_the_keys_lead_back(show, numbers, qtbot):
    window = show(width=700)
    qtbot.keyClick(list_of(window), Qt.Key.Key_Return)
    assert visible_panes(window) == [False, True, False]
    window.panes.go(LINKS)
    assert visible_panes(window) == [False, False, True]
    window.panes.go(LIBRARY)
    assert visible_panes(window) == [True, False, False]
    assert list_of(window).hasFocus()


@pytest.mark.check("A26", "Text size")
def test_large_print_folds_sooner(window):
    window.look._keeper.change(text_size=40)
    assert visible_panes(window) == [True, False, False]


@pytest.mark.check("A26", "Text size")
def test_the_text_grows_shrinks_and_gets_its_usual_size(window):
    keeper = window.look._keeper
    for _ in range(3):
        trigger(window, "larger")
    assert keeper.current.text_size == 24
    trigger(window, "smaller")
    assert keeper.current.text_size == 22
    trigger(window, "usual_size")
    assert keeper.current.text_size == 18


@pytest.mark.check("A28", "Colours of one's own choice")
def test_colours_can_be_chosen(window):
    trigger(window, "theme_dark")
    assert window.look._keeper.current.theme is Theme.DARK
    assert QApplication.instance().palette().window().color().lightness() < 60
    trigger(window, "theme_light")
    assert QApplication.instance().palette().window().color().lightness() > 200


@pytest.mark.check("A82", "Line, letter and paragraph spacing")
def test_how_articles_are_set_shows_at_once(window, numbers):
    window.parts.reading.open(numbers[0])
    window.look._keeper.change(typography=Typography(guide=Guide.PARAGRAPH, letter_spacing=20))
    assert window.parts.view.extraSelections()
    window.look._keeper.change(typography=Typography())
    assert not window.parts.view.extraSelections()


@pytest.mark.check("A28", "Colours of one's own choice")
def test_every_theme_can_be_chosen_in_the_menu(window):
    for theme in Theme:
        trigger(window, f"theme_{theme.value}")
        assert window.look._keeper.current.theme is theme
        assert window.menu_actions[f"theme_{theme.value}"].isChecked()
