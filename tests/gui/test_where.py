"""Where am I: told in a sentence, and in a list when asked twice."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from reader.gui.where import Where
from reader.gui.where_dialog import WhereDialog
from reader.i18n import Translator
from reader.model.article import (
    Article,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Source,
    Span,
    Table,
)
from reader.model.leaves import Kind, leaves
from reader.model.position import START, Position
from tests.gui.player_parts import Sinks
from tests.gui.window_parts import dialogs, fill, trigger, wait_for_notice

pytest_plugins = ("tests.gui.window_fixtures",)


def said(text, link=None):
    return (Span(text, link=link),)


ARTICLE = Article(
    title="Мостове по Дунав",
    language="bg",
    blocks=(
        Heading(1, said("Мостове по Дунав")),
        Paragraph(said("Има два моста.")),
        Heading(2, said("Планове")),
        Paragraph(said("Вижте плана.", link="https://example.org/plan")),
        ListBlock(
            True,
            (
                (
                    Paragraph(said("трети мост")),
                    ListBlock(False, ((Paragraph(said("при Русе")),),)),
                ),
                (Paragraph(said("ферибот", link="https://example.org/ferry")),),
            ),
        ),
        Quote((Paragraph(said("Мостът е чакан.")),)),
        Heading(3, said("Пари")),
        Table(
            (said("Мост"), said("Цена")),
            ((said("Русе"), said("300")), (said("Лом"), said("200"))),
            said("Цени"),
        ),
    ),
    source=Source("pdf", publisher="ec"),
    published=date(2025, 2, 11),
)


def where(block, char=0, language="en", article=ARTICLE):
    return Where(article, Position(block, char), 100, Translator(language))


def block_of(kind):
    return next(number for number, leaf in enumerate(leaves(ARTICLE)) if leaf.kind is kind)


@pytest.mark.parametrize(
    ("block", "language", "sentence"),
    [
        (1, "bg", "Абзац 2 от 10, прочетено 12\u00a0%, остава 1 минута."),
        (3, "bg", "Абзац 4 от 10, прочетено 28\u00a0%, остава 1 минута. Раздел: Планове."),
        (4, "en", "List item, block 5 of 10, 37\u00a0% read, 1 minute left. Section: Планове."),
        (7, "bg", "Цитат, 8 от 10, прочетено 56\u00a0%, остава 1 минута. Раздел: Планове."),
    ],
)
def test_a_sentence_tells_the_block_the_part_read_the_time_and_the_section(
    block, language, sentence
):
    assert where(block, language=language).short() == sentence


def test_an_article_without_text_says_so():
    empty = Article("", "bg", (), Source("text"))
    assert where(0, article=empty).short() == "The article has no text."
    assert where(0, article=empty).lines() == []


def test_the_list_tells_all_of_a_nested_item():
    assert where(5).lines() == [
        ("Article", "Мостове по Дунав"),
        ("Published", "European Commission, 11 February 2025"),
        ("Section", "Планове, level 2, 1 of 2"),
        ("Place", "List item, block 6 of 10"),
        ("In the list", "item 1 of 1, nesting level 2"),
        ("Part read", "45\u00a0%, 11 words read, 17 words left"),
        ("Time", "1 minute left"),
        ("Links", "2, of them 1 from here on"),
    ]


@pytest.mark.parametrize(
    ("words", "place"),
    [("Цени", (1, 1)), ("Мост |", (1, 1)), ("300", (2, 2)), ("Лом", (3, 1))],
)
def test_in_a_table_the_row_and_the_column_are_told(words, place):
    table = block_of(Kind.TABLE)
    char = leaves(ARTICLE)[table].text.index(words)
    row, column = place
    assert ("In the table", f"row {row} of 3, column {column} of 2") in where(table, char).lines()


def test_before_the_first_section_that_is_told():
    assert ("Section", "before the first of 2") in where(1).lines()


@pytest.fixture
def sinks():
    return Sinks()


@pytest.fixture
def window(show, library, sinks):
    (number,) = fill(library, (ARTICLE,))
    window = show(open_sink=sinks.open)
    window.parts.reading.open(number)
    window.parts.view.setFocus()
    return window


def test_asked_once_it_is_said_and_asked_again_at_once_it_is_listed(window, qtbot):
    now = 10.0
    window.parts.whereabouts.clock = lambda: now
    trigger(window, "where")
    wait_for_notice(window, qtbot, "block 1 of 10")
    now = 11.9
    trigger(window, "where")
    (dialog,) = dialogs(window, WhereDialog)
    assert dialog.model.rows[0].said == "Article: Мостове по Дунав"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(window.parts.view.hasFocus)
    assert window.parts.view.position() == START


def test_asked_again_later_it_is_said_again(window):
    now = 10.0
    window.parts.whereabouts.clock = lambda: now
    trigger(window, "where")
    now = 12.1
    trigger(window, "where")
    assert dialogs(window, WhereDialog) == []
    now = 13.0
    trigger(window, "where")
    assert len(dialogs(window, WhereDialog)) == 1


def test_the_menu_lists_it_at_once(window):
    window.parts.view.go(Position(4, 0))
    trigger(window, "where_in_detail")
    (dialog,) = dialogs(window, WhereDialog)
    assert "In the list: item 1 of 2" in [row.said for row in dialog.model.rows]


def test_while_the_voice_reads_its_place_counts(window, sinks, qtbot):
    window.parts.view.go(Position(3, 0))
    trigger(window, "play")
    qtbot.waitUntil(lambda: bool(sinks.opened) and sinks.now.written > sinks.now.played)
    window.parts.view.go(Position(0, 0))
    trigger(window, "where")
    wait_for_notice(window, qtbot, "Paragraph 4 of 10")


def test_the_sentence_is_put_away_when_the_list_opens(window):
    trigger(window, "where")
    trigger(window, "where")
    assert window.parts.notice.text == ""
