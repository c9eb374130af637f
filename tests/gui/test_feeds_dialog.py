"""The dialog of feeds, and the views of their news in the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from reader.gui.feeds.edit_dialog import EditDialog
from reader.gui.feeds.rule_dialog import RuleDialog
from reader.gui.feeds.rules_dialog import RulesDialog
from reader.model.feed import Deed, Outline
from tests.gui.feeds_parts import boxes, feeds_dialog, press, rested, rows, shown
from tests.gui.window_parts import list_of, search, titles, trigger, wait_for_notice
from tests.servers.site import Page

pytest_plugins = ("tests.gui.feeds_fixtures",)
ACCEPT = QMessageBox.ButtonRole.AcceptRole


@pytest.fixture
def updated(reading, world, qtbot):
    """A window on three articles of its own, and two of a feed that has been updated."""
    world.feeds.add(world.tell("Води", "Гори"))
    trigger(reading, "update_feeds")
    wait_for_notice(reading, qtbot, "2 new articles from 1 feed.")
    return reading


def told(qtbot, dialog, words):
    qtbot.waitUntil(lambda: dialog.told.text() == words)


def view_names(window) -> list[str]:
    box = window.parts.shelf.panel.views
    return [box.itemText(number) for number in range(box.count())]


def test_each_feed_has_a_view_that_tells_how_much_is_unread(updated, world, qtbot):
    assert "Feed: Новини, 2 unread" in view_names(updated)
    feeds_dialog(updated).news.click()
    assert sorted(titles(updated)) == ["Води", "Гори"]
    assert list_of(updated).hasFocus()
    assert updated.parts.shelf.view.name == "Feed: Новини, 2 unread"
    updated.parts.reading.open(updated.parts.shelf.model.identifier(0))
    assert updated.parts.shelf.view.name == "Feed: Новини, 1 unread"
    assert updated.parts.shelf.panel.views.currentText() == "Feed: Новини, 1 unread"
    assert updated._means.keeper.current.view == updated.parts.shelf.view.key


def test_views_of_feeds_tell_how_much_is_unread_in_a_search_too(updated, qtbot):
    search(updated, qtbot, "води")
    assert "Feed: Новини, 2 unread" in view_names(updated)
    updated.parts.reading.open(updated.parts.shelf.model.identifier(0))
    assert "Feed: Новини, 1 unread" in view_names(updated)


def test_what_came_in_is_listed_though_an_article_is_read_meanwhile(reading, world):
    world.feeds.add(world.tell("Води"))
    world.feeds.update()
    reading.parts.reading.open(reading.parts.shelf.model.identifier(0))
    assert "Води" not in titles(reading)
    reading.parts.shelf.catch_up()
    assert "Води" in titles(reading)


def test_a_view_of_a_feed_that_is_gone_gives_way_to_all_news(updated, world):
    dialog = feeds_dialog(updated)
    dialog.news.click()
    dialog = feeds_dialog(updated)
    dialog.remove.click()
    assert "Its articles stay in the library." in boxes(updated)[0].text()
    press(boxes(updated)[0], ACCEPT)
    assert world.feeds.kept.all() == []
    assert not any(name.startswith("Feed:") for name in view_names(updated))
    updated.parts.shelf.reload()
    assert len(titles(updated)) == 5


def test_a_feed_is_paused_and_resumed(updated, world, qtbot):
    dialog = feeds_dialog(updated)
    assert dialog.pause.text() == "&Pause"
    dialog.pause.click()
    assert rows(dialog.list) == ["Новини, 2 unread, paused"]
    told(qtbot, dialog, "“Новини” is paused.")
    assert dialog.pause.text() == "Re&sume"
    dialog.pause.click()
    assert "updated today at" in rows(dialog.list)[0]
    assert not world.feeds.kept.all()[0].paused


def test_one_feed_is_updated_and_the_dialog_tells_how_it_went(updated, world, qtbot):
    dialog = feeds_dialog(updated)
    world.tell("Води", "Гори", "Пчели")
    dialog.update_one.click()
    assert dialog.stop.isVisible()
    assert dialog.update_one.isEnabled(), "the focus is on it"
    rested(updated, qtbot)
    told(qtbot, dialog, "1 new article from 1 feed.")
    assert rows(dialog.list)[0].startswith("Новини, 3 unread, updated today at")
    assert not dialog.stop.isVisible()
    assert dialog.report.isEnabled()


def test_a_failure_stands_in_the_row_in_words(updated, world, qtbot):
    world.site.put("/rss.xml", Page(status=500))
    dialog = feeds_dialog(updated)
    dialog.update_all.click()
    rested(updated, qtbot)
    assert "has a fault of its own (answer 500)" in rows(dialog.list)[0]
    assert "1 feed could not be updated" in dialog.told.text()


def test_a_feed_gets_another_name_and_address_and_bad_ones_are_told(updated, world, qtbot):
    world.feeds.kept.add("https://example.eu/rss", "Друга")
    dialog = feeds_dialog(updated)
    dialog.list.setCurrentIndex(dialog.list.rows.index(1))
    qtbot.keyClick(dialog.list, Qt.Key.Key_F2)
    editing = shown(updated, EditDialog)
    assert editing.title.text() == "Новини"
    editing.address.setText("example.eu")
    editing.accept()
    assert "should begin with https://" in editing.told.text()
    editing.address.setText("https://example.eu/rss")
    editing.accept()
    assert "among yours already" in editing.told.text()
    editing.address.setText("https://example.eu/novini")
    editing.title.setText("Моите новини")
    editing.accept()
    assert [(feed.title, feed.address) for feed in world.feeds.kept.all()] == [
        ("Друга", "https://example.eu/rss"),
        ("Моите новини", "https://example.eu/novini"),
    ]
    assert dialog.list.current.title == "Моите новини"
    assert "Feed: Моите новини, 2 unread" in view_names(updated)


def test_feeds_are_sorted_simply(updated, world, qtbot):
    for name in ("Авиация", "Язовири"):
        world.feeds.kept.add(f"https://example.eu/{name}", name)
    dialog = feeds_dialog(updated)
    assert [row.split(",")[0] for row in rows(dialog.list)] == ["Авиация", "Новини", "Язовири"]
    dialog.list.setCurrentIndex(dialog.list.rows.index(2))
    dialog.sorting.setCurrentIndex(1)
    assert [row.split(",")[0] for row in rows(dialog.list)] == ["Новини", "Авиация", "Язовири"]
    assert dialog.list.current.title == "Язовири"


def test_lists_of_feeds_go_out_and_come_in(updated, world, qtbot, tmp_path):
    dialog = feeds_dialog(updated)
    path = tmp_path / "емисии.opml"
    dialog.save(path)
    qtbot.waitUntil(lambda: dialog.told.text().startswith("Saved: "))
    dialog.save(path)  # the file dialog has asked whether to replace it
    (feed,) = world.feeds.kept.all()
    world.feeds.kept.remove(feed.identifier)
    world.feeds.take_in([Outline("https://example.eu/rss", "Друга")])
    dialog.take_in(path)
    told(qtbot, dialog, "New feeds: 1, kept already: 0")
    assert [each.title for each in world.feeds.kept.all()] == ["Друга", "Новини"]
    assert dialog.list.current.title == "Новини"
    dialog.take_in(path)
    told(qtbot, dialog, "New feeds: 0, kept already: 1")


def test_a_bad_list_of_feeds_is_told_and_changes_nothing(updated, world, tmp_path):
    dialog = feeds_dialog(updated)
    path = tmp_path / "лош.opml"
    path.write_text("това не е списък", "utf-8")
    dialog.take_in(path)
    assert "“лош.opml” is no list of feeds (OPML)" in boxes(updated)[0].text()
    assert len(world.feeds.kept.all()) == 1


def rules_dialog(window) -> RulesDialog:
    feeds_dialog(window).rules.click()
    return shown(window, RulesDialog)


def test_a_rule_is_written_tried_and_does_its_work(updated, world, qtbot):
    dialog = rules_dialog(updated)
    assert dialog.none.isVisible()
    dialog.adding.click()
    rule = shown(updated, RuleDialog)
    rule.accept()
    assert "Write the words" in rule.told.text()
    rule.words.setText("гора")
    rule.trying.click()
    assert rule.told.text() == "1 article of the library fits: Гори."
    rule.words.setText("закони")
    rule.trying.click()
    assert rule.told.text().startswith("2 articles of the library fit: ")
    rule.words.setText("слон")
    rule.trying.click()
    assert rule.told.text() == "No article of the library fits."
    rule.words.setText("пчела")
    rule.accept()
    assert "Write the tag" in rule.told.text()
    rule.tag.setText("природа")
    rule.accept()
    assert rows(dialog.list) == ["пчела, tag “природа”"]
    world.tell("Води", "Гори", "Пчели")
    trigger(updated, "update_feeds")
    rested(updated, qtbot)
    entries = {entry.title: entry for entry in world.library.entries()}
    assert entries["Пчели"].tags == ("природа",)
    assert entries["Гори"].tags == ()


def test_a_rule_is_changed_and_removed(updated, world, qtbot):
    kept = world.feeds.kept
    kept.add_rule("пчела", Deed.TAG, "природа")
    dialog = rules_dialog(updated)
    qtbot.keyClick(dialog.list, Qt.Key.Key_F2)
    rule = shown(updated, RuleDialog)
    rule.deed.setCurrentIndex(rule.deed.findData(Deed.STAR.value))
    assert not rule.tag.isVisible()
    rule.feed.setCurrentIndex(1)
    rule.accept()
    assert rows(dialog.list) == ["пчела, star, only from “Новини”"]
    qtbot.waitUntil(dialog.list.hasFocus)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    press(boxes(updated)[0], ACCEPT)
    assert kept.rules() == []
    assert dialog.none.isVisible()
