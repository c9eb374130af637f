"""The links of the open article: led to, checked, put right, and their originals read here."""

import pytest
from PySide6.QtCore import Qt

from reader.gui.links.address_dialog import AddressDialog
from tests.gui.window_parts import (
    ELSEWHERE,
    dialogs,
    opened,
    trigger,
    wait_for_notice,
)
from tests.servers.elsewhere import Elsewhere
from tests.servers.site import Page
from tests.servers.tricks import stall

pytest_plugins = ("tests.gui.window_fixtures", "tests.servers.fixtures")

_NEWS = "/digital-strategy.ec.europa.eu/{}/news/new-libraries"
PAGE = "<html lang=en><main><h1>A report</h1><p>The Commission published a report.</p></main>"


@pytest.fixture
def window(show, numbers, site):
    window = show(make_fetcher=lambda: Elsewhere(site))
    window.parts.reading.open(numbers[0])
    return window


def links(window):
    return window.parts.links


def go_to(window, number):
    panel = links(window)
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.model.index(number))
    return panel


def found(window):
    model = links(window).model
    return [[line.found for line in model.row(row).lines] for row in range(model.rowCount())]


def press(window, qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(links(window).list, key, modifier)


def test_enter_leads_to_the_link_in_the_article(window, qtbot):
    go_to(window, 2)
    press(window, qtbot, Qt.Key.Key_Return)
    view = window.parts.view
    qtbot.waitUntil(view.hasFocus)
    assert view.piece().link.address == ELSEWHERE


def test_enter_on_the_article_itself_leads_to_its_beginning(window, qtbot):
    go_to(window, 0)
    press(window, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(window.parts.view.hasFocus)
    assert window.parts.view.position().block == 0


def test_which_exist_is_asked_on_request_kept_and_shown(window, library, numbers, site, qtbot):
    site.page(_NEWS.format("en"), PAGE)
    site.put("/example.org/otchet", Page(status=500))
    assert site.paths() == []
    go_to(window, 0)
    press(window, qtbot, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    wait_for_notice(
        window,
        qtbot,
        "3 links were checked. Addresses that exist: 1, that do not: 3, without an answer: 1.",
    )
    none = "there is no such page"
    expected = [[none, "exists"], [none, none], ["did not answer"]]
    assert found(window) == expected
    window.parts.reading.open(numbers[1])
    window.parts.reading.open(numbers[0])
    assert found(window) == expected


def test_checking_can_be_given_up_and_what_was_found_stays(window, site, qtbot):
    site.put("/example.org/otchet", stall)
    go_to(window, 0)
    links(window).check_wanted.emit()
    qtbot.waitUntil(lambda: "/example.org/otchet" in site.paths())
    trigger(window, "cancel")
    wait_for_notice(window, qtbot, "2 links were checked.")
    assert found(window)[2] == [""]


def test_the_address_of_an_original_is_put_right_and_kept(window, numbers, qtbot):
    go_to(window, 2)
    press(window, qtbot, Qt.Key.Key_F2, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = dialogs(window, AddressDialog)
    dialog.field.setText("https://example.org/report")
    dialog.accept()
    wait_for_notice(window, qtbot, "The address is kept.")
    window.parts.reading.open(numbers[1])
    window.parts.reading.open(numbers[0])
    row = links(window).model.row(2)
    assert row.original == "https://example.org/report"
    assert row.lines[1].label == "Original (given by you)"


def test_no_address_leaves_it_to_the_rules_again(window, qtbot):
    panel = go_to(window, 2)
    for address in ("https://example.org/report", ""):
        panel.edit_original()
        dialog = dialogs(window, AddressDialog)[-1]
        dialog.field.setText(address)
        dialog.accept()
    assert links(window).model.row(2).original is None


def test_the_original_of_a_link_is_read_here(window, site, qtbot):
    answer = '{"docuLanguageResource": {"title": "A report", "htmlContent": "<p>Text.</p>"}}'
    query = "reference=IP/25/467&language=en"
    place = f"/ec.europa.eu/commission/presscorner/api/documents?{query}"
    site.page(place, answer, "application/json")
    go_to(window, 1)
    press(window, qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    wait_for_notice(window, qtbot, "Article added: A report.")
    assert opened(window, qtbot) == "A report"
