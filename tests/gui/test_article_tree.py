"""The accessible tree: what a screen reader is told of an article."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from reader.model.article import Article, Paragraph, Source, Span
from reader.model.position import Position
from tests.gui.article_presses import type_letter
from tests.gui.article_sample import ENGLISH, OTHER, PRESS_RELEASE, SAMPLE, SUBTITLE

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
ROLE = QAccessible.Role
TITLE = SAMPLE.title


@pytest.fixture
def root(view):
    """The article's node, asked for as a screen reader asks."""
    QAccessible.setActive(True)
    yield QAccessible.queryAccessibleInterface(view)
    QAccessible.setActive(False)


def children(node):
    return [node.child(number) for number in range(node.childCount())]


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def words(node):
    text = node.textInterface()
    return "" if text is None else text.text(0, text.characterCount())


def find(root, start):
    return next(node for node in walk(root) if words(node).startswith(start))


def attribute(node, key):
    return node.attributesInterface().attributeValue(key)


@pytest.mark.check("A15", "The reading order is right")
@pytest.mark.check("A40", "Every control has a role")
def test_the_article_is_a_named_group_of_its_blocks(root):
    assert root.role() == ROLE.Grouping
    assert root.text(NAME) == "Article"
    assert [node.role() for node in children(root)] == [
        ROLE.Heading,
        ROLE.Paragraph,
        ROLE.Paragraph,
        ROLE.Heading,
        ROLE.Paragraph,
        ROLE.List,
        ROLE.BlockQuote,
        ROLE.Paragraph,
        ROLE.Heading,
        ROLE.Table,
        ROLE.Heading,
        ROLE.List,
        ROLE.Graphic,
        ROLE.Heading,
        ROLE.Paragraph,
        ROLE.Paragraph,
        ROLE.Paragraph,
        ROLE.Paragraph,
    ]


@pytest.mark.check("A65", "Headings tell their level")
def test_headings_tell_their_level(root):
    headings = [node for node in walk(root) if node.role() == ROLE.Heading]
    levels = [attribute(node, QAccessible.Attribute.Level) for node in headings]
    assert levels == [1, 2, 2, 3, 2]


@pytest.mark.check("A25", "The language switches")
@pytest.mark.check("A68", "The article's tree tells each language")
def test_every_block_tells_its_language(root):
    english = find(root, "This paragraph was left")
    assert attribute(english, QAccessible.Attribute.Locale).bcp47Name() == "en"
    others = [node for node in walk(root) if node.role() == ROLE.Heading]
    for node in others:
        assert attribute(node, QAccessible.Attribute.Locale).bcp47Name() == "bg"


@pytest.mark.check("A66", "Lists tell how many items they have")
def test_a_list_holds_its_items_and_an_item_the_list_within(root):
    outer = next(node for node in children(root) if node.role() == ROLE.List)
    assert [node.role() for node in children(outer)] == [ROLE.ListItem] * 3
    inner = children(children(outer)[1])
    assert [node.role() for node in inner] == [ROLE.List]
    assert len(children(inner[0])) == 2


@pytest.mark.check("A64", "Links tell their name and address and can be followed")
def test_a_link_has_a_name_an_address_and_can_be_pressed(root, view, qtbot):
    lead = find(root, "Европейската комисия представи")
    link = children(lead)[0]
    assert (link.role(), link.text(NAME)) == (ROLE.Link, "съобщението за медиите")
    assert link.text(DESCRIPTION) == f"1 of 3, {PRESS_RELEASE}"
    assert words(link) == "съобщението за медиите"
    assert link.state().linked
    with qtbot.waitSignal(view.link_activated) as told:
        link.actionInterface().doAction("Press")
    assert told.args == [PRESS_RELEASE]


def test_a_screen_reader_can_set_the_focus(root, view):
    quote = next(node for node in children(root) if node.role() == ROLE.BlockQuote)
    quote.actionInterface().doAction("SetFocus")
    assert view.outline().leaves[view.position().block].text == words(children(quote)[0])
    link = next(node for node in walk(root) if node.text(DESCRIPTION).endswith(ENGLISH))
    link.actionInterface().doAction("SetFocus")
    assert view.piece().link.address == ENGLISH


def test_a_block_with_text_has_no_name_of_its_own(root):
    named = {node.role() for node in walk(root) if node.text(NAME)}
    assert named == {ROLE.Grouping, ROLE.Link, ROLE.Graphic, ROLE.Table}


