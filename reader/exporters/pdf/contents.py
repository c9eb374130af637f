"""Articles that become one PDF: what stands before them, and the tree over all of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.exporters.pdf.elements import Element, Facts, Marked
from reader.exporters.pdf.plan import Plan
from reader.i18n import Translator
from reader.model.article import Article, Span
from reader.model.leaves import Kind, Leaf

_ARTICLES = "Articles"  # what such a file tells of itself, beside what each of its articles tells
_PAGES = "Pages"


@dataclass(frozen=True, slots=True)
class Together:
    """Articles for one file, called `title`; `translator` has the language of its contents.

    `done` is told how many articles are drawn; it may raise, and then nothing is written.
    """

    articles: Sequence[Article]
    title: str
    translator: Translator
    done: Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the contents; `page`, from 0, is where it begins."""

    title: str
    language: str
    page: int


def contents(
    title: str, entries: Sequence[Entry], marks: Iterator[int], translator: Translator
) -> Plan:
    """Return what stands before the articles: the title, and where each of them begins."""
    _, own = translator, translator.language
    leaves = [
        Leaf(Kind.TITLE, (Span(title),), 1),
        Leaf(Kind.HEADING, (Span(_("Contents")),), 2),
        *(_line(entry, _) for entry in entries),
    ]
    marked: list[tuple[Marked, ...]] = []
    for leaf in leaves:
        ends = (len(leaf.spans[0].text), len(leaf.text))
        starts = (0, ends[0])
        marked.append(
            tuple(
                Marked(start, end, next(marks))
                for start, end in zip(starts, ends, strict=True)
                if end > start
            )
        )
    name, heading, *lines = ([each.mark for each in some] for some in marked)
    items = (_item(entry, line, own) for entry, line in zip(entries, lines, strict=True))
    listed = Element("TOC", tuple(items))
    headings = (
        Element("H1", tuple(name), title=title),
        Element("H2", tuple(heading), title=leaves[1].text),
    )
    told = {_ARTICLES: str(len(entries))}
    root = Element("Document", (*headings, listed))
    return Plan(tuple(leaves), tuple(marked), {}, root, len(leaves), Facts(title, own, told))


def _line(entry: Entry, _: Translator) -> Leaf:
    language = entry.language if entry.language != _.language else None
    page = _("page {number}").format(number=entry.page + 1)
    link = Span(entry.title, link=f"#page={entry.page + 1}", language=language)
    return Leaf(Kind.PARAGRAPH, (link, Span(f", {page}")))


def _item(entry: Entry, marks: Sequence[int], own: str) -> Element:
    language = entry.language if entry.language != own else None
    link = Element("Link", (marks[0],), language, title=entry.title, page=entry.page)
    return Element("TOCI", (Element("Reference", (link,)), *marks[1:]))


def article_in(planned: Plan, first: int, pages: int, own: str) -> Element:
    """Return the element of an article that begins on page `first` of a file with others.

    `own` is the language of the whole.
    """
    language = planned.facts.language
    return Element(
        "Art",
        planned.root.kids,
        language if language != own else None,
        told={
            **planned.facts.told,
            "Title": planned.facts.title,
            "Language": language,
            _PAGES: f"{first} {pages}",
        },
    )
