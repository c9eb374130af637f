"""What is known of an article beside its text: title, day, author, publisher, languages, links."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from reader.model.article import Article, Reference, Spans
from reader.model.leaves import Kind, Leaf, leaves
from reader.model.raw import RawDocument, TagKind
from reader.repair import imprint, titles
from reader.repair.imprint import Imprint
from reader.repair.knowledge import Knowledge
from reader.repair.opening import with_opening
from reader.repair.spans import changed, is_of_numbers, with_languages, with_references
from reader.text import dates, institutions, references
from reader.text.languages import language_of, official
from reader.text.normal import normal

# An imprint stands above the text, beside its first paragraphs, or in its last lines.
_FIRST_LEAVES = 12
_PARAGRAPHS_ABOVE = 2
_LAST_LEAVES = 5
_RUNNING_TEXT = 120
_A_DAY = timedelta(days=1)
# Letterheads are no part of the article: they are among the first lines printed.
_FIRST_LINES = 8
_BELOW = frozenset({Kind.FOOTNOTE, Kind.NOTICE})
_TOLD_APART = frozenset({Kind.TABLE, Kind.QUOTE, Kind.FOOTNOTE, Kind.NOTICE})


def described(article: Article, found: RawDocument, knowledge: Knowledge) -> Article:
    """Return the article with all that it tells of itself.

    `found` is the document before its repair.
    """
    pieces = leaves(article)
    language = language_of("\n".join(leaf.text for leaf in pieces), found.language)
    addressed = language if language in official() else "en"
    first = _first_running(pieces)
    apart = _apart(found)
    above = list(_imprints(_paired(pieces)[:first], apart))
    text = tuple(leaf for leaf in pieces[first:] if leaf.kind not in _BELOW)
    below = list(_imprints(_paired(text)[-_LAST_LEAVES:], apart))
    letterheads = list(_letterheads(found, pieces, knowledge))
    imprints = [*above, *letterheads, *below]
    authors = next((each.authors for each in imprints if each.authors), ())
    days = (*above, *letterheads, *_datelines(pieces), *below)

    def in_words(spans: Spans) -> Spans:
        return with_references(in_numbers(spans), addressed)

    def in_numbers(spans: Spans) -> Spans:
        return with_languages(spans, language)

    return replace(
        article,
        title=titles.title(pieces, found.title),
        language=language,
        blocks=changed(with_opening(article.blocks, found), in_words, in_numbers),
        source=replace(article.source, publisher=_publisher(article, found, imprints)),
        published=_published(
            found.published,
            [each.day for each in days if each.day and each.day not in found.other_days],
        )
        or found.made,
        author=found.author or ", ".join(authors) or None,
        original=article.original or found.original or _original(article, found, language),
        references=_references(pieces, addressed),
    )


def _published(told: date | None, shown: list[date]) -> date | None:
    """Return the day of publication: what the format says, as the text shows it.

    The clock of a server may be a day behind that of the reader.
    """
    near = (day for day in shown if told is None or abs(day - told) <= _A_DAY)
    return next(near, told)


def _original(article: Article, found: RawDocument, language: str) -> str | None:
    """Return the English version of a text that an institution of the EU has translated."""
    address = article.source.address or ""
    if language == "en" or institutions.publisher(address) is None:
        return None
    english = (there for code, there in found.versions if code.lower().partition("-")[0] == "en")
    return next(english, None)


def _first_running(pieces: tuple[Leaf, ...]) -> int:
    """Return how many leaves may be imprints above the text or beside its first paragraphs."""
    paragraphs = 0
    for place, leaf in enumerate(pieces[:_FIRST_LEAVES]):
        paragraphs += _is_running_text(leaf)
        if paragraphs > _PARAGRAPHS_ABOVE:
            return place
    return min(len(pieces), _FIRST_LEAVES)


def _apart(found: RawDocument) -> frozenset[str]:
    """Return the terms and headings of a page: days there are of something else."""
    kinds = (TagKind.TERM, TagKind.HEADING)
    lines = (x for x in found.lines if found.marked_up and x.tag and x.tag.kind in kinds)
    return frozenset(normal(line.text).strip() for line in lines)


def _paired(pieces: tuple[Leaf, ...]) -> list[tuple[Leaf, Leaf | None]]:
    """Return leaves, each with the one before it."""
    return list(zip(pieces, (None, *pieces), strict=False))


def _imprints(pairs: list[tuple[Leaf, Leaf | None]], apart: frozenset[str]) -> Iterator[Imprint]:
    for leaf, before in pairs:
        for told in _imprint(leaf, before):
            inside = leaf.text in apart or (before is not None and before.text in apart)
            yield replace(told, day=None) if inside and leaf.kind is not Kind.DATE else told


def _imprint(leaf: Leaf, before: Leaf | None) -> Iterator[Imprint]:
    """Yield what a leaf tells, unless it belongs to a heading: „Краен срок“, „15 март 2026 г.“."""
    if leaf.kind in _TOLD_APART or (before is not None and before.kind is Kind.HEADING):
        return
    if found := imprint.read(leaf.text):
        yield found
    elif leaf.kind is Kind.DATE and len(days := dates.find(leaf.text)) == 1:
        yield Imprint(days[0][2])  # „Петък, 3 октомври 2008, брой 191“


def _datelines(pieces: tuple[Leaf, ...]) -> Iterator[Imprint]:
    """Yield the dateline of the first paragraph of running text."""
    first = next((leaf for leaf in pieces[:_FIRST_LEAVES] if _is_running_text(leaf)), None)
    if first and (day := imprint.dateline(first.text)):
        yield Imprint(day)


def _is_running_text(leaf: Leaf) -> bool:
    return leaf.kind in (Kind.PARAGRAPH, Kind.LEAD) and len(leaf.text) >= _RUNNING_TEXT


def _letterheads(
    found: RawDocument, pieces: tuple[Leaf, ...], knowledge: Knowledge
) -> Iterator[Imprint]:
    """Yield the imprints of first lines that repair has taken out of the text."""
    kept = " ".join(leaf.text for leaf in pieces)
    for line in found.lines[:_FIRST_LINES]:
        text = normal(line.text).strip()
        if knowledge.stamps.anywhere.fullmatch(text) or text in kept:
            continue
        told = imprint.read(text)
        if told and (told.publisher or told.typed):
            yield told


def _publisher(article: Article, found: RawDocument, imprints: list[Imprint]) -> str | None:
    """Return who publishes: by the address where it is known, else by what is printed."""
    if address := article.source.address:
        return institutions.publisher(address)
    told = (each.publisher for each in imprints if each.publisher)
    return (
        institutions.publisher(article.original)
        or next(told, None)
        or titles.publisher(found.title)
    )


def _references(pieces: tuple[Leaf, ...], language: str) -> tuple[Reference, ...]:
    found = (
        reference
        for leaf in pieces
        if not is_of_numbers(leaf.rows)
        for _, _, reference in references.find(leaf.text, language)
    )
    return tuple(dict.fromkeys(found))
