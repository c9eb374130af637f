"""The article on the screen: one place for keyboard, mouse, voice and window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.gui.article.styles import Look
from reader.gui.theme import DARK, LIGHT
from reader.model.article import Article, Heading, Paragraph, Source, Span
from reader.model.position import START, Extent, Position
from tests.gui.article_sample import ENGLISH, OTHER, SAMPLE


def on_screen(view, extent):
    """Where a stretch is in the view's own measure."""
    area = view.screen_area(extent)
    return area.translated(-view.viewport().mapToGlobal(QPoint(0, 0)))


def visible(view, extent):
    return view.viewport().rect().contains(on_screen(view, extent).center())


LONG = Article(
    "Дълга статия",
    "bg",
    tuple(Paragraph((Span(f"Абзац номер {number}. " + "Дума " * 60),)) for number in range(300)),
    Source("text"),
)


@pytest.mark.check("A07", "The position is kept")
def test_an_article_opens_at_the_place_where_reading_stopped(view):
    view.show_article(LONG, Position(200, 12))
    assert view.position() == Position(200, 12)
    assert visible(view, Extent(200, 12, 12))


@pytest.mark.check("A04", "A jump moves the reading focus")
def test_going_somewhere_brings_it_into_view_and_tells_the_window(view, qtbot):
    view.show_article(LONG)
    with qtbot.waitSignal(view.position_changed) as told:
        view.go(Position(150, 3))
    assert told.args == [Position(150, 3)]
    assert visible(view, Extent(150, 3, 3))


def test_a_place_that_is_in_view_does_not_move_the_page(view):
    view.show_article(LONG, Position(150, 0))
    before = view.verticalScrollBar().value()
    view.go(Position(151, 0))
    assert view.verticalScrollBar().value() == before


def test_a_click_moves_the_place(view, qtbot):
    area = on_screen(view, Extent(4, 0, 1))
    with qtbot.waitSignal(view.position_changed):
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=area.center() - QPoint(4, 0)
        )
    assert view.position() == Position(4, 0)


def test_a_click_on_a_link_follows_it(view, qtbot):
    link = view.outline().links[-1]
    view.go(Position(link.block, 0))
    area = on_screen(view, Extent(link.block, link.start, link.end))
    with qtbot.waitSignal(view.link_activated) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert told.args == [ENGLISH]


def test_an_odd_address_is_given_as_it_stands(view, qtbot):
    address = "https://example.eu/a b?q=„ЕС“&x=%D0%90#част"
    article = Article("", "bg", (Paragraph((Span("връзка", link=address),)),), Source("text"))
    view.show_article(article)
    area = on_screen(view, Extent(0, 0, 6))
    with qtbot.waitSignal(view.link_activated) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert told.args == [address]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_another_look_keeps_the_place(view, palette):
    view.show_article(LONG, Position(120, 7))
    view.set_look(Look(palette, 36))
    assert view.position() == Position(120, 7)
    assert visible(view, Extent(120, 7, 7))


@pytest.mark.check("A30", "The interface is magnified")
def test_another_window_size_keeps_the_place_in_view(view, qtbot):
    view.show_article(LONG, Position(250, 0))
    view.resize(500, 700)
    qtbot.wait(1)
    assert view.position() == Position(250, 0)
    assert visible(view, Extent(250, 0, 0))


@pytest.mark.check("A38", "Read aloud: the spoken text is highlighted")
def test_the_spoken_sentence_and_word_are_lit_in_the_colours_of_the_look(view):
    sentence, word = Extent(4, 0, 68), Extent(4, 13, 19)
    view.mark_spoken(sentence, word)
    marks = view.extraSelections()
    texts = [mark.cursor.selectedText() for mark in marks]
    leaf = view.outline().leaves[4].text
    assert texts == [leaf[0:68], leaf[13:19]]
    colours = [mark.format.background().color().name().upper() for mark in marks]
    assert colours == [LIGHT.sentence, LIGHT.word]
    view.set_look(Look(DARK, 18))
    colours = [mark.format.background().color().name().upper() for mark in view.extraSelections()]
    assert colours == [DARK.sentence, DARK.word]
    view.mark_spoken(None)
    assert view.extraSelections() == []


def test_the_page_follows_the_voice_and_the_caret_stays(view):
    view.show_article(LONG)
    view.mark_spoken(Extent(90, 0, 15))
    assert visible(view, Extent(90, 0, 1))
    assert view.position() == START


def test_another_article_puts_the_light_out(view):
    view.mark_spoken(Extent(4, 0, 10))
    view.show_article(OTHER)
    assert view.extraSelections() == []


def test_the_subtitle_is_on_the_page_but_is_no_part_of_the_text(view):
    view.show_article(OTHER, subtitle="12 май 2025 г.")
    assert "12 май 2025 г." in view.toPlainText()
    assert all("12 май" not in leaf.text for leaf in view.outline().leaves)


def test_an_empty_view_shows_nothing(view):
    view.clear_article()
    assert view.toPlainText() == "" or view.toPlainText() == "\u2060"
    assert view.position() == START


def test_a_window_too_narrow_for_a_word_does_not_scroll_sideways(view):
    view.resize(200, 400)
    assert view.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_an_article_is_painted_with_all_its_ornaments(view):
    view.resize(1000, 2400)
    view.go_to_link(view.outline().links[0])
    image = view.viewport().grab().toImage()
    colours = {
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 2)
        for y in range(image.height())
    }
    assert {LIGHT.edge, LIGHT.panel, LIGHT.focus, LIGHT.link, LIGHT.text} <= colours


def test_a_title_longer_than_the_screen_is_shown_from_its_start(view):
    title = "Европейски съюз " * 300
    view.show_article(Article(title, "bg", (Heading(1, (Span(title),)),), Source("text")))
    view.go(Position(0, 0))
    assert view.verticalScrollBar().value() == 0


def test_the_same_article_can_be_shown_again(view):
    view.show_article(SAMPLE, Position(3, 1))
    view.show_article(SAMPLE, Position(3, 1))
    assert view.position() == Position(3, 1)
