"""Where things stand on a page as it is shown: turned, cut, and counted from its top left."""

from dataclasses import dataclass

import pypdfium2.raw as pdfium

from reader.model.raw import Box

_QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a page that is shown, in the file's own coordinates, and its turns by 90°."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point in points from the left and from the top."""
        match self.turns:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a rectangle as it is shown."""
        (x, y), (other_x, other_y) = self.point(left, top), self.point(right, bottom)
        return Box(min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))


def frame_of(page: pdfium.FPDF_PAGE) -> Frame:
    """Return the frame of a page."""
    shown = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, shown)
    turns = pdfium.FPDFPage_GetRotation(page) % _QUARTERS
    return Frame(shown.left, shown.bottom, shown.right, shown.top, turns)
