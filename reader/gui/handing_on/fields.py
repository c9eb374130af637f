"""The fields of the dialog of an export, each with its label; what does not matter is hidden."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QPushButton, QWidget

from reader.gui.choice import Choice
from reader.gui.flow import Flow
from reader.gui.form import add_above, note_of_row, show_rows
from reader.gui.line_field import LineField, NumberField
from reader.gui.saying import explain_choice, name
from reader.i18n import Translator
from reader.settings import PRINT_SIZES

_GAP = 8  # between a field and its button
_LONGEST_NAME = 200  # letters


class ExportFields:
    """The fields, in a form that is given."""

    def __init__(self, form: QFormLayout, translator: Translator) -> None:
        self._form = form
        self._ = _ = translator
        self.what = Choice()
        self._add("exportWhat", _("&What"), self.what)
        self.day = Choice()
        self._add("exportDay", _("&Day"), self.day)
        self._about = self._note()
        self.form = Choice()
        self._add("exportForm", _("&Format"), self.form)
        self._purpose = self._note()
        self.size = NumberField()
        self.size.setRange(PRINT_SIZES.start, PRINT_SIZES.stop - 1)
        self.size.setSuffix(_(" points"))
        self._add("exportSize", _("&Size of the letters"), self.size)
        self.notes = QCheckBox(_("With my &notes at the end"))
        name(self.notes, "exportNotes", self.notes.text().replace("&", ""))
        self.notes.setAccessibleDescription(
            _("Leave this out when the article is for somebody else.")
        )
        form.addRow(self.notes)
        self.name = LineField()
        self.name.setMaxLength(_LONGEST_NAME)
        self._add("exportName", _("Na&me"), self.name)
        self.folder = LineField()
        self._add("exportFolder", _("F&older"), self.folder)
        self.browse = QPushButton(_("&Browse…"))
        self.browse.setAutoDefault(False)
        name(self.browse, "exportBrowse", _("Browse for a folder"))
        row = Flow(_GAP)
        row.addWidget(self.browse)
        form.addRow(row)

    def tell_about(self, words: str) -> None:
        """Say more of what is exported; without words there is no line."""
        self._tell(self._about, words, self.what)

    def tell_purpose(self, words: str) -> None:
        """Say what the form is good for, or what stands in its way."""
        self._tell(self._purpose, words, self.form)

    def show_only(self, *, day: bool, size: bool, notes: bool) -> None:
        """Show the fields that matter."""
        show_rows(self._form, {self.day: day, self.size: size, self.notes: notes})

    def put_folder(self, folder: Path) -> None:
        """Have a folder in its field, as the person's system writes it."""
        self.folder.setText(str(folder))

    def _tell(self, note: QLabel, words: str, about: Choice) -> None:
        note.setText(words)
        explain_choice(about, words)
        show_rows(self._form, {note: bool(words)})

    def _add(self, object_name: str, words: str, field: QWidget) -> None:
        name(field, object_name, words.replace("&", ""))
        add_above(self._form, words, field)

    def _note(self) -> QLabel:
        note = note_of_row()
        self._form.addRow(note)
        return note
