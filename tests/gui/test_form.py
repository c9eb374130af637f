"""Forms: a note belongs to the field above it, and a label takes the lines it needs."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from reader.gui.form import add_above, add_row, new_form, note_of_row
from reader.gui.line_field import LineField
from tests.gui.fitting import come_to_rest

LONG = "Адрес на страницата, от която идват новините за реките"


def form_of(qtbot, *, above):
    fields = QWidget()
    qtbot.addWidget(fields)
    return fields, new_form(fields, above=above)


def test_a_note_stands_nearer_to_its_field_than_to_the_next_label(qtbot):
    for above, add in ((True, add_above), (False, add_row)):
        fields, form = form_of(qtbot, above=above)
        first, note, second = LineField(), note_of_row("Това важи веднага."), LineField()
        add(form, "Първо", first)
        form.addRow(note)
        add(form, "Второ", second)
        fields.resize(500, 400)
        fields.show()
        come_to_rest(fields, qtbot)
        words = note.contentsRect()
        over = note.mapTo(fields, words.topLeft()).y() - first.geometry().bottom()
        following = fields.findChildren(QLabel)[-1] if above else second
        under = following.mapTo(fields, QPoint()).y() - note.mapTo(fields, words.bottomLeft()).y()
        assert over * 1.5 < under


@pytest.mark.parametrize("words", [LONG, "An article with these &words"])
def test_a_label_above_its_field_takes_one_line_where_there_is_room(qtbot, words):
    fields, form = form_of(qtbot, above=True)
    add_above(form, words, LineField())
    label = fields.findChild(QLabel)
    fields.resize(900, 400)
    fields.show()
    come_to_rest(fields, qtbot)
    assert label.height() < 2 * label.fontMetrics().height()


def test_a_label_above_its_field_makes_no_form_wider_than_its_words(qtbot):
    fields, form = form_of(qtbot, above=True)
    add_above(form, LONG, LineField())
    label = fields.findChild(QLabel)
    line = label.fontMetrics().horizontalAdvance(LONG)
    assert form.minimumSize().width() < line
    for width, lines in ((line + 40, 1), (line // 2, 3)):
        fields.resize(width, 400)
        fields.show()
        come_to_rest(fields, qtbot)
        assert label.height() >= lines * label.fontMetrics().height() * (0.9 if lines == 1 else 0.6)
        assert label.heightForWidth(label.width()) <= label.height()
