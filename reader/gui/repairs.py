"""The dialog that shows what was repaired in an article."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.gui.drawing import GAP, Index, Text, TextsDelegate
from reader.gui.saying import name
from reader.gui.theme import Palette
from reader.i18n import Translator
from reader.model.raw import Repair
from reader.wording import step_name

_HEAD_LINES = 2
_TEXT_LINES = 4


class RepairDelegate(TextsDelegate):
    """Draws what was done, and under it the text before and after."""

    def texts(self, index: Index, option: QStyleOptionViewItem) -> list[tuple[Text, int]]:
        """Return head, before and after."""
        head, *rest = str(index.data()).split("\n")
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        text = QColor(self.palette.text)
        return [
            (Text(head, bold, text, _HEAD_LINES), 0),
            *((Text(line, option.font, text, _TEXT_LINES), GAP) for line in rest),
        ]


class RepairsDialog(QDialog):
    """Lists each repair in a row: the step, the page, the text before and after."""

    def __init__(
        self, repairs: Sequence[Repair], translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _ = translator
        count = len(repairs)
        head = _.plural("{count} repair", "{count} repairs", count).format(count=count)
        self.setWindowTitle(head if repairs else _("Nothing was repaired"))
        name(self, "repairsDialog", self.windowTitle())
        self.resize(760, 560)
        self.list = QListWidget()
        name(self.list, "repairsList", _("Repairs"))
        self._delegate = RepairDelegate()
        self.list.setItemDelegate(self._delegate)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        for repair in repairs:
            self.list.addItem(_item(repair, _))
        self._lay_out()
        if repairs:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours."""
        self._delegate.set_palette(palette)

    def _lay_out(self) -> None:
        title = QLabel(self.windowTitle())
        title.setObjectName("paneTitle")
        title.setBuddy(self.list)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)


def _item(repair: Repair, _: Translator) -> QListWidgetItem:
    head = _("{step}, page {page}").format(step=step_name(repair.step, _), page=repair.page + 1)
    before = _one_line(repair.before) or _("nothing")
    after = _one_line(repair.after) or _("nothing")
    was, now = _("Before: {text}").format(text=before), _("After: {text}").format(text=after)
    item = QListWidgetItem(f"{head}\n{was}\n{now}")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{head}. {was}. {now}")
    return item


def _one_line(text: str) -> str:
    return " ⏎ ".join(line.strip() for line in text.splitlines())
