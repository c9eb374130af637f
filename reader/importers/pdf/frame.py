"""From a PDF page's own coordinates to points from the top left, as the page is read."""

from dataclasses import dataclass
from math import atan2, degrees

import pypdfium2.raw as pdfium

from reader.model.raw import Box, Page

# A letter is upright, or turned by a quarter, if it leans by less than so many degrees.
_LEAN = 5.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page, in its own coordinates, turned so that its text is upright.

    `quarters` is the number of quarter turns, anticlockwise, by which the text stands on the page.
    """

    left: float
    bottom: float
    right: float
    top: float
    quarters: int = 0

    @property
    def page(self) -> Page:
        """The page's size as it is read."""
        width, height = self.right - self.left, self.top - self.bottom
        return Page(height, width) if self.quarters % 2 else Page(width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point's distances from the left and from the top."""
        match self.quarters:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return the place of a rectangle."""
        (x, y), (other_x, other_y) = self.point(left, bottom), self.point(right, top)
        return Box(min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))


def visible_part(page: pdfium.FPDF_PAGE) -> Frame:
    """Return the part of a page that its crop box leaves, not turned yet."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return Frame(box.left, box.bottom, box.right, box.top)


def quarters(along: float, up: float) -> int | None:
    """Return the quarter turns of text that runs in this direction; None if it runs aslant."""
    angle = degrees(atan2(up, along)) % 360
    turns = round(angle / 90)
    return turns % 4 if abs(angle - 90 * turns) < _LEAN else None
