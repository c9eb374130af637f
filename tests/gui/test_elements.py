"""The list of elements: what an article holds, found by kind and by typing, and the way to it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from reader.gui.elements.dialog import ElementsDialog
from reader.gui.elements.model import Row
from reader.gui.player.player import PlayerState
from reader.i18n import Translator
from reader.model.article import Article, Heading, Paragraph, Source, Span
from reader.model.leaves import leaves
from reader.model.position import Position
from reader.text.elements import Sort, elements
from tests.gui.article_sample import SAMPLE
from tests.gui.player_parts import Sinks
from tests.gui.window_parts import dialogs, fill, trigger, type_text, wait_for_notice

pytest_plugins = ("tests.gui.window_fixtures",)

NAMED = Article(
    title="Мостове",
    language="bg",
    blocks=(
        Heading(1, (Span("Мостове"),)),
        Paragraph((Span("На 11 февруари 2025 г. комисар Магнус Брунер обеща 3 млн. евро."),)),
        Heading(2, (Span("Какво следва"),)),
        Paragraph((Span("До 31 март 2026 г. кметът Пенчо Милков ще подпише IP/25/467."),)),
        Heading(3, (Span("Още мостове"),)),
        Paragraph((Span("Вижте "), Span("плана", link="https://example.org/plan"), Span("."))),
    ),
    source=Source("text"),
)
PLAIN = replace(NAMED, title="Нищо", blocks=(Paragraph((Span("Нищо особено."),)),))


@pytest.fixture
def show_article(show, library):
    """Shows a window with an article open, the focus in it."""

    def shown(article=NAMED, open_sink=None):
        (number,) = fill(library, (article,))
        window = show(open_sink=open_sink)
        window.parts.reading.open(number)
        window.parts.view.setFocus()
        return window

    return shown


@pytest.fixture
def window(show_article):
    return show_article()


def listed(window):
    trigger(window, "elements")
    (dialog,) = dialogs(window, ElementsDialog)
    return dialog


def kinds(dialog):
    return [dialog.kind.itemText(number) for number in range(dialog.kind.count())]


def words(dialog):
    return [element.words for element in dialog.entries.things]


def press(dialog, qtbot, key):
    qtbot.keyClick(QApplication.focusWidget() or dialog.list, key)


def test_only_the_kinds_that_the_article_has_are_offered_each_with_its_number(window):
    assert kinds(listed(window)) == [
        "Headings: 3",
        "Links: 1",
        "Dates: 2",
        "Amounts: 1",
        "Documents: 1",
        "People: 2",
    ]


def test_an_article_without_elements_says_so(show_article, qtbot):
    window = show_article(PLAIN)
    trigger(window, "elements")
    wait_for_notice(window, qtbot, "no headings, links")
    assert dialogs(window, ElementsDialog) == []


@pytest.mark.parametrize(("block", "heading"), [(0, "Мостове"), (3, "Какво следва")])
def test_it_opens_on_the_section_that_one_is_in(window, qtbot, block, heading):
    window.parts.view.go(Position(block, 4))
    dialog = listed(window)
    assert dialog.current.words == heading
    qtbot.waitUntil(dialog.list.hasFocus)


def test_other_kinds_open_on_what_is_nearest(window):
    window.parts.view.go(Position(3, 0))
    dialog = listed(window)
    dialog.choose(Sort.PERSON)
    assert dialog.current.words == "Пенчо Милков"


def test_the_kind_is_remembered_until_the_next_time(window):
    dialog = listed(window)
    dialog.choose(Sort.DATE)
    dialog.reject()
    assert listed(window).sort is Sort.DATE


@pytest.mark.check("A63", "Elements list")
@pytest.mark.check("A73", "The focus comes back after a dialog")
def test_enter_leads_to_the_exact_place_and_the_focus_comes_back(window, qtbot):
    dialog = listed(window)
    dialog.choose(Sort.DATE)
    dialog.list.stand_on(1)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    view = window.parts.view
    qtbot.waitUntil(view.hasFocus)
    place = view.position()
    text = leaves(NAMED)[place.block].text
    assert text[place.char :].startswith("31 март 2026 г.")


def test_enter_on_a_link_gives_it_the_focus(window, qtbot):
    dialog = listed(window)
    dialog.choose(Sort.LINK)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(window.parts.view.hasFocus)
    assert window.parts.view.piece().link.address == "https://example.org/plan"


def test_escape_goes_back_to_where_one_was(window, qtbot):
    window.parts.view.go(Position(3, 7))
    dialog = listed(window)
    dialog.list.stand_on(0)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.parts.view.hasFocus)
    assert window.parts.view.position() == Position(3, 7)


@pytest.mark.check("A63", "Elements list")
def test_what_is_typed_in_the_list_filters_it(window, qtbot):
    dialog = listed(window)
    qtbot.waitUntil(dialog.list.hasFocus)
    type_text(dialog.list, "м")
    assert dialog.field.hasFocus()
    type_text(dialog.field, "ост")
    assert words(dialog) == ["Мостове", "Още мостове"]
    press(dialog, qtbot, Qt.Key.Key_Down)
    assert dialog.list.hasFocus()
    assert dialog.current.words == "Мостове"


def test_the_number_of_what_fits_is_shown_and_said_in_the_field(window, qtbot):
    dialog = listed(window)
    dialog.field.setFocus()
    type_text(dialog.field, "мостове")
    assert dialog.count.text() == "2 found"
    qtbot.waitUntil(lambda: dialog.field.accessibleDescription() == "2 found")
    type_text(dialog.field, "ъ")
    assert dialog.count.text() == "Nothing found"
    assert not dialog.go.isEnabled()


def test_the_same_entry_stays_when_the_filter_still_fits_it(window):
    dialog = listed(window)
    dialog.list.stand_on(2)
    dialog.field.setText("още")
    dialog.field.clear()
    assert dialog.current.words == "Още мостове"


def test_an_entry_says_what_it_is_and_the_words_around_it(window):
    dialog = listed(window)
    heading = QAccessible.queryAccessibleInterface(dialog.list).child(1)
    assert heading.text(QAccessible.Text.Name) == "Какво следва. Level 2"
    dialog.choose(Sort.LINK)
    assert dialog.entries.row(0).said == "плана. https://example.org/plan"
    dialog.choose(Sort.AMOUNT)
    said = dialog.entries.row(0).said
    assert said.startswith("3 млн. евро. На 11 февруари 2025 г.")


def test_only_the_rows_in_sight_are_worded(qtbot):
    links = tuple(Span(f"връзка {number} ", link=f"https://e.org/{number}") for number in range(10))
    paragraphs = tuple(
        Paragraph(tuple(replace(span, link=f"{span.link}/{block}") for span in links))
        for block in range(300)
    )
    found = elements(replace(NAMED, blocks=paragraphs))
    worded = []

    def word(element):
        worded.append(element)
        return Row(element.words, element.value, element.words)

    dialog = ElementsDialog(found, word, Position(150, 0), Translator("en"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.grab()
    assert len(dialog.entries.things) == 3000
    assert 0 < len(worded) < 60
    assert dialog.current.extent.block == 150


@pytest.mark.check("A63", "Elements list")
def test_every_sort_of_element_of_an_article_is_found():
    found = elements(SAMPLE)
    assert [element.words for element in found[Sort.HEADING]][
        1
    ] == "Какво се променя за превозвачите"
    assert len(found[Sort.LIST]) == 3
    assert len(found[Sort.TABLE]) == 1
    assert {Sort.LINK, Sort.QUOTE, Sort.NOTE, Sort.DATE, Sort.AMOUNT} <= set(found)
    assert all(
        element.words == " ".join(leaves(SAMPLE)[e.block].text[e.start : e.end].split())
        for sort in (Sort.LINK, Sort.DATE, Sort.AMOUNT, Sort.PERSON)
        for element in found.get(sort, ())
        for e in (element.extent,)
    )


def test_nothing_is_listed_while_no_article_is_open(show, numbers):
    window = show()
    assert not window.menu_actions["elements"].isEnabled()
    window.parts.finding.show()
    assert dialogs(window, ElementsDialog) == []


def test_the_voice_falls_silent_and_the_list_opens_where_it_was(show_article, qtbot):
    sinks = Sinks()
    window = show_article(open_sink=sinks.open)
    window.parts.view.go(Position(3, 0))
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(sinks.opened) and sinks.now.written > sinks.now.played)
    window.parts.view.go(Position(0, 0))
    window.parts.view.go(Position(3, 0))
    dialog = listed(window)
    assert window.parts.player.state is PlayerState.STOPPED
    assert dialog.current.words == "Какво следва"


@pytest.mark.parametrize("language", ["en", "bg"])
def test_each_part_of_the_list_has_a_letter_of_its_own(qtbot, language):
    dialog = ElementsDialog(elements(NAMED), shown_as, Position(0, 0), Translator(language))
    qtbot.addWidget(dialog)
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
    letters = [QKeySequence.mnemonic(text).toString() for text in [*labels, dialog.go.text()]]
    assert all(letters)
    assert len(set(letters)) == len(letters) == 3


def shown_as(element):
    return Row(element.words, "", element.words)
