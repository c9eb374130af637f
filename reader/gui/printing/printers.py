"""The printers of the system, and printing on one of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from reader.gui.printing.ink import Drawn
from reader.gui.printing.painting import draw
from reader.gui.printing.paper import PIXELS


@dataclass(frozen=True, slots=True)
class Order:
    """Which pages are to be printed, counted from 1, how often, and what the job is called."""

    title: str
    first: int
    last: int
    copies: int


class Machine:
    """A printer by its name."""

    def __init__(self, name: str, make: Callable[[], QPrinter]) -> None:
        self.name = name
        self._make = make

    def print(self, pages: Sequence[Sequence[Drawn]], layout: QPageLayout, order: Order) -> bool:
        """Print pages; tell whether the printer has taken them."""
        printer = self._make()
        printer.setDocName(order.title)
        printer.setCreator("Chetivo")
        printer.setCopyCount(order.copies)
        printer.setFullPage(True)
        printer.setPageLayout(layout)
        painter = QPainter()
        if not painter.begin(printer):
            return False
        scale = printer.resolution() / PIXELS
        painter.scale(scale, scale)
        taken = True
        for number, page in enumerate(pages[order.first - 1 : order.last]):
            if number:
                taken = printer.newPage() and taken
            draw(painter, page)
        return painter.end() and taken


def printers() -> tuple[Machine, ...]:
    """Return the system's printers, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    found = sorted(QPrinterInfo.availablePrinters(), key=lambda one: one.printerName() != usual)
    return tuple(Machine(each.printerName(), _maker(each)) for each in found)


def _maker(printer: QPrinterInfo) -> Callable[[], QPrinter]:
    return lambda: QPrinter(printer, QPrinter.PrinterMode.HighResolution)
