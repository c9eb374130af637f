"""An article that was exported as a page, a book or text and comes in again is the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader import importers, repair
from reader.exporters import flat, html, markdown, notes, text
from reader.exporters.bound import Bound
from reader.exporters.epub.book import EpubWriter
from reader.exporters.notes import Marked
from reader.exporters.site import places
from reader.exporters.site.site import Dated, SiteWriter
from reader.exporters.web_addresses import web_address
from reader.i18n import Translator
from reader.importers.incoming import Incoming, from_file
from reader.model.annotation import Annotation, AnnotationKind
from reader.model.article import (
    Article,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    Quote,
    Source,
    Span,
    Spans,
)
from reader.model.position import Position
from reader.paths import resource
from reader.repair.spans import changed
from tests.unit.book_samples import LIBRARIES
from tests.unit.test_markdown_there_and_back import (
    ALL_BLOCKS,
    KNOWN,
    NOTICE,
    TITLE,
    with_plain_roles,
)

NOW = datetime(2026, 11, 27, 7, 30, tzinfo=UTC)
ADDRESS = "https://ec.europa.eu/bg/a_b"
NOTE = Annotation(
    1, "a", 1, AnnotationKind.NOTE, Position(1, 0), Position(1, 4), "Дума", "Бележка.", NOW, NOW
)


def imported(data: bytes, name: str) -> Article:
    article, _ = repair.repaired(importers.read(Incoming(data, name)))
    return article


def by_page(article: Article, _folder: Path) -> Article:
    marked = Marked(article, (NOTE,))
    return imported(html.render(article, after=notes.html(marked)).encode(), "статия.html")


def by_page_of_many(article: Article, folder: Path) -> Article:
    other = Dated(None, Marked(LIBRARIES, ()))
    place = places.folder(folder / "site")
    articles = (other, Dated(None, Marked(article, (NOTE,))), other)
    SiteWriter(Translator("en"), "Новини").write(articles, place)
    return imported((folder / "site/articles/article-2.html").read_bytes(), "статия.html")


def by_book(article: Article, folder: Path) -> Article:
    path = folder / "a.epub"
    EpubWriter(Translator("en"), NOW, "Новини").write([Bound(Marked(article, (NOTE,)))], path)
    return imported(path.read_bytes(), "статия.epub")


def by_markdown(article: Article, _folder: Path) -> Article:
    return imported(markdown.render(article).encode(), "статия.md")


WAYS = (by_page, by_page_of_many, by_book)
Way = Callable[[Article, Path], Article]


def without_gaps(article: Article) -> Article:
    """Return an article whose headings leave out no level, as a page has them."""
    above = [1]
    blocks = []
    for block in article.blocks:
        if isinstance(block, Heading):
            above = [each for each in above if each < block.level] + [block.level]
            blocks.append(replace(block, level=len(above)))
        else:
            blocks.append(block)
    return replace(article, blocks=tuple(blocks))


def spelt(spans: Spans) -> Spans:
    """Return spans with their addresses as the standard spells them, and so a page."""
    return tuple(replace(span, link=span.link and web_address(span.link)) for span in spans)


SIGN = (Heading(2, (Span("Раздел"),)), Paragraph((Span("-"),)))


@settings(max_examples=80)
@given(ALL_BLOCKS, KNOWN)
@example(SIGN, {"machine_translated": False})
def test_an_article_comes_back_as_it_was(tmp_path_factory, blocks, known) -> None:
    notice = (Notice((Span(NOTICE),)),) if known["machine_translated"] else ()
    article = Article(
        TITLE,
        "bg",
        (Heading(1, (Span(TITLE),)), *blocks, *notice),
        Source("", address=ADDRESS, publisher="ec"),
        **known,
    )
    for way in WAYS:
        back = way(article, tmp_path_factory.mktemp("there"))
        spelt_blocks = changed(without_gaps(article).blocks, spelt, spelt)
        assert with_plain_roles(back.blocks) == with_plain_roles(spelt_blocks)
        facts = replace(back, blocks=(), references=(), source=replace(back.source, format=""))
        assert facts == replace(article, blocks=(), references=())


@pytest.mark.parametrize("way", WAYS)
def test_the_sample_comes_back_as_it_was(tmp_path: Path, way: Way) -> None:
    path = resource("samples/dostapni-biblioteki.pdf")
    article, _ = repair.repaired(importers.read(from_file(path)))
    back = way(article, tmp_path)
    assert [block["text"] for block in flat.blocks(back)] == [
        block["text"] for block in flat.blocks(replace(article, source=Source("html")))
    ]
    assert (back.title, back.published, back.original, back.machine_translated) == (
        article.title,
        article.published,
        article.original,
        article.machine_translated,
    )


@pytest.mark.parametrize("translated", [True, False])
@pytest.mark.parametrize("way", WAYS)
def test_a_translation_without_a_notice_comes_back_as_one(tmp_path: Path, way, translated) -> None:
    blocks = (Heading(1, (Span(TITLE),)), Paragraph((Span("Новите правила влизат в сила."),)))
    article = Article(TITLE, "bg", blocks, Source(""), machine_translated=translated)
    back = way(article, tmp_path)
    assert (back.machine_translated, back.blocks) == (translated, blocks)


FOREIGN = (
    Heading(2, (Span("Vorsprung durch Technik", language="de"),)),
    ListBlock(ordered=False, items=((Paragraph((Span("Bonjour Paris", language="fr"),)),),)),
    Quote((Paragraph((Span("We read „", language="en"), Span("Труд“."))),)),
    Paragraph((Span("My „", language="en"), Span("Труд"), Span("“ 2 see", language="en"))),
    Paragraph((Span("Добро утро, "), Span("buongiorno", strong=True, language="it"), Span("!"))),
)


@pytest.mark.parametrize("way", [*WAYS, by_markdown])
def test_what_is_said_of_languages_comes_back(tmp_path: Path, way: Way) -> None:
    running = Paragraph((Span("Новите правила за библиотеките влизат в сила през март."),))
    blocks = (Heading(1, (Span(TITLE),)), running, *FOREIGN)
    assert way(Article(TITLE, "bg", blocks, Source("")), tmp_path).blocks == blocks


def by_markdown(article: Article, _folder: Path) -> Article:
    return imported(markdown.render(article).encode(), "статия.md")


def by_text(article: Article, _folder: Path) -> Article:
    return imported(text.render(article).encode(), "статия.txt")


@pytest.mark.parametrize("way", [*WAYS, by_markdown, by_text])
@pytest.mark.parametrize("language", ["bg", "en", "de"])
def test_when_an_article_was_fetched_comes_back(tmp_path: Path, way: Way, language: str) -> None:
    fetched = datetime(2024, 3, 5, 9, 40, 11, tzinfo=UTC)
    source = Source("", address=ADDRESS, retrieved=fetched)
    running = Paragraph((Span("Новите правила за библиотеките влизат в сила през март."),))
    back = way(Article(TITLE, language, (running,), source), tmp_path)
    assert back.source.retrieved is not None
    assert back.source.retrieved.date() == fetched.date()


SENTENCES = st.lists(
    st.sampled_from(
        (
            "Комисията представи нови правила за библиотеките.",
            "Средствата са 12,5 млн. евро и стигат за четири години.",
            "„Всеки чете“, каза кметът на града.",
            "Повече има в доклада на Сметната палата.",
            "Който не вижда, слуша книгите у дома.",
        )
    ),
    min_size=4,
    max_size=8,
).map(" ".join)


@settings(max_examples=80)
@given(st.lists(SENTENCES, min_size=1, max_size=6, unique=True), KNOWN)
def test_running_text_comes_back_from_plain_text_with_all_that_is_known(texts, known) -> None:
    notice = (Notice((Span(NOTICE),)),) if known["machine_translated"] else ()
    paragraphs = (Paragraph((Span(each),)) for each in texts)
    source = Source("text", address=ADDRESS, publisher="ec")
    blocks = (Heading(1, (Span(TITLE),)), *paragraphs, *notice)
    article = Article(TITLE, "bg", blocks, source, **known)
    own = notes.text(Marked(article, (NOTE,)))
    back = imported((text.render(article) + own).encode(), "статия.txt")
    assert with_plain_roles(back.blocks) == article.blocks
    assert replace(back, blocks=(), references=()) == replace(article, blocks=(), references=())
    assert text.render(back) == text.render(article)


def test_what_is_taken_off_an_own_text_is_told_as_a_repair() -> None:
    raw = importers.read(Incoming(text.render(LIBRARIES).encode(), "статия.txt"))
    (made,) = raw.repairs
    assert made.step == "origin"
    assert made.before.startswith(f"Източник: {LIBRARIES.source.address}\n")


def test_a_text_of_somebody_else_keeps_its_sources() -> None:
    words = "Мостът е готов.\n\nОтвориха го вчера.\n\nИзточник: https://example.bg/most\n"
    back = imported(words.encode(), "статия.txt")
    assert "Източник" in str(back.blocks)


def test_a_page_with_the_contents_of_many_is_no_article_of_ours(tmp_path: Path) -> None:
    place = places.folder(tmp_path / "site")
    SiteWriter(Translator("bg"), "Новини").write([Dated(None, Marked(LIBRARIES, ()))], place)
    back = imported((tmp_path / "site/index.html").read_bytes(), "index.html")
    assert back.title == "Новини"


def test_whoever_calls_a_page_ours_gets_no_more_than_its_article() -> None:
    page = (
        '<!doctype html><html lang="bg"><head><meta name="generator" content="Chetivo"></head>'
        "<body><main><p>Без статия, но с достатъчно думи за изречение.</p></main></body></html>"
    )
    back = imported(page.encode(), "a.html")
    assert "Без статия" in str(back.blocks)
