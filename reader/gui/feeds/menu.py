"""The menu of feeds, within that of the library."""

from reader.gui.command import Command
from reader.i18n import mark

_FEEDS = mark("Fee&ds")
FEEDS = (
    Command("feeds", mark("&Your feeds…"), ("Ctrl+Shift+F",), submenu=_FEEDS),
    Command("add_feed", mark("&Add a feed…"), submenu=_FEEDS),
    Command("update_feeds", mark("&Update all feeds"), ("Ctrl+U",), submenu=_FEEDS),
    Command("update_report", mark("&Report of the update…"), submenu=_FEEDS),
)
