"""What is drawn on a page beside its letters: bullets, underlines, grounds, pictures."""

import ctypes
from dataclasses import dataclass

import pypdfium2
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


def shapes_of(page: pypdfium2.PdfPage, frame: Frame) -> Shapes:
    """Return what is drawn on a page."""
    bullets, lines, grounds = [], [], []
    pictures = 0
    for shape in page.get_objects(
        filter=(
            pdfium.FPDF_PAGEOBJ_PATH,
            pdfium.FPDF_PAGEOBJ_IMAGE,
            pdfium.FPDF_PAGEOBJ_SHADING,
        ),
        max_depth=2,
    ):
        left, bottom, right, top = shape.get_bounds()
        box = frame.box(left, bottom, right, top)
        if shape.type != pdfium.FPDF_PAGEOBJ_PATH:
            pictures += shape.type == pdfium.FPDF_PAGEOBJ_IMAGE
            grounds.append(box)
        elif _is_bullet(box):
            bullets.append(box)
        elif box.bottom - box.top < _THICKEST and box.right - box.left > _SHORTEST:
            lines.append(box)
        elif _is_ground(shape):
            grounds.append(box)
    return Shapes(tuple(bullets), tuple(lines), tuple(grounds), pictures)


def _is_bullet(box: Box) -> bool:
    low, high = _BULLET_SIDES
    across, along = box.right - box.left, box.bottom - box.top
    return low < across < high and low < along < high and abs(across - along) < _BULLET_SKEW


def _is_ground(shape: pypdfium2.PdfObject) -> bool:
    """Tell whether a shape is filled, and not with white."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape.raw, mode, stroke)
    filled = fill_colour(shape.raw)
    return (
        mode.value != pdfium.FPDF_FILLMODE_NONE and filled is not None and not is_white(filled[0])
    )


def fill_colour(shape: pdfium.FPDF_PAGEOBJECT) -> tuple[Colour, int] | None:
    """Return the colour of letters or of a filled shape and how dense it is, 0 to 255."""
    red, green, blue, density = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(shape, red, green, blue, density):
        return None
    return (red.value, green.value, blue.value), density.value


def is_white(colour: Colour) -> bool:
    """Tell whether a colour cannot be seen on paper."""
    return min(colour) >= _WHITE
