"""The dialog that shows what was repaired in an article."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from reader.gui.proof.changes import differing
from reader.gui.proof.rows import Row, RowsDialog
from reader.i18n import Translator
from reader.model.position import START, Position
from reader.model.raw import Repair
from reader.repair_wording import STEPS, TO_CHECK, step_name

ALL = ""
_TO_CHECK = "to-check"
_UNJOINED = "not-line-break"
_JOINED = "line-break"
_CAN_BE_TAKEN_BACK = (_JOINED, "hyphen")


class RepairsDialog(RowsDialog):
    """Lists each repair in a row, in the order of the article: step, page, before and after.

    `choice` names the repairs that are shown: one step's, all, or some of them.
    """

    taken_back = Signal(object)  # Repair

    def __init__(
        self,
        repairs: Sequence[Repair],
        translator: Translator,
        parent: QWidget | None = None,
        place: Position = START,
        choice: str = ALL,
    ) -> None:
        """Stand on the first repair from a place of the article on."""
        self._, count = translator, len(repairs)
        _ = translator
        head = _.plural("{count} repair", "{count} repairs", count).format(count=count)
        title = head if repairs else _("Nothing was repaired")
        self._all = self._repairs = sorted(repairs, key=_place)
        super().__init__(title, _("Repairs"), [], _, parent)
        self.undo = self.buttons.addButton(
            _("&Undo this repair"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self._take_back)
        self.list.selectionModel().currentChanged.connect(self._offer)
        several = len({repair.step for repair in self._all}) > 1
        choices = _choices(self._all, _)
        self.shown = self.add_choices(_("&Kind"), choices, choice, several=several)
        self.shown.currentIndexChanged.connect(lambda _index: self._show_chosen(START))
        self._show_chosen(place)

    @property
    def choice(self) -> str:
        """Which repairs are shown."""
        return str(self.shown.currentData())

    def _show_chosen(self, place: Position) -> None:
        self._repairs = [each for each in self._all if _belongs(each.step, self.choice)]
        self.model.show([_row(repair, self._) for repair in self._repairs])
        self.show_it.setEnabled(bool(self._repairs))
        if self._repairs:
            number = bisect_left(self._repairs, place, key=_place)
            self.stand_on(min(number, len(self._repairs) - 1))
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


def _belongs(step: str, choice: str) -> bool:
    """Tell whether the repairs of a step are among the chosen ones."""
    some = {ALL: True, _UNJOINED: step != _JOINED, _TO_CHECK: step in TO_CHECK}
    return some.get(choice, step == choice)


def _choices(repairs: Sequence[Repair], _: Translator) -> Iterator[tuple[str, str]]:
    """Yield what can be shown, in words with a number, and its key."""
    steps = Counter(repair.step for repair in repairs)
    known = [step for step in STEPS if step in steps]
    kinds = [
        (ALL, _("All repairs")),
        (_UNJOINED, _("All but joined lines")),
        (_TO_CHECK, _("Places to check")),
        *((step, step_name(step, _)) for step in known),
    ]
    for key, words in kinds:
        count = sum(number for step, number in steps.items() if _belongs(step, key))
        if count or key == ALL:
            yield _("{kind}: {count}").format(kind=words, count=count), key


def _row(repair: Repair, _: Translator) -> Row:
    head = _("{step}, page {page}").format(step=step_name(repair.step, _), page=repair.page + 1)
    before, after = differing(repair.before, repair.after)
    before, after = before or _("nothing"), after or _("nothing")
    if repair.step == _JOINED:  # that it is one line now need not be said
        return Row(head, (before,), f"{head}. {before}", repair.place)
    was, now = _("Before: {text}").format(text=before), _("After: {text}").format(text=after)
    return Row(head, (was, now), f"{head}. {was}. {now}", repair.place)
