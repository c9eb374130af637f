"""The article as one page for any browser: accessible, without scripts, complete in itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import takewhile

from reader.exporters.html_blocks import Writer, unlinked
from reader.exporters.html_inline import escaped, inline, language, link
from reader.exporters.html_page import page
from reader.exporters.rights import retrieved, rights, title_of, words
from reader.exporters.sentences import Sentences, anchor
from reader.i18n import Translator, date_in_words
from reader.model.article import Article, Block, Heading, Spans, plain
from reader.model.leaves import Kind, leaves

# An article with less than this, in letters and in headings, is seen over without contents.
_LONG = 10_000
_MANY_HEADINGS = 4


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of an article, with its number among the leaves."""

    level: int
    leaf: int
    spans: Spans

    @property
    def words(self) -> str:
        """What it says, in one line."""
        return " ".join(plain(self.spans).split())


def render(
    article: Article,
    start: int | None = None,
    after: Iterable[str] = (),
    before: Iterable[str] = (),
    last: Iterable[str] = (),
) -> str:
    """Return the article as a page; it opens at the leaf `start`, where one is given.

    The lines of `after` stand below the article, those of `before` and of `last` around all.
    """
    body = (
        *before,
        "<main>",
        "<article>",
        *_body(article, Writer(article, start).write(), _contents(article)),
        "</article>",
        *after,
        "</main>",
        *_foot(article),
        *last,
    )
    return page(title_of(article), article.language, body)


def chapter(article: Article, sentences: Sentences, after: Iterable[str] = ()) -> str:
    """Return the article and its origin as a part of a book, which has contents of its own."""
    written = Writer(article, None, sentences).write()
    return "\n".join((*_body(article, written), *after, *_foot(article)))


def _body(
    article: Article, written: Iterator[tuple[Block, str]], contents: str = ""
) -> Iterator[str]:
    """Yield the pieces of the article; contents stand before the first section."""
    untitled = not any(map(_is_title, article.blocks))
    if untitled:
        yield _header(article, f"<h1>{escaped(title_of(article))}</h1>")
    titled = untitled
    for block, piece in written:
        if isinstance(block, Heading) and block.level > 1 and contents:
            yield contents
            contents = ""
        if _is_title(block) and not titled:
            titled = True
            yield _header(article, piece)
        elif piece:
            yield piece


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1 and bool(plain(block.spans).strip())


def _header(article: Article, heading: str) -> str:
    """Return the title with what is known of the article: when, who, how it came about."""
    _ = words(article)
    kinds = {leaf.kind for leaf in leaves(article)}
    own = _language_of_words(article)
    day = _day(article.published, _) if article.published and Kind.DATE not in kinds else ""
    known = (day, escaped(article.author or ""), escaped(rights(article).publisher or ""))
    about = " · ".join(part for part in known if part)
    parts = ["<header>", heading]
    if about:
        parts.append(f'<p class="about"{own}>{about}</p>')
    if article.machine_translated and Kind.NOTICE not in kinds:
        said = escaped(_("Machine translation."))
        parts.append(f'<div role="note" class="notice"{own}><p>{said}</p></div>')
    return "\n".join((*parts, "</header>"))


def sections(article: Article) -> tuple[Section, ...]:
    """Return the headings that have words."""
    return tuple(
        Section(leaf.level, number, leaf.spans)
        for number, leaf in enumerate(leaves(article))
        if leaf.kind is Kind.HEADING and leaf.text.strip()
    )


def _contents(article: Article) -> str:
    """Return links to the sections of a long article, nested as they are, or nothing."""
    found = sections(article)
    if len(found) < _MANY_HEADINGS or sum(len(leaf.text) for leaf in leaves(article)) < _LONG:
        return ""
    _ = words(article)
    said = escaped(_("Contents"))
    lines = (
        '<nav aria-labelledby="contents">',
        f'<h2 id="contents"{_language_of_words(article)}>{said}</h2>',
        outline(found, article.language),
        "</nav>",
    )
    return "\n".join(lines)


def outline(found: Sequence[Section], around: str, name: str = "", tag: str = "ul") -> str:
    """Return headings of a page as a list; those of a lower level stand in the one above.

    `name` is that of the page, where the list stands in another one.
    """
    items: list[str] = []
    rest = found
    while rest:
        first, *others = rest
        deeper = list(takewhile(partial(_lies_in, first), others))
        rest = others[len(deeper) :]
        said = inline(unlinked(first.spans), around)
        inner = outline(deeper, around, name, tag) if deeper else ""
        items.append(f'<li><a href="{name}#{anchor(first.leaf)}">{said}</a>{inner}</li>')
    return f"<{tag}>\n" + "\n".join(items) + f"\n</{tag}>"


def _lies_in(section: Section, other: Section) -> bool:
    return other.level > section.level


def _foot(article: Article) -> tuple[str, ...]:
    told = tuple(_origin(article))
    return (f"<footer{_language_of_words(article)}>", *told, "</footer>") if told else ()


def _origin(article: Article) -> Iterator[str]:
    """Yield where the article comes from, and on what terms it may be handed on."""
    _ = words(article)
    known = rights(article)
    if known.source:
        source = link(known.source, escaped(known.source))
        yield _line(_("Source: {source}"), source=source)
    if article.original:
        yield _line(
            _("Original: {address}"), address=link(article.original, escaped(article.original))
        )
    if day := retrieved(article):
        yield _line(_("Retrieved: {day}"), day=_day(day, _))
    if known.licence:
        said = escaped(known.licence)
        if known.terms:
            address = escaped(known.terms)
            said = said.replace(address, link(known.terms, address), 1)
        yield f"<p>{said}</p>"
    if known.changes:
        yield f"<p>{escaped(known.changes)}</p>"


def _line(message: str, **parts: str) -> str:
    return f"<p>{escaped(message).format(**parts)}</p>"


def _day(day: date, _: Translator) -> str:
    return f'<time datetime="{day}">{escaped(date_in_words(day, _))}</time>'


def _language_of_words(article: Article) -> str:
    """Return the attribute for what the page itself says where the article is in another tongue."""
    own = words(article).language
    return "" if own == article.language else language(own)
