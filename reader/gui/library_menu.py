"""The menu of the library."""

from reader.gui.archive.menu import ARCHIVES
from reader.gui.command import Command, Menu
from reader.gui.keymap.entry import Scope
from reader.i18n import mark

_SHOW, _SORT, _GROUP = mark("S&how"), mark("S&ort"), mark("&Groups")

# The views that are always there, by their keys.
VIEWS = {
    "all": mark("&All news"),
    "unread": mark("&Unread"),
    "starred": mark("With a &star"),
    "reading_list": mark("&Reading list"),
    "annotated": mark("With &notes"),
    "history": mark("Read &lately"),
    "bin": mark("&Bin"),
}
_VIEW_KEYS = {"history": ("Ctrl+H",)}
SORTS = {
    "added": mark("By &coming in"),
    "day": mark("By &day"),
    "title": mark("By &title"),
    "publisher": mark("By &institution"),
}
GROUPS = {
    "none": mark("&Without groups"),
    "day": mark("By &day"),
    "publisher": mark("By &institution"),
}

_MARKS = (
    Command("mark_read", mark("Mark as &read"), ("Ctrl+M",), apart=True),
    Command("mark_unread", mark("Mark as &unread"), ("Ctrl+Shift+M",)),
    Command("star", mark("&Star"), ("Ctrl+D",)),
    Command("reading_list", mark("On the reading &list"), ("Ctrl+Shift+D",)),
    Command("tags", mark("&Tags…"), ("Ctrl+Shift+G",)),
    Command("collections", mark("&Collections…"), ("Ctrl+Shift+E",)),
)
_ARRANGED = (
    *(
        Command(
            f"view_{key}",
            text,
            _VIEW_KEYS.get(key, ()),
            checkable=True,
            submenu=_SHOW,
            apart=key == "all",
        )
        for key, text in VIEWS.items()
    ),
    *(Command(f"sort_{key}", text, choice="sort", submenu=_SORT) for key, text in SORTS.items()),
    *(
        Command(f"group_{key}", text, choice="group", submenu=_GROUP)
        for key, text in GROUPS.items()
    ),
)
_FEEDS_MENU = mark("Fee&ds")
_FEEDS = (
    Command("feeds", mark("&Your feeds…"), ("Ctrl+Shift+F",), submenu=_FEEDS_MENU),
    Command("add_feed", mark("&Add a feed…"), submenu=_FEEDS_MENU),
    Command("update_feeds", mark("&Update all feeds"), ("Ctrl+F9",), submenu=_FEEDS_MENU),
    Command("update_report", mark("&Report of the update…"), submenu=_FEEDS_MENU),
)
_BIN = (
    Command("remove", mark("&Move to the bin"), ("Del",), Scope.LIST, apart=True),
    Command("restore", mark("&Bring back from the bin")),
    Command("remove_for_good", mark("Remove &for good…"), ("Shift+Del",), Scope.LIST),
    Command("empty_bin", mark("&Empty the bin…")),
)
LIBRARY = Menu(
    mark("&Library"),
    (
        Command("resume", mark("Continue where &I was"), ("Ctrl+Shift+H",)),
        *_MARKS,
        *_ARRANGED,
        Command("my_notes", mark("My &notes…"), ("Ctrl+Shift+I",), apart=True),
        *_BIN,
        *ARCHIVES,
        *_FEEDS,
        Command("repair_anew", mark("Repair the article &anew"), needs_article=True, apart=True),
        Command("check_library", mark("Chec&k the library"), apart=True),
        Command("backups", mark("Backu&ps…")),
    ),
)
OF_LIST = (
    "mark_read",
    "mark_unread",
    "star",
    "reading_list",
    "tags",
    "collections",
    "remove",
    "restore",
    "remove_for_good",
)
"""The commands in the menu of the list itself."""
