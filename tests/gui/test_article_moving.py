"""By line and by sentence: the caret stands at the start, and that much is read and no more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from reader.model.article import Article, Paragraph, Source, Span
from reader.model.position import Position
from tests.gui.article_presses import CONTROL, press

ALT = Qt.KeyboardModifier.AltModifier
SENTENCES = (
    "Комисията прие план на 3 март 2025 г. в Брюксел.",
    "Той важи до 2030 г.",
    "Днес вече.",
)
LONG = " ".join(["Пристанищата по Дунав се обновяват с нови кейове и складове."] * 4)
TEXT = Article(
    "",
    "bg",
    (
        Paragraph((Span(" ".join(SENTENCES[:2])),)),
        Paragraph((Span(SENTENCES[2]),)),
        Paragraph((Span(LONG),)),
    ),
    Source("text"),
)


@pytest.fixture
def text(view):
    view.show_article(TEXT)
    QAccessible.setActive(True)
    yield view
    QAccessible.setActive(False)


@pytest.fixture
def said(text, monkeypatch):
    messages = []
    monkeypatch.setattr(text._teller, "announce", messages.append)
    return messages


def line_of_caret(view):
    """What a screen reader finds in the line of the caret in what has the focus."""
    node = QAccessible.queryAccessibleInterface(view).focusChild().textInterface()
    words = node.text(0, node.characterCount())
    start = words.rfind("\n", 0, node.cursorPosition()) + 1
    return words[start:].split("\n")[0]


@pytest.mark.check("A59", "Reading by paragraph and sentence")
def test_alt_with_down_goes_by_sentences_and_tells_the_end(text, said):
    starts = [text.position()]
    for _ in range(6):
        press(text, Qt.Key.Key_Down, ALT)
        starts.append(text.position())
    long = [Position(2, LONG.index("Прист", at)) for at in (0, 1, 70, 140)]
    assert starts == [Position(0, 0), Position(0, len(SENTENCES[0]) + 1), Position(1, 0), *long]
    press(text, Qt.Key.Key_Down, ALT)
    assert said[-1] == "End of the article."
    press(text, Qt.Key.Key_Up, ALT)
    assert text.position() == long[2]


def test_a_sentence_in_the_same_block_is_announced(text, said):
    press(text, Qt.Key.Key_Down, ALT)
    assert said == [SENTENCES[1]]


def test_of_another_block_only_the_sentence_lies_in_the_line_of_the_caret(text, said):
    text.go(Position(1, 0))
    press(text, Qt.Key.Key_Up, ALT)
    assert (line_of_caret(text), said) == (SENTENCES[1], [])
    press(text, Qt.Key.Key_Right)
    assert line_of_caret(text) == " ".join(SENTENCES[:2])


@pytest.mark.check("A21", "Reading by line")
def test_control_with_down_goes_by_lines_of_the_screen(text, said):
    text.go(Position(2, 0))
    read = []
    while len(said) < 20 and "End of the article." not in said:
        press(text, Qt.Key.Key_Down, CONTROL)
        read.append(text.position().char)
    lines = said[:-1]
    assert len(lines) > 1
    assert LONG.endswith(" ".join(lines))
    assert read[:-1] == [LONG.index(line, place) for line, place in zip(lines, read, strict=False)]


def test_a_line_of_another_block_is_read_alone(text, said):
    text.go(Position(1, 0))
    press(text, Qt.Key.Key_Down, CONTROL)
    assert LONG.startswith(line_of_caret(text))
    assert len(line_of_caret(text)) < len(LONG)
    assert said == []
