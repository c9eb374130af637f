"""Forms of labels and fields."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFormLayout, QSizePolicy, QWidget

from reader.gui.saying import label_of


def new_form(parent: QWidget | None = None) -> QFormLayout:
    """Return an empty form; where there is no room, labels stand above their fields."""
    form = QFormLayout(parent)
    form.setContentsMargins(0, 0, 0, 0)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return form


def add_row(form: QFormLayout, words: str, field: QWidget) -> None:
    """Add a field with its label; where they stand side by side, so do their words."""
    label = label_of(words, field)
    # As tall as its row: else Qt has it stand at the top, and its words above those of the field.
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    form.addRow(label, field)


def show_rows(form: QFormLayout, shown: Mapping[QWidget, bool]) -> None:
    """Show rows of a form or hide them, each by its field or its note."""
    for row, is_shown in shown.items():
        form.setRowVisible(row, is_shown)
    # Qt's form gives its rows the heights of before, unless it is asked again afterwards.
    QTimer.singleShot(0, form, form.invalidate)
