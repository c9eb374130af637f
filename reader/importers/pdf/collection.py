"""PDFs that this program has made of several articles: each becomes a PDF of its own.

The library keeps a file for each article. The same file always gives the same bytes.
"""

import logging
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from io import BytesIO
from typing import cast

import pypdf
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from reader.errors import DamagedFileError
from reader.importers.incoming import Incoming
from reader.importers.pdf.elements import dictionaries
from reader.importers.pdf.tags import BROKEN_TREE

_PREFIX = "/Chetivo"
_PAGES, _TITLE, _LANGUAGE = (f"{_PREFIX}{name}" for name in ("Pages", "Title", "Language"))


def members(incoming: Incoming) -> Iterator[Incoming]:
    """Yield the articles of such a PDF, each as one of its own; none where it is another.

    Raises `DamagedFileError`, maybe after some.
    """
    # It writes of every oddity to standard error; what matters shows in what is read.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(BytesIO(incoming.data))
        articles = [] if reader.is_encrypted else list(_articles(reader))
    except BROKEN_TREE:
        return  # somebody has changed it: it is read as any other
    try:
        _check(articles)
        for each in articles:
            yield replace(incoming, data=_Alone(reader, each).data())
    except BROKEN_TREE as error:
        raise DamagedFileError(incoming.where) from error


def _articles(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    for document in dictionaries(_tree(reader)):
        yield from (each for each in dictionaries(document) if _PAGES in each)


def _pages(article: DictionaryObject) -> tuple[int, int]:
    """Return on which page an article begins, and behind which it ends."""
    first, count = map(int, str(article[_PAGES]).split())
    return first, first + count


def _check(articles: Sequence[DictionaryObject]) -> None:
    """Raise `ValueError` unless the articles stand one behind the other.

    Else a small file could make very many large ones.
    """
    places = [place for article in articles for place in _pages(article)]
    if places != sorted(places):
        raise ValueError(places)


class _Alone:
    """One article while it becomes a file of its own."""

    def __init__(self, reader: pypdf.PdfReader, article: DictionaryObject) -> None:
        self._reader = reader
        self._article = article
        self._writer = pypdf.PdfWriter()

    def data(self) -> bytes:
        """Return the file."""
        first, end = _pages(self._article)
        numbers: set[int] = set()
        for page in self._reader.pages[first:end]:
            numbers.update(_numbers(page))
            added = self._writer.add_page(page)  # all but its number
            added[NameObject("/StructParents")] = NumberObject(_number(page, "/StructParents"))
        self._add_tree(numbers)
        self._writer.add_metadata(
            {
                "/Title": str(self._article[_TITLE]),
                **{
                    key: str(value)
                    for key, value in self._article.items()
                    if key.startswith(_PREFIX) and key not in (_PAGES, _TITLE, _LANGUAGE)
                },
            }
        )
        made = BytesIO()
        self._writer.write(made)
        return made.getvalue()

    def _add_tree(self, numbers: Set[int]) -> None:
        """Add the elements of the article, and the ways to them from pages and links by number."""
        old = _tree(self._reader)
        tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        reference = self._added(tree)
        self._article[NameObject("/P")] = NullObject()  # else all others would come with it
        article = self._article.clone(self._writer)
        article[NameObject("/P")] = reference
        article[NameObject("/S")] = NameObject("/Document")
        tree[NameObject("/K")] = ArrayObject([cast(PdfObject, article.indirect_reference)])
        tree[NameObject("/RoleMap")] = old["/RoleMap"].clone(self._writer)
        ways = ArrayObject()
        for key, way in _ways(old, numbers):
            ways.extend((NumberObject(key), way.clone(self._writer)))
        tree[NameObject("/ParentTree")] = DictionaryObject({NameObject("/Nums"): ways})
        root = self._writer.root_object
        root[NameObject("/StructTreeRoot")] = reference
        root[NameObject("/Lang")] = TextStringObject(str(self._article[_LANGUAGE]))
        root[NameObject("/MarkInfo")] = DictionaryObject(
            {NameObject("/Marked"): BooleanObject(True)}  # noqa: FBT003  a value of the format
        )

    def _added(self, entry: PdfObject) -> IndirectObject:
        return self._writer._add_object(entry)  # noqa: SLF001  pypdf itself tells to use it


def _tree(reader: pypdf.PdfReader) -> DictionaryObject:
    return cast(DictionaryObject, reader.root_object["/StructTreeRoot"].get_object())


def _numbers(page: pypdf.PageObject) -> Iterator[int]:
    """Yield the numbers by which the tree knows a page and its links."""
    yield _number(page, "/StructParents")
    for link in page.get("/Annots", ArrayObject()):
        yield _number(link.get_object(), "/StructParent")


def _number(entry: DictionaryObject, key: str) -> int:
    return int(cast(NumberObject, entry[key]))


def _ways(tree: DictionaryObject, wanted: Set[int]) -> Iterator[tuple[int, PdfObject]]:
    """Yield the ways from some pages and links to their elements."""
    ways = cast(DictionaryObject, tree["/ParentTree"])
    entries = list(cast(ArrayObject, ways["/Nums"]))
    for key, way in zip(entries[::2], entries[1::2], strict=True):
        if int(key) in wanted:
            yield int(key), way
