"""The line at the top of the settings: what is typed narrows them, and is counted."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.gui.saying import announce, label_of, name
from reader.gui.settings.pages import Pages
from reader.gui.settings.seek_field import SeekField
from reader.gui.settings.seeking import finds, synonyms
from reader.i18n import LANGUAGES, Translator

_REST = 400  # milliseconds without a letter, after which it is said how many there are


class Seek(QVBoxLayout):
    """Has the field to type in, and below it how many settings are found."""

    def __init__(self, pages: Pages, translator: Translator) -> None:
        super().__init__()
        self._pages = pages
        self._ = _ = translator
        # Who reads Bulgarian may know the English word alone, and the other way round.
        self._synonyms = [synonyms(language) for language in LANGUAGES]
        self.field = SeekField()
        name(self.field, "settingsSeek", _("Find in the settings"))
        self.counted = QLabel()
        self.counted.setObjectName("libraryCount")
        self.counted.setWordWrap(True)
        self.counted.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label_of(_("Find in the settings"), self.field))
        row.addWidget(self.field, 1)
        self.setSpacing(4)
        self.addLayout(row)
        self.addWidget(self.counted)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(lambda: announce(self.field, self.counted.text()))
        self.field.textChanged.connect(self._narrow)
        self.field.went_on.connect(self._go_on)
        keys = QShortcut(QKeySequence("Ctrl+F"), pages)
        keys.setContext(Qt.ShortcutContext.WindowShortcut)
        keys.activated.connect(partial(self.field.setFocus, Qt.FocusReason.ShortcutFocusReason))

    def _narrow(self) -> None:
        _, sought = self._, self.field.text().strip()
        if sought:
            count = self._pages.seek(partial(self._is_found, sought))
            words = _.plural("{count} setting found", "{count} settings found", count)
            nothing = _("No setting found. Try another word.")
            self.counted.setText(words.format(count=count) if count else nothing)
        else:
            self._pages.show_all()
            self.counted.setText(_("All settings are shown."))
        self.counted.setVisible(bool(sought))
        self._rest.start()

    def _is_found(self, sought: str, field: QWidget) -> bool:
        texts = [field.accessibleName(), field.accessibleDescription()]
        besides = [words.get(field.objectName(), "") for words in self._synonyms]
        return finds(sought, texts + besides)

    def _go_on(self) -> None:
        first = self._pages.first_found()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            announce(self.field, self.counted.text())
