"""Every window and every dialog, in both languages, as screen readers find it.

The programs are gone through side by side, each on a desktop of its own.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from reader.app import manual
from tests.screenreader import audit
from tests.screenreader.desk import ARRIVED
from tests.screenreader.desk_files import FOREIGN, RIVERS, TITLE, USUAL, program, write_files
from tests.screenreader.openers import FOLDED, OPENERS, PLAIN
from tests.screenreader.session import Session

ROUNDS = {
    "bg": ("bg", USUAL, OPENERS),
    "en": ("en", USUAL, OPENERS),
    "plain": ("bg", replace(USUAL, plain=True), PLAIN),
    "large": ("bg", replace(USUAL, text_size=40), FOLDED),
}
# Which page of the help tells about a dialog, by the name of its opener or by its class.
HELP = {
    "adding": ("open file", "password", "open an address", "no address", "ReportDialog"),
    "feeds": (
        "AddDialog", "CatalogueDialog", "EditDialog", "FeedsDialog", "RuleDialog", "RulesDialog",
        "UpdateReportDialog",
    ),
    "first-steps": ("FirstSteps", "LicencesDialog"),
    "handing-on": ("the folder of an export", "ExportDialog", "MakeDialog", "PrintDialog"),
    "keys": ("KeysDialog",),
    "library": ("LabelsDialog",),
    "notes": ("MarksDialog", "NoteDialog"),
    "original": ("original of a link", "DifferencesDialog", "MendDialog", "OriginalDialog"),
    "reading": ("page", "ElementsDialog", "WhereDialog"),
    "repairs": (
        "check against a page", "BlockDialog", "ChangesDialog", "OffersDialog", "PrintedDialog",
        "RepairsDialog",
    ),
    "safety": ("BackupsDialog", "DamagedDialog"),
    "search": ("SearchDialog",),
    "settings": ("put the settings back", "export the settings", "SettingsDialog"),
    "trouble": ("CrashDialog", "QMessageBox"),
    "voice": ("PronunciationsDialog", "WordDialog"),
}  # fmt: skip
# F1 is a key like all others to those that listen for one; over a page there are no more pages.
WITHOUT_HELP = {"ChangeDialog", "FindDialog", "PageDialog"}


@pytest.fixture(scope="module")
def rounds(tmp_path_factory):
    """What is found wrong in each round, and the tree at its end."""
    with ThreadPoolExecutor(2) as pool:
        yield {
            name: pool.submit(gone_round, tmp_path_factory.mktemp(name), *each)
            for name, each in ROUNDS.items()
        }


def gone_round(files, language, chosen, openers):
    """Bring one window up after the other; return what is wrong, a line each, and the last tree."""
    write_files(files)
    with Session(orca=False) as quiet, program(quiet, files, language, chosen) as desk:
        found = [
            f"{each.name}: {fault}" for each in openers for fault in faults(desk, each, language)
        ]
        return "\n".join(found), desk.tree()


def faults(desk, opener, language):
    """Bring a window up and return what is wrong with it, a line each."""
    desk.rest()  # keys that come while the last window closes may be for it
    for step in opener.opens:
        step(desk)
    shown = desk.wait_for(opener.shows)
    tree = desk.tree()
    object_names = {each.object_name for each in shown.widgets if each.object_name}
    yield from audit.nameless(tree)
    yield from audit.meaningless(tree)
    yield from audit.technical(tree, object_names)
    yield from audit.nested(tree)
    yield from audit.small(tree)
    yield from audit.sizeless(tree)
    yield from audit.foreign(tree, language, {TITLE, ARRIVED, RIVERS[0]})
    yield from audit.no_letter_twice(shown.widgets)
    yield from audit.label_not_in_name(shown.widgets)
    if opener.name == "article":
        yield from audit.wrong_locale(tree, "bg", {FOREIGN})
    if opener.tab:
        main = "MainWindow" in shown.kinds
        reached = desk.tab_round() | (desk.pane_round() if main else frozenset())
        yield from audit.unreachable(tree, reached)
    if language == "bg" and "QDialog" in shown.kinds and not WITHOUT_HELP & set(shown.kinds):
        yield from other_help(desk, opener, shown)
    for step in opener.closes:
        step(desk)
    desk.wait_for("MainWindow")


def other_help(desk, opener, shown):
    """Ask for help over a dialog, and return from it; tell where it is not the page about that."""
    names = (opener.name, *shown.kinds)
    pages = [page for name in names for page, about in HELP.items() if name in about]
    desk.press("F1")
    title = desk.wait_for_focus("PageDialog").widgets[0].name
    if not pages or f"# {title}\n" not in manual.pages("bg")[pages[0]]:
        yield f"its help has the title {title!r}, which is not that of {pages[:1]}"
    desk.press("Escape")
    desk.wait_for_focus(opener.shows)


@pytest.mark.timeout(1800)
@pytest.mark.check("A39", "Every control has a name")
@pytest.mark.check("A40", "Every control has a role")
@pytest.mark.check("A46", "Everything by keyboard")
@pytest.mark.check("A47", "No keyboard trap")
@pytest.mark.check("A68", "The article's tree tells each language")
@pytest.mark.check("A83", "Each name holds the visible label")
@pytest.mark.check("A84", "Targets are at least 24 by 24 pixels")
@pytest.mark.check("A85", "Everything speaks the language of the interface")
@pytest.mark.parametrize("language", ["bg", "en"])
def test_every_window_and_dialog_is_fit_for_screen_readers(rounds, language):
    found, _tree = rounds[language].result()
    assert not found


@pytest.mark.timeout(1800)
@pytest.mark.check("A39", "Every control has a name")
@pytest.mark.check("A40", "Every control has a role")
@pytest.mark.check("A47", "No keyboard trap")
@pytest.mark.check("A80", "Plain view")
def test_a_plain_view_is_fit_for_screen_readers(rounds):
    found, tree = rounds["plain"].result()
    assert not found
    assert tree.find("text", FOREIGN)


@pytest.mark.timeout(1800)
@pytest.mark.check("A30", "The interface is magnified")
@pytest.mark.check("A39", "Every control has a name")
@pytest.mark.check("A47", "No keyboard trap")
def test_a_folded_window_in_large_print_is_fit_for_screen_readers(rounds):
    found, _tree = rounds["large"].result()
    assert not found
