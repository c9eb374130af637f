"""The article on the screen: draws it, moves through it, and shows it to screen readers."""

from functools import cache

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    Qt,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from reader.gui.article.outline import Link, Outline
from reader.gui.article.page import Page
from reader.gui.article.painting import draw_link_focus, draw_ornaments
from reader.gui.article.reading import ReadingKeys
from reader.gui.article.styles import Look
from reader.gui.article.tree import Tree
from reader.gui.theme import LIGHT, Palette
from reader.i18n import Translator
from reader.model.article import Article, Source
from reader.model.position import START, Extent, Position
