"""The letters of a PDF with their places, and what is drawn on its pages.

Coordinates are points from the top left of the page as it is read.
"""

import ctypes
import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from reader.importers.pdf import calls
from reader.importers.pdf.annotations import LinkArea, link_areas
from reader.importers.pdf.frame import Frame, quarters, visible_part
from reader.importers.pdf.shapes import Colour, Shapes, page_shapes
from reader.model.raw import Page

# pdfium writes this instead of a hyphen-minus at the end of a line.
_LINE_END_HYPHEN = "\x02"
# For a glyph that no letter is known for pdfium gives its code, which may be that of any letter.
NO_LETTER = "\ufffd"
# The codes of symbol fonts, however, say what is drawn, such as a bullet.
_SYMBOLS = range(0xF000, 0xF100)
_FONT_NAME_BYTES = 128
# Red, green, blue and density of the fill, and the part of the matrix that is not the place.
_LOOK = struct.Struct("4I4f")
_PLACE_BYTES = 8
# The halves of letters beyond U+FFFF in UTF-16: the first, the second, what is behind them.
_FIRST_HALF, _SECOND_HALF, _NO_HALF = 0xD800, 0xDC00, 0xE000
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
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    left, top = frame.left, frame.top
    gap, spaced = "", False
    for index in range(count):
        code = calls.unicode_of(text, index)
        if _FIRST_HALF <= code < _NO_HALF and (code := _of_halves(text, index, code)) is None:
            continue
        letter = chr(code) if code else ""
        if letter.isspace():
            gap += letter
            spaced = spaced or calls.is_generated(text, index) == 0
            continue
        if not letter or (calls.is_unmapped(text, index) == 1 and code not in _SYMBOLS):
            letter = NO_LETTER
        calls.loose_box(text, index, at_box)
        calls.origin(text, index, at_x, at_y)
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


def _of_halves(text: pdfium.FPDF_TEXTPAGE, index: int, code: int) -> int | None:
    """Return the letter that begins with a half of UTF-16, as pdfium tells emoji.

    None for the half that ends one, 0 for one without the other.
    """
    if code < _SECOND_HALF:
        second = calls.unicode_of(text, index + 1) - _SECOND_HALF
        beyond = 0x10000 + ((code - _FIRST_HALF) << 10) + second
        return beyond if 0 <= second < _NO_HALF - _SECOND_HALF else 0
    return None if _FIRST_HALF <= calls.unicode_of(text, index - 1) < _SECOND_HALF else 0


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


class _Look(NamedTuple):
    """What pdfium tells of the look of a letter; `drawn` are its fill and matrix, as bytes."""

    drawn: bytes
    size: float
    font: int | None
    mode: int
    content: int
    filled: bool


class _Styles:
    """The styles of a page, each made once: some writers make an object of each letter."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE) -> None:
        self._text = text
        self._by_object: dict[int | None, Style] = {}
        self._by_look: dict[_Look, Style] = {}
        self._fonts: dict[int | None, str] = {}
        self._drawn = ctypes.create_string_buffer(_LOOK.size + _PLACE_BYTES)
        self._fill = [ctypes.byref(self._drawn, 4 * part) for part in range(4)]
        self._matrix = ctypes.byref(self._drawn, 4 * len(self._fill))
        self._object = ctypes.c_void_p()

    def of(self, index: int) -> Style:
        """Return the style of the letter with this index."""
        found = calls.text_object(self._text, index)
        style = self._by_object.get(found)
        if style is None:
            look = self._look(index, found)
            style = self._by_look.get(look)
            if style is None:
                style = self._by_look[look] = self._read(index, look)
            self._by_object[found] = style
        return style

    def _look(self, index: int, found: int | None) -> _Look:
        text, drawn = self._text, self._object
        calls.matrix(text, index, self._matrix)
        size = calls.font_size(text, index)
        if not found:
            return _Look(self._drawn.raw[: _LOOK.size], size, None, 0, -1, filled=False)
        drawn.value = found
        filled = calls.fill_colour(drawn, *self._fill) != 0
        font, mode = calls.font(drawn), calls.render_mode(drawn)
        content = calls.marked_content(drawn)
        return _Look(self._drawn.raw[: _LOOK.size], size, font, mode, content, filled)

    def _read(self, index: int, look: _Look) -> Style:
        red, green, blue, density, a, b, _, d = _LOOK.unpack(look.drawn)
        name = self._font(index, look.font)
        scale = (b**2 + d**2) ** 0.5 or 1.0
        heavy = not name and pdfium.FPDFText_GetFontWeight(self._text, index) >= _SEMIBOLD
        return Style(
            size=round(look.size * scale, 1),
            bold=heavy or any(word in name for word in ("Bold", "Black", "Heavy", "Semi")),
            italic="Ital" in name or "Obli" in name,
            colour=(red, green, blue) if look.filled else None,
            content=look.content,
            font=name,
            quarters=quarters(a, b),
            unseen=look.mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
            or (look.filled and density == 0),
        )

    def _font(self, index: int, font: int | None) -> str:
        """Return the font's name, read once."""
        if font not in self._fonts:
            name, flags = ctypes.create_string_buffer(_FONT_NAME_BYTES), ctypes.c_int()
            pdfium.FPDFText_GetFontInfo(self._text, index, name, _FONT_NAME_BYTES, flags)
            self._fonts[font] = name.value.decode("latin1")
        return self._fonts[font]
