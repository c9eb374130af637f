"""PDFs as the program makes them, and what other programs find in them."""

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

    def walk(node: DictionaryObject):
        if "/S" in node:
            yield str(node["/S"]).lstrip("/")
        kids = node.get("/K")
        kids = kids.get_object() if kids is not None else []
        for kid in kids if isinstance(kids, ArrayObject) else [kids]:
            inside = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(inside, DictionaryObject):
                yield from walk(inside)

    return list(walk(reader.root_object["/StructTreeRoot"]))


def elements(reader: PdfReader, role: str) -> list[DictionaryObject]:
    """Return the elements of a role."""

    def walk(node: DictionaryObject):
        if node.get("/S") == f"/{role}":
            yield node
        kids = node.get("/K")
        kids = kids.get_object() if kids is not None else []
        for kid in kids if isinstance(kids, ArrayObject) else [kids]:
            inside = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(inside, DictionaryObject) and "/S" in inside:
                yield from walk(inside)

    return list(walk(reader.root_object["/StructTreeRoot"]))


def addresses(reader: PdfReader) -> list[str]:
    """Return where the live links lead, page by page."""
    found = (
        annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", [])
    )
    return [str(each["/A"]["/URI"]) for each in found if each["/Subtype"] == "/Link"]
