"""What a window is called by, and the line under an article's title."""

from reader.app import own_pair
from reader.app.originals import language
from reader.i18n import Translator, date_in_words
from reader.model.article import Article
from reader.model.leaves import Kind, leaves
from reader.wording import language_name, publisher_name

_TITLE_LENGTH = 60  # a screen reader says all of it at each return to the window


def subtitle(
    article: Article, _: Translator, to_check: int = 0, key: str = "", changes: str = ""
) -> str:
    """Return "11 February 2025 · Anna Schmidt · European Commission · Machine translation · …".

    `to_check` is the number of repairs that a person had better look at, which `key` shows.
    `changes` is the key or command that shows what changed; empty where there is no older version.
    The date is left out where the text says it itself.
    """
    dated = any(leaf.kind is Kind.DATE for leaf in leaves(article))
    day = "" if dated or not article.published else date_in_words(article.published, _)
    parts = (
        day,
        article.author or "",
        publisher_name(article.source.publisher, _),
        _("Machine translation") if article.machine_translated else "",
        _original(article, _),
        _to_check(to_check, key, _) if to_check else "",
        _("New version ({key}: what changed)").format(key=changes) if changes else "",
    )
    return " · ".join(part for part in parts if part)


def _original(article: Article, _: Translator) -> str:
    own = own_pair(article)
    if own is None or own.original is None:
        return ""
    name = language_name(language(article, own), _)
    return _("Original in {language}").format(language=name)


def _to_check(count: int, key: str, _: Translator) -> str:
    words = _("Places to check ({key}): {count}") if key else _("Places to check: {count}")
    return words.format(count=count, key=key)


def shortened(title: str) -> str:
    """Return a title as the window's own."""
    return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1].rstrip() + "…"
