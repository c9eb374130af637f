"""What is drawn on a page beside its letters: bullets, underlines, grounds, pictures."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import pypdfium2.raw as pdfium

from reader.importers.pdf import calls
from reader.importers.pdf.frame import Frame
from reader.model.raw import Box

# Lengths in points.
_BULLET_WIDTH = (1.5, 10.0)
_BULLET_HEIGHT = (0.4, 10.0)
_THIN = 3.0
_SHORTEST_RULE = 3.0
_TOUCHING = 1.0
# "x y w h re" has so many segments: an outline.
_RECTANGLE = 5
# Drawings of more shapes than this, such as maps, rule nothing.
_MOST_SHAPES = 20_000
_MARKS = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE
# From this value on, of 255, red, green and blue are white.
_WHITE = 250

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Shapes:
    """What is drawn on a page, and the number of pictures.

    Rules are lines across or along the page, as thin boxes; grounds are what may lie under white
    letters.
    """

    bullets: tuple[Box, ...]
    rules: tuple[Box, ...]
    grounds: tuple[Box, ...]
    pictures: int


def page_shapes(page: pdfium.FPDF_PAGE, frame: Frame) -> Shapes:
    """Read what is drawn on a page."""
    bullets: list[Box] = []
    rules: list[Box] = []
    grounds: list[Box] = []
    pictures = 0
    for kind, shape, box in islice(_objects(page, frame), _MOST_SHAPES):
        pictures += kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if kind in _MARKS and _is_bullet(box):
            bullets.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            rules += _rules(shape, box)
        if kind != pdfium.FPDF_PAGEOBJ_PATH or _is_ground(shape):
            grounds.append(box)
    pieces = _pieces(bullets, rules)
    return Shapes(
        tuple(bullet for bullet in bullets if bullet not in pieces),
        (*rules, *pieces),
        tuple(grounds),
        pictures,
    )


def _objects(
    page: pdfium.FPDF_PAGE, frame: Frame
) -> Iterator[tuple[int, pdfium.FPDF_PAGEOBJECT, Box]]:
    """Yield kind, object and place of all that is drawn and is no text, in forms as well."""
    edges = [ctypes.c_float() for _ in range(4)]
    drawn = ctypes.c_void_p()
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        drawn.value = calls.page_object(page, index)
        kind = calls.kind_of(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        shape = pdfium.FPDFPage_GetObject(page, index)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _in_form(shape, frame, edges)
        else:
            pdfium.FPDFPageObj_GetBounds(shape, *edges)
            yield kind, shape, frame.box(*(edge.value for edge in edges))


def _in_form(
    form: pdfium.FPDF_PAGEOBJECT, frame: Frame, edges: list[ctypes.c_float]
) -> Iterator[tuple[int, pdfium.FPDF_PAGEOBJECT, Box]]:
    """Yield what is drawn in a form, which has coordinates of its own; a form in it is one."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(form, matrix)
    for index in range(pdfium.FPDFFormObj_CountObjects(form)):
        shape = pdfium.FPDFFormObj_GetObject(form, index)
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind != pdfium.FPDF_PAGEOBJ_TEXT:
            pdfium.FPDFPageObj_GetBounds(shape, *edges)
            left, bottom, right, top = (edge.value for edge in edges)
            corners = [
                (matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f)
                for x, y in ((left, bottom), (right, top))
            ]
            across, along = zip(*corners, strict=True)
            yield kind, shape, frame.box(min(across), min(along), max(across), max(along))


def _is_bullet(box: Box) -> bool:
    across, along = box.right - box.left, box.bottom - box.top
    return (
        _BULLET_WIDTH[0] < across < _BULLET_WIDTH[1]
        and _BULLET_HEIGHT[0] < along < _BULLET_HEIGHT[1]
    )


def _pieces(bullets: list[Box], rules: list[Box]) -> set[Box]:
    """Return the shapes taken for bullets that go on a rule: the end of an underline."""
    beside: dict[float, list[Box]] = defaultdict(list)
    for rule in rules:
        beside[round(rule.top, 1)].append(rule)
    return {
        bullet
        for bullet in bullets
        for rule in beside[round(bullet.top, 1)]
        if rule.left - _TOUCHING <= bullet.right and bullet.left <= rule.right + _TOUCHING
    }


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


def _is_ground(shape: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Tell whether a shape is filled, with a pattern or any colour but white."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, mode, stroke)
    filled = fill_colour(shape)
    return mode.value != pdfium.FPDF_FILLMODE_NONE and not (filled and is_white(filled[0]))


def fill_colour(shape: pdfium.FPDF_PAGEOBJECT) -> tuple[Colour, int] | None:
    """Return the colour of letters or of a filled shape and how dense it is, 0 to 255."""
    red, green, blue, density = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFPageObj_GetFillColor(shape, red, green, blue, density):
        return None
    return (red.value, green.value, blue.value), density.value


def is_white(colour: Colour) -> bool:
    """Tell whether a colour cannot be seen on paper."""
    return min(colour) >= _WHITE
