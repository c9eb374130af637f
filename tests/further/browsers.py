"""Printing web pages: WeasyPrint, Chromium, Firefox, wkhtmltopdf; and redrawing what they print."""

import random
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.further.firefox import Firefox
from tests.further.html import Page
from tests.further.layout import Layout, choose
from tests.further.model import Announcement

Meta = dict[str, object]


def weasyprint(announcement: Announcement, path: Path, style: random.Random) -> Meta:
    """Print with WeasyPrint; the tagged files say they are accessible (PDF/UA)."""
    layout = choose("weasyprint", style)
    page = Page(announcement, layout, soft=style.random() < 0.3, floats=True, boxes=True)
    _weasyprint(page, path, "--pdf-variant=pdf/ua-1" if layout.tagged else "-q")
    return layout.meta()


def weasyprint_cairo(announcement: Announcement, path: Path, style: random.Random) -> Meta:
    """Print with WeasyPrint and draw the file again with cairo."""
    # Cairo drops the links: without printed addresses they are not in the file.
    layout = replace(choose("weasyprint_cairo", style), tagged=False, print_urls=True)
    page = Page(announcement, layout, soft=False, floats=True, boxes=True)
    with TemporaryDirectory() as folder:
        first = Path(folder, "first.pdf")
        _weasyprint(page, first, "-q")
        _run("pdftocairo", "-pdf", first, path)
    return layout.meta()


def weasyprint_ghostscript(announcement: Announcement, path: Path, style: random.Random) -> Meta:
    """Print with WeasyPrint and write the file anew with Ghostscript.

    What Chromium prints loses its letters on that way: its fonts say less of them.
    """
    layout = replace(choose("weasyprint_gs", style), tagged=False)
    page = Page(announcement, layout, soft=False, floats=True, boxes=True)
    with TemporaryDirectory() as folder:
        first = Path(folder, "first.pdf")
        _weasyprint(page, first, "-q")
        _run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile={path}", first)
    return layout.meta()


def chromium(announcement: Announcement, path: Path, style: random.Random) -> Meta:
    """Print with Chromium, tagged or not."""
    layout = choose("chromium", style)
    _chromium(announcement, layout, path)
    return layout.meta() | {"notag": not layout.tagged}


def firefox(announcement: Announcement, path: Path, style: random.Random) -> Meta:
    """Print with Firefox, which has a dictionary for hyphens and writes no tags."""
    layout = replace(choose("firefox", style), footnotes="end", tagged=False)
    page = Page(announcement, layout, soft=False, floats=False, boxes=True)
    with TemporaryDirectory() as folder, Firefox(Path(folder)) as browser:
        path.write_bytes(browser.print(_written(page, Path(folder)), layout.size, layout.margin))
    return layout.meta()


def wkhtmltopdf(announcement: Announcement, path: Path, style: random.Random) -> Meta:
    """Print with wkhtmltopdf: an engine of 2012, without columns, headers and footers."""
    layout = replace(
        choose("wkhtmltopdf", style, columns=(1,)), footnotes="end", tagged=False, bullet="disc"
    )
    page = Page(announcement, layout, soft=True, floats=False, boxes=False)
    width, height = layout.size
    margin = f"{max(15, layout.margin)}mm"
    with TemporaryDirectory() as folder:
        _run(
            "wkhtmltopdf", "-q", "--page-width", f"{width}mm", "--page-height", f"{height}mm",
            "-T", margin, "-B", margin, "-L", margin, "-R", margin, "--encoding", "utf-8",
            _written(page, Path(folder)), path,
        )  # fmt: skip
    return layout.meta()


def _weasyprint(page: Page, path: Path, option: str) -> None:
    with TemporaryDirectory() as folder:
        source = _written(page, Path(folder))
        _run(Path(sys.executable).with_name("weasyprint"), "-q", option, source, path)


def _chromium(announcement: Announcement, layout: Layout, path: Path) -> None:
    page = Page(announcement, replace(layout, footnotes="end"), soft=True, floats=False, boxes=True)
    with TemporaryDirectory() as folder:
        _run(
            shutil.which("chromium") or "google-chrome",
            "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            f"--user-data-dir={folder}/profile", f"--print-to-pdf={path}",
            *(() if layout.tagged else ("--disable-pdf-tagging",)),
            _written(page, Path(folder)).as_uri(),
        )  # fmt: skip


def _written(page: Page, folder: Path) -> Path:
    source = folder / "page.html"
    source.write_text(page.html(), encoding="utf-8")
    return source


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=600)
