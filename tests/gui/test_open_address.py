"""What lies at an address, or behind a reference, is fetched, cleaned and kept like a file."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from reader.gui.links.address_dialog import AddressDialog
from reader.sources.fetch import Fetcher
from tests.gui.window_parts import dialogs, opened, titles, trigger, wait_for_notice
from tests.servers.elsewhere import Elsewhere
from tests.servers.site import Page
from tests.servers.tricks import MEGABYTE, stall

pytest_plugins = ("tests.gui.window_fixtures", "tests.servers.fixtures")

ADDRESS = "https://example.org/rivers"
PLACE = "/example.org/rivers"
TEXT = "Комисията обяви днес нова мрежа за наблюдение на реките в Европа и на всички езера."
PAGE = f"<html lang=bg><body><main><h1>Мрежа за реките</h1><p>{TEXT}</p></main></body></html>"
PARTS = "/ec.europa.eu/commission/presscorner/api/documents?reference=IP/25/467&language=bg"


@pytest.fixture
def window(show, numbers, site):
    """A window for which the site is the web."""
    return show(make_fetcher=lambda: Elsewhere(site))


def ask_for(window, words):
    """Give an address in the dialog."""
    trigger(window, "open_address")
    dialog = dialogs(window, AddressDialog)[-1]
    dialog.field.setText(words)
    dialog.accept()
    return dialog


def warning(window, qtbot):
    """Return the message that tells of an error, once it is there."""
    qtbot.waitUntil(lambda: dialogs(window, QMessageBox) != [])
    return dialogs(window, QMessageBox)[-1]


def test_a_page_is_fetched_cleaned_kept_and_shown(window, library, site, qtbot):
    site.page(PLACE, PAGE)
    ask_for(window, ADDRESS)
    wait_for_notice(window, qtbot, "Article added: Мрежа за реките.")
    assert opened(window, qtbot) == "Мрежа за реките"
    assert titles(window)[0] == "Мрежа за реките"
    assert window.parts.reading.article.source.address == ADDRESS
    assert window.parts.view.hasFocus()


def test_a_reference_is_looked_up(window, site, qtbot):
    part = {"title": "Мрежа за реките", "htmlContent": f"<p>{TEXT}</p>", "language": "bg"}
    answer = json.dumps({"refCd": "IP/25/467", "docuLanguageResource": part})
    site.page(PARTS, answer, "application/json")
    ask_for(window, "IP/25/467")
    wait_for_notice(window, qtbot, "Article added")
    assert window.parts.reading.article.source.address.endswith("/detail/bg/ip_25_467")


def test_the_same_page_is_known_and_a_changed_one_is_a_version(window, library, site, qtbot):
    site.page(PLACE, PAGE)
    ask_for(window, ADDRESS)
    wait_for_notice(window, qtbot, "Article added")
    ask_for(window, ADDRESS)
    wait_for_notice(window, qtbot, "is in the library already")
    site.page(PLACE, PAGE.replace("днес", "вчера"))
    ask_for(window, ADDRESS)
    wait_for_notice(window, qtbot, "A new version of the article: Мрежа за реките.")
    assert library.count().total == 4


@pytest.mark.check("A50", "Errors are named with a remedy")
def test_a_page_that_is_not_there_is_told_of_in_words(window, library, qtbot):
    ask_for(window, ADDRESS)
    words = warning(window, qtbot).text()
    assert words.startswith("The site has no page at “")
    assert "Check the address" in words
    assert library.count().total == 3


def test_a_site_that_says_nothing_can_be_given_up(window, library, site, qtbot):
    site.put(PLACE, stall)
    ask_for(window, ADDRESS)
    wait_for_notice(window, qtbot, f"Fetching {ADDRESS}…")
    qtbot.waitUntil(lambda: site.paths() != [])
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    wait_for_notice(window, qtbot, "Cancelled. Nothing was kept.")
    assert library.count().total == 3


def test_while_one_site_stalls_files_are_taken_in(window, site, tmp_path, qtbot):
    site.put(PLACE, stall)
    ask_for(window, ADDRESS)
    qtbot.waitUntil(lambda: site.paths() != [])
    file = tmp_path / "реки.txt"
    file.write_text(f"Мрежа за реките\n\n{TEXT}\n", "utf-8")
    window.parts.intake.files([file])
    wait_for_notice(window, qtbot, "Article added")
    assert window.menu_actions["cancel"].isEnabled()
    trigger(window, "cancel")
    wait_for_notice(window, qtbot, "Cancelled.")


def test_a_page_of_fifty_megabytes_is_refused_and_nothing_is_kept(window, library, site, qtbot):
    site.put(PLACE, Page(b"<p>" + b"a" * (50 * MEGABYTE)))
    ask_for(window, ADDRESS)
    assert "is too large" in warning(window, qtbot).text()
    assert library.count().total == 3


@pytest.mark.check("A50", "Errors are named with a remedy")
@pytest.mark.parametrize(
    "words", ["", "javascript:alert(1)", "file:///etc/passwd", "C:\\новини.pdf", "нещо си"]
)
def test_what_names_nothing_on_the_web_is_refused_where_it_was_typed(window, site, words, qtbot):
    dialog = ask_for(window, words)
    assert dialog.isVisible()
    assert dialog.trouble.isVisible()
    told = "Give an address first." if not words else "is no address of the web"
    assert told in dialog.trouble.text()
    qtbot.waitUntil(dialog.field.hasFocus)
    assert site.paths() == []


def test_a_redirect_to_a_file_of_the_computer_is_refused(show, numbers, site, qtbot):
    window = show(make_fetcher=lambda: Fetcher("1.0", proxies={}, allowed=("127.0.0.1",)))
    address = site.put("/rivers", Page(status=302, headers={"Location": "file:///etc/passwd"}))
    ask_for(window, address)
    assert "no address that may be opened" in warning(window, qtbot).text()


def test_a_computer_of_the_own_network_is_asked_only_when_that_is_allowed(
    show, numbers, site, qtbot
):
    window = show(make_fetcher=lambda: Fetcher("1.0", proxies={}))
    ask_for(window, site.page("/rivers", PAGE))
    box = warning(window, qtbot)
    assert "in your own network" in box.text()
    assert site.paths() == []
    next(each for each in box.buttons() if each.text() == "&Allow it").click()
    wait_for_notice(window, qtbot, "Article added: Мрежа за реките.")


def test_an_address_of_the_command_line_is_opened(show, numbers, site, qtbot):
    site.page(PLACE, PAGE)
    window = show(ADDRESS, make_fetcher=lambda: Elsewhere(site))
    wait_for_notice(window, qtbot, "Article added: Мрежа за реките.")
