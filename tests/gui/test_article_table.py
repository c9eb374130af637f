"""Tables to a screen reader: cells with their places and names, and the keys that move by them."""

import ctypes
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from shiboken6 import Shiboken

from reader.model.article import Article, Paragraph, Source, Span, Table
from reader.model.position import Position
from tests.gui.article_presses import NONE, SHIFT, press, type_letter

ALT = Qt.KeyboardModifier.AltModifier
ROLE = QAccessible.Role
ADDRESS = "https://example.eu/otchet"


def row(*words):
    return tuple((Span(word),) for word in words)


HEADED = Table(
    row("Година", "Проекти", "Средства"),
    (row("две хиляди двадесет и пета", "12", ""), row("следващата", "15", "310 млн. евро")),
    (Span("По години"),),
)
BARE = Table((), (row("Лом", "45"), row("Видин"), ((Span("вижте ", link=ADDRESS),), (Span("7"),))))


def article(*blocks):
    before, after = Paragraph((Span("Преди."),)), Paragraph((Span("След."),))
    return Article("", "bg", (before, *blocks, after), Source("text"))


@pytest.fixture
def table(view):
    """The node of the first table of an article, asked for as a screen reader asks."""
    QAccessible.setActive(True)
    view.show_article(article(HEADED))
    yield QAccessible.queryAccessibleInterface(view).child(1)
    QAccessible.setActive(False)


@pytest.fixture
def said(view, monkeypatch):
    messages = []
    monkeypatch.setattr(view, "announce", messages.append)
    return messages


def words(node):
    text = node.textInterface()
    return text.text(0, text.characterCount())


def read(view):
    """The words of the cell or the block that has the focus."""
    return words(QAccessible.queryAccessibleInterface(view).focusChild())


def cells(table):
    return [table.child(number) for number in range(table.childCount())]


def test_a_table_is_called_by_its_caption_and_holds_its_cells(table):
    assert (table.role(), table.text(QAccessible.Text.Name)) == (ROLE.Table, "По години")
    assert {cell.role() for cell in cells(table)} == {ROLE.Cell}
    assert [words(cell) for cell in cells(table)] == [
        *("Година", "Проекти", "Средства"),
        *("две хиляди двадесет и пета", "12", ""),
        *("следващата", "15", "310 млн. евро"),
    ]


def test_a_cell_tells_its_row_and_its_column(table):
    places = [
        (cell.tableCellInterface().rowIndex(), cell.tableCellInterface().columnIndex())
        for cell in cells(table)
    ]
    assert places == [(row, column) for row in range(3) for column in range(3)]
    assert all(cell.tableCellInterface().table() is table for cell in cells(table))


@pytest.mark.check("A17", "Table by cells, rows and columns")
def test_a_cell_knows_what_names_its_column_and_its_row(table):
    last = cells(table)[8].tableCellInterface()
    assert [words(node) for node in last.columnHeaderCells()] == ["Средства"]
    assert [words(node) for node in last.rowHeaderCells()] == ["следващата"]
    name = cells(table)[1].tableCellInterface()
    assert (name.columnHeaderCells(), name.rowHeaderCells()) == ([], [])


def test_a_table_without_a_head_names_nothing(view, table):
    view.show_article(article(BARE))
    bare = QAccessible.queryAccessibleInterface(view).child(1)
    places = [cell.tableCellInterface() for cell in cells(bare)]
    assert [words(cell) for cell in cells(bare)] == ["Лом", "45", "Видин", "вижте ", "7"]
    assert not any(place.columnHeaderCells() + place.rowHeaderCells() for place in places)


def test_a_link_in_a_cell_can_be_pressed(view, table, qtbot):
    view.show_article(article(BARE))
    cell = cells(QAccessible.queryAccessibleInterface(view).child(1))[3]
    with qtbot.waitSignal(view.link_activated) as told:
        cell.child(0).actionInterface().doAction("Press")
    assert told.args == [ADDRESS]


def test_down_reads_the_caption_and_then_row_by_row(view, table):
    heard = []
    for _ in range(5):
        press(view, Qt.Key.Key_Down)
        heard.append(read(view))
    caption, *rows, after = heard
    assert caption == "По години"
    assert rows == ["Година", "две хиляди двадесет и пета", "следващата"]
    assert after == "След."
    press(view, Qt.Key.Key_Up)
    assert read(view) == "следващата"


@pytest.mark.check("A17", "Table by cells, rows and columns")
def test_alt_and_shift_with_the_arrows_go_from_cell_to_cell(view, table, said):
    type_letter(view, "t")
    press(view, Qt.Key.Key_Down)
    heard = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        press(view, key, ALT | SHIFT)
        heard.append(read(view))
    assert heard == ["Проекти", "12", "", "12"]
    press(view, Qt.Key.Key_Up, ALT | SHIFT)
    press(view, Qt.Key.Key_Up, ALT | SHIFT)
    assert (read(view), said) == ("Проекти", ["Edge of the table."])


def test_outside_a_table_these_keys_say_so(view, said):
    press(view, Qt.Key.Key_Right, ALT | SHIFT)
    assert said == ["Not in a table."]


def test_t_goes_to_the_caption_or_else_to_the_first_cell(view, table):
    type_letter(view, "t")
    assert read(view) == "По години"
    view.show_article(article(BARE))
    type_letter(view, "t")
    assert read(view) == "Лом"


def test_words_are_read_through_the_cells(view, table):
    view.go(Position(1, len("По години\n")))
    press(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    press(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert read(view) == "Проекти"
    press(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert read(view) == "Година"


def test_the_caret_stands_in_an_empty_cell(view, table):
    view.go_to(view.outline().knot_at(1, view.outline().leaves[1].text.index("12 | ") + 5))
    assert read(view) == ""
    assert view.textCursor().currentTable().cellAt(view.textCursor()).column() == 2


@pytest.mark.parametrize(("letter", "back"), [("c", False), ("v", False), ("v", True)])
def test_letters_go_by_cells_where_alt_and_shift_change_the_layout(view, table, letter, back):
    type_letter(view, "t")
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Down)
    type_letter(view, letter, SHIFT if back else NONE)
    expected = {("c", False): "12", ("v", False): "следващата", ("v", True): "Година"}
    assert read(view) == expected[letter, back]


def lent(table):
    """The table's own interface, asked for cells as a screen reader asks in C++."""
    address = int(table.interface_cast(QAccessible.InterfaceType.TableInterface))
    functions = ctypes.c_void_p.from_address(address).value
    find = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int)
    at = ctypes.c_void_p.from_address(functions + 4 * ctypes.sizeof(ctypes.c_void_p)).value
    return lambda row, column: find(at)(address, row, column)


@pytest.mark.skipif(sys.platform != "linux", reason="the functions stand elsewhere")
def test_the_lent_table_finds_the_articles_own_cells_of_each_table_in_turn(view, table):
    view.show_article(article(HEADED, BARE))
    root = QAccessible.queryAccessibleInterface(view)
    for number in (1, 2, 1):
        node = root.child(number)
        find = lent(node)
        for cell in cells(node):
            place = cell.tableCellInterface()
            found = find(place.rowIndex(), place.columnIndex())
            assert found == Shiboken.getCppPointer(cell)[0]
    assert lent(root.child(2))(1, 1) is None
