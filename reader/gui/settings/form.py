"""Forms of labels and fields."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget


def new_form(parent: QWidget) -> QFormLayout:
    """Return an empty form; where there is no room, labels stand above their fields."""
    form = QFormLayout(parent)
    form.setContentsMargins(0, 16, 12, 4)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return form
