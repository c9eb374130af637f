"""The areas of a page that lead to addresses."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from reader.importers.pdf.frame import Frame
from reader.model.raw import Box

_UTF16 = b"\xfe\xff"
_BREAKS = re.compile(r"[\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A rectangle of the page that leads to an address."""

    box: Box
    address: str


def link_areas(
    document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, frame: Frame
) -> Iterator[LinkArea]:
    """Yield the areas of the link annotations, one a line where the file gives quad points."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        try:
            if address := _address(document, annotation):
                for box in _areas(annotation):
                    yield LinkArea(frame.box(*box), address)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _address(document: pdfium.FPDF_DOCUMENT, annotation: pdfium.FPDF_ANNOTATION) -> str:
    """Return the address that a link annotation leads to, or "" for all others.

    Only a URI action has one: those that go to a page, start a program or run a script do not.
    """
    if pdfium.FPDFAnnot_GetSubtype(annotation) != pdfium.FPDF_ANNOT_LINK:
        return ""
    link = pdfium.FPDFAnnot_GetLink(annotation)
    action = pdfium.FPDFLink_GetAction(link) if link else None
    if not action:
        return ""
    size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
    return decoded(buffer.raw[: size - 1] if size else b"")


def decoded(written: bytes) -> str:
    """Return an address as text: ISO 32000-1 wants ASCII, writers put all kinds of codes."""
    if written.startswith(_UTF16):
        text = written[len(_UTF16) :].decode("utf-16-be", "replace")
    else:
        try:
            text = written.decode("utf-8")
        except UnicodeDecodeError:
            text = written.decode("cp1252", "replace")
    return _BREAKS.sub("", text).strip()


def _areas(annotation: pdfium.FPDF_ANNOTATION) -> list[tuple[float, float, float, float]]:
    """Return the quad points, a rectangle a line, or else the annotation's rectangle.

    Some writers swap top and bottom, so both are sorted.
    """
    boxes = []
    for index in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
        quad = pdfium.FS_QUADPOINTSF()
        pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, quad)
        across = (quad.x1, quad.x2, quad.x3, quad.x4)
        along = (quad.y1, quad.y2, quad.y3, quad.y4)
        if max(across) > min(across):
            boxes.append((min(across), min(along), max(across), max(along)))
    if boxes:
        return boxes
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rectangle)
    left, right = sorted((rectangle.left, rectangle.right))
    low, high = sorted((rectangle.bottom, rectangle.top))
    return [(left, low, right, high)]
