"""A list of words to choose from, where the screen has no room for all of them."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStyleOptionComboBox, QWidget

from reader.gui.choice import Choice

LONG = "Статиите от избраните емисии, които още не са прочетени до края"


class Screen:
    """A screen of a width, as the list asks it."""

    def __init__(self, width):
        self._size = QSize(width, 800)

    def availableSize(self):  # noqa: N802  Qt's own name
        return self._size


@pytest.fixture
def choice(qtbot, monkeypatch):
    def made(width):
        monkeypatch.setattr(QWidget, "screen", lambda _widget: Screen(width))
        box = Choice([("Всички", 1), (LONG, 2)])
        qtbot.addWidget(box)
        box.setCurrentIndex(1)
        return box

    return made


def drawn(box):
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    return option.currentText


def test_a_choice_is_as_wide_as_its_words_where_the_screen_has_room(choice):
    box = choice(1280)
    assert box.minimumSizeHint().width() == box.sizeHint().width()
    box.resize(box.minimumSizeHint())
    assert drawn(box) == LONG


def test_on_a_small_screen_the_words_are_shortened_but_chosen_whole(choice):
    box = choice(300)
    assert box.minimumSizeHint().width() < 300 < box.sizeHint().width()
    box.resize(box.minimumSizeHint())
    assert drawn(box).endswith("…")
    assert LONG.startswith(drawn(box)[:-1].rstrip())
    assert box.currentText() == LONG


def test_the_list_that_opens_is_wider_than_the_field_and_no_wider_than_the_screen(choice, qtbot):
    for width, room in ((300, 300), (1280, 1280)):
        box = choice(width)
        box.resize(120, 30)
        box.show()
        box.showPopup()
        rows = box.view()
        words = rows.fontMetrics().horizontalAdvance(LONG)
        assert min(words, room) <= rows.minimumWidth() <= room
        box.hidePopup()
