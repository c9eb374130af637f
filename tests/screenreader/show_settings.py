"""The settings over a window, for the screen-reader tests; F5 opens them, in English."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from reader.gui.dialogs import open_dialog
from reader.gui.look import Look
from reader.gui.settings.dialog import SettingsDialog
from reader.gui.settings.keeper import SettingsKeeper
from reader.i18n import Translator
from reader.settings import Settings, Theme


def main() -> int:
    app = QApplication(sys.argv)
    app.setApplicationName("show_settings")
    app.setStyle("Fusion")
    window = QMainWindow()
    window.setWindowTitle("WINDOW")
    field = QLineEdit()
    field.setAccessibleName("Field")
    window.setCentralWidget(field)
    with tempfile.TemporaryDirectory() as folder:
        keeper = SettingsKeeper(Settings(theme=Theme.OWN), Path(folder))
        look = Look(keeper, ())
        look.apply()
        QShortcut(QKeySequence("F5"), window).activated.connect(
            lambda: open_dialog(SettingsDialog(keeper, Translator("en"), window))
        )
        window.show()
        return app.exec()


sys.exit(main())
