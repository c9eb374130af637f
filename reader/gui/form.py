"""Forms of labels and fields."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QFormLayout, QLabel, QSizePolicy, QWidget

from reader.gui.saying import label_of

_BETWEEN_ROWS, _BELOW_NOTE = 8, 8  # pixels; a note has both below it


class Form(QFormLayout):
    """Has all labels above their fields where one row has no room for both.

    Qt would wrap that row alone, and cut off the fields beside a longer label of another row.
    """

    def sizeHint(self) -> QSize:
        """Return the room for labels beside their fields, as they are now or not."""
        room = super().sizeHint()
        return QSize(max(room.width(), self._side_by_side()), room.height())

    def setGeometry(self, area: QRect, /) -> None:
        """Give each row its place."""
        self.choose(area.width())
        super().setGeometry(area)

    def choose(self, width: int) -> None:
        """Have the labels beside their fields where a width has room for both, or above."""
        fits = self._side_by_side() <= width
        wrap = QFormLayout.RowWrapPolicy
        self.setRowWrapPolicy(wrap.WrapLongRows if fits else wrap.WrapAllRows)

    def _side_by_side(self) -> int:
        """Return the width for the longest label and the widest field."""
        role = QFormLayout.ItemRole
        label = field = 0
        for row in filter(self.isRowVisible, range(self.rowCount())):
            ahead, beside = (self.itemAt(row, one) for one in (role.LabelRole, role.FieldRole))
            if ahead and beside:  # a note has no label
                label = max(label, ahead.sizeHint().width())
                field = max(field, beside.minimumSize().width())
        margins = self.contentsMargins()
        return margins.left() + label + self.horizontalSpacing() + field + margins.right()


def new_form(parent: QWidget | None = None, *, above: bool = False) -> QFormLayout:
    """Return an empty form; labels stand above their fields where there is no room, or always."""
    form = QFormLayout(parent) if above else Form(parent)
    wrap = QFormLayout.RowWrapPolicy
    form.setRowWrapPolicy(wrap.WrapAllRows if above else wrap.WrapLongRows)
    form.setContentsMargins(0, 0, 0, 0)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(_BETWEEN_ROWS)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def add_above(form: QFormLayout, words: str, field: QWidget) -> None:
    """Add a field under its label, which takes several lines where it is too long for one."""
    label = label_of(words, field)
    label.setWordWrap(True)
    # In a row of its own: as wide as the form, while Qt makes the label of a field rather square.
    form.addRow(label)
    form.addRow(field)


def add_row(form: QFormLayout, words: str, field: QWidget) -> None:
    """Add a field with its label; where they stand side by side, so do their words."""
    label = label_of(words, field)
    # As tall as its row: else Qt has it stand at the top, and its words above those of the field.
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    form.addRow(label, field)


def note_of_row(words: str = "") -> QLabel:
    """Return muted words for a row of their own, nearer to the field above than to what follows.

    They may come from elsewhere.
    """
    note = QLabel(words)
    note.setProperty("muted", True)  # noqa: FBT003  Qt's own signature
    note.setWordWrap(True)
    note.setTextFormat(Qt.TextFormat.PlainText)
    note.setContentsMargins(0, 0, 0, _BELOW_NOTE)
    return note


def show_rows(form: QFormLayout, shown: Mapping[QWidget, bool]) -> None:
    """Show rows of a form or hide them, each by its field or its note."""
    for row, is_shown in shown.items():
        form.setRowVisible(row, is_shown)
        if label := _label_above(form, row):
            form.setRowVisible(label, is_shown)
    # Qt's form gives its rows the heights of before, unless it is asked again afterwards.
    QTimer.singleShot(0, form, form.invalidate)


def _label_above(form: QFormLayout, field: QWidget) -> QLabel | None:
    """Return the label of a field in the row above it."""
    rows = range(form.rowCount())
    held = (form.itemAt(row, QFormLayout.ItemRole.SpanningRole) for row in rows)
    labels = (item.widget() for item in held if item is not None)
    return next((x for x in labels if isinstance(x, QLabel) and x.buddy() is field), None)
