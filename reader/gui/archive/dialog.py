"""What goes into a new archive, and what it is called."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialogButtonBox,
    QGroupBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.dialogs import column_of
from reader.gui.fitted_dialog import ButtonBox, FittedDialog
from reader.gui.line_field import LineField
from reader.gui.saying import label_of, name
from reader.i18n import Translator

_LONGEST = 200  # letters of a name


class What(Enum):
    """What a new archive is made of."""

    ALL = auto()
    SHOWN = auto()
    SELECTED = auto()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants of a new archive."""

    what: What
    name: str
    with_notes: bool


class MakeDialog(FittedDialog):
    """Asks what is to go into an archive; `shown` and `selected` are how many articles these are.

    What holds no article is not on offer.
    """

    wanted = Signal(object)  # Wanted

    def __init__(self, shown: int, selected: int, _: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        name(self, "makeArchive", _("Make an archive"))
        self.setWindowTitle(_("Make an archive"))
        words = {
            What.ALL: _("&The whole library"),
            What.SHOWN: _.plural(
                "What the list &shows: {count} article",
                "What the list &shows: {count} articles",
                shown,
            ).format(count=shown),
            What.SELECTED: _.plural(
                "What is s&elected: {count} article",
                "What is s&elected: {count} articles",
                selected,
            ).format(count=selected),
        }
        self._buttons = QButtonGroup(self)
        self._called = LineField(_("News"))
        self._notes = QCheckBox(_("With my &notes, tags, stars and places of reading"))
        self._lay_out(words, _)
        for what, count in ((What.SHOWN, shown), (What.SELECTED, selected)):
            self._buttons.button(what.value).setVisible(count > 0)
        first = What.SELECTED if selected > 1 else What.ALL
        self._buttons.button(first.value).setChecked(True)
        self._buttons.button(first.value).setFocus()

    def accept(self) -> None:
        """Hand over what is wanted."""
        called = " ".join(self._called.text().split())
        if not called:
            self._called.setFocus()
            return
        what = What(self._buttons.checkedId())
        super().accept()
        self.wanted.emit(Wanted(what, called, self._notes.isChecked()))

    def _lay_out(self, words: dict[What, str], _: Translator) -> None:
        contents = QGroupBox(_("Articles"))
        rows = QVBoxLayout(contents)
        for what, text in words.items():
            button = QRadioButton(text)
            button.setObjectName(f"what{what.name.title()}")
            self._buttons.addButton(button, what.value)
            rows.addWidget(button)
        name(self._called, "archiveName", _("Name of the archive"))
        self._called.setMaxLength(_LONGEST)
        name(self._notes, "withNotes", self._notes.text().replace("&", ""))
        self._notes.setAccessibleDescription(
            _("Leave this out when the archive is for somebody else.")
        )
        column = column_of(self)
        column.addWidget(contents)
        column.addWidget(label_of(_("Na&me of the archive"), self._called))
        column.addWidget(self._called)
        column.addWidget(self._notes)
        column.addWidget(self._make_buttons(_))

    def _make_buttons(self, _: Translator) -> ButtonBox:
        box = ButtonBox()
        go_on = box.addButton(_("&Choose the place…"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
