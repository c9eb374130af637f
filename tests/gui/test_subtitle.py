"""The line under the title says when, by whom and how the text came about."""

from datetime import date

from reader.gui.subtitle import subtitle
from reader.i18n import Translator
from reader.model.article import Article, Paragraph, ParagraphRole, Source, Span

DATED = Paragraph((Span("15 октомври 2026 г."),), ParagraphRole.DATE)


def test_the_author_stands_between_day_and_publisher():
    known = {"published": date(2026, 10, 15), "author": "Мария Иванова"}
    source = Source("text", publisher="ec")
    said = subtitle(Article("", "bg", (), source, **known), Translator("bg"))
    assert said == "15 октомври 2026 г. · Мария Иванова · Европейска комисия"
    said = subtitle(Article("", "bg", (DATED,), source, **known), Translator("bg"))
    assert said == "Мария Иванова · Европейска комисия"
