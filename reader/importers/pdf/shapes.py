"""What is drawn on a page beside the letters: bullets, ruling lines, pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

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


@dataclass(frozen=True, slots=True)
class Shapes:
    """Drawn bullets, lines across or along the page (as thin boxes), and how many pictures."""

    bullets: tuple[Box, ...]
    rules: tuple[Box, ...]
    pictures: int


def page_shapes(page: pypdfium2.PdfPage, height: float) -> Shapes:
    """Read what is drawn on a page of this height."""
    bullets: list[Box] = []
    rules: list[Box] = []
    pictures = 0
    for number, shape in enumerate(page.get_objects(max_depth=2)):
        if number > _MOST_SHAPES:
            break
        pictures += shape.type == pdfium.FPDF_PAGEOBJ_IMAGE
        if shape.type not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            continue
        left, bottom, right, top = shape.get_bounds()
        box = Box(left, height - top, right, height - bottom)
        if _is_bullet(box):
            bullets.append(box)
        elif shape.type == pdfium.FPDF_PAGEOBJ_PATH:
            rules += _rules(shape, box)
    return Shapes(tuple(bullets), tuple(rules), pictures)


def _is_bullet(box: Box) -> bool:
    across, along = box.right - box.left, box.bottom - box.top
    return (
        _BULLET_WIDTH[0] < across < _BULLET_WIDTH[1]
        and _BULLET_HEIGHT[0] < along < _BULLET_HEIGHT[1]
    )


def _rules(shape: pypdfium2.PdfObject, box: Box) -> Iterator[Box]:
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


def _is_outline(shape: pypdfium2.PdfObject) -> bool:
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape.raw, filled, stroked)
    return bool(stroked.value) and pdfium.FPDFPath_CountSegments(shape.raw) <= _RECTANGLE
