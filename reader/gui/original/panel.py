"""The right pane: each link of the article once, its Bulgarian and its original address."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QDesktopServices,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.app.originals import NOTHING
from reader.gui.original.model import LinkDelegate, LinksModel
from reader.gui.original.rows import LinkRow, rows
from reader.gui.quiet_list import QuietList, sideways
from reader.gui.saying import announce, name
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.article import Article
from reader.model.links import KnownLink

# Which of the actions are for a link whose original is known.
_NEEDS_ORIGINAL = (False, False, False, True, True, True, False, False)


def open_in_browser(address: str) -> bool:
    """Open an address in the system's browser; False where there is none."""
    return QDesktopServices.openUrl(QUrl(address))


def no_browser(_: Translator) -> str:
    """Return what to say where `open_in_browser` fails."""
    return _("No browser opens here. Copy the address and open it on another device.")


class LinkList(QuietList):
    """A list that always has a current row when it has the focus."""

    walked = Signal(int)  # to the next piece of the row (1) or to the one before (-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the row on Left and Right."""
        step = sideways(event)
        if step:
            self.walked.emit(step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make the first row the current one, so that a screen reader has something to say."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)


class LinksPanel(QWidget):
    """Lists the links of one article and leads to them; each address can be opened or copied."""

    go_wanted = Signal(str)  # the address that the article has; OWN_LINK: the article itself
    read_wanted = Signal(str)  # the address of an original, to be read here
    edit_wanted = Signal(object)  # LinkRow
    check_wanted = Signal()

    def __init__(
        self, translator: Translator, browse: Callable[[str], bool] = open_in_browser
    ) -> None:
        super().__init__()
        self._ = _ = translator
        self._browse = browse
        self._piece = 0  # of the current row
        name(self, "linksPanel", _("Links"))
        self.model = LinksModel()
        self.delegate = LinkDelegate()
        self.more = QPushButton(_("More"))  # before the list, as it stands above it
        name(self.more, "linksMore", _("More for the link"))
        self.list = LinkList()
        name(self.list, "linksList", _("Links"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.selectionModel().currentChanged.connect(self._allow)
        self.list.activated.connect(lambda _index: self.go_to_link())
        self.list.walked.connect(self._walk)
        self._status = QLabel()
        self._status.setObjectName("linksStatus")
        self._status.setWordWrap(True)
        self._actions = self._make_actions()
        self._labels = [QLabel(), QLabel()]
        self._buttons = [self._button(*pair) for pair in enumerate(self._actions[1:5])]
        self._fill_more()
        self._lay_out()
        self.show_article(None)

    def show_article(
        self, article: Article | None, known: Mapping[str, KnownLink] = NOTHING
    ) -> None:
        """List the links of an article, or of none, with what is known of them beside it."""
        found = rows(article, self._, known) if article else []
        self.model.set_rows(found)
        self.list.setEnabled(bool(found))
        self._say("" if found else self._("No links."))
        self.list.setCurrentIndex(self.model.index(0))
        self._allow()

    def show_anew(self, article: Article, known: Mapping[str, KnownLink]) -> None:
        """List the links of the same article, of which more is known now."""
        number = self.list.currentIndex().row()
        self.show_article(article, known)
        self.list.setCurrentIndex(self.model.index(max(number, 0)))

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        self.delegate.set_palette(palette)
        self.list.viewport().update()

    def set_keys(self, copy: str, keys: Mapping[str, Sequence[str]]) -> None:
        """Have these keys in the list; `copy` is a command of the window's, and only shown."""
        words = self._("Copy the address")
        for action in self._actions:
            found = keys.get(action.objectName(), ())
            action.setShortcuts([QKeySequence(key) for key in found])
            if action.objectName() == "copy_address":
                action.setText(f"{words}\t{copy}" if copy else words)

    def go_to_link(self) -> None:
        """Lead to the current link in the article."""
        if (row := self._row()) is not None:
            self.go_wanted.emit(row.link)

    def read_original(self) -> None:
        """Open the original of the current link here."""
        if (row := self._row()) is not None and row.original:
            self.read_wanted.emit(row.original)

    def edit_original(self) -> None:
        """Have the address of the current link's original put right."""
        if (row := self._row()) is not None:
            self.edit_wanted.emit(row)

    def open_address(self) -> None:
        """Open the Bulgarian address of the current link, or the only one there is."""
        if (row := self._row()) is not None:
            self._open(row.lines[0].address)

    def copy_address(self) -> None:
        """Copy the Bulgarian address of the current link, or the only one there is."""
        if (row := self._row()) is not None:
            self._copy(row.lines[0].address)

    def open_original(self) -> None:
        """Open the original-language address of the current link."""
        if (row := self._row()) is not None and row.original:
            self._open(row.original)

    def copy_original(self) -> None:
        """Copy the original-language address of the current link."""
        if (row := self._row()) is not None and row.original:
            self._copy(row.original)

    def _row(self) -> LinkRow | None:
        index = self.list.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def _open(self, address: str) -> None:
        if not self._browse(address):
            self._tell(no_browser(self._))

    def _copy(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        self._tell(self._("The address is copied."))

    def _tell(self, message: str) -> None:
        self._say(message)
        announce(self.list, message)

    def _say(self, message: str) -> None:
        self._status.setText(message)
        self._status.setVisible(bool(message))

    def _walk(self, step: int) -> None:
        """Say the next piece of the row, at its ends the same once more."""
        if (row := self._row()) is not None:
            self._piece = min(max(self._piece + step, 0), len(row.details) - 1)
            announce(self.list, row.details[self._piece])

    def _allow(self) -> None:
        """Offer only what the current link has."""
        _, row = self._, self._row()
        self._piece = 0
        self._labels[0].setText(row.lines[0].name if row else _("Address"))
        self._labels[1].setText(_("Original"))
        has = (row is not None, row is not None and row.original is not None)
        for action, needs in zip(self._actions, _NEEDS_ORIGINAL, strict=True):
            action.setEnabled(has[needs])
        self.more.setEnabled(has[0])
        # Where the original is the only address, the first buttons are its own.
        shown = (has[0], row is not None and len(row.lines) > 1)
        for number, button in enumerate(self._buttons):
            button.setEnabled(shown[number // 2])
            button.setVisible(shown[number // 2] or not has[number // 2])
        self._labels[1].setVisible(shown[1] or not has[1])

    def _make_actions(self) -> list[QAction]:
        _ = self._
        go = _("Go to the link in the article") + "\tEnter"  # the list's own key
        table: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("go_to_link", go, self.go_to_link),
            ("open_link", _("Open the address in the browser"), self.open_address),
            ("copy_address", _("Copy the address"), self.copy_address),
            ("open_original", _("Open the original in the browser"), self.open_original),
            ("copy_original", _("Copy the original"), self.copy_original),
            ("read_original", _("Read the original here"), self.read_original),
            ("edit_original", _("Put the original’s address right…"), self.edit_original),
            ("check_links", _("Check which exist"), self.check_wanted.emit),
        )
        return [self._action(*row) for row in table]

    def _action(self, key: str, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setObjectName(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self.list.addAction(action)
        return action

    def _button(self, number: int, action: QAction) -> QPushButton:
        _ = self._
        button = QPushButton(_("Copy") if number % 2 else _("Open"))
        name(button, "linkButton", action.text().partition("\t")[0])
        button.clicked.connect(action.trigger)
        return button

    def _fill_more(self) -> None:
        """Give the button above the list a menu of what no other button is for."""
        menu = QMenu(self)
        menu.addActions((self._actions[0], *self._actions[5:]))
        self.more.setMenu(menu)

    def _lay_out(self) -> None:
        title = QLabel(self._("Links"))
        title.setObjectName("paneTitle")
        title.setBuddy(self.list)
        head = QHBoxLayout()
        head.setContentsMargins(16, 16, 16, 12)
        head.addWidget(title, 1)
        head.addWidget(self.more)
        foot = QGridLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setHorizontalSpacing(8)
        foot.setVerticalSpacing(4)
        foot.addWidget(self._status, 0, 0, 1, 2)
        for side, label in enumerate(self._labels):
            label.setProperty("muted", True)  # noqa: FBT003  Qt's own signature
            foot.addWidget(label, 1, side)
            foot.setColumnStretch(side, 1)
        for number, button in enumerate(self._buttons):
            foot.addWidget(button, 2 + number % 2, number // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