def test_nothing_in_an_article_is_called_read_only(root):
    assert not any(node.state().readOnly for node in walk(root) if node is not root)


def test_the_focus_is_with_the_block_that_is_read_and_not_with_the_article(root, view):
    view.go(Position(3, 4))
    focused = [node for node in walk(root) if node.state().focused]
    assert [words(node) for node in focused] == [view.outline().leaves[3].text]
    assert root.focusChild() is focused[0]
    type_letter(view, "k")
    focused = [node for node in walk(root) if node.state().focused]
    assert [node.role() for node in focused] == [ROLE.Link]


def test_without_the_focus_nothing_is_focused(root, view):
    view.clearFocus()
    assert not any(node.state().focused for node in walk(root))
    assert root.focusChild() is None


def test_the_caret_in_a_block_is_where_the_person_reads(root, view):
    view.go(Position(3, 4))
    node = find(root, "Какво се променя")
    assert node.textInterface().cursorPosition() == 4
    view.go(Position(3, 9))
    assert node.textInterface().cursorPosition() == 9


@pytest.mark.check("A04", "A jump moves the reading focus")
def test_a_screen_reader_can_move_the_caret(root, view):
    view.go(Position(3, 0))
    find(root, "Какво се променя").textInterface().setCursorPosition(6)
    assert view.position() == Position(3, 6)
    link = next(node for node in walk(root) if node.text(NAME) == "the original press release")
    link.textInterface().setCursorPosition(4)
    place = view.position()
    assert view.outline().leaves[place.block].text[place.char :].startswith("original press")


def test_letters_outside_the_usual_planes_do_not_shift_the_caret(root, view):
    article = Article("", "bg", (Paragraph((Span("Знаме 🇧🇬 тук"),)),), Source("text"))
    view.show_article(article)
    text = children(root)[0].textInterface()
    view.go(Position(0, 9))
    assert text.text(text.cursorPosition(), text.characterCount()) == "тук"
    text.setCursorPosition(10)
    assert view.position() == Position(0, 8)


@pytest.mark.check("A23", "Select text")
def test_a_selection_is_the_same_for_eye_and_ear(root, view):
    cursor = view.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(10, cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    text = children(root)[0].textInterface()
    assert text.cursorPosition() == 10
    assert text.selectionCount() == 1


def test_the_line_under_the_title_describes_the_title(root):
    assert children(root)[0].text(DESCRIPTION) == SUBTITLE
    assert not any(
        SUBTITLE in node.text(DESCRIPTION) for node in walk(root) if words(node) != TITLE
    )


def test_children_know_their_place(root):
    for node in walk(root):
        for number, child in enumerate(children(node)):
            assert node.indexOfChild(child) == number
            above = child.parent()
            inline = child.role() in (ROLE.Link, ROLE.StaticText)
            assert above is node or (inline and above.indexOfChild(child) >= 0)


def test_a_node_is_found_where_it_is_drawn(root, view):
    view.resize(1000, 2000)
    for node in children(root):
        area = node.rect()
        assert area.isValid()
        middle = QPoint(area.left() + 3, area.center().y())
        assert root.childAt(middle.x(), middle.y()) is node
    lead = children(root)[2]
    for link in children(lead):
        assert lead.rect().contains(link.rect().center())
        assert lead.childAt(link.rect().center().x(), link.rect().center().y()) is link


def test_another_article_takes_the_place_of_the_first(root, view):
    old = children(root)
    view.show_article(OTHER)
    assert [words(node) for node in children(root)] == [leaf.text for leaf in view.outline().leaves]
    assert len(old) > len(children(root))


def test_only_a_few_hidden_editors_are_made(root, qapp):
    before = len(qapp.allWidgets())
    for node in walk(root):
        words(node)
    after = len(qapp.allWidgets())
    for node in walk(root):
        words(node)
    assert len(qapp.allWidgets()) == after <= before + 8 * 10


def test_three_hundred_changes_of_the_article_leave_no_trace():
    script = Path(__file__).parents[1] / "torture" / "article.py"
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", str(script), "300"],
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(script.parents[2])},
    )
    assert done.returncode == 0, done.stderr
    changes, grown = (int(word) for word in done.stdout.split())
    assert changes == 300
    assert grown == 0
