"""The dialog of an export: what, in which form, and where."""

import os.path
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget

from reader.app.exporting import Exporting, proposed_name
from reader.errors import ReaderError
from reader.gui.dialogs import ask, file_dialog, open_dialog, shown
from reader.gui.fitted_dialog import ButtonBox
from reader.gui.handing_on.fields import ExportFields
from reader.gui.handing_on.forms import NAMES, PURPOSES
from reader.gui.handing_on.offers import Offer, Offers, Ordered, What
from reader.gui.printing.sizes import print_size
from reader.gui.scrolled_dialog import ScrolledDialog
from reader.i18n import Translator, date_in_words
from reader.model.exportform import ExportForm, forms_for
from reader.settings import Settings
from reader.wording import explain

# What one article is in, several are in something else, and the other way round.
_IN_STEAD = {
    ExportForm.PAGE: ExportForm.PAGES,
    ExportForm.PAGES: ExportForm.PAGE,
    ExportForm.PACKED_PAGES: ExportForm.PAGE,
}


class ExportDialog(ScrolledDialog):
    """Asks for all that an export needs, and before it puts anything in another's place."""

    wanted = Signal(object)  # Ordered

    def __init__(
        self,
        offers: Offers,
        exporting: Exporting,
        now: Settings,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        self._ = _ = translator
        buttons = ButtonBox()
        self._go = buttons.addButton(_("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setDefault(True)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        super().__init__("exportDialog", _("Export"), buttons, parent)
        self._offers = offers
        self._exporting = exporting
        self._now = now
        self._chosen = Offer(What.DAY, "", "", ())
        self._proposed = ""
        self.fields = ExportFields(self.add_form(), _)
        self._fill()
        self._connect()
        self._choose_what()
        self.fields.what.setFocus()

    @property
    def form(self) -> ExportForm:
        """The form that is chosen."""
        return ExportForm(self.fields.form.currentData())

    def choose_open(self) -> None:
        """Have the open article chosen, where there is one."""
        box = self.fields.what
        offers = (box.itemData(row) for row in range(box.count()))
        whats = [offer.what if offer else What.DAY for offer in offers]
        if What.OPEN in whats:
            box.setCurrentIndex(whats.index(What.OPEN))

    def choose_form(self, form: ExportForm) -> None:
        """Have a form chosen, where it is on offer."""
        place = self.fields.form.findData(form)
        self.fields.form.setCurrentIndex(max(place, 0))

    def accept(self) -> None:
        """Hand over what is wanted, having asked where something is in the way."""
        problem = self._problem()
        if problem is not None:
            words, field = problem
            field.setFocus()
            self.tell(words)
            return
        path = self._path()
        if os.path.lexists(path):
            _ = self._
            question = _("“{path}” is there already. Is it to be replaced?")
            words = question.format(path=shown(path))
            ask(self, words, _("&Replace it"), _("Cancel"), lambda: self._done(replace=True))
        else:
            self._done(replace=False)

    def _done(self, *, replace: bool) -> None:
        chosen, fields = self._chosen, self.fields
        notes = fields.notes.isChecked() and not self.form.is_spoken
        ordered = Ordered(
            chosen.title,
            chosen.articles,
            self.form,
            self._path(),
            notes=notes,
            replace=replace,
            size=fields.size.value(),
        )
        super().accept()
        self.wanted.emit(ordered)

    def _problem(self) -> tuple[str, QWidget] | None:
        """Return what must be put right before anything can be written, and where."""
        _, fields, path = self._, self.fields, self._path()
        if not self._chosen.articles:
            return _("There is no article on this day. Choose another."), fields.day
        if not fields.name.text().strip():
            return _("Write a name."), fields.name
        if not _is_folder(path.parent):
            words = _("There is no folder “{path}”. Choose another.")
            return words.format(path=shown(path.parent)), fields.folder
        if _is_folder(path):
            words = _("There is a folder “{path}” already. Write another name.")
            return words.format(path=shown(path)), fields.name
        return None

    def _path(self) -> Path:
        """Return where it is to be written, with the ending of its form."""
        name, suffix = self.fields.name.text().strip(), self._suffix()
        whole = name if name.lower().endswith(suffix) else f"{name}{suffix}"
        return Path(self.fields.folder.text().strip()).expanduser() / whole

    def _suffix(self) -> str:
        return self.form.suffix(len(self._chosen.articles))

    def _fill(self) -> None:
        fields, now = self.fields, self._now
        for offer in self._offers.now():
            fields.what.addItem(offer.words, offer)
        if self._offers.has_days():
            fields.what.addItem(self._("The news of a day"), None)
        kept = Path(now.export_folder)
        fields.put_folder(kept if now.export_folder and kept.is_dir() else Path.home())
        fields.size.setValue(print_size(now))

    def _connect(self) -> None:
        fields = self.fields
        fields.what.currentIndexChanged.connect(self._choose_what)
        fields.day.currentIndexChanged.connect(self._choose_what)
        fields.form.currentIndexChanged.connect(self._choose_form)
        fields.browse.clicked.connect(self._browse)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _choose_what(self) -> None:
        """Take note of what is to be exported, and offer the forms that so many can be in."""
        fields = self.fields
        offer = fields.what.currentData()
        if offer is None:
            self._offer_days()
            offer = self._offers.of_day(date.fromisoformat(fields.day.currentData()))
        self._chosen = offer
        fields.tell_about(offer.about)
        before = fields.form.currentData()
        self._offer_forms(ExportForm(before or self._now.export_form))
        self._choose_form()

    def _offer_days(self) -> None:
        day, _ = self.fields.day, self._
        if day.count():
            return
        day.blockSignals(True)  # noqa: FBT003  Qt's own signature
        for each in self._offers.days():
            words = _("{day}: {count}").format(day=date_in_words(each.day, _), count=each.count)
            day.addItem(words, each.day.isoformat())
        day.blockSignals(False)  # noqa: FBT003  as above

    def _offer_forms(self, wanted: ExportForm) -> None:
        box, count = self.fields.form, len(self._chosen.articles)
        forms = forms_for(count)
        if [box.itemData(row) for row in range(box.count())] == list(forms):
            return
        box.blockSignals(True)  # noqa: FBT003  Qt's own signature
        box.clear()
        for form in forms:
            box.addItem(self._(NAMES[form]), form)
        self.choose_form(wanted if wanted in forms else _IN_STEAD.get(wanted, wanted))
        box.blockSignals(False)  # noqa: FBT003  as above

    def _choose_form(self) -> None:
        """Tell what the form is good for, or that it cannot be made here; propose a name."""
        form = self.form
        trouble = self._trouble(form)
        self.fields.tell_purpose(trouble or " ".join(self._purposes(form)))
        self._go.setEnabled(not trouble)
        self.fields.show_only(
            day=self.fields.what.currentData() is None,
            size=form is ExportForm.PDF,
            notes=not form.is_spoken,
        )
        self._propose()
        self.fit()

    def _purposes(self, form: ExportForm) -> list[str]:
        _ = self._
        words = [_(PURPOSES[form])]
        if form.is_folder(len(self._chosen.articles)) and not form.is_bound:
            words.append(_("Each article becomes a file of its own in a folder."))
        if form.is_spoken:
            rate = _("Spoken by your voice of the settings, at {rate} words a minute.")
            words.append(rate.format(rate=self._now.rate))
        return words

    def _trouble(self, form: ExportForm) -> str:
        try:
            self._exporting.check(form)
        except ReaderError as error:
            return explain(error, self._)
        return ""

    def _propose(self) -> None:
        """Propose a name, unless the person has written one; a folder's is one that is free."""
        name = self.fields.name
        if name.text() not in ("", self._proposed):
            return
        form, count = self.form, len(self._chosen.articles)
        proposed = free = proposed_name(self._chosen.title, form, count, self._)
        if form.is_folder(count):
            folder, number = Path(self.fields.folder.text()), 2
            while (folder / free).exists():
                free, number = f"{proposed} {number}", number + 1
        self._proposed = free
        name.setText(free)
        name.setCursorPosition(0)

    def _browse(self) -> None:
        _ = self._
        dialog = file_dialog(self, _("The folder for the export"), "", _)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setLabelText(QFileDialog.DialogLabel.FileName, _("Folder"))
        dialog.setDirectory(self.fields.folder.text())
        dialog.fileSelected.connect(lambda chosen: self._put_folder(Path(chosen)))
        open_dialog(dialog)

    def _put_folder(self, folder: Path) -> None:
        self.fields.put_folder(folder)
        self._propose()


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no name may be so long; whoever writes tells it
        return False
