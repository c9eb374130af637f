"""The letters of a PDF with their places, and the link areas and bullets drawn on its pages.

Coordinates are points from the top left of the page.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from reader.importers.pdf.frame import Frame, frame_of
from reader.importers.pdf.shapes import Shapes, page_shapes
from reader.model.raw import Box, Page

# pdfium writes this instead of a hyphen-minus at the end of a line.
_LINE_END_HYPHEN = "\x02"
_FONT_NAME_BYTES = 128
_SEMIBOLD = 600
# Text may climb so much and is still read across.
_SKEW = 0.1


@dataclass(frozen=True, slots=True)
class Style:
    """How letters of one text object look; `content` is their marked-content id or -1."""

    size: float
    bold: bool
    italic: bool
    colour: tuple[int, int, int] | None
    content: int
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Letter:
    """A printed letter; `gap` is the white space that pdfium found before it.

    `spaced` tells that a space itself is printed before it, not only white left.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    origin: float
    style: Style
    gap: str
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A rectangle of the page that leads to an address."""

    box: Box
    address: str


@dataclass(frozen=True, slots=True)
class PageLetters:
    """What is printed on a page."""

    page: Page
    letters: tuple[Letter, ...]
    links: tuple[LinkArea, ...]
    shapes: Shapes


def page_letters(document: pypdfium2.PdfDocument, index: int) -> PageLetters:
    """Read one page, counted from 0."""
    page = document[index]
    text = page.get_textpage()
    width, height = page.get_size()
    frame = frame_of(page.raw)
    try:
        return PageLetters(
            Page(width, height),
            tuple(_letters(text.raw, text.count_chars(), frame)),
            tuple(_links(document.raw, page.raw, frame)),
            page_shapes(page, frame),
        )
    finally:
        text.close()
        page.close()


def _letters(text: pdfium.FPDF_TEXTPAGE, count: int, frame: Frame) -> Iterator[Letter]:
    styles = _Styles(text, sideways=frame.turns % 2 == 1)
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    gap = ""
    spaced = False
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        letter = chr(code) if code and not 0xD800 <= code < 0xE000 else ""
        if not letter or letter.isspace() or pdfium.FPDFText_IsGenerated(text, index) == 1:
            gap += letter
            spaced = spaced or (bool(letter) and not pdfium.FPDFText_IsGenerated(text, index))
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        shown = frame.box(box.left, box.bottom, box.right, box.top)
        origin, baseline = frame.point(x.value, y.value)
        yield Letter(
            "-" if letter == _LINE_END_HYPHEN else letter,
            shown.left,
            shown.right,
            shown.top,
            shown.bottom,
            baseline,
            origin,
            styles.of(index),
            gap,
            spaced,
        )
        gap, spaced = "", False


class _Styles:
    """Styles by text object: letters of one object share theirs."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, *, sideways: bool) -> None:
        self._text = text
        self._sideways = sideways
        self._known: dict[int | None, Style] = {}
        self._name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
        self._flags = ctypes.c_int()
        self._matrix = pdfium.FS_MATRIX()

    def of(self, index: int) -> Style:
        found = pdfium.FPDFText_GetTextObject(self._text, index)
        key = ctypes.cast(found, ctypes.c_void_p).value if found else None
        if key not in self._known:
            self._known[key] = self._read(index, found)
        return self._known[key]

    def _read(self, index: int, found: pdfium.FPDF_PAGEOBJECT) -> Style:
        text = self._text
        pdfium.FPDFText_GetFontInfo(text, index, self._name, _FONT_NAME_BYTES, self._flags)
        name = self._name.value.decode("latin1")
        pdfium.FPDFText_GetMatrix(text, index, self._matrix)
        scale = (self._matrix.b**2 + self._matrix.d**2) ** 0.5 or 1.0
        along = self._matrix.a, self._matrix.b
        along = along[::-1] if self._sideways else along
        heavy = not name and pdfium.FPDFText_GetFontWeight(text, index) >= _SEMIBOLD
        return Style(
            size=round(pdfium.FPDFText_GetFontSize(text, index) * scale, 1),
            bold=heavy or any(word in name for word in ("Bold", "Black", "Heavy", "Semi")),
            italic="Ital" in name or "Obli" in name,
            colour=_fill_colour(found) if found else None,
            content=pdfium.FPDFPageObj_GetMarkedContentID(found) if found else -1,
            upright=abs(along[1]) <= _SKEW * abs(along[0]),
        )


def _fill_colour(found: pdfium.FPDF_PAGEOBJECT) -> tuple[int, int, int] | None:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(found, *parts):
        return None
    red, green, blue, _ = (part.value for part in parts)
    return red, green, blue


def _links(
    document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, frame: Frame
) -> Iterator[LinkArea]:
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        try:
            if address := _address(document, annotation):
                for box in _areas(annotation, frame):
                    yield LinkArea(box, address)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _address(document: pdfium.FPDF_DOCUMENT, annotation: pdfium.FPDF_ANNOTATION) -> str:
    """Return the address that a link annotation leads to, or "" for all others."""
    if pdfium.FPDFAnnot_GetSubtype(annotation) != pdfium.FPDF_ANNOT_LINK:
        return ""
    link = pdfium.FPDFAnnot_GetLink(annotation)
    action = pdfium.FPDFLink_GetAction(link) if link else None
    if not action:
        return ""
    size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode("utf-8", "replace")


def _areas(annotation: pdfium.FPDF_ANNOTATION, frame: Frame) -> list[Box]:
    """Return the quad points, a box a line, or else the rectangle.

    Some writers swap top and bottom, so both are sorted.
    """
    boxes = []
    for index in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
        quad = pdfium.FS_QUADPOINTSF()
        pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, quad)
        across = (quad.x1, quad.x2, quad.x3, quad.x4)
        along = (quad.y1, quad.y2, quad.y3, quad.y4)
        if max(across) > min(across):
            boxes.append(frame.box(min(across), min(along), max(across), max(along)))
    if boxes:
        return boxes
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rectangle)
    left, right = sorted((rectangle.left, rectangle.right))
    low, high = sorted((rectangle.bottom, rectangle.top))
    return [frame.box(left, low, right, high)]
