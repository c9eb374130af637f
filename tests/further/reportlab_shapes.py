"""Bullets that are drawn."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Paragraph

SHAPES = ("square", "disc", "triangle", "dash")


class Shaped(Paragraph):
    """An item whose bullet is drawn, so that no letter stands for it."""

    shape = ""

    def draw(self) -> None:
        super().draw()
        if not self.shape:
            return
        size = self.style.fontSize * 0.32
        x = self.style.leftIndent - self.style.fontSize * 1.1
        y = self.height - self.style.fontSize * 0.75
        match self.shape:
            case "square":
                self.canv.rect(x, y, size, size, stroke=0, fill=1)
            case "disc":
                self.canv.circle(x + size / 2, y + size / 2, size / 2, stroke=0, fill=1)
            case "dash":
                self.canv.rect(x, y + size / 2, size * 1.6, 0.7, stroke=0, fill=1)
            case _:
                corner = self.canv.beginPath()
                corner.moveTo(x, y)
                corner.lineTo(x, y + size)
                corner.lineTo(x + size, y + size / 2)
                corner.close()
                self.canv.drawPath(corner, stroke=0, fill=1)

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        parts = super().split(width, height)
        if parts:
            parts[0].shape = self.shape
        return parts
