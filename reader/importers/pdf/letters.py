"""The letters of a PDF with their places, and what is drawn on its pages.

Coordinates are points from the top left of the page as it is read.
"""

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from reader.importers.pdf.annotations import LinkArea, link_areas
from reader.importers.pdf.frame import Frame, quarters, visible_part
from reader.importers.pdf.shapes import Colour, Shapes, fill_colour, page_shapes
from reader.model.raw import Page

# pdfium writes this instead of a hyphen-minus at the end of a line.
_LINE_END_HYPHEN = "\x02"
# For a glyph that no letter is known for pdfium gives its code, which may be that of any letter.
NO_LETTER = "\ufffd"
# The codes of symbol fonts, however, say what is drawn, such as a bullet.
_SYMBOLS = range(0xF000, 0xF100)
_FONT_NAME_BYTES = 128
_SEMIBOLD = 600


@dataclass(frozen=True, slots=True)
class Style:
    """How letters of one text object look; `content` is their marked-content id or -1.

    `quarters` is how they are turned, None if they run aslant; `unseen` letters leave no ink.
    """

    size: float
    bold: bool
    italic: bool
    colour: Colour | None
    content: int
    font: str
    quarters: int | None
    unseen: bool


class Letter(NamedTuple):
    """A printed letter; `gap` is the white space that pdfium found before it.

    `spaced` tells that a space itself is printed before it, not only white left; `number` counts
    the letters of the page. A named tuple because it is made far more quickly than a dataclass.
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
    spaced: bool
    number: int


@dataclass(frozen=True, slots=True)
class PageLetters:
    """What is printed on a page; `quarters` is how it was turned to be read."""

    page: Page
    quarters: int
    letters: tuple[Letter, ...]
    links: tuple[LinkArea, ...]
    shapes: Shapes


def page_letters(document: pypdfium2.PdfDocument, index: int) -> PageLetters:
    """Read one page, counted from 0."""
    page = document[index]
    text = page.get_textpage()
    try:
        frame = visible_part(page.raw)
        letters = list(_letters(text.raw, text.count_chars(), frame))
        turns = Counter(letter.style.quarters for letter in letters)
        turned = Frame(
            frame.left,
            frame.bottom,
            frame.right,
            frame.top,
            (turns.most_common(1)[0][0] if turns else None) or 0,
        )
        return PageLetters(
            turned.page,
            turned.quarters,
            tuple(_upright(letter, frame, turned) for letter in letters)
            if turned.quarters
            else tuple(letters),
            tuple(link_areas(document.raw, page.raw, turned)),
            page_shapes(page.raw, turned),
        )
    finally:
        text.close()
        page.close()


def _letters(text: pdfium.FPDF_TEXTPAGE, count: int, frame: Frame) -> Iterator[Letter]:
    """Yield the letters, not turned yet; each call of pdfium counts here."""
    style_of = _Styles(text).of
    unicode, unmapped = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_HasUnicodeMapError
    generated = pdfium.FPDFText_IsGenerated
    loose_box, origin = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    left, top = frame.left, frame.top
    gap, spaced = "", False
    for index in range(count):
        code = unicode(text, index)
        letter = chr(code) if code and not 0xD800 <= code < 0xE000 else ""
        if letter.isspace():
            gap += letter
            spaced = spaced or generated(text, index) == 0
            continue
        if not letter or (unmapped(text, index) == 1 and code not in _SYMBOLS):
            letter = NO_LETTER
        loose_box(text, index, box)
        origin(text, index, x, y)
        yield Letter(
            "-" if letter == _LINE_END_HYPHEN else letter,
            box.left - left,
            box.right - left,
            top - box.top,
            top - box.bottom,
            top - y.value,
            x.value - left,
            style_of(index),
            gap,
            spaced,
            index,
        )
        gap, spaced = "", False


def _upright(letter: Letter, flat: Frame, turned: Frame) -> Letter:
    """Return a letter where it stands on the page turned."""
    box = turned.box(
        flat.left + letter.left,
        flat.top - letter.bottom,
        flat.left + letter.right,
        flat.top - letter.top,
    )
    origin, baseline = turned.point(flat.left + letter.origin, flat.top - letter.baseline)
    return letter._replace(
        left=box.left,
        right=box.right,
        top=box.top,
        bottom=box.bottom,
        baseline=baseline,
        origin=origin,
    )


class _Styles:
    """Styles by text object: letters of one object share theirs."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE) -> None:
        self._text = text
        self._known: dict[int, Style] = {}
        self._fonts: dict[int, str] = {}
        self._name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
        self._flags = ctypes.c_int()
        self._matrix = pdfium.FS_MATRIX()

    def of(self, index: int) -> Style:
        """Return the style of the letter with this index."""
        found = pdfium.FPDFText_GetTextObject(self._text, index)
        key = ctypes.addressof(found.contents) if found else 0
        style = self._known.get(key)
        if style is None:
            style = self._known[key] = self._read(index, found)
        return style

    def _read(self, index: int, found: pdfium.FPDF_PAGEOBJECT) -> Style:
        text, matrix = self._text, self._matrix
        name = self._font(index, found)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        scale = (matrix.b**2 + matrix.d**2) ** 0.5 or 1.0
        heavy = not name and pdfium.FPDFText_GetFontWeight(text, index) >= _SEMIBOLD
        filled = fill_colour(found) if found else None
        mode = pdfium.FPDFTextObj_GetTextRenderMode(found) if found else 0
        return Style(
            size=round(pdfium.FPDFText_GetFontSize(text, index) * scale, 1),
            bold=heavy or any(word in name for word in ("Bold", "Black", "Heavy", "Semi")),
            italic="Ital" in name or "Obli" in name,
            colour=filled[0] if filled else None,
            content=pdfium.FPDFPageObj_GetMarkedContentID(found) if found else -1,
            font=name,
            quarters=quarters(matrix.a, matrix.b),
            unseen=mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
            or (filled is not None and filled[1] == 0),
        )

    def _font(self, index: int, found: pdfium.FPDF_PAGEOBJECT) -> str:
        """Return the font's name, read once."""
        font = pdfium.FPDFTextObj_GetFont(found) if found else None
        key = ctypes.addressof(font.contents) if font else 0
        if key not in self._fonts:
            pdfium.FPDFText_GetFontInfo(
                self._text, index, self._name, _FONT_NAME_BYTES, self._flags
            )
            self._fonts[key] = self._name.value.decode("latin1")
        return self._fonts[key]
