"""The dialog of printing: which printer, how large, which pages; and how they will look."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.choice import Choice
from reader.gui.fitted_dialog import ButtonBox
from reader.gui.flow import Flow
from reader.gui.form import add_above, new_form
from reader.gui.line_field import NumberField
from reader.gui.printing.paper import A4, bare
from reader.gui.printing.preview import Preview
from reader.gui.printing.printed import Printed, printed
from reader.gui.printing.printers import Machine, Order
from reader.gui.printing.sizes import print_size
from reader.gui.saying import announce, name
from reader.gui.scrolled_dialog import ScrolledDialog, words_label
from reader.gui.settings.fields import describe
from reader.i18n import Translator
from reader.model.article import Article
from reader.settings import PRINT_SIZES, Settings

_GAP = 8
_BESIDE = 24  # between the fields and the page
_MOST_COPIES = 99
_WIDE = 52  # heights of a line


class PrintDialog(ScrolledDialog):
    """Shows the pages as they will be, and prints those that are wanted."""

    printed = Signal(str)  # the printer's name
    sized = Signal(int)  # points, other than before
    pdf_wanted = Signal()

    def __init__(
        self,
        article: Article,
        now: Settings,
        machines: Sequence[Machine],
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        self._ = _ = translator
        buttons = ButtonBox()
        self._go = buttons.addButton(_("Print"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._pdf = buttons.addButton(_("Save as P&DF…"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        super().__init__("printDialog", _("Print"), buttons, parent)
        self._article = article
        self._typography = now.typography
        self._machines = machines
        self._size_before = print_size(now)
        self._shown = 0
        self._made: Printed | None = None
        self.printer = Choice((machine.name, number) for number, machine in enumerate(machines))
        self.letters = NumberField()
        self.first, self.last, self.copies = (NumberField() for _field in range(3))
        self.preview = Preview()
        self.where = QLabel()
        self._lay_out()
        self._connect()
        self._set()
        self._offer_printing()
        self.fit(_WIDE)

    def accept(self) -> None:
        """Print, and tell where the printer does not take it."""
        made = self._made
        if made is None or not self._machines:
            return
        machine = self._machines[self.printer.currentIndex()]
        first, last = sorted((self.first.value(), self.last.value()))
        order = Order(made.title, first, last, self.copies.value())
        if machine.print(made.pages, bare(A4), order):
            self._keep_size()
            super().accept()
            self.printed.emit(machine.name)
        else:
            words = self._("The printer “{printer}” does not take anything. Is it switched on?")
            self.tell(words.format(printer=machine.name))

    def turn(self, step: int) -> None:
        """Show the next (1) or previous (-1) page."""
        if self._made is None:
            return
        self._shown = min(max(0, self._shown + step), len(self._made.pages) - 1)
        self._show_page()
        announce(self, self.where.text())

    def _set(self) -> None:
        """Set the article anew, in letters of the size that is chosen."""
        before = len(self._made.pages) if self._made else 0
        self._made = made = printed(self._article, self.letters.value(), self._typography)
        count = len(made.pages)
        was_whole = self.last.value() == before or not before
        for field in (self.first, self.last):
            field.setRange(1, count)
        if was_whole:
            self.last.setValue(count)
        self._shown = min(self._shown, count - 1)
        self._show_page()

    def _show_page(self) -> None:
        made, _ = self._made, self._
        if made is None:
            return
        self.preview.show_page(made.pages[self._shown], made.paper)
        words = _("Page {number} of {count}")
        self.where.setText(words.format(number=self._shown + 1, count=len(made.pages)))
        self.preview.setAccessibleName(self.where.text())
        self._back.setEnabled(self._shown > 0)
        self._forth.setEnabled(self._shown + 1 < len(made.pages))

    def _offer_printing(self) -> None:
        """Let it be printed where there is a printer, and say so where there is none."""
        none = self._(
            "No printer is set up on this computer. Set one up in the settings of the system, or "
            "save the article as PDF and print that elsewhere."
        )
        there = bool(self._machines)
        self._go.setEnabled(there)
        self._form.setRowVisible(self.printer, there)
        describe(self._none, "" if there else none, self._pdf, self.letters)
        self._none.setVisible(not there)
        (self._go if there else self._pdf).setDefault(True)
        (self.printer if there else self.letters).setFocus()

    def _save(self) -> None:
        self._keep_size()
        super().reject()
        self.pdf_wanted.emit()

    def _keep_size(self) -> None:
        if self.letters.value() != self._size_before:
            self.sized.emit(self.letters.value())

    def _connect(self) -> None:
        self.letters.valueChanged.connect(self._set)
        self._back.clicked.connect(lambda: self.turn(-1))
        self._forth.clicked.connect(lambda: self.turn(1))
        self._pdf.clicked.connect(self._save)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        self._none = words_label("")
        self.body.addWidget(self._none)
        beside = Flow(_BESIDE)
        self.body.addLayout(beside)
        beside.addWidget(self._fields())
        beside.addWidget(self._paper())
        self.body.addStretch(1)

    def _paper(self) -> QWidget:
        """Return the page with what it is below."""
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        name(self.preview, "printPreview", "")
        column.addWidget(self.preview, 1)
        name(self.where, "printWhere", "")
        column.addWidget(self.where, 0, Qt.AlignmentFlag.AlignHCenter)
        paper.setSizePolicy(self.preview.sizePolicy())
        return paper

    def _fields(self) -> QWidget:
        _ = self._
        fields = QWidget()
        self._form = new_form(fields, above=True)
        rows: tuple[tuple[QWidget, str, str, range | None], ...] = (
            (self.printer, "printPrinter", _("&Printer"), None),
            (self.letters, "printSize", _("&Size of the letters"), PRINT_SIZES),
            (self.first, "printFirst", _("&From page"), range(1, 2)),
            (self.last, "printLast", _("&To page"), range(1, 2)),
            (self.copies, "printCopies", _("&Copies"), range(1, _MOST_COPIES + 1)),
        )
        for field, object_name, words, allowed in rows:
            name(field, object_name, words.replace("&", ""))
            add_above(self._form, words, field)
            if isinstance(field, NumberField) and allowed:
                field.setRange(allowed.start, allowed.stop - 1)
                field.setKeyboardTracking(False)
        self.letters.setSuffix(_(" points"))
        self.letters.setValue(self._size_before)
        turning = Flow(_GAP)
        self._back = QPushButton(_("Previous pa&ge"))
        self._forth = QPushButton(_("&Next page"))
        for button in (self._back, self._forth):
            button.setAutoDefault(False)
            turning.addWidget(button)
        self._form.addRow(turning)
        return fields
