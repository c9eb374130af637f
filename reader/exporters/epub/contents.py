"""The contents of a book: its articles, and the sections of each."""

from collections.abc import Sequence

from reader.exporters.epub import xhtml
from reader.exporters.epub.chapter import Chapter
from reader.exporters.html_inline import escaped, language
from reader.i18n import Translator

NAME = "contents.xhtml"


def markup(title: str, chapters: Sequence[Chapter], _: Translator) -> str:
    """Return the page with the contents, which reading programs show as they like, too."""
    items = "\n".join(_item(chapter, _.language) for chapter in chapters)
    called, landmarks, text = map(escaped, (_("Contents"), _("Landmarks"), _("The articles")))
    body = (
        f'<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">\n'
        f'<h1 id="contents">{called}</h1>\n<ol>\n{items}\n</ol>\n</nav>\n'
        f'<nav epub:type="landmarks" aria-label="{landmarks}" hidden="hidden">\n<ol>'
        f'<li><a epub:type="toc" href="{NAME}">{called}</a></li>'
        f'<li><a epub:type="bodymatter" href="{chapters[0].name}">{text}</a></li>'
        "</ol>\n</nav>"
    )
    return xhtml.page(title, _.language, body)


def _item(chapter: Chapter, around: str) -> str:
    own = language(chapter.language) if chapter.language != around else ""
    link = f'<a href="{chapter.name}">{escaped(chapter.title)}</a>'
    return f"<li{own}>{link}{chapter.outline}</li>"
