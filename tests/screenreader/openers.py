"""How each window and dialog of the program is brought up, and put away again.

A new dialog gets a line here; a test fails while one has none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.screenreader.desk import Desk

Step = Callable[[Desk], None]


def keys(*names: str) -> Step:
    """Press keys."""
    return lambda desk: desk.press(*names)


def typed(text: str) -> Step:
    """Type letters that both languages' keyboards have."""
    return lambda desk: desk.type(text)


def handed(name: str) -> Step:
    """Have the program open a file of the desk's folder."""
    return lambda desk: desk.hand(name)


def waited(word: str) -> Step:
    """Wait for a window, or a control of it, until the next key is for it."""
    return lambda desk: desk.wait_for_focus(word) and None


def gone(word: str) -> Step:
    """Wait until a window or a control has gone."""
    return lambda desk: desk.wait_until_gone(word)


def tabbed_to(object_name: str) -> Step:
    """Go to a control by Tab."""
    return partial(Desk.tab_to, object_name=object_name)


def came(name: str) -> Step:
    """Let a file that the program waits for come to its end."""
    return partial(Desk.write_into, name=name)


def menu(number: int) -> Step:
    """Open a menu of the menu bar by the keyboard."""
    return keys("Alt_L", *["Right"] * number, "Down")


@dataclass(frozen=True, slots=True)
class Opener:
    """A window or dialog: how to open it, what it shows then, and how to close it.

    `shows` is the class of the window, or the object name of a control in it. `tab` is False where
    arrows go through it.
    """

    name: str
    opens: tuple[Step, ...]
    shows: str
    closes: tuple[Step, ...]
    tab: bool = True


ESCAPE = (keys("Escape"),)
SETTINGS = (keys("ctrl+comma"), waited("SettingsDialog"))
NEXT_PAGE = keys("ctrl+Tab")
FOUND_SETTINGS = (*SETTINGS, keys("ctrl+f"), typed("Orca"))
ARTICLE = (handed("4.txt"), waited("noticeHide"))
FIND = (keys("alt+2", "ctrl+f"), waited("findField"), typed("2027"), keys("Return"))
ADDRESS = waited("AddressDialog")
# A page, and then the same in copied text with faults.
RIVERS = (
    handed("9.html"),
    gone("noticeCancel"),
    waited("noticeHide"),
    handed("10.txt"),
    gone("noticeCancel"),
)
MENUS = ("file", "edit", "view", "reading", "voice", "library", "help")

_FEEDS = (keys("ctrl+shift+f"), waited("FeedsDialog"))
_TO_FEEDS = (keys("Escape"), waited("FeedsDialog"), keys("Escape"))
_RULES = (*_FEEDS, tabbed_to("feedsRules"), keys("space"), waited("RulesDialog"))
FEEDS = (
    Opener("no feeds", _FEEDS, "FeedsDialog", ESCAPE),
    Opener(
        "catalogue",
        (*_FEEDS, tabbed_to("feedsCatalogue"), keys("space")),
        "CatalogueDialog",
        _TO_FEEDS,
    ),
    Opener("add a feed", (*_FEEDS, tabbed_to("feedsAdd"), keys("space")), "AddDialog", _TO_FEEDS),
    Opener("no rules", _RULES, "RulesDialog", _TO_FEEDS),
    Opener(
        "a rule",
        (*_RULES, tabbed_to("rulesAdd"), keys("space")),
        "RuleDialog",
        (keys("Escape"), waited("RulesDialog"), *_TO_FEEDS),
    ),
    Opener("private network", (Desk.keep_feed, keys("ctrl+F9")), "QMessageBox", ESCAPE),
    Opener("feeds", _FEEDS, "FeedsDialog", ESCAPE),
    Opener("edit a feed", (*_FEEDS, keys("F2")), "EditDialog", _TO_FEEDS),
    Opener(
        "report of an update",
        (*_FEEDS, tabbed_to("feedsReport"), keys("space")),
        "UpdateReportDialog",
        _TO_FEEDS,
    ),
)

