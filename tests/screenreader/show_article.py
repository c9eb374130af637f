"""A window with nothing but an article in it, for the screen-reader tests.

F5 shows another article, F6 the first, F7 one with notes. With the word "plain" it is a plain
view. Says on its output which links were opened, and at F8 what was copied.
"""

import sys

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from reader.gui import theme
from reader.gui.article.view import ArticleView
from reader.i18n import Translator
from tests.gui.article_sample import NOTED, OTHER, SAMPLE, SUBTITLE


def main() -> int:
    app = QApplication(sys.argv)
    app.setApplicationName("show_article")
    app.setStyle("Fusion")
    app.setStyleSheet(theme.application_style(theme.LIGHT, 18))
    window = QMainWindow()
    window.setWindowTitle("READER")
    view = ArticleView(Translator("en"), plain="plain" in sys.argv)
    view.link_activated.connect(lambda address: print("opened", address, flush=True))
    window.setCentralWidget(view)
    window.resize(1000, 800)
    view.show_article(SAMPLE, subtitle=SUBTITLE)
    articles = {
        "F5": lambda: view.show_article(OTHER),
        "F8": lambda: print("copied", app.clipboard().text(), flush=True),
        "F7": lambda: view.show_article(NOTED),
        "F6": lambda: view.show_article(SAMPLE, subtitle=SUBTITLE),
    }
    for key, show in articles.items():
        QShortcut(QKeySequence(key), window).activated.connect(show)
    window.show()
    view.setFocus()
    return app.exec()


sys.exit(main())
