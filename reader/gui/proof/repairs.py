"""The dialog that shows what was repaired in an article."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from reader.gui.proof.rows import Row, RowsDialog
from reader.i18n import Translator
from reader.model.position import START, Position
from reader.model.raw import Repair
from reader.wording import step_name

_CAN_BE_TAKEN_BACK = ("line-break", "hyphen")


class RepairsDialog(RowsDialog):
    """Lists each repair in a row, in the order of the article: step, page, before and after."""

    taken_back = Signal(object)  # Repair

    def __init__(
        self, repairs: Sequence[Repair], translator: Translator, parent: QWidget | None = None
    ) -> None:
        _, count = translator, len(repairs)
        head = _.plural("{count} repair", "{count} repairs", count).format(count=count)
        title = head if repairs else _("Nothing was repaired")
        self._repairs = sorted(repairs, key=_place)
        super().__init__(title, _("Repairs"), [_row(each, _) for each in self._repairs], _, parent)
        self.undo = self.buttons.addButton(
            _("&Undo this repair"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self._take_back)
        self.list.selectionModel().currentChanged.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        """Allow undoing where it can be done."""
        repair = self._current_repair()
        self.undo.setEnabled(repair is not None and repair.step in _CAN_BE_TAKEN_BACK)

    def _take_back(self) -> None:
        repair = self._current_repair()
        if repair is not None:
            self.accept()
            self.taken_back.emit(repair)

    def _current_repair(self) -> Repair | None:
        index = self.list.currentIndex()
        return self._repairs[index.row()] if index.isValid() else None


def _place(repair: Repair) -> Position:
    return repair.place or START


def _row(repair: Repair, _: Translator) -> Row:
    head = _("{step}, page {page}").format(step=step_name(repair.step, _), page=repair.page + 1)
    before = _one_line(repair.before) or _("nothing")
    after = _one_line(repair.after) or _("nothing")
    was, now = _("Before: {text}").format(text=before), _("After: {text}").format(text=after)
    return Row(head, (was, now), f"{head}. {was}. {now}", repair.place)


def _one_line(text: str) -> str:
    return " ⏎ ".join(line.strip() for line in text.splitlines())
