"""Everything that a key is for: the menus, the reading letters, and what is fixed."""

from collections.abc import Mapping

from reader.gui.actions import MENUS
from reader.gui.article.keys import TARGETS
from reader.gui.keymap.entry import Entry, Scope, Takes
from reader.gui.keymap.keymap import Keymap
from reader.i18n import mark

_ARTICLE, _LINKS, _LISTS = mark("In the article"), mark("In the links"), mark("In lists")
_EVERYWHERE = mark("Everywhere")
Moving = tuple[tuple[tuple[str, ...], str], ...]
_LETTER = "go_"  # before the usual letter of a reading key

# What the reading keys do, by their usual letters.
_READING = {
    "h": mark("Next heading"),
    "1": mark("Next heading of level 1"),
    "2": mark("Next heading of level 2"),
    "3": mark("Next heading of level 3"),
    "4": mark("Next heading of level 4"),
    "5": mark("Next heading of level 5"),
    "6": mark("Next heading of level 6"),
    "k": mark("Next link"),
    "p": mark("Next paragraph"),
    "q": mark("Next quotation"),
    "l": mark("Next list"),
    "i": mark("Next list item"),
    "t": mark("Next table"),
    "g": mark("Next picture"),
    "n": mark("Next note"),
    "b": mark("Next bookmark"),
    "a": mark("Next note or highlight of yours"),
    "c": mark("Next cell of the row"),
    "v": mark("Next cell of the column"),
}
_BY_BLOCKS = (
    (("Down", "Up"), mark("Next or previous block")),
    (("Ctrl+Down", "Ctrl+Up"), mark("Next or previous line of the screen")),
)
_BY_LINES = (
    (("Down", "Up"), mark("Next or previous line of the screen")),
    (("Ctrl+Down", "Ctrl+Up"), mark("Next or previous block")),
)
_MOVING = (
    (("Right", "Left"), mark("Next or previous character")),
    (("Ctrl+Right", "Ctrl+Left"), mark("Next or previous word")),
    (("Alt+Down", "Alt+Up"), mark("Next or previous sentence")),
    (("Alt+Shift+Right", "Alt+Shift+Left"), mark("Next or previous cell of the row")),
    (("Alt+Shift+Down", "Alt+Shift+Up"), mark("Next or previous cell of the column")),
    (("Home", "End"), mark("Start or end of the line")),
    (("Ctrl+Home", "Ctrl+End"), mark("Start or end of the article")),
    (("Shift+Right", "Shift+Left"), mark("Select by characters")),
    (("Shift+Down", "Shift+Up"), mark("Select by lines")),
    (("PgDown", "PgUp"), mark("A screen down or up")),
    (("Return",), mark("Open the link or your note, or go to the note and back")),
)

# What is done with a link in the list of links, each with its text and its keys.
OF_LINKS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "open_link": (mark("Open the address in the browser"), ("Ctrl+Return",)),
    "open_original": (mark("Open the original in the browser"), ("Shift+Return",)),
    "copy_original": (mark("Copy the original"), ("Ctrl+Shift+C",)),
    "read_original": (mark("Read the original here"), ("Alt+Return",)),
    "edit_original": (mark("Put the original’s address right…"), ("Ctrl+F2",)),
    "check_links": (mark("Check which exist"), ("Shift+F9",)),
}
_IN_LIST: Moving = (
    (("Shift+Down", "Shift+Up"), mark("Select more or fewer rows")),
    (("Ctrl+Space",), mark("Select the row as well, or no longer")),
    (("Alt+Down", "Alt+Up"), mark("Move the article down or up in its collection")),
)


def usual_keys(*, plain: bool = False) -> Keymap:
    """Return the keys before anyone changes them, for a plain view of articles or the other."""
    moving = _moving(_BY_LINES if plain else _BY_BLOCKS)
    return Keymap((*_menus(), *_reading(), *moving, *_of_links(), *_elsewhere()))


def reading_letters(keymap: Keymap) -> Mapping[str, str]:
    """Return what to look for, by the letters that are in use."""
    return {
        key.lower(): entry.name.removeprefix(_LETTER)
        for entry in keymap.entries
        if entry.takes is Takes.LETTER
        for key in keymap.keys(entry)
    }


def _menus() -> list[Entry]:
    return [
        Entry(
            command.name, command.submenu or menu.title, command.text, command.keys, command.scope
        )
        for menu in MENUS
        for command in menu.commands
    ]


def _reading() -> list[Entry]:
    return [
        Entry(
            _LETTER + letter,
            _ARTICLE,
            _READING[letter],
            (letter.upper(),),
            Scope.ARTICLE,
            Takes.LETTER,
        )
        for letter in TARGETS
    ]


def _moving(arrows: Moving) -> list[Entry]:
    return [
        Entry(keys[0], _ARTICLE, text, keys, Scope.ARTICLE, Takes.NONE)
        for keys, text in (*arrows, *_MOVING)
    ]


def _of_links() -> tuple[Entry, ...]:
    return (
        Entry(
            "go_to_link",
            _LINKS,
            mark("Go to the link in the article"),
            ("Return",),
            Scope.LINKS,
            Takes.NONE,
        ),
        Entry("copy_address", _LINKS, mark("Copy the address"), scope=Scope.LINKS, follows="copy"),
        *(Entry(name, _LINKS, text, keys, Scope.LINKS) for name, (text, keys) in OF_LINKS.items()),
    )


def _elsewhere() -> tuple[Entry, ...]:
    return (
        Entry("list_open", _LISTS, mark("Open the article"), ("Return",), Scope.LIST, Takes.NONE),
        *(
            Entry(f"list_{keys[0]}", _LISTS, text, keys, Scope.LIST, Takes.NONE)
            for keys, text in _IN_LIST
        ),
        Entry(
            "tab",
            _EVERYWHERE,
            mark("Next or previous part of the window"),
            ("Tab", "Shift+Tab"),
            Scope.WINDOW,
            Takes.NONE,
        ),
        Entry("menus", _EVERYWHERE, mark("Open the menus"), ("F10",), Scope.WINDOW, Takes.NONE),
    )
