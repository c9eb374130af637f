"""What a person marked in articles: a document of its own, or the end of an exported article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.exporters.html_inline import escaped
from reader.exporters.markdown_inline import inline, paragraph
from reader.exporters.rights import rights, words
from reader.exporters.web_addresses import web_address
from reader.i18n import Translator, date_in_words
from reader.model.annotation import Annotation, AnnotationKind
from reader.model.article import Article, Block, Heading, Paragraph, Quote, Span

_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Marked:
    """An article and what was marked in it, in its order."""

    article: Article
    annotations: Sequence[Annotation]


def document(marked: Sequence[Marked]) -> str:
    """Return the notes of articles as Markdown: title, source, and of each the quoted words.

    Articles without any are left out.
    """
    parts = [part for each in marked if each.annotations for part in _parts(each)]
    return "\n\n".join(parts) + "\n" if parts else ""


def markdown(marked: Marked) -> str:
    """Return the notes as the end of an article in Markdown; nothing where there are none."""
    if not marked.annotations:
        return ""
    _ = words(marked.article)
    parts = (f"## {_('My notes')}", *_items(marked.annotations, _))
    return "\n" + "\n\n".join(parts) + "\n"


def text(marked: Marked) -> str:
    """Return the notes as the end of an article in plain text; nothing where there are none."""
    if not marked.annotations:
        return ""
    _ = words(marked.article)
    parts = [_("My notes")]
    for each in marked.annotations:
        quoted = "\n".join(f"{_INDENT}{line.strip()}" for line in each.quoted.splitlines())
        sign = f"{_INDENT}{_('Bookmark')}: " if each.kind is AnnotationKind.BOOKMARK else _INDENT
        parts.append(f"{sign}{quoted.removeprefix(_INDENT)}")
        parts.append(each.text.strip())
    return "\n" + "\n\n".join(part for part in parts if part.strip()) + "\n"


def html(marked: Marked) -> Iterator[str]:
    """Yield the notes as the last section of a page; nothing where there are none."""
    if not marked.annotations:
        return
    _ = words(marked.article)
    yield f'<section aria-labelledby="notes"><h2 id="notes">{escaped(_("My notes"))}</h2>'
    for each in marked.annotations:
        if each.kind is AnnotationKind.BOOKMARK:
            yield f"<p>{escaped(_('Bookmark'))}</p>"
        lines = "".join(f"<p>{escaped(line)}</p>" for line in each.quoted.splitlines())
        yield f"<blockquote>{lines}</blockquote>"
        yield from (f"<p>{escaped(line)}</p>" for line in each.text.splitlines() if line.strip())
    yield "</section>"


def with_notes(marked: Marked) -> Article:
    """Return the article with the notes as its last section; as it is where there are none."""
    if not marked.annotations:
        return marked.article
    _ = words(marked.article)
    blocks: list[Block] = [Heading(2, (Span(_("My notes")),))]
    for each in marked.annotations:
        if each.kind is AnnotationKind.BOOKMARK:
            blocks.append(Paragraph((Span(_("Bookmark")),)))
        quoted = tuple(Paragraph((Span(line),)) for line in each.quoted.splitlines())
        blocks += [Quote(quoted)] if quoted else []
        lines = (line for line in each.text.splitlines() if line.strip())
        blocks += (Paragraph((Span(line),)) for line in lines)
    return replace(marked.article, blocks=(*marked.article.blocks, *blocks))


def _parts(marked: Marked) -> Iterator[str]:
    article, _ = marked.article, words(marked.article)
    yield f"# {inline((Span(article.title),))}".rstrip()
    known = rights(article)
    day = date_in_words(article.published, _) if article.published else ""
    about = " · ".join(part for part in (known.publisher or "", day) if part)
    where = article.source.address or article.source.name
    if about or where:
        address = web_address(article.source.address or "")  # in it, nothing ends the brackets
        shown = f"<{address}>" if address else inline((Span(where),))
        yield "  \n".join(part for part in (inline((Span(about),)), shown) if part)
    yield from _items(marked.annotations, _)


def _items(annotations: Sequence[Annotation], _: Translator) -> Iterator[str]:
    for each in annotations:
        if each.kind is AnnotationKind.BOOKMARK:
            yield f"{_('Bookmark')}:"
        quoted = [f"> {line}" for words in each.quoted.splitlines() for line in _line(words)]
        if quoted:
            yield "\n>\n".join(quoted)
        if each.text.strip():
            yield each.text.strip()


def _line(text: str) -> list[str]:
    return paragraph((Span(text),))
