"""Electronic books (.epub): the chapters in the order of reading, as one text in HTML."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html.entities import html5
from pathlib import Path
from urllib.parse import unquote

from lxml import etree, html

from reader.errors import DamagedFileError, EmptyDocumentError, ProtectedFileError
from reader.importers import own_articles
from reader.importers.headings import lower
from reader.importers.html.elements import words
from reader.importers.markup import written
from reader.importers.own_articles import Told
from reader.importers.told import day, web
from reader.importers.zipped.container import Container
from reader.importers.zipped.xml import root

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_C = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_ENC = "{http://www.w3.org/2001/04/xmlenc#}"
_TYPE = "{http://www.idpf.org/2007/ops}type"
# Fonts may be disguised in a book that is open otherwise: EPUB 3.3, 4.3, and Adobe's own way.
_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_TEXT = ("application/xhtml+xml", "text/html")
# What leads to the text and is none: covers and tables of contents, by the words of EPUB 2 and 3.
_LEADS_THERE = frozenset({"cover", "toc", "landmarks", "page-list", "loi", "lot", "titlepage"})
_TITLES = frozenset({"title-page", "index"})
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31};)")
_OF_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_MOST_CHAPTERS = 20_000


@dataclass(frozen=True, slots=True)
class Book:
    """A book as HTML, and what it says of itself; `told` is known of one of ours."""

    markup: str
    title: str = ""
    language: str = ""
    author: str = ""
    made: date | None = None
    told: Told = field(default_factory=Told)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its name in the container, its bytes, and its body as HTML."""

    name: str
    data: bytes
    page: etree._Element
    body: etree._Element


@dataclass(frozen=True, slots=True)
class _Package:
    """The list of a book's parts; hrefs are names in the container."""

    about: etree._Element
    chapters: tuple[str, ...]
    aside: frozenset[str] = field(default_factory=frozenset)


def book(container: Container) -> Book:
    """Return the text of a book as one article.

    Raises `SourceError`: damaged, without text, or protected for the programs of one shop.
    """
    about, found = chapters(container)
    told = [own_articles.taken_off(chapter.body) for chapter in found]
    title = said(about, "title")
    alone = told[0] if len(told) == 1 else None
    return Book(
        _joined([chapter.body for chapter in found], title),
        title,
        said(about, "language"),
        said(about, "creator"),
        _day(about),
        alone or Told(address=_source(about) if len(told) == 1 else None),
    )


def chapters(container: Container) -> tuple[etree._Element, list[Chapter]]:
    """Return what a book says of itself, and its chapters in the order of reading.

    Raises `SourceError`: damaged, without text, or protected for the programs of one shop.
    """
    _refuse_protected(container)
    package = _package(container)
    found = [
        chapter
        for name in package.chapters
        if name not in package.aside and (chapter := _chapter(container, name)) is not None
    ]
    if not found:
        raise EmptyDocumentError(container.where)
    return package.about, found


def _refuse_protected(container: Container) -> None:
    if _ENCRYPTION not in container:
        return
    listed = root(container.part(_ENCRYPTION), container.where)
    for method in listed.iter(f"{_ENC}EncryptionMethod"):
        if method.get("Algorithm") not in _FONTS_ONLY:
            raise ProtectedFileError(container.where)


def _package(container: Container) -> _Package:
    where = container.where
    file = root(container.part(_CONTAINER), where).find(f".//{_C}rootfile")
    name = file.get("full-path", "") if file is not None else ""
    about = root(container.part(name), where)
    items = {item.get("id"): item for item in about.iter(f"{_OPF}item")}
    spine = [
        items[entry.get("idref")]
        for entry in about.iter(f"{_OPF}itemref")
        if entry.get("idref") in items and entry.get("linear") != "no"
    ]
    texts = [item for item in spine if item.get("media-type") in _TEXT]
    if len(texts) > _MOST_CHAPTERS:
        raise DamagedFileError(where)
    guide = [
        _target(name, entry.get("href", ""))
        for entry in about.iter(f"{_OPF}reference")
        if entry.get("type") in _LEADS_THERE | _TITLES
    ]
    nav = [
        _target(name, item.get("href", ""))
        for item in items.values()
        if "nav" in item.get("properties", "").split()
    ]
    chapters = dict.fromkeys(_target(name, item.get("href", "")) for item in texts)
    # A book of one part may call that its beginning and its title page at once.
    aside = frozenset([*guide, *nav])
    if not set(chapters) - aside:
        aside = frozenset(nav)
    return _Package(about, tuple(chapters), aside)


def _target(package: str, href: str) -> str:
    """Return the name of the part that the package's list means by an address beside itself."""
    path = unquote(href.split("#", 1)[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(package), path))


def _chapter(container: Container, name: str) -> Chapter | None:
    """Return a chapter; None for a cover or a table of contents."""
    data = container.part(name)
    page = _page(data, container.where)
    body = page.find(".//body") if page is not None else None
    if page is None or body is None:
        return None
    told = [part.get(_TYPE, "") for part in (body, *body) if part.get(_TYPE)]
    if told and len(body) <= 1 and _LEADS_THERE.intersection(told[-1].split()):
        return None
    return Chapter(name, data, page, body)


def _page(data: bytes, where: Path | str) -> etree._Element | None:
    """Return a chapter, by its XML or, where that is broken, as browsers read pages."""
    try:
        page = root(_ENTITY.sub(_letter, data), where)
    except DamagedFileError:
        try:
            return html.document_fromstring(data, parser=html.HTMLParser(no_network=True))
        except (etree.ParserError, ValueError):  # no element at all, or no letters
            return None
    for element in page.iter(etree.Element):
        element.tag = etree.QName(element).localname
    return page


def _letter(found: re.Match[bytes]) -> bytes:
    """Return the letter of an entity of HTML, which XML alone does not know."""
    name = found[1].decode()
    return found[0] if name in _OF_XML else html5.get(name, found[0].decode()).encode()


def _joined(bodies: list[etree._Element], title: str) -> str:
    """Return one page of all chapters; where several have titles of their own, below the book's."""
    titled = sum(body.find(".//h1") is not None for body in bodies)
    page = etree.Element("body")
    if titled > 1:
        etree.SubElement(page, "h1").text = title
        for body in bodies:
            lower(body)
    for number, body in enumerate(bodies):
        if len(bodies) > 1:
            _tell_apart(body, f"c{number}-")
        body.tag = "div"
        page.append(body)
    return written(page)


def _tell_apart(body: etree._Element, mark: str) -> None:
    """Put a mark before the names of places in a chapter, for each may have a place “1”."""
    for element in body.iter(etree.Element):
        if own_name := element.get("id"):
            element.set("id", mark + own_name)
        href = element.get("href") or ""
        if href.startswith("#"):
            element.set("href", f"#{mark}{href[1:]}")


def _source(about: etree._Element) -> str | None:
    """Return the address that a book of one article names as its source."""
    return next(filter(None, map(web, _all_said(about, "source"))), None)


def said(about: etree._Element, name: str) -> str:
    """Return what a book first says of itself by a word of the Dublin Core."""
    return next(_all_said(about, name), "")


def _all_said(about: etree._Element, name: str) -> Iterator[str]:
    for element in about.iter(f"{_DC}{name}"):
        if text := words(element):
            yield text


def _day(about: etree._Element) -> date | None:
    return next(filter(None, map(day, _all_said(about, "date"))), None)
