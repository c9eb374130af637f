"""What a translation says otherwise than its original is listed and led to."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from reader.gui.links.differences_dialog import DifferencesDialog
from reader.gui.links.original_dialog import OriginalDialog
from reader.model.article import Article, Heading, Paragraph, Source, Span
from tests.gui.window_parts import LIBRARIES, dialogs, fill, trigger, wait_for_notice
from tests.servers.elsewhere import Elsewhere

pytest_plugins = ("tests.gui.window_fixtures", "tests.servers.fixtures")

PLACE = "/digital-strategy.ec.europa.eu/en/news/new-libraries"
TITLE = "Комисията обяви мрежа за наблюдение на пчелите"
HERE = (
    "Държавите членки ще получат 250 милиона евро за обучение на пчелари.",
    "Мрежата започва работа на 5 март 2026 г. и ще бъде отворена за всички.",
    "Тя обхваща 27 държави и всички техни области.",
)
THERE = (
    "The Member States will receive EUR 250 billion for the training of beekeepers.",
    "The network starts work on 5 May 2026 and will be open to everybody.",
    "It covers 27 countries and all their regions.",
)
BEES = "The Commission announced a network for the monitoring of bees"


def written(title, language, sentences):
    blocks = (Heading(1, (Span(title),)), *(Paragraph((Span(each),)) for each in sentences))
    return replace(LIBRARIES, title=title, language=language, blocks=blocks)


@pytest.fixture
def number(library):
    return fill(library, [written(TITLE, "bg", HERE)])[0]


@pytest.fixture
def window(show, number, site):
    window = show(make_fetcher=lambda: Elsewhere(site))
    window.parts.reading.open(number)
    return window


def keep_original(library, number, sentences=THERE):
    found = written(BEES, "en", sentences)
    original = Article(found.title, "en", found.blocks, Source("html"))
    library.original_texts.keep(number, original, b"")


def listed(window, qtbot):
    qtbot.waitUntil(lambda: dialogs(window, DifferencesDialog) != [])
    (dialog,) = dialogs(window, DifferencesDialog)
    return dialog


def test_each_difference_tells_its_sort_and_both_sentences(window, library, number, qtbot):
    keep_original(library, number)
    trigger(window, "differences")
    dialog = listed(window, qtbot)
    assert dialog.windowTitle() == "2 differences from the original"
    said = [row.said for row in dialog.model.rows]
    assert said[0].startswith("An amount: “250 милиона евро”, in the original “EUR 250 billion”. ")
    assert f"Here: {HERE[0]} Original: {THERE[0]}" in said[0]
    assert said[1].startswith("A date: “март”, in the original “May”. ")


def test_enter_leads_to_the_very_words(window, library, number, qtbot):
    keep_original(library, number)
    trigger(window, "differences")
    dialog = listed(window, qtbot)
    dialog.go_to(0)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(window.parts.view.hasFocus)
    place = window.parts.view.position()
    assert HERE[0][place.char :].startswith("250 милиона")
    assert place.block == 1


def test_where_nothing_differs_that_is_told(window, library, number, qtbot):
    there = [THERE[0].replace("billion", "million"), THERE[1].replace("May", "March"), THERE[2]]
    keep_original(library, number, there)
    trigger(window, "differences")
    words = "No figure, date, name or address differs from the original."
    wait_for_notice(window, qtbot, words)


def test_without_an_original_it_is_fetched_first_from_where_the_person_says(window, site, qtbot):
    paragraphs = "".join(f"<p>{each}</p>" for each in THERE)
    site.page(PLACE, f"<html lang=en><main><h1>{BEES}</h1>{paragraphs}</main></html>")
    trigger(window, "differences")
    (dialog,) = dialogs(window, OriginalDialog)
    dialog.accept()
    assert len(listed(window, qtbot).model.rows) == 2
