"""A feed is added by its address, by that of a page, or from the catalogue."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from reader.app.feeds import Feeds
from reader.app.reader import Reader
from reader.gui.feeds.add_dialog import AddDialog
from reader.gui.feeds.catalogue_dialog import CatalogueDialog
from reader.gui.feeds.feeds_dialog import FeedsDialog
from reader.gui.saying import AFTER_FOCUS
from reader.importers.apart import Apart
from reader.sources.fetch import Fetcher, Pace
from tests.gui.feeds_parts import boxes, feeds_dialog, press, rows, shown
from tests.gui.window_parts import dialogs, trigger
from tests.servers import tricks
from tests.servers.fetching import PATIENT, Clock
from tests.servers.site import Page

pytest_plugins = ("tests.gui.feeds_fixtures",)
ACCEPT, REJECT = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.RejectRole
ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
LINKS = (
    "<link rel='alternate' type='application/rss+xml' href='/rss.xml' title='Всички'>"
    "<link rel='alternate' type='application/atom+xml' href='/atom.xml' title='Съобщения'>"
)


def adding(window) -> AddDialog:
    trigger(window, "add_feed")
    return shown(window, AddDialog)


def look(qtbot, dialog, address):
    """Type an address and press Enter."""
    dialog.field.setText(address)
    qtbot.keyClick(dialog.field, ENTER)


def told(qtbot, dialog, words):
    qtbot.waitUntil(lambda: words in dialog.told.text())


def titles(world) -> list[str]:
    return [feed.title for feed in world.feeds.kept.all()]


def test_the_feed_at_an_address_is_added_at_once(reading, world, qtbot):
    look(qtbot, adding(reading), world.tell("Води"))
    qtbot.waitUntil(lambda: titles(world) == ["Новини"])
    dialog = shown(reading, FeedsDialog)
    assert rows(dialog.list) == ["Новини, nothing unread, not updated yet"]
    qtbot.waitUntil(dialog.list.hasFocus)
    told(qtbot, dialog, "Added: Новини. “Update” brings its news.")
    assert world.site.paths() == ["/rss.xml"], "its news come when they are asked for"


def test_of_the_feeds_that_a_page_names_the_person_chooses(reading, world, qtbot):
    world.feeds.add(world.tell("Води"))
    dialog = adding(reading)
    look(qtbot, dialog, world.site.page("/bg", f"<html><head>{LINKS}</head></html>"))
    told(qtbot, dialog, "2 feeds found")
    qtbot.waitUntil(dialog.list.hasFocus)
    found = [row.split(", ")[:2] for row in rows(dialog.list)]
    assert found == [["Всички", "among yours already"], ["Съобщения", "not ticked"]]
    qtbot.keyClick(dialog.list, SPACE)
    assert dialog.model.ticked == [], "one of the person's own feeds"
    qtbot.keyClick(dialog.list, ENTER)
    assert "not yet among yours" in dialog.told.text()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, SPACE)
    assert rows(dialog.list)[1].startswith("Съобщения, ticked, http")
    qtbot.keyClick(dialog.list, ENTER)
    qtbot.waitUntil(lambda: titles(world) == ["Новини", "Съобщения"])


def test_what_is_no_feed_is_told_where_it_arose_and_can_be_mended(reading, world, qtbot):
    dialog = adding(reading)
    qtbot.keyClick(dialog.field, ENTER)
    assert "Write the address" in dialog.told.text()
    look(qtbot, dialog, "ec.europa.eu")
    told(qtbot, dialog, "should begin with https://")
    look(qtbot, dialog, "file:///etc/passwd")
    told(qtbot, dialog, "“file:”, which is not opened")
    look(qtbot, dialog, world.site.page("/none", "<html><body></body></html>"))
    told(qtbot, dialog, "is no feed")
    look(qtbot, dialog, world.site.put("/forbidden", Page(status=403)))
    told(qtbot, dialog, "does not show")
    bomb = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>'
    look(qtbot, dialog, world.site.page("/bomb", bomb, "application/rss+xml"))
    told(qtbot, dialog, "was refused")
    qtbot.waitUntil(dialog.field.hasFocus)
    look(qtbot, dialog, world.tell("Води"))
    qtbot.waitUntil(lambda: titles(world) == ["Новини"])


def test_an_answer_that_does_not_come_is_waited_for_no_more_after_escape(
    nothing_left_running, reading, world, qtbot
):
    dialog = adding(reading)
    look(qtbot, dialog, world.site.put("/stalled", tricks.stall))
    qtbot.waitUntil(lambda: "/stalled" in world.site.paths())
    assert dialog.told.text().startswith("Asking “http")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialogs(reading, AddDialog))
    assert titles(world) == []


def strict(library) -> Feeds:
    """Return feeds whose fetcher asks no private network unasked."""
    clock = Clock()
    fetcher = Fetcher(limits=PATIENT, pace=Pace(clock, clock.sleep), proxies={})
    return Feeds(Reader(library, Apart()), Apart(), fetcher)


def test_a_private_host_is_asked_about_first(show, library, world, qtbot):
    window = show(make_feeds=lambda _fetcher: strict(library))
    dialog = adding(window)
    look(qtbot, dialog, world.tell("Води"))
    qtbot.waitUntil(lambda: bool(boxes(window)))
    assert world.site.asked == []
    assert boxes(window)[0].defaultButton().text() == "&Do not allow it"
    press(boxes(window)[0], REJECT)
    told(qtbot, dialog, "never asked unless you allow it")
    assert world.site.asked == []
    qtbot.keyClick(dialog.field, ENTER)
    qtbot.waitUntil(lambda: bool(boxes(window)))
    press(boxes(window)[0], ACCEPT)
    qtbot.waitUntil(lambda: titles(world) == ["Новини"])
    assert world.feeds.kept.all()[0].allowed, "it is not asked about again"


def test_several_feeds_are_chosen_from_the_catalogue(reading, world, qtbot):
    feeds_dialog(reading).catalogue.click()
    dialog = shown(reading, CatalogueDialog)
    qtbot.waitUntil(dialog.list.hasFocus)
    first = dialog.list.current.feed
    qtbot.keyClick(dialog.list, SPACE)
    assert rows(dialog.list)[0].startswith(f"{first.title}, ticked, ")
    dialog.field.setText("parliament")
    assert all("Parliament" in row for row in rows(dialog.list))
    second = dialog.list.current.feed
    qtbot.keyClick(dialog.list, SPACE)
    dialog.field.clear()
    dialog.add.click()
    assert {feed.address for feed in world.feeds.kept.all()} == {first.address, second.address}
    told(qtbot, shown(reading, FeedsDialog), "2 feeds added. “Update all” brings their news.")
    assert world.site.asked == []
    shown(reading, FeedsDialog).catalogue.click()
    again = shown(reading, CatalogueDialog)
    assert rows(again.list)[0].startswith(f"{first.title}, among yours already, ")


def test_a_double_click_in_the_catalogue_ticks_and_adds_nothing_yet(reading, world):
    feeds_dialog(reading).catalogue.click()
    dialog = shown(reading, CatalogueDialog)
    dialog.list.doubleClicked.emit(dialog.list.currentIndex())
    assert dialog.model.ticked == [dialog.list.current.feed]
    assert dialog.isVisible()
    assert world.feeds.kept.all() == []


def test_the_catalogue_is_narrowed_down_by_topic_and_by_language(reading, world):
    feeds_dialog(reading).catalogue.click()
    dialog = shown(reading, CatalogueDialog)
    everything = len(rows(dialog.list))
    dialog.kind.setCurrentIndex(1)
    topic = dialog.kind.currentText()
    assert 0 < len(rows(dialog.list)) < everything
    assert all(topic in row for row in rows(dialog.list))
    dialog.kind.setCurrentIndex(dialog.kind.findText("Language: English"))
    assert all("English" in row for row in rows(dialog.list))
    dialog.field.setText("xyz")
    assert dialog.count.text() == "Nothing found"
    dialog.add.click()
    assert world.feeds.kept.all() == []


def test_an_empty_library_leads_to_the_feeds_and_their_news_fill_it(empty, world, qtbot):
    welcome = empty.parts.middle.welcome
    welcome._feeds.button.click()
    dialog = shown(empty, FeedsDialog)
    assert "There are no feeds yet." in dialog.none.text()
    assert dialog.none.isVisible()
    assert not dialog.list.isVisible()
    qtbot.waitUntil(dialog.catalogue.hasFocus)
    dialog.add_by_address()
    look(qtbot, shown(empty, AddDialog), world.tell("Води"))
    qtbot.waitUntil(dialog.list.isVisible)
    dialog.update_all.click()
    news = "1 new article from 1 feed."
    qtbot.waitUntil(lambda: dialog.told.text() == news)
    qtbot.wait(2 * AFTER_FOCUS)
    assert dialog.told.text() == news, "what was still to be told of the adding is old by now"
    assert rows(dialog.list) == [f"Новини, 1 unread, {rows(dialog.list)[0].split(', ')[2]}"]
    assert "updated today at" in rows(dialog.list)[0]
    dialog.news.click()
    assert empty.focusWidget() is empty.parts.shelf.panel.list


def test_how_many_were_found_is_told_no_more_once_something_else_is(reading, world, qtbot, later):
    world.feeds.add(world.tell("Води"))
    dialog = adding(reading)
    look(qtbot, dialog, world.site.page("/bg", f"<html><head>{LINKS}</head></html>"))
    told(qtbot, dialog, "2 feeds found")
    qtbot.waitUntil(dialog.list.hasFocus)
    qtbot.keyClick(dialog.list, ENTER)
    assert "not yet among yours" in dialog.told.text()
    assert later.come() == []
