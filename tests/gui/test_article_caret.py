"""The caret: by letter, by word, to the ends of the line and of the article."""

import pytest
from PySide6.QtCore import Qt

from reader.gui.article.words import next_stop, previous_stop
from reader.model.position import START, Position
from tests.gui.article_presses import CONTROL, press
from tests.gui.article_sample import OTHER


@pytest.mark.check("A19", "Reading by character")
def test_right_reads_every_letter_of_the_article_and_left_goes_back(view):
    view.show_article(OTHER, subtitle="12 май")
    expected = [
        Position(number, char)
        for number, leaf in enumerate(view.outline().leaves)
        for char in range(len(leaf.text) + 1)
    ]
    there, back = [view.position()], []
    for _ in expected[1:]:
        press(view, Qt.Key.Key_Right)
        there.append(view.position())
    assert there == expected
    for _ in expected[1:]:
        press(view, Qt.Key.Key_Left)
        back.append(view.position())
    assert back == expected[-2::-1]


@pytest.mark.check("A20", "Reading by word")
def test_control_with_an_arrow_goes_word_by_word_through_blocks(view):
    view.show_article(OTHER)
    texts = [leaf.text for leaf in view.outline().leaves]
    for _ in texts[0].split():
        press(view, Qt.Key.Key_Right, CONTROL)
    assert view.position() == Position(0, len(texts[0]))
    press(view, Qt.Key.Key_Right, CONTROL)
    assert view.position() == Position(1, 0)
    press(view, Qt.Key.Key_Left, CONTROL)
    assert view.position() == Position(0, len(texts[0]))
    press(view, Qt.Key.Key_Left, CONTROL)
    assert texts[0][view.position().char :] == "обмен"


@pytest.mark.parametrize(
    ("text", "ends", "starts"),
    [
        ("по-бързо и 1,4 евро.", [8, 10, 14, 19], [9, 11, 15]),
        ("„Да“ – каза тя", [3, 11, 14], [1, 7, 12]),
        ("", [], []),
    ],
)
def test_words_keep_their_hyphens_and_decimals(text, ends, starts):
    def stops(*, at_ends):
        found, at = [], 0
        while (stop := next_stop(text, at, at_ends=at_ends)) is not None:
            found.append(stop)
            at = stop
        return found

    assert stops(at_ends=True) == ends
    assert stops(at_ends=False) == starts
    assert previous_stop(text, 0) is None


def test_home_and_end_with_control_are_the_ends_of_the_article(view):
    leaves = view.outline().leaves
    press(view, Qt.Key.Key_End, CONTROL)
    assert view.position() == Position(len(leaves) - 1, len(leaves[-1].text))
    press(view, Qt.Key.Key_Home, CONTROL)
    assert view.position() == START


def test_home_and_end_are_the_ends_of_the_line(view):
    view.go(Position(4, 10))
    press(view, Qt.Key.Key_End)
    assert 10 < view.position().char < 80
    press(view, Qt.Key.Key_Home)
    assert view.position() == Position(4, 0)
