"""An article as a chapter of a book."""

from dataclasses import dataclass, replace
from datetime import date

from reader.exporters import html, notes
from reader.exporters.epub import xhtml
from reader.exporters.epub.overlay import Recorded
from reader.exporters.html import Section
from reader.exporters.html_inline import foreign
from reader.exporters.notes import Marked
from reader.exporters.rights import Rights, rights, title_of
from reader.exporters.sentences import Sentences
from reader.model.article import Article, Span
from reader.model.leaves import Kind, leaves


@dataclass(frozen=True, slots=True)
class Chapter:
    """What a book has to know of an article that is written already."""

    name: str
    title: str
    language: str
    outline: str
    rights: Rights
    published: date | None
    author: str | None
    has_pictures: bool
    recorded: Recorded | None = None

    @property
    def overlay(self) -> str:
        """The name of its overlay, where it is recorded."""
        return self.name.replace(".xhtml", ".smil")


def of(article: Article, number: int, recorded: Recorded | None) -> Chapter:
    """Return what is known of an article; `number` counts those of a book from 1."""
    name = f"article-{number}.xhtml"
    below = tuple(_said(each, article) for each in html.sections(article))
    kinds = {leaf.kind for leaf in leaves(article)}
    return Chapter(
        name,
        title_of(article),
        article.language,
        html.outline(below, article.language, name, "ol") if below else "",
        rights(article),
        article.published,
        article.author,
        Kind.FIGURE in kinds,
        recorded,
    )


def _said(section: Section, article: Article) -> Section:
    """Return a heading as one run of words: contents may not hold runs without any."""
    own = foreign(section.spans, article.language)
    return replace(section, spans=(Span(section.words, language=own),))


def markup(marked: Marked, sentences: Sentences) -> str:
    """Return the page of an article, with the person's notes at its end."""
    article = marked.article
    called = title_of(article)
    body = html.chapter(article, sentences, notes.html(marked))
    part = '<section epub:type="chapter" role="doc-chapter">'
    return xhtml.page(called, article.language, f"{part}\n{body}\n</section>")
