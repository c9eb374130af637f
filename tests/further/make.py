"""Prints two sets of announcements, with their truth: `python -m tests.further.make OUT`.

OUT/open is there to be read and learned from; OUT/sealed, by other engines, with other texts and
in other styles, is only to be scored. Each has pdf, txt (copies of the text) and truth, and
pasted/txt and pasted/truth. OUT/long has one report of some 200 pages.
"""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pypdfium2

from tests.further import (
    browsers,
    fpdf_print,
    latex_print,
    lines,
    office,
    pasted,
    reportlab_print,
    truth,
    typst_print,
)
from tests.further.model import Announcement
from tests.further.texts import announcements, long_report

Meta = dict[str, object]
Printer = Callable[[Announcement, Path, random.Random], Meta]

OPEN: dict[Printer, int] = {
    browsers.weasyprint: 9,
    browsers.chromium: 9,
    browsers.wkhtmltopdf: 4,
    office.print_pdf: 8,
    typst_print.print_pdf: 6,
    reportlab_print.print_pdf: 6,
}
SEALED: dict[Printer, int] = {
    browsers.firefox: 6,
    browsers.weasyprint: 4,
    browsers.weasyprint_cairo: 3,
    browsers.weasyprint_ghostscript: 3,
    browsers.chromium: 5,
    office.print_pdf: 6,
    typst_print.print_pdf: 4,
    latex_print.print_pdf: 5,
    fpdf_print.print_pdf: 4,
    reportlab_print.print_pdf: 2,
}
_SEEDS = {"open": 20310, "sealed": 77003}
_PASTED = 24
_SECTIONS_OF_200_PAGES = 210
_WAYS = ("poppler-layout", "poppler-raw", "pdfium")


def main() -> None:
    """Make both sets and the long report."""
    out = Path(sys.argv[1])
    for name, printers in (("open", OPEN), ("sealed", SEALED)):
        _print(out / name, printers, _SEEDS[name])
        _paste(out / name / "pasted", _SEEDS[name] + 1)
    report = long_report(_SEEDS["open"], _SECTIONS_OF_200_PAGES)
    _one(out / "long", "report", report, browsers.weasyprint, random.Random(3), "poppler-raw")


def _print(folder: Path, printers: dict[Printer, int], seed: int) -> None:
    """Print a set; each printer gets announcements of every manner."""
    jobs = [printer for printer, count in printers.items() for _ in range(count)]
    random.Random(seed).shuffle(jobs)
    each = zip(announcements(seed, len(jobs)), jobs, cycle(_WAYS), strict=False)
    for number, (announcement, printer, way) in enumerate(each):
        style = random.Random(f"{seed}-{number}")
        _one(folder, f"{number:03}", announcement, printer, style, way)


def _one(
    folder: Path,
    name: str,
    announcement: Announcement,
    printer: Printer,
    style: random.Random,
    way: str,
) -> None:
    """Print one announcement; write its copy, made one `way`, and its truth."""
    pdf = _file(folder, "pdf", f"{name}.pdf")
    meta = printer(announcement, pdf, style)
    copy = _copied(pdf, way)
    _file(folder, "txt", f"{name}.txt").write_text(copy, encoding="utf-8")
    meta |= {"txt_from": way, "pages": _pages(pdf)}
    _tell(folder, name, announcement, meta, copy, _copied(pdf, "poppler-raw"))


def _paste(folder: Path, seed: int) -> None:
    """Write texts as they are pasted; each sixth holds lines that are to stay."""
    for number, announcement in enumerate(announcements(seed, _PASTED)):
        style = random.Random(f"{seed}-{number}")
        name = f"{number:03}"
        if number % 6 == 5:
            meant, copy, meta = lines.in_lines(announcement.name, style)
        else:
            meant, (copy, meta) = announcement, pasted.paste(announcement, style)
        path = _file(folder, "txt", f"{name}.txt")
        path.write_text(copy, encoding="utf-8", newline="")
        _tell(folder, name, meant, meta, copy, copy.replace("\r\n", "\n"))


def _tell(
    folder: Path, name: str, meant: Announcement, meta: Meta, copy: str, printed: str
) -> None:
    """Write the truth of one text."""
    blocks = truth.blocks(meant)
    document = {
        "meta": {**meta, "manner": meant.name.partition("-")[2]},
        "noise": [words for words in truth.noise(meant) if words in copy],
        "blocks": blocks,
        "hyphens": truth.hyphens(blocks, printed),
    }
    path = _file(folder, "truth", f"{name}.json")
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")


def _file(folder: Path, kind: str, name: str) -> Path:
    path = folder / kind / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _copied(pdf: Path, way: str) -> str:
    """Return the text as a person copies it with one of three programs."""
    if way == "pdfium":
        with pypdfium2.PdfDocument(pdf) as document:
            pages = [page.get_textpage().get_text_bounded() for page in document]
        return "\n".join(pages).replace("\r\n", "\n")
    command = ["pdftotext", way.removeprefix("poppler"), "-enc", "UTF-8", pdf, "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def _pages(pdf: Path) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


if __name__ == "__main__":
    main()
