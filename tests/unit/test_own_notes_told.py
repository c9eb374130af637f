"""What the voice tells of a person's own notes, at the end of the sentences where they stand."""

from datetime import UTC, datetime

import pytest

from reader.model.annotation import Annotation, AnnotationKind
from reader.model.article import Article, ListBlock, Paragraph, Quote, Source, Span, Table
from reader.model.position import Extent, Position
from reader.model.speaking import OwnNotes, Speaking
from reader.speech.utterances import utterances
from reader.text.markdown_signs import without_signs

NOW = datetime(2026, 11, 27, tzinfo=UTC)
OFF, SIGN, WHOLE = (Speaking(own_notes=how) for how in OwnNotes)
END = "Край на бележката."


def paragraph(text):
    return Paragraph((Span(text),))


def article(*blocks, language="bg"):
    return Article("Заглавие", language, blocks, Source("text"))


TWO = article(paragraph("Комисията прие план. Той струва 5 млн. евро."), paragraph("Край."))


def note(block, start, end, text="Да се провери!", kind=AnnotationKind.NOTE):
    place = Position(block, start), Position(block, end)
    return Annotation(1, "a", 1, kind, *place, "", text, NOW, NOW)


def said(document, speaking, *notes):
    return [one.text for one in utterances(document, speaking, (), notes)]


def test_that_there_is_a_note_is_told_behind_its_sentence():
    assert said(TWO, SIGN, note(0, 21, 44)) == [
        "Комисията прие план.",
        "Той струва пет милиона евро. Ваша бележка.",
        "Край.",
    ]


def test_the_note_itself_is_read_where_the_person_wants_it():
    assert said(TWO, WHOLE, note(0, 21, 44)) == [
        "Комисията прие план.",
        f"Той струва пет милиона евро. Ваша бележка: Да се провери! {END}",
        "Край.",
    ]


def test_nothing_is_told_of_notes_where_the_person_wants_none():
    assert said(TWO, OFF, note(0, 21, 44)) == said(TWO, SIGN)


def test_only_notes_are_told_not_what_is_merely_marked():
    marked = (note(0, 0, 9, "", kind) for kind in AnnotationKind)
    assert said(TWO, WHOLE, *marked, note(0, 0, 9, "---")) == said(TWO, OFF)


@pytest.mark.parametrize(
    ("start", "end", "number"), [(0, 9, 0), (0, 20, 0), (0, 21, 0), (5, 25, 1), (0, 44, 1)]
)
def test_a_note_is_told_where_its_words_end(start, end, number):
    found = said(TWO, SIGN, note(0, start, end))
    assert [n for n, text in enumerate(found) if text.endswith("Ваша бележка.")] == [number]


def test_a_note_over_several_paragraphs_is_told_in_the_last_of_them():
    over = Annotation(
        1, "a", 1, AnnotationKind.NOTE, Position(0, 5), Position(1, 5), "", "Ето.", NOW, NOW
    )
    assert said(TWO, WHOLE, over)[2] == f"Край. Ваша бележка: Ето. {END}"


def test_notes_of_one_sentence_are_told_in_the_order_of_their_words():
    found = said(TWO, WHOLE, note(0, 10, 19, "Втора."), note(0, 0, 9, "Първа."))
    assert found[0] == (
        f"Комисията прие план. Ваша бележка: Първа. {END} Ваша бележка: Втора. {END}"
    )


def test_the_lines_of_a_note_are_read_without_their_signs_and_numbers_in_words():
    text = "## Важно\n\n- **2,5 млн.** евро\n- виж [отчета](https://example.org/a)"
    assert said(TWO, WHOLE, note(0, 0, 9, text))[0].endswith(
        f"Ваша бележка: Важно. две цяло и пет милиона евро. виж отчета. {END}"
    )


def test_a_note_in_a_quotation_a_list_and_a_table_is_told_there():
    document = article(
        Quote((paragraph("„Успяхме.“"),)),
        ListBlock(ordered=False, items=((paragraph("първа мярка;"),), (paragraph("втора."),))),
        Table((), (((Span("Едно"),), (Span("Две"),)), ((Span("Три"),), (Span("Четири"),)))),
    )
    notes = note(0, 0, 10), note(1, 0, 12), note(3, 9, 12)
    found = said(document, SIGN, *notes)
    assert [text for text in found if "бележка" in text] == [
        "Цитат. „Успяхме.“ Край на цитата. Ваша бележка.",
        "първа мярка; Ваша бележка.",
        "Три, Четири Ваша бележка.",
    ]


def test_a_note_is_said_by_a_voice_of_its_own_language():
    document = article(paragraph("The plan was adopted."), language="en")
    (found,) = utterances(document, WHOLE, (), [note(0, 0, 8, "Да се провери в понеделник.")])
    assert [(part.language, part.text) for part in found.parts] == [
        ("en", "The plan was adopted."),
        ("en", "Your note:"),
        ("bg", "Да се провери в понеделник."),
        ("en", "End of the note."),
    ]


def test_no_word_of_the_article_is_said_while_a_note_is_read():
    found = next(iter(utterances(TWO, WHOLE, (), [note(0, 0, 20)])))
    assert found.source == Extent(0, 0, 20)
    *_, last_word, begin = (word.source for part in found.parts for word in part.words)
    assert last_word == Extent(0, 15, 19)
    assert begin == Extent(0, 20, 20)


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Виж **това** и _онова_.", "Виж това и онова."),
        ("# Заглавие\nтекст", "Заглавие\nтекст"),
        ("> - цитат в списък", "цитат в списък"),
        ("1. първо\n2) второ", "първо\nвторо"),
        ("[отчет](https://example.org) и <https://example.org/a>", "отчет и https://example.org/a"),
        ("***много*** `важно`", "много важно"),
        ("2 * 3 * 4 = 24, а snake_case_ остава", "2 * 3 * 4 = 24, а snake_case_ остава"),
        (r"\*не е наклонено\*", "*не е наклонено*"),
        ("едно\n---\nдве", "едно\n\nдве"),
        ("1.5 е число, - не е списък", "1.5 е число, - не е списък"),
    ],
)
def test_signs_of_markdown_go_and_the_words_stay(written, heard):
    assert without_signs(written) == heard
