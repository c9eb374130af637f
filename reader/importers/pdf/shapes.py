"""What is drawn on a page beside its letters: bullets, underlines, grounds, pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from reader.importers.pdf.frame import Frame
from reader.model.raw import Box

# Bullets drawn as shapes: about square, sides in points.
_BULLET_SIDES = (1.5, 8.0)
_BULLET_SKEW = 1.2
# Underlines: thin and not too short, in points.
_THICKEST = 2.0
_SHORTEST = 3.0
# From this value on, of 255, red, green and blue are white.
_WHITE = 250

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Shapes:
    """Bullets, thin level lines, what may lie under white letters, and the number of pictures."""

    bullets: tuple[Box, ...]
    lines: tuple[Box, ...]
    grounds: tuple[Box, ...]
    pictures: int


def shapes_of(page: pdfium.FPDF_PAGE, frame: Frame) -> Shapes:
    """Return what is drawn on a page."""
    bullets, lines, grounds = [], [], []
    pictures = 0
    for kind, shape, box in _objects(page, frame):
        if kind != pdfium.FPDF_PAGEOBJ_PATH:
            pictures += kind == pdfium.FPDF_PAGEOBJ_IMAGE
            grounds.append(box)
        elif _is_bullet(box):
            bullets.append(box)
        elif box.bottom - box.top < _THICKEST and box.right - box.left > _SHORTEST:
            lines.append(box)
        elif _is_ground(shape):
            grounds.append(box)
    return Shapes(tuple(bullets), tuple(lines), tuple(grounds), pictures)


def _objects(
    page: pdfium.FPDF_PAGE, frame: Frame
) -> Iterator[tuple[int, pdfium.FPDF_PAGEOBJECT, Box]]:
    """Yield kind, object and place of all that is drawn and is no text, in forms as well."""
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        shape = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _in_form(shape, frame, edges)
        elif kind != pdfium.FPDF_PAGEOBJ_TEXT:
            pdfium.FPDFPageObj_GetBounds(shape, *edges)
            yield kind, shape, frame.box(*(edge.value for edge in edges))


def _in_form(
    form: pdfium.FPDF_PAGEOBJECT, frame: Frame, edges: list[ctypes.c_float]
) -> Iterator[tuple[int, pdfium.FPDF_PAGEOBJECT, Box]]:
    """Yield what is drawn in a form, which has coordinates of its own; not of forms in forms."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(form, matrix)
    for index in range(pdfium.FPDFFormObj_CountObjects(form)):
        shape = pdfium.FPDFFormObj_GetObject(form, index)
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind not in (pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_TEXT):
            pdfium.FPDFPageObj_GetBounds(shape, *edges)
            left, bottom, right, top = (edge.value for edge in edges)
            corners = [
                (matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f)
                for x, y in ((left, bottom), (right, top))
            ]
            across, along = zip(*corners, strict=True)
            yield kind, shape, frame.box(min(across), min(along), max(across), max(along))


def _is_bullet(box: Box) -> bool:
    low, high = _BULLET_SIDES
    across, along = box.right - box.left, box.bottom - box.top
    return low < across < high and low < along < high and abs(across - along) < _BULLET_SKEW


def _is_ground(shape: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Tell whether a shape is filled, and not with white."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, mode, stroke)
    filled = fill_colour(shape)
    return (
        mode.value != pdfium.FPDF_FILLMODE_NONE and filled is not None and not is_white(filled[0])
    )


def fill_colour(shape: pdfium.FPDF_PAGEOBJECT) -> tuple[Colour, int] | None:
    """Return the colour of letters or of a filled shape and how dense it is, 0 to 255."""
    red, green, blue, density = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFPageObj_GetFillColor(shape, red, green, blue, density):
        return None
    return (red.value, green.value, blue.value), density.value


def is_white(colour: Colour) -> bool:
    """Tell whether a colour cannot be seen on paper."""
    return min(colour) >= _WHITE