# They come one after the other, from the empty library on.
OPENERS = (
    Opener("greeting", (), "emptyLibrary", ()),
    Opener("open file", (keys("ctrl+o"),), "QFileDialog", ESCAPE),
    Opener("error", (handed("1.pdf"),), "QMessageBox", ESCAPE),
    Opener("password", (handed("2.pdf"),), "AskDialog", ESCAPE),
    Opener("progress", (handed("3.txt"),), "noticeCancel", (came("3.txt"), gone("noticeCancel"))),
    Opener("article", ARTICLE, "linksList", ()),
    Opener("find in the article", FIND, "findCount", ESCAPE),
    Opener("player", (tabbed_to("playerPlay"),), "playerPlay", (keys("alt+2"),)),
    *(
        Opener(f"menu {name}", (menu(number),), "QMenu", (keys("Escape", "Escape"),), tab=False)
        for number, name in enumerate(MENUS)
    ),
    Opener("settings", SETTINGS, "SettingsDialog", ESCAPE),
    Opener("settings of text", (*SETTINGS, NEXT_PAGE), "text_size", ESCAPE),
    Opener("find in the settings", FOUND_SETTINGS, "settingsHeading", ESCAPE + ESCAPE),
    Opener(
        "put the settings back",
        (*SETTINGS, tabbed_to("settingsResetAll"), keys("space")),
        "QMessageBox",
        (keys("Escape"), waited("SettingsDialog"), keys("Escape")),
    ),
    Opener(
        "export the settings",
        (*SETTINGS, tabbed_to("settingsExport"), keys("space")),
        "QFileDialog",
        (keys("Escape"), waited("SettingsDialog"), keys("Escape")),
    ),
    Opener("own colours", (*SETTINGS, NEXT_PAGE, waited("theme"), keys("End")), "ink", ESCAPE),
    Opener("settings of voice", (*SETTINGS, NEXT_PAGE, NEXT_PAGE), "rate", ESCAPE),
    Opener("a bug", (Desk.set_trap,), "CrashDialog", ESCAPE),
    Opener("first steps", (menu(6), keys("Down", "Return")), "FirstSteps", ESCAPE),
    Opener(
        "help over a dialog",
        (*SETTINGS, keys("F1")),
        "PageDialog",
        (keys("Escape"), waited("SettingsDialog"), keys("Escape")),
    ),
    Opener("keys", (keys("ctrl+F1"),), "KeysDialog", ESCAPE),
    Opener(
        "change a key",
        (keys("ctrl+F1"), waited("KeysDialog"), keys("Return")),
        "ChangeDialog",
        (keys("Escape"), waited("KeysDialog"), keys("Escape")),
    ),
    Opener(
        "find by pressing",
        (keys("ctrl+F1"), waited("KeysDialog"), keys("shift+Tab", "space")),
        "FindDialog",
        (keys("Escape"), waited("KeysDialog"), keys("Escape")),
    ),
    Opener("elements", (keys("F7"),), "ElementsDialog", ESCAPE),
    Opener("contents", (keys("ctrl+t"),), "ElementsDialog", ESCAPE),
    Opener("where am I", (menu(3), keys("Up", "Return")), "WhereDialog", ESCAPE),
    Opener("about", (menu(6), keys("Up", "Return")), "QMessageBox", ESCAPE),
    Opener(
        "licences",
        (menu(6), keys("Up", "Return"), waited("QMessageBox"), keys("Tab", "space")),
        "LicencesDialog",
        ESCAPE,
    ),
    Opener("pronunciations", (menu(4), keys("Up", "Return")), "PronunciationsDialog", ESCAPE),
    Opener("how a word is said", (keys("ctrl+shift+w"),), "WordDialog", ESCAPE),
    Opener("backups", (Desk.back_up, menu(5), keys("Up", "Return")), "BackupsDialog", ESCAPE),
    Opener(
        "damaged library",
        (Desk.spoil_originals, menu(5), keys("Up", "Up", "Return")),
        "DamagedDialog",
        (keys("Escape"), Desk.mend_originals),
    ),
    Opener("repairs", (keys("alt+2", "r"),), "RepairsDialog", ESCAPE),
    Opener("original lines", (keys("alt+2", "ctrl+r"),), "PrintedDialog", ESCAPE),
    Opener("open an address", (keys("ctrl+u"),), "AddressDialog", ESCAPE),
    Opener("no address", (keys("ctrl+u"), ADDRESS, keys("Return")), "addressTrouble", ESCAPE),
    Opener("original of a link", (keys("alt+3", "ctrl+F2"),), "AddressDialog", ESCAPE),
    Opener("check against a page", (keys("alt+2", "shift+F2"),), "AddressDialog", ESCAPE),
    Opener("fetch the original", (keys("alt+2", "ctrl+shift+u"),), "OriginalDialog", ESCAPE),
    Opener("note", (keys("alt+2", "ctrl+n"),), "NoteDialog", ESCAPE),
    Opener("no notes in the article", (keys("alt+2", "ctrl+i"),), "MarksDialog", ESCAPE),
    Opener("notes in the article", (keys("alt+2", "ctrl+b", "ctrl+i"),), "MarksDialog", ESCAPE),
    Opener("correct the block", (keys("alt+2", "F2"),), "BlockDialog", ESCAPE),
    Opener(
        "original beside",
        (Desk.keep_original, keys("alt+2", "shift+F8")),
        "originalView",
        (keys("shift+F8"), gone("originalView")),
    ),
    Opener("mend a pair", (keys("alt+2", "ctrl+shift+F8"),), "MendDialog", ESCAPE),
    Opener("notes of the article", (keys("ctrl+b", "ctrl+i"),), "MarksDialog", ESCAPE),
    Opener("my notes", (keys("ctrl+shift+i"),), "MarksDialog", ESCAPE),
    Opener(
        "what changed",
        (handed("6.txt"), gone("noticeCancel"), keys("ctrl+shift+v")),
        "ChangesDialog",
        ESCAPE,
    ),
    *FEEDS,
    Opener(
        "corrections offered",
        (*RIVERS, keys("alt+2", "shift+F2")),
        "OffersDialog",
        ESCAPE,
    ),
    Opener("no original to compare with", (keys("shift+F7"),), "OriginalDialog", ESCAPE),
    Opener(
        "differences from the original",
        (Desk.keep_rivers, keys("shift+F7")),
        "DifferencesDialog",
        ESCAPE,
    ),
    Opener("search by details", (keys("ctrl+shift+l"),), "SearchDialog", ESCAPE),
    Opener("page", (handed("5.pdf"), gone("noticeCancel"), keys("ctrl+g")), "AskDialog", ESCAPE),
    Opener("report of an import", (handed("folder"),), "ReportDialog", ESCAPE),
    Opener("export", (keys("alt+2", "ctrl+s"),), "ExportDialog", ESCAPE),
    Opener("export of the selected", (keys("alt+1", "ctrl+s"),), "ExportDialog", ESCAPE),
    Opener("export as a recording", (keys("ctrl+shift+s"),), "ExportDialog", ESCAPE),
    Opener(
        "the folder of an export",
        (keys("ctrl+s"), tabbed_to("exportBrowse"), keys("space")),
        "QFileDialog",
        (keys("Escape"), waited("exportDialog"), keys("Escape")),
    ),
    Opener("print", (keys("alt+2", "ctrl+p"),), "PrintDialog", ESCAPE),
    Opener("tags", (keys("alt+1", "ctrl+shift+g"),), "LabelsDialog", ESCAPE),
    Opener("collections", (keys("alt+1", "ctrl+shift+e"),), "LabelsDialog", ESCAPE),
    Opener("make an archive", (keys("alt+1", "ctrl+shift+y"),), "MakeDialog", ESCAPE, tab=False),
    Opener("remove for good", (keys("alt+1", "shift+Delete"),), "QMessageBox", ESCAPE),
    Opener(
        "found", (keys("ctrl+l"), typed("2027"), keys("Return")), "clearSearch", (keys("Escape"),)
    ),
)

# As articles come on Windows and macOS: in a text field.
PLAIN = (
    Opener("plain view", ARTICLE, "linksList", ()),
    Opener("settings over a plain view", SETTINGS, "SettingsDialog", ESCAPE),
    Opener("find in a plain view", FIND, "findCount", ESCAPE),
    Opener("elements of a plain view", (keys("alt+2", "F7"),), "ElementsDialog", ESCAPE),
)
# In large print one pane shows at a time, and tabs lead to the others.
FOLDED = (
    Opener("folded article", ARTICLE, "paneTabs", ()),
    Opener("find in a folded article", FIND, "findCount", ESCAPE),
    Opener("folded library", (keys("alt+1"),), "articleList", ()),
    Opener("folded links", (keys("alt+3"),), "linksList", ()),
    Opener("large settings", SETTINGS, "SettingsDialog", ESCAPE),
    Opener("large settings of text", (*SETTINGS, NEXT_PAGE), "text_size", ESCAPE),
)
