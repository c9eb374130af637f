"""What is drawn on a page beside the letters: bullets, ruling lines, pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium

from reader.importers.pdf.frame import Frame
from reader.model.raw import Box

# Lengths in points.
_BULLET_WIDTH = (1.5, 10.0)
_BULLET_HEIGHT = (0.4, 10.0)
_THIN = 3.0
_SHORTEST_RULE = 8.0
# "x y w h re" has so many segments: an outline.
_RECTANGLE = 5
# Drawings of more shapes than this, such as maps, rule nothing.
_MOST_SHAPES = 20_000
_DRAWN = {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE}


@dataclass(frozen=True, slots=True)
class Shapes:
    """Drawn bullets, lines across or along the page (as thin boxes), and how many pictures."""

    bullets: tuple[Box, ...]
    rules: tuple[Box, ...]
    pictures: int


def page_shapes(page: pypdfium2.PdfPage, frame: Frame) -> Shapes:
    """Read what is drawn on a page."""
    bullets: list[Box] = []
    rules: list[Box] = []
    pictures = 0
    for shape, kind in islice(_drawn(page.raw), _MOST_SHAPES):
        pictures += kind == pdfium.FPDF_PAGEOBJ_IMAGE
        box = _box(shape, frame)
        if _is_bullet(box):
            bullets.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            rules += _rules(shape, box)
    return Shapes(tuple(bullets), tuple(rules), pictures)


def _drawn(page: pdfium.FPDF_PAGE) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, int]]:
    """Yield the paths and pictures of a page and of the forms on it, and which they are.

    Pages may hold an object a letter, so pdfium is asked for no more than needed.
    """
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        shape = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind in _DRAWN:
            yield shape, kind
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            for inner in range(pdfium.FPDFFormObj_CountObjects(shape)):
                part = pdfium.FPDFFormObj_GetObject(shape, inner)
                if (kind := pdfium.FPDFPageObj_GetType(part)) in _DRAWN:
                    yield part, kind


def _box(shape: pdfium.FPDF_PAGEOBJECT, frame: Frame) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
    return frame.box(left.value, bottom.value, right.value, top.value)


def _is_bullet(box: Box) -> bool:
    across, along = box.right - box.left, box.bottom - box.top
    return (
        _BULLET_WIDTH[0] < across < _BULLET_WIDTH[1]
        and _BULLET_HEIGHT[0] < along < _BULLET_HEIGHT[1]
    )


def _rules(shape: pdfium.FPDF_PAGEOBJECT, box: Box) -> Iterator[Box]:
    """Yield a thin shape as it is, and the four sides of an outline."""
    across, along = box.right - box.left, box.bottom - box.top
    if min(across, along) <= _THIN:
        if max(across, along) >= _SHORTEST_RULE:
            yield box
        return
    if not _is_outline(shape):
        return
    yield Box(box.left, box.top, box.right, box.top)
    yield Box(box.left, box.bottom, box.right, box.bottom)
    yield Box(box.left, box.top, box.left, box.bottom)
    yield Box(box.right, box.top, box.right, box.bottom)


def _is_outline(shape: pdfium.FPDF_PAGEOBJECT) -> bool:
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, filled, stroked)
    return bool(stroked.value) and pdfium.FPDFPath_CountSegments(shape) <= _RECTANGLE
