"""An article as other programs want it."""

from collections.abc import Sequence

from reader.exporters import flat, html, markdown, text
from reader.model.article import Article
from reader.model.raw import Repair


def render(article: Article, repairs: Sequence[Repair], form: str) -> str:
    """Return an article as "md", "html", "txt", "json" (with its repairs) or "blocks"."""
    match form:
        case "md":
            return markdown.render(article)
        case "html":
            return html.render(article)
        case "txt":
            return text.render(article)
        case "json":
            return flat.document(article, tuple(repairs))
        case "blocks":
            return flat.render(article)
        case _:
            raise ValueError(form)
