"""The reading keys: each goes where it says, on every layout, and says so at the end."""

import pytest
from PySide6.QtCore import Qt

from reader.gui.article.keys import TARGETS, Press, key_numbers, letter
from reader.model.leaves import Kind, cells
from reader.model.position import START, Position
from tests.gui.article_presses import CONTROL, SHIFT, press, type_letter
from tests.gui.article_sample import ENGLISH, PRESS_RELEASE, REGULATION

X11 = key_numbers("xcb")
H, K, Q, TWO = 43, 45, 24, 11  # the numbers of these keys under X11


def kind(view):
    return view.outline().leaves[view.position().block].kind


def blocks(view, wanted):
    return [number for number, leaf in enumerate(view.outline().leaves) if leaf.kind is wanted]


@pytest.fixture
def said(view, monkeypatch):
    messages = []
    monkeypatch.setattr(view, "announce", messages.append)
    return messages


@pytest.mark.parametrize(
    ("typed", "number", "meant"),
    [
        ("h", H, "h"),
        ("H", H, "h"),
        ("г", H, "h"),  # БДС
        ("Г", H, "h"),
        ("х", H, "h"),  # phonetic
        (",", Q, "q"),  # БДС
        ("ы", Q, "q"),  # БДС with Shift
        (",", 59, None),  # the comma of Latin layouts
        ("2", TWO, "2"),
        ("q", 38, "q"),  # AZERTY: the key beside Caps Lock types q
        ("é", TWO, None),  # AZERTY without Shift
        ("&", 10, None),
        ("", H, None),
        (" ", 65, None),
        ("\r", 36, None),
    ],
)
@pytest.mark.check("A61", "The same keys on Cyrillic keyboards")
def test_the_letter_counts_where_it_is_latin_and_the_place_where_it_is_cyrillic(
    typed, number, meant
):
    assert letter(Press(typed, number), X11) == meant


def test_a_digit_is_known_with_shift_too():
    assert letter(Press("@", TWO, shift=True), X11) == "2"
    assert letter(Press('"', TWO, shift=True), X11) == "2"
    assert letter(Press("?", H, shift=True), X11) is None


@pytest.mark.parametrize(("platform", "number"), [("windows", 0x48), ("cocoa", 4), ("wayland", H)])
def test_every_platform_numbers_its_keys(platform, number):
    numbers = key_numbers(platform)
    assert letter(Press("г", number), numbers) == "h"
    assert set("123456abcdefghijklmnopqrstuvwxyz") <= set(numbers.values())


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("i", Kind.ITEM),
        ("t", Kind.TABLE),
        ("g", Kind.FIGURE),
        ("n", Kind.FOOTNOTE),
    ],
)
@pytest.mark.check("A56", "Reading by list and item")
@pytest.mark.check("A58", "Reading by table and picture")
def test_a_letter_goes_through_all_of_its_kind_and_back(view, said, key, wanted):
    there = blocks(view, wanted)
    for block in there:
        type_letter(view, key)
        assert view.position() == Position(block, 0)
    type_letter(view, key)
    assert said == [TARGETS[key].none_after]
    for block in reversed(there[:-1]):
        type_letter(view, key, SHIFT)
        assert view.position() == Position(block, 0)
    type_letter(view, key, SHIFT)
    assert said[1:] == [TARGETS[key].none_before]


@pytest.mark.check("A22", "Reading by heading")
def test_headings_are_found_by_level_too(view, said):
    type_letter(view, "h")
    assert view.outline().leaves[view.position().block].level == 2
    type_letter(view, "3")
    assert view.outline().leaves[view.position().block].text == "Следващи стъпки"
    type_letter(view, "3")
    assert said == ["No next heading at level 3."]
    press(view, Qt.Key.Key_Exclam, SHIFT, "!", 10)
    assert view.position() == START


@pytest.mark.check("A56", "Reading by list and item")
def test_a_list_is_met_at_its_first_item(view):
    starts = []
    for _ in range(3):
        type_letter(view, "l")
        starts.append(view.outline().leaves[view.position().block].text)
    assert starts == [
        "едно електронно досие вместо единадесет хартиени формуляра;",
        "за пътническите кораби – до края на 2027 г.;",
        "Държавите членки представят проектите си до 30 септември.",
    ]


