"""What is told of an article beside its text, on paper."""

from collections.abc import Iterator

from reader.exporters.pdf.elements import Facts
from reader.exporters.rights import retrieved, rights, title_of, words
from reader.i18n import date_in_words
from reader.model.article import Article, Span, Spans
from reader.model.leaves import Kind, leaves

_FORM = "1"  # of what follows; it grows where the program could not read it as before


def about(article: Article) -> str:
    """Return when, by whom and where it was published, as far as the text does not tell."""
    _ = words(article)
    dated = any(leaf.kind is Kind.DATE for leaf in leaves(article))
    day = date_in_words(article.published, _) if article.published and not dated else ""
    known = (day, article.author or "", rights(article).publisher or "")
    return " · ".join(part for part in known if part)


def foot(article: Article) -> Iterator[Spans]:
    """Yield where an article comes from, and on what terms it may be handed on."""
    _ = words(article)
    known = rights(article)
    if source := source_of(article):
        yield source
    if article.original:
        yield _linked(_("Original: {address}"), article.original, article.original)
    if day := retrieved(article):
        yield (Span(_("Retrieved: {day}").format(day=date_in_words(day, _))),)
    if article.machine_translated:
        yield (Span(_("Machine translation.")),)
    if known.licence:
        yield _linked_within(known.licence, known.terms)
    if known.changes:
        yield (Span(known.changes),)


def source_of(article: Article) -> Spans:
    """Return a line that names where an article comes from; nothing where that is not known."""
    where = rights(article).source
    if not where:
        return ()
    return _linked(words(article)("Source: {source}"), where, article.source.address)


def _linked(message: str, shown: str, address: str | None) -> Spans:
    before, _brace, rest = message.partition("{")
    return tuple(
        span
        for span in (Span(before), Span(shown, link=address), Span(rest.partition("}")[2]))
        if span.text
    )


def _linked_within(words: str, address: str | None) -> Spans:
    if not address or address not in words:
        return (Span(words),)
    before, _address, after = words.partition(address)
    return (Span(before), Span(address, link=address), Span(after))


def facts_of(article: Article) -> Facts:
    """Return what the file says of itself, for this program among others."""
    source, fetched = article.source, article.source.retrieved
    told = {
        "Form": _FORM,
        "Source": source.address or "",
        "Original": article.original or "",
        "Published": article.published.isoformat() if article.published else "",
        "Author": article.author or "",
        "Retrieved": fetched.isoformat(timespec="seconds") if fetched else "",
        "Publisher": source.publisher or "",
        "MachineTranslated": "yes" if article.machine_translated else "",
    }
    return Facts(
        title_of(article), article.language, {key: each for key, each in told.items() if each}
    )
