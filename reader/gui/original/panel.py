"""The right pane: each link of the article once, its Bulgarian and its original address."""

from collections.abc import Callable, Sequence

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
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.original.model import LinkDelegate, LinksModel
from reader.gui.original.rows import LinkRow, rows
from reader.gui.quiet_list import QuietList, sideways
from reader.gui.saying import announce, name
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.article import Article


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
    """Lists the links of one article; each address can be opened in the browser or copied."""

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
        self.list.activated.connect(lambda _index: self.open_address())
        self.list.walked.connect(self._walk)
        self._status = QLabel()
        self._status.setObjectName("linksStatus")
        self._status.setWordWrap(True)
        self._actions = self._make_actions()
        self._labels = [QLabel(), QLabel()]
        self._buttons = [self._button(*pair) for pair in enumerate(self._actions)]
        self._lay_out()
        self.show_article(None)

    def show_article(self, article: Article | None) -> None:
        """List the links of an article, or of none."""
        found = rows(article, self._) if article else []
        self.model.set_rows(found)
        self.list.setEnabled(bool(found))
        self._say("" if found else self._("No links."))
        self.list.setCurrentIndex(self.model.index(0))
        self._allow()

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        self.delegate.set_palette(palette)
        self.list.viewport().update()

    def set_keys(
        self, copy: str, open_original: Sequence[str], copy_original: Sequence[str]
    ) -> None:
        """Have these keys in the list; `copy` is a command of the window's, and only shown."""
        words = self._("Copy the address")
        self._actions[1].setText(f"{words}\t{copy}" if copy else words)
        for action, keys in zip(self._actions[2:], (open_original, copy_original), strict=True):
            action.setShortcuts([QKeySequence(key) for key in keys])

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
        self._labels[0].setText(row.lines[0].label if row else _("Address"))
        self._labels[1].setText(_("Original"))
        has = (row is not None, row is not None and row.original is not None)
        # Where the original is the only address, the first buttons are its own.
        shown = (has[0], row is not None and len(row.lines) > 1)
        for number, (action, button) in enumerate(zip(self._actions, self._buttons, strict=True)):
            action.setEnabled(has[number // 2])
            button.setEnabled(shown[number // 2])
            button.setVisible(shown[number // 2] or not has[number // 2])
        self._labels[1].setVisible(shown[1] or not has[1])

    def _make_actions(self) -> list[QAction]:
        _ = self._
        table: tuple[tuple[str, Callable[[], None]], ...] = (
            (_("Open the address") + "\tEnter", self.open_address),  # the list's own key
            (_("Copy the address"), self.copy_address),
            (_("Open the original"), self.open_original),
            (_("Copy the original"), self.copy_original),
        )
        return [self._action(*row) for row in table]

    def _action(self, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
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

    def _lay_out(self) -> None:
        title = QLabel(self._("Links"))
        title.setObjectName("paneTitle")
        title.setBuddy(self.list)
        head = QVBoxLayout()
        head.setContentsMargins(16, 16, 16, 12)
        head.addWidget(title)
        foot = QGridLayout()
        foot.setContentsMargins(16, 12, 12, 12)
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
