"""The main window: puts the parts together; what they do is their own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from reader.app import Opened, Reader
from reader.errors import ReaderError
from reader.gui.actions import Actions, Scope
from reader.gui.article.view import ArticleView
from reader.gui.article_pane import ArticlePane
from reader.gui.dialogs import warn
from reader.gui.intake import Intake, local_files
from reader.gui.jobs import JobRunner
from reader.gui.letter_keys import LetterKeys
from reader.gui.library.shelf import Shelf
from reader.gui.look import Look
from reader.gui.notice import Notice
from reader.gui.original.panel import LinksPanel, open_in_browser
from reader.gui.output import Output
from reader.gui.panes import ARTICLE, LIBRARY, LINKS, Pane, Panes
from reader.gui.player.bar import PlayerBar
from reader.gui.player.player import Player
from reader.gui.reading import Reading
from reader.gui.saying import name
from reader.gui.settings.keeper import SettingsKeeper
from reader.gui.voice import Voice
from reader.i18n import Translator
from reader.wording import explain
