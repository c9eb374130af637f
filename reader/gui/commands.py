"""What the entries of the menus do."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMainWindow

from reader.gui.actions import Actions
from reader.gui.adjusting import Adjusting
from reader.gui.article.view import ArticleView
from reader.gui.beside_commands import BesideCommands
from reader.gui.dialogs import file_dialog, open_dialog
from reader.gui.handing_commands import HandingCommands
from reader.gui.help_commands import HelpCommands
from reader.gui.library.article_list import ArticleList
from reader.gui.library_commands import LibraryCommands
from reader.gui.links.commands import LinkCommands
from reader.gui.panes import ARTICLE, LIBRARY, LINKS
from reader.gui.saying import announce
from reader.gui.tools import Tools
from reader.gui.voice_commands import VoiceCommands
from reader.i18n import Translator
from reader.settings import Theme
from reader.speech.voices import Voice as EngineVoice
from reader.speech.voices import in_order

if TYPE_CHECKING:
    from reader.gui.settings.voice import VoiceChoice


class Commands(QObject):
    """Connects each action with the part that does it, and does what takes several parts."""

    def __init__(self, window: QMainWindow, tools: Tools) -> None:
        super().__init__(window)
        self._window = window
        self._tools = tools
        self._means, self._parts, self._panes = tools.means, tools.parts, tools.panes
        self._adjusting = Adjusting(window, tools)
        self._links = LinkCommands(tools, self)
        self._help = HelpCommands(tools, self._adjusting)

    def connect_to(self, actions: Actions) -> None:
        """Let the actions do their work."""
        parts, panes, adjusting = self._parts, self._panes, self._adjusting
        library = LibraryCommands(self._tools)
        table = {
            "open": self.ask_for_files,
            "paste": self.paste,
            "cancel": self.cancel,
            "quit": self._window.close,
            "copy": self.copy,
            "select_all": self.select_all,
            "find": self.find,
            "find_next": lambda: parts.find.step(1),
            "find_previous": lambda: parts.find.step(-1),
            "search": self.search,
            "search_details": parts.searching.fill_in,
            "save_search": parts.searching.save,
            "forget_search": parts.searching.forget,
            "clear_search": parts.shelf.end_search,
            "settings": self.show_settings,
            "larger": adjusting.larger,
            "smaller": adjusting.smaller,
            "usual_size": adjusting.usual,
            "links": lambda: adjusting.show_links(shown=actions["links"].isChecked()),
            "next_pane": lambda: panes.step(1),
            "previous_pane": lambda: panes.step(-1),
            "next_unread": lambda: self.go_to_unread(1),
            "previous_unread": lambda: self.go_to_unread(-1),
            "to_library": lambda: panes.go_home(LIBRARY),
            "to_article": lambda: panes.go_home(ARTICLE),
            "to_links": lambda: panes.go_home(LINKS),
            "page": parts.pages.ask,
            "back": parts.visits.back,
            "forth": parts.visits.forth,
            "elements": parts.finding.show,
            "contents": parts.finding.show_contents,
            "where": parts.whereabouts.tell,
            "where_in_detail": parts.whereabouts.show,
            "repairs": parts.correcting.show_repairs,
            "changes": parts.comparing.show,
            "printed": parts.correcting.show_printed,
            "browser": self.read_in_browser,
            "correct": parts.correcting.edit,
            "split": parts.correcting.split,
            "join": parts.correcting.join,
            "note": parts.noting.note,
            "highlight": parts.noting.highlight,
            "bookmark": parts.noting.bookmark,
            "restore_mark": parts.noting.restore,
            "list_marks": parts.note_lists.show,
            "my_notes": parts.note_lists.show_all,
            "take_back": library.undo,
            "pronounce": parts.pronouncing.ask,
            "pronunciations": parts.pronouncing.show,
            "check_library": parts.caring.check,
            "backups": parts.caring.show_backups,
        }
        for name, slot in table.items():
            actions.on(name, slot)
        welcome = parts.middle.welcome
        welcome.open_wanted.connect(self.ask_for_files)
        welcome.paste_wanted.connect(self.paste)
        welcome.feeds_wanted.connect(parts.following.show)
        parts.caring.leaving.connect(self._window.close)
        parts.caring.recovered.connect(parts.shelf.catch_up)
        beside = BesideCommands(self._tools, actions)
        beside.fetch_wanted.connect(self._links.fetch_original)
        VoiceCommands(parts, adjusting, beside.play).connect_to(actions)
        library.connect_to(actions)
        self._help.connect_to(actions)
        self._links.connect_to(actions)
        HandingCommands(self._tools, actions)
        for theme in Theme:
            actions.on(f"theme_{theme.value}", partial(adjusting.colour, theme))

    def ask_for_files(self) -> None:
        """Ask for files to open."""
        _ = self._means.translator
        articles = _(
            "Articles and archives (*.pdf *.docx *.epub *.html *.htm *.xhtml *.mhtml *.mht *.md "
            "*.txt *.chetivo)"
        )
        kinds = (articles, _("All files (*)"))
        dialog = file_dialog(self._window, _("Open files"), ";;".join(kinds), _)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(
            lambda names: self._parts.intake.files([Path(name) for name in names])
        )
        open_dialog(dialog)

    def paste(self) -> None:
        """Take in what was copied, or paste it into the field that has the focus."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit) and not field.isReadOnly():
            field.paste()
        else:
            self._parts.intake.mime(QGuiApplication.clipboard().mimeData())

    def cancel(self) -> None:
        """Give up what is being opened, or done with an archive; of several things ask which."""
        self._parts.under_way.cancel(self._window, self._means.translator)

    def find(self) -> None:
        """Go to the field for what to find in the article."""
        self._panes.show_pane(ARTICLE)
        self._parts.find.open()

    def search(self) -> None:
        """Go to the search field."""
        self._panes.show_pane(LIBRARY)
        self._parts.shelf.panel.go_to_field()

    def read_in_browser(self) -> None:
        """Open the open article in the browser, where reading stands."""
        if (entry := self._parts.reading.entry) is not None:
            self._parts.browsing.read(entry, self._parts.aloud.place())

    def copy(self) -> None:
        """Copy what is selected where the focus is: text, a link's address, an article's title."""
        parts, focus = self._parts, QApplication.focusWidget()
        if focus is parts.links.list:
            parts.links.copy_address()
        elif focus is parts.shelf.panel.list:
            title = str(parts.shelf.panel.list.currentIndex().data() or "")
            QGuiApplication.clipboard().setText(title)
            announce(self._window, self._means.translator("The title is copied."))
        elif isinstance(focus, QLineEdit | ArticleView):
            focus.copy()
        else:
            parts.view.copy()

    def select_all(self) -> None:
        """Select all the text where the focus is."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | ArticleList | ArticleView):
            focus.selectAll()
        else:
            self._parts.view.selectAll()

    def go_to_unread(self, step: int) -> None:
        """Open the next (1) or previous (-1) unread article, or that of the list that is read."""
        _, parts = self._means.translator, self._parts
        if parts.list_aloud.is_on:
            parts.list_aloud.step(step)
            return
        found = parts.shelf.next_unread(parts.reading.identifier, step)
        if found is None:
            below, above = _("No unread article below."), _("No unread article above.")
            parts.notice.say(below if step > 0 else above)
            return
        parts.reading.open(found)
        self._panes.go_home(ARTICLE)

    def show_settings(self) -> None:
        """Show the settings; the voices follow when the engine has named them."""
        from reader.gui.settings.dialog import SettingsDialog

        means, _ = self._means, self._means.translator
        dialog = SettingsDialog(means.keeper, _, self._window, self._parts.own)
        job = self._parts.recording.run(
            means.engine.voices,
            done=lambda voices: dialog.offer_voices(_choices(voices, _)),
            failed=dialog.tell_no_voices,
        )
        dialog.finished.connect(job.cancel)
        open_dialog(dialog)


def _choices(voices: Sequence[EngineVoice], _: Translator) -> "list[VoiceChoice]":
    """Return the voices as they are offered: those for Bulgarian first, then English."""
    from reader.gui.settings.voice import VoiceChoice
    from reader.voice_wording import voice_description

    return [
        VoiceChoice(voice.identifier, voice_description(voice, _)) for voice in in_order(voices)
    ]
