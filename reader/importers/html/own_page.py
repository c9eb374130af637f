"""Pages that this program wrote: the article is known, and so is what they tell of it."""

from dataclasses import replace

from reader.importers.html import page
from reader.importers.html.elements import language
from reader.importers.html.parsing import parsed
from reader.importers.markup import written
from reader.importers.own_articles import taken_off_page
from reader.model.raw import RawDocument

_MARK = '<meta name="generator" content="Chetivo">'
_WITHIN = 4096  # letters, where the mark stands


def document(markup: str, form: str) -> RawDocument | None:
    """Return the lines of the article of a page of ours, with what it tells of it.

    None for all other pages, and where there is no article. `form` names the importer.
    """
    if markup.find(_MARK, 0, _WITHIN) < 0:
        return None
    root = parsed(markup)
    body = root.find("body") if root is not None else None
    told = taken_off_page(body) if body is not None else None
    article = body.find("main/article") if body is not None else None
    if root is None or article is None or told is None:
        return None
    found = page.document(f"<body>{written(article)}</body>", told.address, form, whole=True)
    if found is None:
        return None
    return replace(
        found,
        language=language(root) or "",
        author=told.author,
        published=told.published,
        original=told.original,
        machine_translated=told.machine_translated,
        retrieved=told.retrieved,
    )
