"""A mark leads to a note only where no other can be meant."""

import pytest

from reader.model.article import Article, Block, Figure, Footnote, Paragraph, Source, Span
from reader.model.leaves import leaves
from reader.model.notes import first_marks, note_marks


def found(*said: Block | str) -> tuple[int | None, ...]:
    """Return the leaf that each mark leads to; texts such as "1:" are notes."""
    blocks = tuple(
        block
        if not isinstance(block, str)
        else Footnote(block[:-1], (Span("Бележка."),))
        if block.endswith(":")
        else Paragraph((Span(block),))
        for block in said
    )
    marks = note_marks(leaves(Article("", "bg", blocks, Source("text"))))
    return tuple(mark.note for mark in marks)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("а[1]", "б[2]", "1:", "2:"), (2, 3)),
        (("а[1] и пак[1]", "1:"), (1, 1)),
        (("а[7]", "1:"), (None,)),
        (("1:", "а[1]"), (None,)),
        (("а[1]", "1:", "б[1]", "1:"), (1, 3)),
        (("а[1]", "б[1]", "1:", "1:"), (None, None)),
        (("а[1]", "б[1]", "1:", "1:", "в[2]", "2:"), (None, None, 5)),
        (("а[1]", "1:", "б[1]"), (1, None)),
        (("а[*]", "*:"), (1,)),
        (("[виж по-долу] и [ ]", "1:"), ()),
    ],
)
def test_a_mark_leads_to_the_next_note_of_its_label(
    said: tuple[str, ...], expected: tuple[int | None, ...]
) -> None:
    assert found(*said) == expected


def test_a_mark_in_a_link_or_in_a_note_is_none() -> None:
    linked = Paragraph((Span("доклад[1]", link="https://a.b/"),))
    assert found(linked, Footnote("1", (Span("Вж. [2]."),)), "2:") == ()


def test_words_that_stand_for_a_picture_have_no_marks() -> None:
    assert found(Figure("Графика[1]"), "а[1]", "1:") == (2,)


def test_the_way_back_leads_to_the_first_mark() -> None:
    blocks = (Paragraph((Span("а[1], б[2], в[1]"),)), Footnote("1", ()), Footnote("2", ()))
    marks = note_marks(leaves(Article("", "bg", blocks, Source("text"))))
    assert first_marks(marks) == {1: 0, 2: 1}


def test_a_mark_tells_its_characters() -> None:
    text = leaves(Article("", "bg", (Paragraph((Span("аб "), Span("в[1]"))),), Source("text")))
    assert [(mark.block, mark.start, mark.end) for mark in note_marks(text)] == [(0, 4, 7)]
