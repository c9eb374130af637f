"""PDFs as the program makes them, and what other programs find in them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from reader import importers
from reader.gui.printing.pdf import write
from reader.importers.incoming import from_file
from reader.model.article import Article
from reader.repair import repaired
from reader.settings import Settings


def made(article: Article, folder: Path, **settings: object) -> Path:
    """Write an article as a PDF."""
    path = folder / "статия.pdf"
    write(article, Settings(**settings), path)
    return path


def read_again(path: Path) -> Article:
    """Read a PDF as the program does."""
    return repaired(importers.read(from_file(path)))[0]


def text_of(path: Path) -> str:
    """Return the words of a PDF as pdfium reads them, which is what browsers show it with."""
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


def opened(path: Path) -> PdfReader:
    return PdfReader(BytesIO(path.read_bytes()))


def roles(reader: PdfReader) -> list[str]:
    """Return the roles of the structure tree, in reading order."""
    return [str(node["/S"]).lstrip("/") for node in _nodes(reader.root_object["/StructTreeRoot"])]


def elements(reader: PdfReader, role: str) -> list[DictionaryObject]:
    """Return the elements of a role."""
    nodes = _nodes(reader.root_object["/StructTreeRoot"])
    return [node for node in nodes if node["/S"] == f"/{role}"]


def _nodes(above: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield the elements below a node, in reading order."""
    kids = above.get("/K", ArrayObject()).get_object()
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        inside = kid.get_object()
        if isinstance(inside, DictionaryObject) and "/S" in inside:
            yield inside
            yield from _nodes(inside)


def addresses(reader: PdfReader) -> list[str]:
    """Return where the live links lead, page by page."""
    found = (
        annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", [])
    )
    return [str(each["/A"]["/URI"]) for each in found if each["/Subtype"] == "/Link"]
