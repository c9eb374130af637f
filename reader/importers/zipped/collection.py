"""Books that are collections: of articles that each have a title and a source of their own.

The library keeps a file for each article, so each becomes a book of one chapter. A book whose
chapters only have titles stays one text.
"""

import posixpath
import re
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from reader.importers.html.days import is_day
from reader.importers.html.elements import words
from reader.importers.incoming import Incoming
from reader.importers.zipped.book import Chapter, chapters, said
from reader.importers.zipped.container import Container

_TYPES = frozenset({"collection", "periodical", "newspaper", "magazine", "news"})
_OPF = "{http://www.idpf.org/2007/opf}"
_PERIODICAL = "calibre:publication_type"
_NAME = re.compile(r"article-\d+\.x?html")  # as this program calls the chapters of its books
# Where programs that make books of web pages say from where each came.
_ORIGINS = frozenset({"canonical", "calibre-downloaded-from", "original"})
_NEAR_TITLE = 8  # blocks
_LONGEST_DAY = 90
_LEAST_TEXT = 200  # letters of an article; what has fewer is a list of articles, or a divider
_HEADINGS = ("h1", "h2", "h3")
_LINES = ("p", "div", "span", "time")
_ALONE = "chapter.xhtml"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of a zip file: the same article makes the same bytes
_CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book">{identifier}</dc:identifier>
{told}
</metadata>
<manifest><item id="c" href="{name}" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="c"/></spine>
</package>
"""


def members(container: Container, incoming: Incoming) -> tuple[Incoming, ...]:
    """Return the articles of a collection, each as a book; none where a book is one text.

    Raises `SourceError`.
    """
    about, found = chapters(container)
    texts = [chapter for chapter in found if _letters(chapter.body) >= _LEAST_TEXT]
    if len(texts) < 2 or not (_is_called_so(about, found) or _are_articles(texts)):
        return ()
    language = said(about, "language")
    return tuple(replace(incoming, data=_alone(chapter, language)) for chapter in texts)


def _is_called_so(about: etree._Element, found: list[Chapter]) -> bool:
    """Tell whether a book says that it is a collection."""
    if said(about, "type").casefold() in _TYPES:
        return True
    kinds = (each.get("content") or "" for each in about.iter(f"{_OPF}meta") if _is_kind(each))
    if any(kind.startswith("periodical") for kind in kinds):
        return True
    return all(_NAME.fullmatch(posixpath.basename(chapter.name)) for chapter in found)


def _is_kind(meta: etree._Element) -> bool:
    return meta.get("name") == _PERIODICAL


def _are_articles(texts: list[Chapter]) -> bool:
    """Tell whether most chapters have a title, and a source or a day of their own."""
    return 2 * sum(map(_is_article, texts)) > len(texts)


def _is_article(chapter: Chapter) -> bool:
    title = next(chapter.body.iter(*_HEADINGS), None)
    return title is not None and (_origin(chapter) is not None or _is_dated(chapter, title))


def _origin(chapter: Chapter) -> str | None:
    """Return the address that a chapter says it came from."""
    for link in chapter.page.iter("link", "a"):
        if _ORIGINS.intersection((link.get("rel") or "").split()):
            return link.get("href")
    return None


def _is_dated(chapter: Chapter, title: etree._Element) -> bool:
    """Tell whether a line beside a title is a day."""
    blocks = list(chapter.body.iter(*_HEADINGS, *_LINES))
    place = blocks.index(title)
    near = blocks[max(0, place - _NEAR_TITLE) : place + _NEAR_TITLE]
    lines = (words(each) for each in near if each is not title)
    return any(len(line) <= _LONGEST_DAY and is_day(line) for line in lines)


def _letters(body: etree._Element) -> int:
    """Return how many letters of a chapter are in no link."""
    return len(words(body)) - sum(len(words(link)) for link in body.iter("a"))


def _alone(chapter: Chapter, language: str) -> bytes:
    """Return a chapter as a book of its own."""
    title = next(chapter.body.iter(*_HEADINGS), None)
    own = chapter.page.get("lang") or language
    known = (
        ("title", "" if title is None else words(title)),
        ("language", own),
        ("source", _origin(chapter) or ""),
    )
    package = _PACKAGE.format(
        identifier=f"urn:sha256:{sha256(chapter.data).hexdigest()}",
        told="\n".join(f"<dc:{sort}>{escape(value)}</dc:{sort}>" for sort, value in known if value),
        name=_ALONE,
    )
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as made:
        for part, data in (
            ("mimetype", b"application/epub+zip"),
            ("META-INF/container.xml", _CONTAINER.encode()),
            ("package.opf", package.encode()),
            (_ALONE, chapter.data),
        ):
            made.writestr(ZipInfo(part, _FIRST_DAY), data)
    return packed.getvalue()
