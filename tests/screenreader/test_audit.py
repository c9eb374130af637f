"""Every window and every dialog, in both languages, as screen readers find it."""

from dataclasses import replace

import pytest

from tests.screenreader import audit
from tests.screenreader.desk import ARRIVED
from tests.screenreader.desk_files import FOREIGN, RIVERS, TITLE, USUAL, program, write_files
from tests.screenreader.openers import FOLDED, OPENERS, PLAIN
from tests.screenreader.session import MissingPackagesError, Session


@pytest.fixture(scope="module")
def quiet():
    """A desktop without Orca."""
    try:
        with Session(orca=False) as started:
            yield started
    except MissingPackagesError as error:
        pytest.fail(str(error))


@pytest.fixture(params=["bg", "en"])
def language(request):
    return request.param


@pytest.fixture
def files(tmp_path):
    """A folder with files for every outcome."""
    write_files(tmp_path)
    return tmp_path


def all_faults(desk, openers, language):
    """Bring one window up after the other; return what is wrong, a line each."""
    found = [f"{each.name}: {fault}" for each in openers for fault in faults(desk, each, language)]
    return "\n".join(found)


def faults(desk, opener, language):
    """Bring a window up and return what is wrong with it, a line each."""
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
    for step in opener.closes:
        step(desk)
    desk.wait_for("MainWindow")


@pytest.mark.timeout(240)
@pytest.mark.check("A39", "Every control has a name")
@pytest.mark.check("A40", "Every control has a role")
@pytest.mark.check("A46", "Everything by keyboard")
@pytest.mark.check("A47", "No keyboard trap")
@pytest.mark.check("A68", "The article's tree tells each language")
@pytest.mark.check("A83", "Each name holds the visible label")
@pytest.mark.check("A84", "Targets are at least 24 by 24 pixels")
@pytest.mark.check("A85", "Everything speaks the language of the interface")
def test_every_window_and_dialog_is_fit_for_screen_readers(quiet, files, language):
    with program(quiet, files, language) as desk:
        assert not all_faults(desk, OPENERS, language)


@pytest.mark.timeout(240)
@pytest.mark.check("A39", "Every control has a name")
@pytest.mark.check("A40", "Every control has a role")
@pytest.mark.check("A47", "No keyboard trap")
@pytest.mark.check("A80", "Plain view")
def test_a_plain_view_is_fit_for_screen_readers(quiet, files):
    with program(quiet, files, "bg", replace(USUAL, plain=True)) as desk:
        assert not all_faults(desk, PLAIN, "bg")
        assert desk.tree().find("text", FOREIGN)


@pytest.mark.timeout(240)
@pytest.mark.check("A30", "The interface is magnified")
@pytest.mark.check("A39", "Every control has a name")
@pytest.mark.check("A47", "No keyboard trap")
def test_a_folded_window_in_large_print_is_fit_for_screen_readers(quiet, files):
    with program(quiet, files, "bg", replace(USUAL, text_size=40)) as desk:
        assert not all_faults(desk, FOLDED, "bg")
