"""The dialog that shows what changed in an article since an older version."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from reader.gui.form import add_row, new_form
from reader.gui.proof.rows import Row, RowsDialog
from reader.gui.row_model import in_a_row
from reader.gui.saying import say_choices
from reader.i18n import Translator, date_in_words
from reader.model.position import Extent, Position
from reader.model.version import Change, ChangeKind, Version

_LONG = 240  # letters of a piece that are shown


class ChangesDialog(RowsDialog):
    """Lists each change in a row, in the order of the article; another version can be chosen.

    `changes` are those since the first of the versions; those since another are asked for by
    `wanted`, and brought by `take`.
    """

    wanted = Signal(int)  # the number of a version

    def __init__(
        self,
        versions: Sequence[Version],
        changes: Sequence[Change],
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        self._ = translator
        super().__init__(translator("What changed"), translator("Changes"), [], translator, parent)
        self.since = self._make_choices(versions)
        self.take(changes)

    def take(self, changes: Sequence[Change]) -> None:
        """Show the changes since the chosen version."""
        rows = [_row(change, self._) for change in changes]
        self._show(rows, self._("No words differ, only signs and spaces."))

    def _make_choices(self, versions: Sequence[Version]) -> QComboBox:
        """Offer the older versions, where there are several."""
        box = QComboBox()
        for version in versions:
            box.addItem(_name(version, self._), version.number)
        say_choices(box)
        box.currentIndexChanged.connect(lambda _index: self._ask())
        form = new_form()
        add_row(form, self._("Compared &with"), box)
        self._column.insertLayout(1, form)
        return box

    def _ask(self) -> None:
        self._show([], self._("The versions are being compared…"))
        self.wanted.emit(self.since.currentData())

    def _show(self, rows: Sequence[Row], instead: str) -> None:
        """Show rows, or words where there are none."""
        self.model.show(rows or [Row("", (instead,), instead, None)])
        self.show_it.setEnabled(bool(rows))
        self.stand_on(0)


def _name(version: Version, _: Translator) -> str:
    words = _("Version {number}, added {day}")
    day = date_in_words(version.added.astimezone().date(), _)
    return words.format(number=version.number, day=day)


def _row(change: Change, _: Translator) -> Row:
    place = Position(change.block, change.come[0].start if change.come else 0)
    before, after = _shortened(change.before), _shortened(change.after)
    match change.kind:
        case ChangeKind.ADDED:
            return _told(_("New"), (after,), place)
        case ChangeKind.REMOVED:
            return _told(_("Removed"), (before,), place)
        case ChangeKind.MOVED:
            return _told(_("Moved here"), (after,), place)
        case ChangeKind.CHANGED:
            was = _("Before: {text}").format(text=_around(change.before, change.left))
            now = _("Now: {text}").format(text=_around(change.after, change.come))
            return _told(_changed(change, _), (was, now), place)


def _told(head: str, texts: tuple[str, ...], place: Position) -> Row:
    return Row(head, texts, in_a_row((head, *texts)), place)


def _changed(change: Change, _: Translator) -> str:
    """Return which words came for which; what only differs in signs has none."""
    left, come = _words(change.before, change.left), _words(change.after, change.come)
    if left and come:
        return _("“{left}” became “{come}”").format(left=left, come=come)
    if left:
        return _("Left out: “{words}”").format(words=left)
    if come:
        return _("Put in: “{words}”").format(words=come)
    return _("Changed signs")


def _words(text: str, extents: Sequence[Extent]) -> str:
    return _shortened(" … ".join(text[extent.start : extent.end] for extent in extents))


def _around(text: str, extents: Sequence[Extent]) -> str:
    """Return a piece, cut to what is around the first of the words that differ."""
    first = extents[0].start if extents else 0
    start = max(0, first - _LONG // 2)
    if start == 0 or len(text) <= _LONG:
        return _shortened(text)
    return _shortened("…" + text[start:].partition(" ")[2])


def _shortened(text: str) -> str:
    one_line = " ⏎ ".join(text.splitlines())
    if len(one_line) <= _LONG:
        return one_line
    return one_line[:_LONG].rpartition(" ")[0] + "…"
