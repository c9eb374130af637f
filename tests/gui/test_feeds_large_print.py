"""At twice and four times the usual size no word of the dialogs of feeds is cut off."""

import pytest
from PySide6.QtWidgets import QDialog

from reader.app.failures import failure_of
from reader.errors import NotFoundError, ServerFailedError
from reader.gui.feeds.add_dialog import AddDialog
from reader.gui.feeds.report_dialog import UpdateReportDialog
from reader.gui.feeds.rule_dialog import RuleDialog
from reader.model.feed import (
    Deed,
    FeedItem,
    FoundFeed,
    ItemState,
    KeptItem,
    Rule,
    Updated,
)
from reader.model.label import FeedName
from tests.gui.feeds_parts import feeds_dialog, shown
from tests.gui.fitting import come_to_rest, misfits
from tests.gui.window_parts import dialogs, trigger

pytest_plugins = ("tests.gui.feeds_fixtures",)
# Bulgarian words are the longer ones.
LARGE_IN_BOTH = pytest.mark.parametrize(("language", "size"), [("bg", 36), ("bg", 72), ("en", 72)])
FEEDS = {
    "Пресцентър на Европейската комисия": "https://ec.europa.eu/commission/presscorner/api/rss",
    "Води": "https://example.eu/води.xml",
}


def updating(window):
    dialog = feeds_dialog(window)
    dialog.offer(dialog.list.current, busy=True, report=True)
    dialog.told.setText("Обновяване на емисиите, 1 от 2: Пресцентър на Европейската комисия")
    return dialog


def empty(window):
    for feed in window.parts.following._make_feeds().kept.all():
        window.parts.following._make_feeds().kept.remove(feed.identifier)
    return feeds_dialog(window)


def child(button):
    """Return a maker of the dialog that a button of the dialog of feeds opens."""

    def made(window):
        outer = feeds_dialog(window)
        getattr(outer, button).click()
        (inner,) = (each for each in dialogs(window, QDialog) if each is not outer)
        return inner

    return made


def found(window):
    trigger(window, "add_feed")
    dialog = shown(window, AddDialog)
    dialog._take(tuple(FoundFeed(address, title) for title, address in FEEDS.items()))
    return dialog


def rule(window):
    made = Rule(1, "закони за водите", Deed.TAG, "екология")
    names = [FeedName(number, title, 0) for number, title in enumerate(FEEDS)]
    dialog = RuleDialog(made, names, lambda _words, _feed: (7, list(FEEDS)), window._, window)
    dialog.try_it()
    return dialog


def report(window):
    feed = window.parts.following._make_feeds().kept.all()[0]
    lost = FeedItem("1", "Нови правила за водите в градовете", None, None)
    gone = failure_of(NotFoundError("https://example.eu/1", 404))
    updates = [
        Updated(feed, failure=failure_of(ServerFailedError(feed.address, 500))),
        Updated(feed, (1, 2), (KeptItem(1, 1, lost, ItemState.FAILED, failure=gone),)),
    ]
    return UpdateReportDialog(updates, "2 нови статии от 1 емисия.", window._, window)


def told_by_window(made):
    """Return a maker of a dialog as others are: given the words, too, which the window has."""
    return lambda window, _translator: made(window)


DIALOGS = {
    "feeds": feeds_dialog,
    "feeds being updated": updating,
    "no feeds": empty,
    "add": child("add"),
    "feeds of a page": found,
    "edit": child("edit"),
    "catalogue": child("catalogue"),
    "no rules": child("rules"),
    "a rule": rule,
    "report": report,
}


@pytest.fixture
def window(show, numbers, world):
    def made(language, size):
        for title, address in FEEDS.items():
            world.feeds.kept.add(address, title)
        feeds = {"make_feeds": lambda _fetcher: world.feeds}
        return show(language=language, width=800, text_size=size, **feeds)

    return made


@pytest.mark.check("A30", "The interface is magnified")
@pytest.mark.parametrize("name", DIALOGS)  # size by size: each other one dresses all widgets anew
@LARGE_IN_BOTH
def test_in_the_dialogs_of_feeds_no_words_are_cut_off(window, qtbot, name, size, language):
    dialog = DIALOGS[name](window(language, size))
    dialog.show()
    come_to_rest(dialog, qtbot)
    assert misfits(dialog) == []


@pytest.mark.parametrize("name", ["feeds of a page", "a rule"])
def test_what_is_told_is_in_sight_though_the_rest_scrolls(window, qtbot, name):
    dialog = DIALOGS[name](window("bg", 72))
    dialog.show()
    dialog.resize(dialog.minimumSizeHint())
    come_to_rest(dialog, qtbot)
    assert dialog.told.text()
    assert dialog.told.visibleRegion().boundingRect() == dialog.told.rect()
