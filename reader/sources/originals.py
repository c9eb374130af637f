"""Where the original of an article is: what it says itself first, then what can be concluded."""

from collections.abc import Iterator

from reader.model.article import Article
from reader.model.links import Sureness, Version
from reader.sources import addresses

_PRESS = "/commission/presscorner/detail/"


def language_of(article: Article, usual: str = "en", own: str | None = None) -> str:
    """Return the language of an article's original.

    It is the one that the address of the original asks for, such as French, else the usual one;
    `own` is the address that a person has given.
    """
    for address in (own, article.original):
        told = addresses.language(address or "")
        if told and told != article.language:
            return told
    return usual


def candidates(article: Article, usual: str = "en") -> tuple[Version, ...]:
    """Return where the original may be, the surest first.

    The notice of a machine translation, or else the page's own list of languages, has told
    `article.original`; then come the rules for addresses, and last the only press release that
    the article names, which may be itself. The rules look for the language of the original alone:
    what stands in another is none.
    """
    if article.language == usual:
        return ()
    found: dict[str, Version] = {}
    for each in _candidates(article, language_of(article, usual)):
        found.setdefault(each.address, each)
    found.pop(article.source.address or "", None)
    return tuple(sorted(found.values(), key=_rank))


def _candidates(article: Article, language: str) -> Iterator[Version]:
    if article.original:
        yield Version(article.original, Sureness.SURE)
    if version := addresses.version(article.source.address or "", language):
        yield version
    pressed = {each.address for each in article.references if _PRESS in each.address}
    if len(pressed) == 1 and (version := addresses.version(pressed.pop(), language)):
        yield Version(version.address, Sureness.BY_WORDS)


def _rank(version: Version) -> int:
    return list(Sureness).index(version.sureness)
