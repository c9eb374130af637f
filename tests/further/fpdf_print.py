"""Prints announcements with fpdf2: plain paragraphs, letters without shaping, no tags."""

import random
from dataclasses import replace
from pathlib import Path

from fpdf import FPDF
from fpdf.fonts import FontFace
from fpdf.text_region import Paragraph

from tests.further.layout import (
    COMMON_BULLETS,
    TYPE,
    Layout,
    choose,
    face,
    is_figure,
    marker,
    ordinals,
    printed_address,
    runs,
    weights,
)
from tests.further.model import Announcement, Part, Piece
from tests.further.syllables import softened

POINT = 25.4 / 72  # in millimetres


def print_pdf(announcement: Announcement, path: Path, style: random.Random) -> dict[str, object]:
    """Write the announcement to `path` and return how it looks."""
    layout = choose("fpdf", style, columns=(1,), bullets=COMMON_BULLETS)
    layout = replace(layout, footnotes="end", tagged=False, wide_title=False)
    sheet = _Sheet(layout, announcement)
    sheet.write_parts()
    sheet.output(str(path))
    return layout.meta()


class _Sheet(FPDF):
    def __init__(self, layout: Layout, announcement: Announcement) -> None:
        super().__init__(unit="mm", format=layout.size)
        self.layout = layout
        self.announcement = announcement
        for letters, file in zip(("", "B", "I", "BI"), face(layout).files, strict=True):
            self.add_font("body", letters, file)
        self.add_font("spare", "", TYPE / "dejavu/DejaVuSans.ttf")
        self.set_fallback_fonts(["spare"], exact_match=False)
        edge = layout.margin + 6
        self.set_margins(layout.margin, edge, layout.margin)
        self.set_auto_page_break(True, edge)
        self.set_lang("bg")
        self.set_title(announcement.name)
        self.set_font("body", size=layout.fs)
        self.add_page()

    # -- pages ---------------------------------------------------------------------------------

    def header(self) -> None:
        self._running(self.layout.margin, self.announcement.header, "")

    def footer(self) -> None:
        number = self.layout.folio.format(page=self.page_no(), pages="{nb}")
        self._running(self.h - self.layout.margin, self.announcement.footer, number)

    def _running(self, y: float, left: str, right: str) -> None:
        top = self.layout.margin + 6
        self.set_font("body", size=self.layout.fs * 0.8)
        if left:
            self.text(self.layout.margin, y, left)
        if right:
            self.set_xy(self.layout.margin, y - 3)
            self.cell(self.epw, 4, right, align="R")
        self.set_xy(self.layout.margin, top)
        self.set_font("body", size=self.layout.fs)

    # -- text ----------------------------------------------------------------------------------

    def write_parts(self) -> None:
        for kind, group in runs(self.announcement.parts):
            for part, number in zip(group, ordinals(group), strict=True):
                if kind == "table":
                    self._table(part)
                else:
                    self._paragraph(part, number)

    def _paragraph(self, part: Part, number: int) -> None:
        look = self.layout
        flowing = part.kind in {"p", "quote", "li", "notice"}
        size = self._size(part)
        em = size * POINT
        height = look.lh if flowing else 1.2
        centred = look.centred and part.kind in {"title", "date"}
        indent = {"li": 1.6 * part.level, "quote": 2.0}.get(part.kind, 0.0) * em
        flow = "JUSTIFY" if look.justify else "LEFT"
        if part.kind == "heading":
            self.ln(em * 0.8)
        if self.will_page_break(em * height):
            self.add_page()
        self.set_font("body", size=size)
        if part.kind == "li":
            mark = marker(part, number, look)
            self.text(look.margin + indent - em * 1.3, self.y + em * (height + 0.7) / 2, mark)
        with self.text_columns(
            text_align=flow if flowing else "CENTER" if centred else "LEFT",
            l_margin=look.margin + indent,
            r_margin=look.margin + (em if part.kind == "quote" else 0),
        ) as columns:
            first = em * 1.6 if part.kind == "p" and look.indent else 0
            with columns.paragraph(line_height=height, first_line_indent=first) as paragraph:
                self._write(paragraph, part, size)
        self.ln(look.space * em if flowing else em * 0.5)
        self.set_font("body", size=look.fs)

    def _write(self, paragraph: Paragraph, part: Part, size: float) -> None:
        if part.kind == "footnote":
            self._mark(paragraph, part.label, size)
            paragraph.write(" ")
        for piece in part.pieces:
            self._piece(paragraph, part, piece, size)

    def _size(self, part: Part) -> float:
        scale = {
            "title": self.layout.title,
            "heading": self.layout.heading_scale(part.level),
            "notice": 0.85,
            "footnote": 0.8,
        }.get(part.kind, 1.0)
        return self.layout.fs * scale

    def _piece(self, paragraph: Paragraph, part: Part, piece: Piece, size: float) -> None:
        large = part.kind in {"title", "heading"}
        italic = piece.italic or (part.kind == "quote" and self.layout.italic_quotes)
        letters = ("B" if piece.bold or large else "") + ("I" if italic else "")
        self.set_font("body", letters, size)
        text = piece.text
        if self.layout.hyphens and not large:
            text = softened(text)
        paragraph.write(text, link=piece.link)
        if address := printed_address(piece, self.layout):
            paragraph.write(address)
        if piece.note:
            self._mark(paragraph, piece.note, size)

    def _mark(self, paragraph: Paragraph, label: str, size: float) -> None:
        self.set_font("body", size=size)
        if self.layout.mark == "raised":
            self.char_vpos = "SUP"
            paragraph.write(label)
            self.char_vpos = "LINE"
        else:
            paragraph.write(f"[{label}]")

    def _table(self, part: Part) -> None:
        borders = {"grid": "ALL", "rules": "HORIZONTAL_LINES", "none": "NONE"}[self.layout.borders]
        self.set_font("body", size=self.layout.fs)
        self.ln(2)
        with self.table(
            borders_layout=borders,
            headings_style=FontFace(emphasis="BOLD"),
            col_widths=tuple(round(weight * 100) for weight in weights(part.rows)),
            text_align="LEFT",
            line_height=self.layout.fs * POINT * 1.25,
            padding=0.8,
        ) as table:
            for row in part.rows:
                line = table.row()
                for cell in row:
                    line.cell(cell, align="RIGHT" if is_figure(cell) else "LEFT")
        self.ln(3)
