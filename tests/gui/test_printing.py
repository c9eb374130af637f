"""Printing: pages seen before, as large as wanted, sent to a printer; or a PDF instead."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from reader.gui.handing_on.dialog import ExportDialog
from reader.gui.printing.dialog import PrintDialog
from reader.gui.printing.printers import Machine
from reader.gui.printing.sizes import print_size
from reader.i18n import Translator
from reader.model.exportform import ExportForm
from reader.settings import Settings
from tests.gui.fitting import come_to_rest
from tests.gui.pdf_parts import opened
from tests.gui.test_pdf import FERRIES
from tests.gui.window_parts import LIBRARIES, dialogs, trigger, wait_for_notice

pytest_plugins = ("tests.gui.window_fixtures",)


def machine(path: Path) -> Machine:
    """Return a printer that prints into a file."""

    def make() -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    return Machine("На бюрото", make)


@pytest.fixture
def paper(tmp_path):
    return tmp_path / "хартия.pdf"


@pytest.fixture
def dialog(qtbot, paper):
    shown = PrintDialog(FERRIES, Settings(), [machine(paper)], Translator("en"))
    qtbot.addWidget(shown)
    shown.show()
    return shown


def printed_text(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_all_pages_are_printed(dialog, paper):

    dialog.accept()
    pages = printed_text(paper)
    assert len(pages) == len(dialog._made.pages) == 2
    assert "Страница 2 от 2" in pages[1]
    assert "Източник" in pages[1]


def test_some_pages_are_printed(dialog, paper):
    dialog.letters.setValue(24)
    dialog.first.setValue(2)
    dialog.last.setValue(3)
    dialog.accept()
    pages = printed_text(paper)
    assert len(pages) == 2
    assert "Страница 2 от" in pages[0]


def test_larger_letters_make_more_pages_and_all_of_them_are_printed(dialog):
    assert dialog.last.value() == 2
    dialog.letters.setValue(36)
    count = len(dialog._made.pages)
    assert count > 6
    assert dialog.last.value() == count
    assert dialog.where.text() == f"Page 1 of {count}"


def test_pages_are_turned_by_buttons_and_keys(dialog, qtbot):
    before = dialog.preview.grab().toImage()
    back, forth = dialog._back, dialog._forth
    assert (back.isEnabled(), forth.isEnabled()) == (False, True)
    forth.click()
    assert dialog.where.text() == dialog.preview.accessibleName() == "Page 2 of 2"
    assert dialog.preview.grab().toImage() != before
    assert (back.isEnabled(), forth.isEnabled()) == (True, False)
    dialog.turn(1)
    assert dialog.where.text() == "Page 2 of 2"
    dialog.turn(-1)
    assert dialog.preview.grab().toImage() == before


def test_a_printer_that_takes_nothing_is_told_of(qtbot, tmp_path):
    gone = machine(tmp_path / "няма" / "хартия.pdf")
    dialog = PrintDialog(FERRIES, Settings(), [gone], Translator("en"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    assert "does not take anything" in dialog.told.text()
    assert dialog.isVisible()


def test_without_a_printer_a_pdf_is_offered(window, qtbot, numbers, monkeypatch):
    monkeypatch.setattr("reader.gui.printing.printers.printers", tuple)
    window.parts.reading.open(numbers[0])
    trigger(window, "print")
    (dialog,) = dialogs(window, PrintDialog)
    assert not dialog._go.isEnabled()
    assert not dialog.printer.isVisible()
    assert "No printer is set up" in dialog.letters.accessibleDescription()
    dialog.letters.setValue(30)
    dialog._pdf.click()
    (export,) = dialogs(window, ExportDialog)
    assert export.form is ExportForm.PDF
    assert export.fields.what.currentText() == "The open article"
    assert export.fields.size.value() == 30


def test_what_was_printed_is_told_and_the_size_is_kept(window, qtbot, numbers, monkeypatch, paper):
    monkeypatch.setattr("reader.gui.printing.printers.printers", lambda: (machine(paper),))
    window.parts.reading.open(numbers[0])
    trigger(window, "print")
    (dialog,) = dialogs(window, PrintDialog)
    dialog.letters.setValue(20)
    dialog.accept()
    wait_for_notice(window, qtbot, "sent to the printer “На бюрото”")
    assert LIBRARIES.title in " ".join(printed_text(paper)[0].split())
    assert window._means.keeper.current.print_size == 20
    assert opened(paper).metadata.title == LIBRARIES.title


@pytest.mark.parametrize(
    ("settings", "points"),
    [
        (Settings(), 12),
        (Settings(text_size=12), 12),
        (Settings(text_size=36), 24),
        (Settings(text_size=72), 48),
        (Settings(text_size=36, print_size=14), 14),
        (Settings(print_size=3), 8),
    ],
)
def test_letters_are_as_large_on_paper_as_on_the_screen_until_they_are_chosen(settings, points):
    assert print_size(settings) == points


def test_every_button_of_the_dialog_has_words(dialog):
    buttons = dialog.findChildren(QPushButton)
    assert all(button.text() for button in buttons)
    assert dialog.findChild(QDialogButtonBox) is not None


def test_the_dialog_is_no_higher_than_what_it_holds(show, numbers, monkeypatch, qtbot):
    monkeypatch.setattr("reader.gui.printing.printers.printers", tuple)
    window = show(language="bg", width=800)
    window.parts.reading.open(numbers[0])
    trigger(window, "print")
    (dialog,) = dialogs(window, PrintDialog)
    come_to_rest(dialog, qtbot)
    body = dialog.body.geometry()
    assert body.height() == dialog.body.heightForWidth(body.width())
