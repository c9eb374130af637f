"""The list in orders and groups."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from reader.gui.library.delegate import fitted_heading
from reader.gui.library.model import Role
from reader.gui.library.rows import GroupHeading
from reader.model.query import READING_LIST, Grouping
from reader.settings import RowReading
from tests.gui.library_order_parts import said
from tests.gui.window_parts import (
    BEES,
    LIBRARIES,
    TRAINS,
    fill,
    list_of,
    titles,
    trigger,
)

pytest_plugins = ("tests.gui.window_fixtures",)
OTHER_BEES = replace(BEES, title="Още пчели", published=date(2025, 2, 11))


def headings(window):
    model = list_of(window).model()
    found = (model.index(row, 0).data(Role.HEADING) for row in range(model.rowCount()))
    return [heading and heading.whole for heading in found]


@pytest.mark.parametrize(
    ("command", "order"),
    [
        ("sort_title", [BEES, LIBRARIES, TRAINS]),
        ("sort_publisher", [LIBRARIES, TRAINS, BEES]),
        ("sort_day", [BEES, LIBRARIES, TRAINS]),
        ("sort_added", [BEES, TRAINS, LIBRARIES]),
    ],
)
def test_the_list_has_several_orders(window, command, order):
    trigger(window, "sort_title" if command == "sort_added" else "sort_added")
    list_of(window).go_to(1)
    stays = window.parts.shelf.current
    trigger(window, command)
    assert titles(window) == [article.title for article in order]
    assert window.parts.shelf.current == stays


def test_groups_begin_with_a_heading(show, library):
    fill(library, (LIBRARIES, TRAINS, OTHER_BEES))
    window = show()
    trigger(window, "group_day")
    assert titles(window) == [OTHER_BEES.title, LIBRARIES.title, TRAINS.title]
    assert headings(window) == ["11 February 2025, 2 articles", None, "10 February 2025"]
    trigger(window, "group_publisher")
    assert headings(window) == [
        "European Commission",
        "European Parliament",
        "no institution",
    ]


def test_a_row_tells_its_group_where_one_comes_into_another(show, library, qtbot):
    fill(library, (LIBRARIES, TRAINS, OTHER_BEES))
    window = show()
    trigger(window, "group_day")
    rows = list_of(window)
    heard = []
    for key in ("Home", "Down", "Down", "Up"):
        qtbot.keyClick(rows, getattr(Qt.Key, f"Key_{key}"))
        heard.append(said(window, rows.currentIndex().row()))
    libraries = f"{LIBRARIES.title}, European Commission, machine translation, unread, 2 of 3"
    assert heard == [
        f"11 February 2025, 2 articles. {OTHER_BEES.title}, unread, 1 of 3",
        libraries,
        f"10 February 2025. {TRAINS.title}, European Parliament, unread, 3 of 3",
        f"11 February 2025, 2 articles. {libraries}",
    ]


def test_walked_through_by_its_shared_field_a_row_says_that_once(show, library, qtbot):
    fill(library, (LIBRARIES, TRAINS, OTHER_BEES))
    window = show()
    window.look._keeper.change(rows=RowReading.CELLS, grouping=Grouping.DAY)
    rows = list_of(window)
    for key in ("Home", "Right"):
        qtbot.keyClick(rows, getattr(Qt.Key, f"Key_{key}"))
    heard = [said(window, row) for row in range(3)]
    assert heard == ["11 February 2025, 2 articles", "11 February 2025", "10 February 2025"]


@pytest.mark.parametrize("words", ["European Commission, 12 articles", "European Commission · 12"])
def test_a_heading_in_a_narrow_pane_keeps_its_count_as_a_figure(qtbot, words):
    letters = QFontMetrics(QFont())
    heading = GroupHeading("European Commission", "12 articles", 12)
    assert fitted_heading(heading, letters, letters.horizontalAdvance(words) + 1) == words


def test_a_heading_without_room_is_cut_before_its_count(qtbot):
    letters = QFontMetrics(QFont())
    heading = GroupHeading("European Commission", "12 articles", 12)
    room = letters.horizontalAdvance("European… · 12") + 1
    shown = fitted_heading(heading, letters, room)
    assert shown.endswith("… · 12")
    assert letters.horizontalAdvance(shown) <= room


def test_history_and_collections_keep_their_own_order(window, library, numbers):
    library.labels.collect(READING_LIST, numbers)
    trigger(window, "group_day")
    trigger(window, "view_reading_list")
    assert titles(window) == [LIBRARIES.title, TRAINS.title, BEES.title]
    assert headings(window) == [None, None, None]
