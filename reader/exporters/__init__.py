"""An article as other programs want it."""

from collections.abc import Sequence

from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.raw import Repair


def render(
    article: Article, repairs: Sequence[Repair], form: str, annotations: Sequence[Annotation] = ()
) -> str:
    """Return an article as "md", "html", "txt", "json" (with its repairs) or "blocks".

    The first three have the person's notes at their end, where there are any to be handed on.
    """
    from reader.exporters import flat, html, markdown, notes, text
    from reader.exporters.notes import Marked

    marked = Marked(article, annotations)
    match form:
        case "md":
            return markdown.render(article) + notes.markdown(marked)
        case "html":
            return html.render(article, after=notes.html(marked))
        case "txt":
            return text.render(article) + notes.text(marked)
        case "json":
            return flat.document(article, tuple(repairs))
        case "blocks":
            return flat.render(article)
        case _:
            raise ValueError(form)