@pytest.mark.check("A59", "Reading by paragraph and sentence")
def test_paragraphs_are_neither_headings_nor_items(view):
    type_letter(view, "p")
    assert kind(view) is Kind.DATE
    type_letter(view, "p")
    assert kind(view) is Kind.LEAD


@pytest.mark.check("A55", "Reading by link")
@pytest.mark.check("A64", "Links tell their name and address and can be followed")
def test_links_are_found_one_after_the_other_and_followed(view, qtbot, said):
    followed = []
    view.link_activated.connect(followed.append)
    for _ in range(3):
        type_letter(view, "k")
        press(view, Qt.Key.Key_Return)
    assert followed == [PRESS_RELEASE, REGULATION, ENGLISH]
    type_letter(view, "k")
    assert said == ["No next link."]
    type_letter(view, "k", SHIFT)
    assert view.piece().link.address == REGULATION


def test_a_link_where_the_caret_already_is_is_found(view):
    link = view.outline().links[0]
    view.go(Position(link.block, link.start))
    type_letter(view, "k")
    assert view.piece().link == link


def test_a_link_loses_the_focus_when_the_caret_leaves_it(view):
    type_letter(view, "k")
    press(view, Qt.Key.Key_Right)
    assert view.piece() is not None
    press(view, Qt.Key.Key_Down)
    assert view.piece() is None


def test_enter_beside_a_link_follows_nothing(view):
    followed = []
    view.link_activated.connect(followed.append)
    press(view, Qt.Key.Key_Return)
    assert followed == []


@pytest.mark.parametrize("typed", ["г", "х"])
def test_the_key_marked_h_finds_headings_on_cyrillic_layouts(view, typed):
    press(view, Qt.Key(0x413), text=typed, number=H)
    assert kind(view) is Kind.HEADING


@pytest.mark.check("A57", "Reading by quotation")
def test_q_takes_a_quotation_of_several_paragraphs_as_one(view, said):
    first = blocks(view, Kind.QUOTE)[0]
    type_letter(view, "q")
    assert view.position() == Position(first, 0)
    type_letter(view, "q")
    assert said == ["No next quotation."]


def line_starts(view):
    """Where each block begins, and of a table its caption and each row."""
    starts = []
    for block, leaf in enumerate(view.outline().leaves):
        rows = [cell.start for cell in cells(leaf) if cell.column == 0]
        starts += [Position(block, char) for char in ([0, *rows] if rows else [0])]
    return starts


@pytest.mark.check("A18", "Reading by block")
@pytest.mark.check("A60", "When there is no further one it is said")
def test_arrows_go_block_by_block_and_stop_at_the_ends(view, said):
    lines = line_starts(view)
    for place in lines[1:]:
        press(view, Qt.Key.Key_Down)
        assert view.position() == place
    press(view, Qt.Key.Key_Down)
    assert said == ["End of the article."]
    for place in reversed(lines[:-1]):
        press(view, Qt.Key.Key_Up)
        assert view.position() == place
    press(view, Qt.Key.Key_Up)
    assert said[1:] == ["Start of the article."]


@pytest.mark.check("A23", "Select text")
@pytest.mark.check("A24", "Copy text")
def test_shift_with_arrows_selects_and_control_c_copies(view, qapp):
    view.go(Position(0, 0))
    for _ in range(2):
        press(view, Qt.Key.Key_Right, SHIFT)
    assert view.textCursor().selectedText() == "ЕС"
    press(view, Qt.Key.Key_C, CONTROL, "\x03")
    assert qapp.clipboard().text() == "ЕС"


@pytest.mark.parametrize(
    ("key", "modifiers", "text"),
    [
        (Qt.Key.Key_H, CONTROL, "\x08"),
        (Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier, "h"),
        (Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier, "2"),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.NoModifier, "z"),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, ""),
    ],
)
def test_other_keys_are_left_to_others(view, said, key, modifiers, text):
    press(view, key, modifiers, text)
    assert view.position() == START
    assert said == []


def test_without_an_article_the_keys_do_nothing(view, said):
    view.clear_article()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Right):
        press(view, key)
    type_letter(view, "h")
    assert view.position() == START
    assert said == []
