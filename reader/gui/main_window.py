"""The main window: puts the parts together; what they do is their own."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QVBoxLayout, QWidget

from reader.app import Opened
from reader.errors import ReaderError, SettingsError
from reader.gui.actions import Actions
from reader.gui.article import styles
from reader.gui.bindings import Bindings
from reader.gui.care.banner import read_only_banner
from reader.gui.commands import Commands
from reader.gui.import_commands import ImportCommands
from reader.gui.intake import local_files
from reader.gui.library_menu import OF_LIST
from reader.gui.look import Look
from reader.gui.panes import ARTICLE, LIBRARY, Pane, Panes
from reader.gui.parts import Means, make_parts
from reader.gui.player.steps import Unit
from reader.gui.saying import announce_after_focus, name
from reader.gui.subtitle import shortened, subtitle
from reader.gui.tools import Tools
from reader.gui.voice_menu import VOICE
from reader.gui.where import goes_on
from reader.model.article import Article
from reader.model.entry import Entry
from reader.model.position import Position
from reader.repair_wording import count_to_check


class MainWindow(QMainWindow):
    """Library, article and links side by side, the voice below."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._ = means.translator
        self.parts = make_parts(means, self)
        self.panes = self._make_panes()
        self.look = Look(means.keeper, (self._apply_look,), self)
        self.menu_actions = Actions(self, self._)
        means.keeper.changed.connect(self.parts.shelf.follow)
        self.bindings = Bindings(means.keeper, self.menu_actions, self.parts, self._)
        tools = Tools(means, self.parts, self.panes, self.look, self.bindings)
        self._commands = Commands(self, tools)
        self._lay_out()
        self._connect()
        self.look.apply()
        self._restore()

    def start(self, files: Sequence[Path | str], password: str | None = None) -> None:
        """Show what was open last, or take files in; the window is on the screen already."""
        self.parts.player.script.rest()  # nothing is to be said yet
        self.parts.shelf.show_all()
        resumed = self.parts.reading.resume()
        empty = self.parts.shelf.model.rowCount() == 0
        self.panes.go_home(ARTICLE if resumed or empty else LIBRARY)
        self.parts.importing.offer()
        self.parts.intake.files(files, password)
        if self.parts.own.trouble is not None:
            self.explain(self.parts.own.trouble)

    def get_ready(self) -> None:
        """Do what can wait until the person has the window: nothing of it is seen or heard."""
        self.parts.player.script.wake()
        self.parts.media_keys.connect_to(self._means.media_controls)
        self.parts.binning.purge()
        self.parts.recording.run(
            self._means.engine.voices,
            done=self.parts.aloud.offer_voices,
            failed=lambda _error: None,  # it is told when reading aloud is asked for
        )
        self.parts.caring.begin()
        self.parts.following.begin()

    def take(self, files: Sequence[Path | str]) -> None:
        """Come to the front and take in the files that another start has handed over."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()
        self.parts.intake.files(files)

    def explain(self, error: ReaderError) -> None:
        """Tell what did not work, why, and what to do."""
        self.parts.caring.explain(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place and the window's own state."""
        self.parts.player.close()  # first, for it moves the caret to what it said last
        self.parts.trial.close()
        self.parts.media_keys.close()
        self.parts.reading.keep_place()
        with suppress(SettingsError):  # where the window stood is not worth a question now
            self._means.keeper.note_window(
                self.saveGeometry().toBase64().toStdString(), self.panes.state()
            )
        self.parts.under_way.cancel_all()
        self.parts.importing.close()
        self.parts.following.close()
        self.hide()  # what is under way may take a moment to end
        self.parts.caring.close()
        for lane in self.parts.lanes:
            lane.close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Be called by the title that is there when the person comes back."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self._name()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and text."""
        if local_files(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped."""
        event.acceptProposedAction()
        self.parts.intake.mime(event.mimeData())

    def _make_panes(self) -> Panes:
        _, parts = self._, self.parts
        panes = (
            Pane(_("News"), parts.shelf.panel, parts.shelf.panel.list),
            Pane(_("Article"), parts.middle, parts.middle),
            Pane(_("Links"), parts.links, parts.links.list),
        )
        return Panes(panes, (Pane(_("Voice"), parts.bar, parts.bar.home),), _)

    def _lay_out(self) -> None:
        name(self, "mainWindow", self._("Chetivo"))
        self.setWindowTitle(self._("Chetivo"))
        self.setAcceptDrops(True)
        self.menu_actions.build(self.menuBar())
        self.menu_actions.offer(OF_LIST, self.parts.shelf.panel.list)
        # Qt opens the menus by Alt alone where the system does not do it by F10.
        QShortcut(QKeySequence("F10"), self).activated.connect(self._open_menus)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._means.reader.library.read_only:
            column.addWidget(read_only_banner(self._))
        column.addWidget(self.panes, 1)
        column.addWidget(self.parts.import_strip)
        column.addWidget(self.parts.bar)
        self.setCentralWidget(centre)
        for button in centre.findChildren(QPushButton):
            button.setAutoDefault(True)

    def _open_menus(self) -> None:
        """Do what Alt does when it is pressed and let go, so that the arrows work as after it."""
        held = Qt.KeyboardModifier.AltModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.windowHandle(), QKeyEvent(kind, Qt.Key.Key_Alt, held))

    def _connect(self) -> None:
        parts = self.parts
        # First, for it undoes what a key has done before its command does its work.
        parts.yielding.set_own(self.menu_actions.of_menu(VOICE.title))
        self._commands.connect_to(self.menu_actions)
        ImportCommands(parts, self.menu_actions)
        self.menu_actions.set_article_open(is_open=False)
        self.menu_actions["cancel"].setEnabled(False)
        self.panes.links_wanted_changed.connect(self.menu_actions["links"].setChecked)
        parts.shelf.chosen.connect(self._open_chosen)
        parts.shelf.emptied.connect(self._show_emptiness)
        parts.shelf.failed.connect(self.explain)
        parts.intake.arrived.connect(self._open_new)
        parts.under_way.changed.connect(self.menu_actions["cancel"].setEnabled)
        parts.reading.opened.connect(self._show)
        parts.reading.resumed.connect(self._tell_resumed)
        parts.reading.closed.connect(self._show_none)
        parts.reading.unkept.connect(self.explain)
        parts.bar.step_requested.connect(partial(parts.aloud.step, Unit.SENTENCE))
        parts.aloud.failed.connect(self.explain)
        parts.list_aloud.begun.connect(lambda: self.panes.reveal(ARTICLE))
        parts.trial.failed.connect(self.explain)
        parts.media_keys.window_wanted.connect(lambda: self.take(()))
        parts.media_keys.end_wanted.connect(self.close)
        parts.view.position_changed.connect(parts.reading.note_place)
        parts.marking.changed.connect(lambda number: parts.shelf.refresh([number]))
        parts.view.arriving.connect(lambda: self.panes.go_home(ARTICLE))
        parts.view.link_activated.connect(parts.browsing.open)
        self.bindings.changed.connect(self._name_keys_anew)

    def _open_chosen(self, identifier: int, position: Position | None, focus: bool) -> None:  # noqa: FBT001  a slot
        self.parts.reading.open(identifier, position)
        if position is not None:
            self.parts.find.use(self.parts.shelf.query)
        if focus:
            self.panes.go_home(ARTICLE)
        else:
            self.panes.reveal(ARTICLE)

    def _open_new(self, identifier: int) -> None:
        self.parts.reading.open(identifier)  # first: the focus leaves the ways in for the article
        self.panes.go_home(ARTICLE)  # before the list goes to the row, which would be read else
        self.parts.shelf.show_article(identifier)

    def _show(self, opened: Opened) -> None:
        parts, number = self.parts, opened.entry.identifier
        parts.notice.clear()
        parts.middle.show_article()
        under = self._subtitle(opened.article, opened.entry)
        parts.view.show_article(opened.article, opened.position, under)
        parts.marking.show()
        parts.links.show_article(opened.article, self._means.reader.originals.known(number))
        parts.shelf.note_opened(number)
        self._call(shortened(opened.article.title))
        self.menu_actions.set_article_open(is_open=True)

    def _tell_resumed(self, opened: Opened) -> None:
        """Tell where reading goes on; who was in another article has not heard the title yet."""
        place = goes_on(opened.article, opened.position, self._)
        here = self.parts.view.hasFocus()
        words = f"{opened.entry.title}. {place}" if here else place
        announce_after_focus(self, words, partial(self._is_open, opened.entry.identifier))

    def _is_open(self, identifier: int) -> bool:
        return self.parts.reading.identifier == identifier

    def _subtitle(self, article: Article, entry: Entry) -> str:
        to_check = count_to_check(self._means.reader.repairs(entry.identifier))
        changes = self.bindings.way("changes") if entry.versions else ""
        return subtitle(article, self._, to_check, self.bindings.key("repairs"), changes)

    def _name_keys_anew(self) -> None:
        """Show the open article anew where a key is named under its title."""
        reading, view = self.parts.reading, self.parts.view
        if reading.article is not None and reading.entry is not None:
            under = self._subtitle(reading.article, reading.entry)
            if (described := view.described()) is not None and described[1] != under:
                view.show_article(reading.article, view.position(), under)
                self.parts.marking.show()

    def _show_none(self) -> None:
        parts = self.parts
        parts.view.clear_article()
        parts.links.show_article(None)
        parts.middle.show_nothing(empty=parts.shelf.model.rowCount() == 0)
        self._call(self._("Chetivo"))
        self.menu_actions.set_article_open(is_open=False)

    def _call(self, title: str) -> None:
        self.setWindowTitle(title)
        self._name()

    def _name(self) -> None:
        """Take the title over as the name that is heard, but not while the window is in front.

        Heard at once, it would stand before the article's own title: twice the same.
        """
        if not self.isActiveWindow():
            self.setAccessibleName(self.windowTitle())

    def _show_emptiness(self, empty: bool) -> None:  # noqa: FBT001  a slot
        self.panes.show_alone(alone=empty)
        if not empty and self.parts.middle.welcome.holds_focus:  # it is about to be hidden
            self.panes.go_home(LIBRARY)
        if self.parts.reading.identifier is None:
            self.parts.middle.show_nothing(empty=empty)
        if empty and self.isVisible():
            self.parts.notice.clear()
            self.panes.go_home(ARTICLE)
        self.menu_actions["search"].setEnabled(not empty)

    def _apply_look(self, look: styles.Look) -> None:
        parts = self.parts
        parts.view.set_look(look)
        self.menu_actions.set_palette(look.palette, look.text_size)
        parts.shelf.set_palette(look.palette)
        parts.links.set_palette(look.palette)
        for opener in parts.openers:
            opener.set_palette(look.palette)
        self.panes.set_letter(look.text_size)
        self.menu_actions[f"theme_{self._means.keeper.current.theme.value}"].setChecked(True)

    def _restore(self) -> None:
        now = self._means.keeper.current
        self.parts.shelf.follow(now)
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))
        if now.window:
            self.restoreGeometry(QByteArray.fromBase64(now.window.encode()))
        self.panes.restore(now.panes)
        self.menu_actions["links"].setChecked(True)
