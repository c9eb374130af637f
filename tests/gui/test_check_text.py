"""The page of an announcement offers corrections of its print; the person accepts them or not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from reader.gui.links.address_dialog import AddressDialog
from reader.gui.links.offers_dialog import OffersDialog
from reader.importers.incoming import Incoming
from reader.model.leaves import leaves
from tests.gui.late import Gate
from tests.gui.window_parts import BULGARIAN, dialogs, trigger, wait_for_notice
from tests.servers.elsewhere import Elsewhere

pytest_plugins = ("tests.gui.window_fixtures", "tests.servers.fixtures")

TITLE = "Нова мрежа за наблюдение на пчелите"
FIRST = "Комисията обяви днес нова мрежа за наблюдение на пчелите в цяла Европа."
SECOND = "Държавите членки ще получат сто милиона евро за документи и обучение на пчелари."
THIRD = "Мрежата започва работа през януари и ще бъде отворена за всички."
WRONG = SECOND.replace("милиона", "милионаа")
ASKEW = THIRD.replace("януари", "януарн")
TEXT = "\n\n".join((TITLE, FIRST, WRONG, ASKEW))
PAGE = f"<main><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></main>"
ADDRESS = "https://example.org/bees"


@pytest.fixture
def window(show, numbers, site):
    return show(make_fetcher=lambda: Elsewhere(site))


@pytest.fixture
def printed(window, qtbot):
    """A window on a text with two faults, of which nothing else is known."""
    window.parts.intake.text(TEXT)
    wait_for_notice(window, qtbot, "Article added")
    return window


@pytest.fixture
def both(window, qtbot):
    """A window on the same text, which came after the page of the announcement."""
    window.parts.intake.document(Incoming(PAGE.encode(), "page.html"))
    wait_for_notice(window, qtbot, "Article added")
    window.parts.intake.text(TEXT)
    wait_for_notice(window, qtbot, "A new version of the article")
    return window


def offered(window, qtbot):
    """Return the dialog with the corrections, once it is there."""
    qtbot.waitUntil(lambda: dialogs(window, OffersDialog) != [])
    (dialog,) = dialogs(window, OffersDialog)
    return dialog


def checked(window, qtbot):
    trigger(window, "check_text")
    return offered(window, qtbot)


def texts(window):
    return [leaf.text for leaf in leaves(window.parts.reading.article)]


def button(dialog, words):
    return next(each for each in dialog.findChildren(QPushButton) if words in each.text())


def test_the_page_in_the_library_offers_corrections_and_none_is_ticked(both, qtbot):
    dialog = checked(both, qtbot)
    assert dialog.windowTitle() == "2 corrections offered"
    assert [row.said for row in dialog.model.rows] == [
        f"not ticked. Before: {WRONG} After: {SECOND}",
        f"not ticked. Before: {ASKEW} After: {THIRD}",
    ]
    assert not button(dialog, "Accept").isEnabled()
    dialog.reject()
    assert WRONG in texts(both)


def test_only_what_is_ticked_is_accepted_and_it_can_be_taken_back(both, qtbot, heard):
    dialog = checked(both, qtbot)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert heard[-1] == "ticked"
    assert dialog.model.rows[0].said.startswith("ticked. ")
    button(dialog, "Accept").click()
    wait_for_notice(both, qtbot, "1 correction is made. Ctrl+Z takes the last one back.")
    assert SECOND in texts(both)
    assert ASKEW in texts(both)
    both.panes.go_home(1)
    trigger(both, "take_back")
    wait_for_notice(both, qtbot, "The last correction is undone.")
    assert WRONG in texts(both)


def test_a_tick_is_taken_away_by_the_same_key(both, qtbot):
    dialog = checked(both, qtbot)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.model.rows[0].said.startswith("not ticked")
    assert not button(dialog, "Accept").isEnabled()


def test_all_are_accepted_at_once_and_taken_back_one_by_one(both, qtbot):
    dialog = checked(both, qtbot)
    button(dialog, "Tick all").click()
    button(dialog, "Accept").click()
    wait_for_notice(both, qtbot, "2 corrections are made.")
    assert texts(both)[-2:] == [SECOND, THIRD]
    both.panes.go_home(1)
    trigger(both, "take_back")
    wait_for_notice(both, qtbot, "The last correction is undone.")
    assert texts(both)[-2:] == [SECOND, ASKEW]


def test_the_buttons_stand_in_the_order_in_which_they_are_wanted(both, qtbot):
    dialog = checked(both, qtbot)
    wanted = ("Show in the article", "Tick all", "Accept", "Close")
    places = [button(dialog, words).x() for words in wanted]
    assert places == sorted(places)
    dialog.reject()


def test_a_row_leads_to_its_place(both, qtbot):
    dialog = checked(both, qtbot)
    dialog.go_to(1)
    button(dialog, "Show in the article").click()
    qtbot.waitUntil(both.parts.view.hasFocus)
    assert texts(both)[both.parts.view.position().block] == ASKEW


def test_a_line_tells_of_corrections_after_a_while_and_nothing_is_said(both, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(both.parts.notice, "say", said.append)
    wait_for_notice(both, qtbot, "The page of this announcement offers 2 corrections. Shift+F2")
    assert said == []


def test_without_a_page_at_hand_an_address_can_be_given(printed, site, qtbot):
    site.page("/example.org/bees", PAGE)
    trigger(printed, "check_text")
    qtbot.waitUntil(lambda: dialogs(printed, AddressDialog) != [])
    (dialog,) = dialogs(printed, AddressDialog)
    dialog.field.setText(ADDRESS)
    dialog.accept()
    assert len(offered(printed, qtbot).model.rows) == 2


def test_without_a_page_at_hand_a_saved_one_can_be_chosen(printed, tmp_path, qtbot):
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    trigger(printed, "check_text")
    qtbot.waitUntil(lambda: dialogs(printed, AddressDialog) != [])
    (dialog,) = dialogs(printed, AddressDialog)
    button(dialog, "Choose a").click()
    (files,) = dialogs(printed, QFileDialog)
    files.fileSelected.emit(str(path))
    files.reject()
    assert len(offered(printed, qtbot).model.rows) == 2


def test_the_page_of_another_announcement_offers_nothing(printed, site, qtbot):
    site.page("/example.org/bees", "<main><h1>Влакове</h1><p>Парламентът прие правила.</p></main>")
    trigger(printed, "check_text")
    qtbot.waitUntil(lambda: dialogs(printed, AddressDialog) != [])
    (dialog,) = dialogs(printed, AddressDialog)
    dialog.field.setText(ADDRESS)
    dialog.accept()
    wait_for_notice(printed, qtbot, "Nothing to put right")
    assert dialogs(printed, OffersDialog) == []


def test_the_address_offered_is_that_of_the_article_that_was_asked_about(window, numbers, qtbot):
    libraries, trains, _bees = numbers
    window.parts.reading.open(libraries)
    gate = Gate(window.parts.jobs)
    trigger(window, "check_text")
    window.parts.reading.open(trains)
    gate.let_through(qtbot)
    (dialog,) = dialogs(window, AddressDialog)
    assert dialog.field.text() == BULGARIAN
    dialog.reject()
