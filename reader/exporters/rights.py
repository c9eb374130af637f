"""Where an article came from and on what terms it may be handed on, in its own language."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from reader.i18n import LANGUAGES, Translator
from reader.model.article import Article
from reader.text import institutions


@dataclass(frozen=True, slots=True)
class Rights:
    """What has to stand with an article that is handed on; None where it is not known.

    `source` is an address or a file's name, `licence` a line that names holder, year and terms;
    `terms` is the address in it. `changes` says that changes were made, where the licence does not.
    """

    publisher: str | None
    source: str | None
    licence: str | None
    terms: str | None = None
    changes: str | None = None


def words(article: Article) -> Translator:
    """Return the translator for what an export adds in the article's own language."""
    return _translator(article.language if article.language in LANGUAGES else "en")


@cache  # an archive asks for each of its articles
def _translator(language: str) -> Translator:
    return Translator(language)


def title_of(article: Article) -> str:
    """Return what an article is called, also where it has no title."""
    return article.title.strip() or article.source.name or words(article)("Chetivo")


def rights(article: Article) -> Rights:
    """Return publisher, source and licence of an article."""
    source = article.source
    where = source.address or source.name or None
    known = institutions.known(source.publisher)
    _ = words(article)
    if known is None:
        changes = _("The form was changed and is not the publisher’s own.") if where else None
        return Rights(None, where, None, changes=changes)
    holder = known.holders[_.language]
    owner = f"© {holder}, {article.published.year}" if article.published else f"© {holder}"
    terms = (
        _("Licence: {address}. Changes were made.").format(address=known.licence)
        if known.licence
        else _("Reuse with acknowledgement of the source. Changes were made.")
    )
    return Rights(known.names[_.language], where, f"{owner}. {terms}", known.licence)


def retrieved(article: Article) -> date | None:
    """Return the day on which an article was fetched, by the clock of whoever hands it on.

    It is kept in UTC, where the day begins hours later than in Bulgaria.
    """
    moment = article.source.retrieved
    return moment.astimezone().date() if moment is not None else None
