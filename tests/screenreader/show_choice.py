"""A window with two works under way, for the screen-reader tests; F5 asks which to cancel.

Which of them was cancelled becomes the name of the window's button.
"""

import sys

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton

from reader.gui.under_way import UnderWay, Work
from reader.i18n import Translator


def main() -> int:
    app = QApplication(sys.argv)
    app.setApplicationName("show_choice")
    app.setStyle("Fusion")
    window = QMainWindow()
    window.setWindowTitle("WINDOW")
    button = QPushButton("Nothing yet")
    window.setCentralWidget(button)
    under_way = UnderWay()
    for words in ("Reading “a.pdf”", "Recording “b.mp3”"):
        under_way.begin(words, Work(words, lambda words=words: button.setText(words)))
    QShortcut(QKeySequence("F5"), window).activated.connect(
        lambda: under_way.cancel(window, Translator("en"))
    )
    window.show()
    return app.exec()


sys.exit(main())
