"""Change the article again and again while a screen reader asks for everything.

Prints the number of changes, and by how many the widgets and documents have grown meanwhile.
"""

import gc
import sys

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtWidgets import QApplication

from reader.gui.article.view import ArticleView
from reader.i18n import Translator
from reader.model.position import Position
from tests.gui.article_sample import OTHER, SAMPLE

ARTICLES = (SAMPLE, OTHER, SAMPLE)


def ask(node):
    """Ask a node all that screen readers ask, and its children too."""
    node.role(), node.state(), node.rect(), node.parent(), node.window()
    for what in QAccessible.Text:
        node.text(what)
    text = node.textInterface()
    if text is not None:
        text.text(0, text.characterCount())
        text.cursorPosition()
    if node.role() == QAccessible.Role.Table:
        node.interface_cast(QAccessible.InterfaceType.TableInterface)
    attributes = node.attributesInterface()
    for key in attributes.attributeKeys() if attributes else ():
        attributes.attributeValue(key)
    for number in range(node.childCount()):
        child = node.child(number)
        QAccessible.uniqueId(child)
        ask(child)


def change(view, number):
    view.show_article(ARTICLES[number % len(ARTICLES)], Position(1, 2))
    ask(QAccessible.queryAccessibleInterface(view))
    view.go(Position(number % 2, 3))
    view.announce("Край")
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def things(view):
    gc.collect()
    return len(QApplication.allWidgets()) + len(view.findChildren(QTextDocument))


def main():
    changes = int(sys.argv[1])
    app = QApplication(sys.argv)
    QAccessible.setActive(True)
    view = ArticleView(Translator("en"))
    view.show()
    view.setFocus()
    app.processEvents()
    for number in range(6):
        change(view, number)
    before = things(view)
    for number in range(changes):
        change(view, number)
    print(changes, things(view) - before)


main()
