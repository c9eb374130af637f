"""Everything the window can be asked to do: one table of menus, texts and keys."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reader.gui.command import Command, Menu
from reader.gui.icons import icon
from reader.gui.keymap.entry import Scope
from reader.gui.keymap.keymap import Keymap
from reader.gui.library_menu import LIBRARY
from reader.gui.theme import LIGHT, Palette, sign_side
from reader.gui.voice_menu import VOICE
from reader.i18n import Translator, mark

_IMPORT = mark("I&mport under way")
_NOTES = mark("&My notes")
_COPYING = mark("Cop&y as")
_SEARCHING = mark("More searc&hing")
_ORIGINAL = mark("The orig&inal")
MENUS = (
    Menu(
        mark("&File"),
        (
            Command("open", mark("&Open…"), ("Ctrl+O",)),
            Command("open_address", mark("Open an a&ddress…"), ("Ctrl+U",)),
            Command("paste", mark("&Paste an article"), ("Ctrl+V",)),
            Command("cancel", mark("&Cancel what is under way"), ("Esc",)),
            Command("import_folder", mark("&Import a folder…"), ("Ctrl+Shift+O",), apart=True),
            Command("pause_import", mark("&Pause the import"), submenu=_IMPORT),
            Command("continue_import", mark("&Continue the import"), submenu=_IMPORT),
            Command("end_import", mark("&Give the import up"), submenu=_IMPORT),
            Command("import_report", mark("&Report of the import…"), submenu=_IMPORT),
            Command("export", mark("&Export articles…"), ("Ctrl+S",), apart=True),
            Command("record", mark("Spea&k to a file…"), ("Ctrl+Shift+S",)),
            Command("export_folder", mark("Open the &folder of the export"), ("Ctrl+Shift+X",)),
            Command("print", mark("P&rint…"), ("Ctrl+P",), needs_article=True),
            Command("browser", mark("Read in the &browser"), ("Ctrl+Shift+B",), needs_article=True),
            Command("quit", mark("&Quit"), ("Ctrl+Q",), apart=True),
        ),
    ),
    Menu(
        mark("&Edit"),
        (
            Command("copy", mark("&Copy"), ("Ctrl+C",)),
            Command("copy_markdown", mark("&Markdown"), needs_article=True, submenu=_COPYING),
            Command("copy_text", mark("Plain &text"), needs_article=True, submenu=_COPYING),
            Command("copy_html", mark("&Formatted text"), needs_article=True, submenu=_COPYING),
            Command("select_all", mark("Select &all"), ("Ctrl+A",)),
            Command(
                "correct", mark("Co&rrect the block…"), ("F2",), needs_article=True, apart=True
            ),
            Command("split", mark("Spli&t the block here"), ("Ctrl+Shift+J",), needs_article=True),
            Command("join", mark("&Join with the next block"), ("Ctrl+J",), needs_article=True),
            Command("take_back", mark("&Undo the last correction or removal"), ("Ctrl+Z",)),
            Command("repairs", mark("Re&pairs…"), ("R",), Scope.ARTICLE, needs_article=True),
            Command(
                "check_text",
                mark("Chec&k against the page…"),
                ("Shift+F2",),
                needs_article=True,
            ),
            Command("printed", mark("&Original lines…"), ("Ctrl+R",), needs_article=True),
            Command("note", mark("&Note…"), ("Ctrl+N",), needs_article=True, submenu=_NOTES),
            Command(
                "highlight",
                mark("&Highlight, or undo it"),
                ("Ctrl+E",),
                needs_article=True,
                submenu=_NOTES,
            ),
            Command(
                "bookmark",
                mark("&Bookmark, or remove it"),
                ("Ctrl+B",),
                needs_article=True,
                submenu=_NOTES,
            ),
            Command("restore_mark", mark("Bring back what was &removed"), submenu=_NOTES),
            Command(
                "list_marks",
                mark("Notes in the &article…"),
                ("Ctrl+I",),
                needs_article=True,
                submenu=_NOTES,
            ),
            Command("changes", mark("&What changed…"), ("Ctrl+Shift+V",), needs_article=True),
            Command(
                "find",
                mark("&Find in the article"),
                ("Ctrl+F",),
                needs_article=True,
                apart=True,
            ),
            Command("find_next", mark("Find &next"), ("F3",), needs_article=True),
            Command("find_previous", mark("Find pre&vious"), ("Shift+F3",), needs_article=True),
            Command("search", mark("&Search the library"), ("Ctrl+L",), apart=True),
            Command(
                "search_details",
                mark("By &details…"),
                ("Ctrl+Shift+L",),
                submenu=_SEARCHING,
            ),
            Command("save_search", mark("&Keep the search…"), submenu=_SEARCHING),
            Command("forget_search", mark("&Forget the search"), submenu=_SEARCHING),
            Command("clear_search", mark("&Clear the search"), submenu=_SEARCHING),
            Command("settings", mark("S&ettings…"), ("Ctrl+,",), apart=True),
        ),
    ),
    Menu(
        mark("&View"),
        (
            Command("larger", mark("&Larger text"), ("Ctrl+=", "Ctrl++")),
            Command("smaller", mark("&Smaller text"), ("Ctrl+-",)),
            Command("usual_size", mark("&Usual text size"), ("Ctrl+0",)),
            Command("theme_system", mark("Colours of the s&ystem"), choice="theme", apart=True),
            Command("theme_light", mark("Li&ght colours"), choice="theme"),
            Command("theme_dark", mark("&Dark colours"), choice="theme"),
            Command("theme_black_on_white", mark("&Black on white"), choice="theme"),
            Command("theme_white_on_black", mark("&White on black"), choice="theme"),
            Command("theme_own", mark("Your &own colours"), choice="theme"),
            Command(
                "links", mark("Lin&ks beside the article"), ("F9",), checkable=True, apart=True
            ),
            Command("next_pane", mark("&Next pane"), ("F6",)),
            Command("previous_pane", mark("&Previous pane"), ("Shift+F6",)),
        ),
    ),
    Menu(
        mark("&Reading"),
        (
            Command("next_unread", mark("&Next unread article"), ("]",), Scope.ARTICLE),
            Command("previous_unread", mark("&Previous unread article"), ("[",), Scope.ARTICLE),
            Command("to_library", mark("Go to the &library"), ("Alt+1",), apart=True),
            Command("to_article", mark("Go to the &article"), ("Alt+2",)),
            Command("to_links", mark("Go to the lin&ks"), ("Alt+3",)),
            Command("elements", mark("&Elements…"), ("F7",), needs_article=True, apart=True),
            Command("contents", mark("&Contents…"), ("Ctrl+T",), needs_article=True),
            Command("page", mark("Go to a pa&ge…"), ("Ctrl+G",), needs_article=True),
            Command(
                "side_by_side",
                mark("&Side by side"),
                ("Shift+F8",),
                needs_article=True,
                checkable=True,
                submenu=_ORIGINAL,
            ),
            Command(
                "alternating",
                mark("Sentence by sente&nce"),
                ("Ctrl+F8",),
                needs_article=True,
                checkable=True,
                submenu=_ORIGINAL,
            ),
            Command(
                "same_sentence",
                mark("The same sentence of the &original"),
                ("F8",),
                needs_article=True,
                submenu=_ORIGINAL,
            ),
            Command(
                "mend_pair",
                mark("This sentence &belongs to…"),
                ("Ctrl+Shift+F8",),
                needs_article=True,
                submenu=_ORIGINAL,
            ),
            Command(
                "fetch_original",
                mark("Fetch the o&riginal…"),
                ("Ctrl+Shift+U",),
                needs_article=True,
                apart=True,
            ),
            Command(
                "differences",
                mark("W&hat differs from the original…"),
                ("Shift+F7",),
                needs_article=True,
            ),
            Command("back", mark("&Back"), ("Alt+Left",), needs_article=True),
            Command("forth", mark("&Forward"), ("Alt+Right",), needs_article=True),
            Command(
                "where", mark("&Where am I"), ("Ctrl+Shift+K",), needs_article=True, apart=True
            ),
            Command("where_in_detail", mark("Where am I in &detail…"), needs_article=True),
        ),
    ),
    VOICE,
    LIBRARY,
    Menu(
        mark("&Help"),
        (
            Command("help", mark("&Help about this place"), ("F1",)),
            Command("first_steps", mark("&First steps…")),
            Command("keys", mark("&Keys"), ("Ctrl+F1",), apart=True),
            Command("sample", mark("&Sample article")),
            Command("about", mark("&About Chetivo"), apart=True),
        ),
    ),
)


class Actions(QObject):
    """The window's actions by name, made from the table; they have no keys before `set_keys`."""

    def __init__(self, parent: QObject, translator: Translator) -> None:
        super().__init__(parent)
        self._ = translator
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._ink, self._side = LIGHT.text, 0
        for command in commands():
            self._actions[command.name] = self._make(command)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def on(self, name: str, slot: Callable[[], object]) -> None:
        """Call the slot when the person asks for the action."""
        self._actions[name].triggered.connect(lambda _checked: slot())

    def build(self, bar: QMenuBar) -> None:
        """Fill the menu bar."""
        for menu in MENUS:
            target = bar.addMenu(self._(menu.title))
            target.aboutToShow.connect(partial(self._draw, target))
            within: dict[str, QMenu] = {"": target}
            for command in menu.commands:
                if command.apart:
                    target.addSeparator()
                if command.submenu not in within:
                    made = within[command.submenu] = target.addMenu(self._(command.submenu))
                    made.aboutToShow.connect(partial(self._draw, made))
                within[command.submenu].addAction(self._actions[command.name])

    def set_palette(self, palette: Palette, text_size: int) -> None:
        """Draw the signs of the menus in these colours from now on, as large as their words."""
        self._ink, self._side = palette.text, sign_side(text_size)

    def set_keys(self, keymap: Keymap) -> None:
        """Have these keys from now on."""
        for command in commands():
            entry = keymap.find(command.name)
            keys = keymap.keys(entry) if entry else ()
            self._actions[command.name].setShortcuts(
                [QKeySequence(key) for key in (*keys, *command.media)]
            )

    def of(self, scope: Scope) -> list[QAction]:
        """Return the actions whose keys work in a scope only."""
        return [self._actions[command.name] for command in commands() if command.scope is scope]

    def offer(self, names: Iterable[str], widget: QWidget) -> None:
        """Have a menu of actions open on the widget."""
        widget.addActions([self._actions[name] for name in names])

    def of_menu(self, title: str) -> list[QAction]:
        """Return the actions of a menu."""
        menus = (menu for menu in MENUS if menu.title == title)
        return [self._actions[command.name] for menu in menus for command in menu.commands]

    def set_article_open(self, *, is_open: bool) -> None:
        """Allow what needs an open article only while there is one."""
        for command in commands():
            if command.needs_article:
                self._actions[command.name].setEnabled(is_open)

    def _draw(self, menu: QMenu) -> None:
        """Give the entries of a menu their signs; only now, for at the start nobody sees them."""
        for action in menu.actions():
            # Where something is chosen, a tick stands there.
            if action.objectName() and not action.isCheckable():
                sign = icon(action.objectName(), self._ink, self._side, menu.devicePixelRatioF())
                action.setIcon(sign or QIcon())

    def _make(self, command: Command) -> QAction:
        action = QAction(self._(command.text), self)
        action.setObjectName(command.name)
        if command.scope is not Scope.WINDOW:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setCheckable(command.checkable or bool(command.choice))
        if command.choice:
            self._group(command.choice).addAction(action)
        return action

    def _group(self, choice: str) -> QActionGroup:
        if choice not in self._groups:
            self._groups[choice] = QActionGroup(self)
        return self._groups[choice]


def commands() -> Iterator[Command]:
    """Return all commands in the order of the menus."""
    return (command for menu in MENUS for command in menu.commands)
