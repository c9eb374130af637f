"""At twice and four times the usual size no word is cut off, in either language."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from reader.app.licences import parts
from reader.errors import PasswordError
from reader.gui.all_keys import usual_keys
from reader.gui.archive.dialog import MakeDialog
from reader.gui.asking import Question, ask_choice, ask_line, ask_number, ask_password
from reader.gui.beside.mend_dialog import MendDialog, Pairing
from reader.gui.beside.pairs import Match
from reader.gui.bulk.report_dialog import ReportDialog
from reader.gui.care.backups_dialog import BackupsDialog
from reader.gui.care.caring import damaged_in_words
from reader.gui.care.damaged_dialog import DamagedDialog
from reader.gui.crash_dialog import CrashDialog, Happened
from reader.gui.dialogs import ask, tell
from reader.gui.elements.dialog import ElementsDialog
from reader.gui.handing_on.dialog import ExportDialog
from reader.gui.help.about import about
from reader.gui.help.first_steps import FirstSteps
from reader.gui.help.keys import KeysDialog
from reader.gui.help.licences import LicencesDialog
from reader.gui.help.press_dialog import ChangeDialog, FindDialog
from reader.gui.library.labels_dialog import LabelsDialog
from reader.gui.library.search_dialog import SearchDialog
from reader.gui.notes.list_dialog import MarksDialog
from reader.gui.notes.note_dialog import NoteDialog
from reader.gui.printing.dialog import PrintDialog
from reader.gui.printing.printers import Machine
from reader.gui.pronunciation.list_dialog import PronunciationsDialog
from reader.gui.pronunciation.word_dialog import WordDialog
from reader.gui.proof.block_dialog import BlockDialog
from reader.gui.proof.repairs import RepairsDialog
from reader.gui.settings.dialog import SettingsDialog
from reader.gui.theme import LIGHT
from reader.gui.versions.dialog import ChangesDialog
from reader.gui.where_dialog import WhereDialog
from reader.i18n import Translator
from reader.intake_wording import bulk_report
from reader.model.article import Span
from reader.model.care import Backup, BackupKind
from reader.model.exportform import ExportForm
from reader.model.intake import Failed, Outcome, Report, Taken
from reader.model.leaves import Kind, Leaf
from reader.model.position import START
from reader.model.pronunciation import Pronunciation
from reader.model.raw import Repair
from reader.model.version import Change, ChangeKind, Version
from reader.settings import Theme
from tests.gui.fitting import come_to_rest, misfits
from tests.gui.window_parts import PASTED, list_of, trigger

pytest_plugins = ("tests.gui.window_fixtures",)

REPAIRS = (Repair("line-break", 0, "нови\nправила", "нови правила"), Repair("space", 1, "  ", " "))
OWN = Pronunciation("Урсула фон дер Лайен", "Урсула фон дер Ла́йен", whole_word=False)
KEYS = usual_keys()
LARGE = pytest.mark.parametrize("size", [36, 72])
# Bulgarian words are the longer ones.
LARGE_IN_BOTH = pytest.mark.parametrize(("language", "size"), [("bg", 36), ("bg", 72), ("en", 72)])


def elements_dialog(window, _):
    """Return the list of elements of an open article."""
    window.parts.reading.open(window.parts.shelf.model.row(2).entry.identifier)
    window.parts.finding.show()
    return window.findChild(ElementsDialog)


def where_dialog(window, _):
    """Return what is told of a place in an open article."""
    window.parts.reading.open(window.parts.shelf.model.row(2).entry.identifier)
    window.parts.whereabouts.show()
    return window.findChild(WhereDialog)


def pronunciations_dialog(window, _):
    """Return the list of pronunciations with an entry in it."""
    window.parts.own.put(OWN)
    return PronunciationsDialog(window.parts.own, print, _, window)


def word_dialog(window, _):
    """Return an entry for words that are in the list already, as it says so."""
    dialog = WordDialog(OWN, (replace(OWN, match_case=True), OWN), print, _, window)
    dialog.exact.setChecked(True)
    dialog.show()
    dialog.accept()
    return dialog


def export_of_a_day(window, _):
    dialog = asked("export", ExportDialog)(window, _)
    dialog.fields.what.setCurrentIndex(dialog.fields.what.count() - 1)
    dialog.choose_form(ExportForm.PDF)
    dialog.fields.name.setText("")
    dialog.accept()  # what is wrong is told
    return dialog


def print_dialog(names):
    """Return a maker of the dialog of printing on a computer with such printers."""

    def made(window, _):
        machines = [Machine(name, QPrinter) for name in names]
        article = window._means.reader.library.article(1)
        return PrintDialog(article, window._means.keeper.current, machines, _, window)

    return made


def asked(command, kind):
    """Return a maker of the dialog that a command shows for an article with labels and marks."""

    def made(window, _):
        number = window.parts.shelf.model.row(2).entry.identifier
        window.parts.reading.open(number)
        window.parts.view.setFocus()
        trigger(window, "star")
        trigger(window, "bookmark")
        trigger(window, command)
        return window.findChild(kind)

    return made


def report_dialog(window, _):
    """Return the report of an import with each outcome that offers a button."""
    locked = Path("комюнике с парола.pdf")
    report = Report(
        (Path("Новини от института"),),
        (Taken(Path("първо.pdf"), Outcome.NEW, 1, "Мерки за опазване на пчелите"),),
        (Failed(locked, PasswordError(locked, wrong=False)),),
        (),
        finished=True,
    )
    return ReportDialog(report, bulk_report(report, _), _, window)


def changes_dialog(window, _):
    """Return the changes since one of two older versions."""
    change = Change(ChangeKind.CHANGED, 0, "В сила от есента", "В сила от пролетта", (), ())
    versions = [
        Version(number, "Нов план", datetime(2026, 3, number, tzinfo=UTC), None, "")
        for number in (2, 1)
    ]
    return ChangesDialog(versions, [change], _, window)


def mend_dialog(window, _):
    """Return the dialog for a pair, with long sentences to choose from."""
    question = Pairing(PASTED, [PASTED] * 9, Match((0,), (3,), doubtful=True), 3, is_mended=True)
    return MendDialog(question, _, window)


def asking(_):
    """Return a question of many words."""
    words = _("Page of the original, 1 to {count}").format(count=1000)
    return Question(_("Go to a page"), f"{words}. {words}", _("Go"), _("Let it go on"))


def found_settings(window, _):
    dialog = SettingsDialog(window.look._keeper, _, window)
    dialog.seek.field.setText("Orca")
    dialog.undoing.show()
    return dialog


def crash_dialog(window, _):
    dialog = CrashDialog(Happened.RUNNING, "Qt: 6\n" * 40, Path("/x/report.txt"), _, window)
    dialog.tell_of_another()
    return dialog


BACKUPS = [Backup(Path("1.db"), 1, date(2026, 11, 27), BackupKind.ASKED, 100_000, 300_000_000)]
DIALOGS = {
    "search by details": asked("search_details", SearchDialog),
    "tags": asked("tags", LabelsDialog),
    "collections": asked("collections", LabelsDialog),
    "a note": asked("note", NoteDialog),
    "marks": asked("list_marks", MarksDialog),
    "all marks": asked("my_notes", MarksDialog),
    "make an archive": asked("archive_make", MakeDialog),
    "export": asked("export", ExportDialog),
    "export of a day": export_of_a_day,
    "print": asked("print", PrintDialog),
    "print without a printer": print_dialog(()),
    "print on one of several": print_dialog(("HP LaserJet", "Принтерът на третия етаж")),
    "report of an import": report_dialog,
    "changes": changes_dialog,
    "mend a pair": mend_dialog,
    "backups": lambda window, _: BackupsDialog(lambda: BACKUPS, _, LIGHT, window),
    "no backups": lambda window, _: BackupsDialog(list, _, LIGHT, window),
    "damaged": lambda _window, _: DamagedDialog(damaged_in_words((PASTED,), _), BACKUPS, _, LIGHT),
    "settings": lambda window, _: SettingsDialog(window.look._keeper, _, window),
    "settings that are found": found_settings,
    "a bug": crash_dialog,
    "first steps": asked("first_steps", FirstSteps),
    "keys": lambda window, _: KeysDialog(KEYS, _, window),
    "change a key": lambda window, _: ChangeDialog(
        usual_keys(), usual_keys().entries[0], _, window
    ),
    "find a key": lambda window, _: FindDialog(KEYS, _, window),
    "elements": elements_dialog,
    "where": where_dialog,
    "pronunciations": pronunciations_dialog,
    "no pronunciations": lambda window, _: PronunciationsDialog(window.parts.own, print, _, window),
    "a word": word_dialog,
    "repairs": lambda window, _: RepairsDialog(REPAIRS, _, window),
    "block": lambda window, _: BlockDialog(START, Leaf(Kind.PARAGRAPH, (Span(PASTED),)), _, window),
    "about": lambda window, _: about(window, _, LIGHT),
    "licences": lambda window, _: LicencesDialog(parts(), _, LIGHT, window),
    "told": lambda window, _: tell(window, _("Nothing was repaired"), QMessageBox.Icon.Warning),
    "question": lambda window, _: ask(window, _("Nothing was repaired"), "1", "2", lambda: None),
    "a line": lambda window, _: ask_line(window, asking(_), "Пчели & мед", print),
    "a number": lambda window, _: ask_number(window, asking(_), range(1, 1000), 7, print),
    "a choice": lambda window, _: ask_choice(window, asking(_), (PASTED[:40], "1"), print),
    "password": lambda window, _: ask_password(window, _("Password"), _, lambda _given: None),
}


@pytest.fixture
def window(show, numbers, qtbot):
    def shown(language, size, width=800):
        return show(language=language, width=width, text_size=size)

    return shown


def test_cut_words_and_lost_controls_are_found(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    label, button = QLabel("Много дълги думи", window), QPushButton("Отваряне", window)
    label.setGeometry(0, 0, 40, 40)
    button.setGeometry(80, 0, 200, 40)
    window.resize(100, 100)
    window.show()
    found = misfits(window)
    assert len(found) == 2
    assert "needs a width" in found[0]
    assert "lies outside" in found[1]


@pytest.mark.check("A30", "The interface is magnified")
@LARGE_IN_BOTH
def test_in_the_window_no_words_are_cut_off(window, numbers, qtbot, size, language):
    shown = window(language, size)
    shown.parts.reading.open(numbers[0])
    for pane in range(3):
        shown.panes.go(pane)
        come_to_rest(shown, qtbot)
        assert misfits(shown) == []


@LARGE_IN_BOTH
def test_in_an_empty_library_no_words_are_cut_off(show, qtbot, size, language):
    shown = show(language=language, width=800, text_size=size)
    come_to_rest(shown, qtbot)
    assert misfits(shown) == []


@pytest.mark.check("A30", "The interface is magnified")
@pytest.mark.parametrize("name", DIALOGS)  # size by size: each other one dresses all widgets anew
@LARGE_IN_BOTH
def test_in_the_dialogs_no_words_are_cut_off(window, qtbot, name, size, language):
    dialog = DIALOGS[name](window(language, size), Translator(language))
    qtbot.addWidget(dialog)  # some have no parent
    dialog.show()
    come_to_rest(dialog, qtbot)
    assert misfits(dialog) == []


@pytest.mark.check("A30", "The interface is magnified")
@LARGE_IN_BOTH
def test_on_no_page_of_the_settings_words_are_cut_off(window, qtbot, size, language):
    shown = window(language, size)
    shown.look._keeper.change(theme=Theme.OWN)
    dialog = SettingsDialog(shown.look._keeper, Translator(language), shown)
    dialog.show()
    for number in range(dialog.pages.tabs.count()):
        dialog.pages.tabs.setCurrentIndex(number)
        come_to_rest(dialog, qtbot)
        assert misfits(dialog) == []


def test_the_choice_of_a_version_below_its_label_begins_where_the_list_does(window, qtbot):
    dialog = changes_dialog(window("bg", 36), Translator("bg"))
    dialog.show()
    come_to_rest(dialog, qtbot)
    assert dialog.since.x() == dialog.list.x()


@LARGE
def test_in_a_notice_no_words_are_cut_off(window, numbers, qtbot, size):
    shown = window("bg", size)
    shown.parts.reading.open(numbers[0])
    trigger(shown, "where")
    come_to_rest(shown, qtbot)
    assert misfits(shown) == []


@pytest.mark.check("A30", "The interface is magnified")
@pytest.mark.parametrize("width", [800, 1280])
@LARGE
def test_a_search_and_an_import_leave_the_list_room_for_a_whole_row(
    window, numbers, qtbot, size, width
):
    shown = window("bg", size, width)
    shown.parts.shelf.search_for("библиотеки")
    shown.parts.import_strip.tell_running("Приемат се файлове: 1200 от 34000")
    come_to_rest(shown, qtbot)
    assert misfits(shown) == []
    rows = list_of(shown)
    assert rows.height() >= rows.sizeHintForRow(0)
