"""What the mouse moves panes and windows by has a role that screen readers know."""

import gc

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QLabel, QSizeGrip, QSplitter

from reader.gui.grips import call_grips_lines


def role(widget):
    return QAccessible.queryAccessibleInterface(widget).role()


def test_grips_are_lines_and_everything_else_is_what_it_was(qtbot):
    call_grips_lines()
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setSizeGripEnabled(True)
    assert role(dialog.findChild(QSizeGrip)) == QAccessible.Role.Separator
    assert role(dialog) == QAccessible.Role.Dialog


def test_many_come_and_go(qtbot, qapp):
    call_grips_lines()
    for _number in range(300):
        splitter = QSplitter()
        splitter.addWidget(QLabel("1"))
        splitter.addWidget(QLabel("2"))
        assert role(splitter.handle(1)) == QAccessible.Role.Separator
        gc.collect(0)
        assert role(splitter.handle(1)) == QAccessible.Role.Separator
        splitter.deleteLater()
        qapp.sendPostedEvents()
