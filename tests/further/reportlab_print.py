"""Prints announcements with ReportLab: frames side by side, soft hyphens, drawn bullets."""

import random
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    HRFlowable,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from tests.further.layout import (
    COMMON_BULLETS,
    TYPE,
    Layout,
    choose,
    face,
    folio,
    head,
    is_figure,
    marker,
    ordinals,
    printed_address,
    runs,
    weights,
)
from tests.further.model import Announcement, Part, Piece
from tests.further.reportlab_shapes import SHAPES, Shaped
from tests.further.syllables import softened

SPARE = "Spare"


def print_pdf(announcement: Announcement, path: Path, style: random.Random) -> dict[str, object]:
    """Write the announcement to `path` and return how it looks."""
    layout = replace(
        choose("reportlab", style, columns=(1, 1, 1, 2, 2, 3), bullets=COMMON_BULLETS),
        footnotes="end",
        tagged=False,
    )
    shape = style.choice((*SHAPES, "", "", ""))
    narrow = layout.column > 110 and style.random() < 0.6
    press = _Press(layout, announcement, shape=shape, narrow=narrow)
    pages = press.write(BytesIO(), 0)
    with path.open("wb") as file:
        press.write(file, pages)
    return layout.meta() | {"shape": shape, "narrow_table": narrow}


class _Press:
    def __init__(
        self, layout: Layout, announcement: Announcement, *, shape: str, narrow: bool
    ) -> None:
        self.layout = layout
        self.announcement = announcement
        self.shape = shape
        self.narrow = narrow
        self.font = _registered(layout)

    def write(self, file: IO[bytes], pages: int) -> int:
        """Write all pages and return how many there are."""
        width, height = (side * mm for side in self.layout.size)
        wide = head(self.announcement.parts) if self.layout.wide_title else []
        title = [one for part in wide for one in self._flowables(part.kind, [part])]
        top = self._height(title) if title else 0.0
        document = BaseDocTemplate(
            file, pagesize=(width, height), title=self.announcement.name, lang="bg"
        )
        run = partial(self._running, pages=pages)
        frames = self._columns(top)
        if top:
            frames.insert(0, self._frame(0, self.layout.cols, height - self._edge - top, top))
        document.addPageTemplates(
            [
                PageTemplate("first", frames, onPage=run),
                PageTemplate("later", self._columns(0), onPage=run),
            ]
        )
        story: list[Flowable] = [NextPageTemplate("later")]
        story += [*title, FrameBreak()] if top else []
        for kind, group in runs(self.announcement.parts[len(wide) :]):
            story += self._flowables(kind, group)
        document.build(story)
        return document.page

    # -- pages ---------------------------------------------------------------------------------

    @property
    def _edge(self) -> float:
        """From the rim of the page to the text, above and below, in points."""
        return (self.layout.margin + 8) * mm

    def _columns(self, top: float) -> list[Frame]:
        height = self.layout.size[1] * mm - 2 * self._edge - top
        return [self._frame(n, 1, self._edge, height) for n in range(self.layout.cols)]

    def _frame(self, start: int, width: int, y: float, height: float) -> Frame:
        step = self.layout.column + self.layout.gap
        return Frame(
            (self.layout.margin + start * step) * mm,
            y,
            (width * step - self.layout.gap) * mm,
            height,
            **dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0),
        )

    def _height(self, flowables: list[Flowable]) -> float:
        width = (self.layout.size[0] - 2 * self.layout.margin) * mm
        return sum(one.wrap(width, 10_000)[1] + one.getSpaceAfter() for one in flowables) + 2

    def _running(self, canvas: Canvas, _document: BaseDocTemplate, pages: int) -> None:
        width, height = (side * mm for side in self.layout.size)
        left, size = self.layout.margin * mm, self.layout.fs * 0.8
        canvas.saveState()
        canvas.setFont(self.font, size)
        canvas.drawString(left, height - left, self.announcement.header)
        canvas.drawString(left, left - size, self.announcement.footer)
        number = folio(self.layout, canvas.getPageNumber(), pages)
        canvas.drawRightString(width - left, left - size, number)
        canvas.restoreState()

    # -- text ----------------------------------------------------------------------------------

    def _style(self, kind: str, level: int = 1) -> ParagraphStyle:
        look = self.layout
        size = {
            "title": look.title,
            "heading": look.heading_scale(level),
            "notice": 0.85,
            "footnote": 0.8,
            "table": 0.9,
        }.get(kind, 1.0) * look.fs
        flowing = kind in {"p", "quote", "li", "notice"}
        style = ParagraphStyle(
            kind,
            fontName=self.font,
            fontSize=size,
            leading=size * (look.lh if flowing else 1.2),
            alignment=4 if look.justify and flowing else 0,
            spaceAfter=look.space * look.fs if flowing else look.fs * 0.5,
            allowWidows=0,
            allowOrphans=0,
        )
        match kind:
            case "p" if look.indent:
                style.firstLineIndent = look.fs * 1.6
            case "quote":
                style.leftIndent, style.rightIndent = look.fs * 2, look.fs * 1.2
            case "li":
                style.leftIndent = look.fs * 1.6 * level
                style.bulletIndent = look.fs * (1.6 * level - 1.3)
                style.bulletFontName, style.bulletFontSize = self.font, size
            case "heading":
                style.keepWithNext, style.spaceBefore = 1, look.fs * 0.8
        if look.centred and kind in {"title", "date"}:
            style.alignment = 1
        return style

    def _flowables(self, kind: str, group: list[Part]) -> list[Flowable]:
        match kind:
            case "li":
                pairs = zip(group, ordinals(group), strict=True)
                return [self._item(item, number) for item, number in pairs]
            case "table":
                return [one for part in group for one in self._table(part)]
            case "footnote":
                return [
                    Spacer(1, self.layout.fs),
                    HRFlowable("30%", hAlign="LEFT", spaceAfter=3),
                ] + [
                    Paragraph(f"{self._mark(part.label)} {self._markup(part)}", self._style(kind))
                    for part in group
                ]
        return [Paragraph(self._markup(part), self._style(kind, part.level)) for part in group]

    def _item(self, item: Part, number: int) -> Paragraph:
        style = self._style("li", item.level)
        if not self.shape or item.ordered:
            return Paragraph(
                self._markup(item), style, bulletText=marker(item, number, self.layout)
            )
        shaped = Shaped(self._markup(item), style)
        shaped.shape = self.shape
        return shaped

    def _table(self, part: Part) -> list[Flowable]:
        look, style = self.layout, self._style("table")
        right = ParagraphStyle("figure", parent=style, alignment=2)
        rows = [
            [
                Paragraph(
                    self._bold(self._drawable(escape(cell)), bold=not number),
                    right if is_figure(cell) else style,
                )
                for cell in row
            ]
            for number, row in enumerate(part.rows)
        ]
        total = look.column * mm * (0.7 if self.narrow else 1.0)
        widths = [total * weight for weight in weights(part.rows)]
        table = Table(rows, colWidths=widths, repeatRows=1, hAlign="LEFT", spaceAfter=look.fs)
        ink = colors.HexColor("#555555")
        rules = {
            "grid": [("GRID", (0, 0), (-1, -1), 0.5, ink)],
            "rules": [("LINEBELOW", (0, 0), (-1, -1), 0.5, ink)],
            "none": [],
        }[look.borders]
        table.setStyle([*rules, ("VALIGN", (0, 0), (-1, -1), "TOP")])
        return [Spacer(1, look.fs * 0.5), table]

    @staticmethod
    def _bold(text: str, *, bold: bool) -> str:
        return f"<b>{text}</b>" if bold else text

    def _mark(self, label: str) -> str:
        return f"<super>{label}</super>" if self.layout.mark == "raised" else f"[{label}]"

    def _markup(self, part: Part) -> str:
        text = "".join(self._piece(piece, part.kind) for piece in part.pieces)
        if part.kind in {"title", "heading"}:
            return f"<b>{text}</b>"
        return f"<i>{text}</i>" if part.kind == "quote" and self.layout.italic_quotes else text

    def _piece(self, piece: Piece, kind: str) -> str:
        text = piece.text
        if self.layout.hyphens and kind not in {"title", "heading", "date"}:
            text = softened(text)
        text = self._drawable(escape(text))
        for tag, wanted in (("b", piece.bold), ("i", piece.italic)):
            text = f"<{tag}>{text}</{tag}>" if wanted else text
        if piece.link:
            text = f'<a href={quoteattr(piece.link)} color="#1a4f9c">{text}</a>'
        text += escape(printed_address(piece, self.layout))
        return text + (self._mark(piece.note) if piece.note else "")

    def _drawable(self, text: str) -> str:
        """Return the text with letters that the face lacks in another face."""
        known = pdfmetrics.getFont(self.font).face.charToGlyph
        return "".join(
            one if ord(one) in known or one == "\u00ad" else f'<font name="{SPARE}">{one}</font>'
            for one in text
        )


def _registered(layout: Layout) -> str:
    family = face(layout)
    names = [f"{family.name}-{n}" for n in range(4)]
    pdfmetrics.registerFont(TTFont(SPARE, str(TYPE / "dejavu/DejaVuSans.ttf")))
    for name, file in zip(names, family.files, strict=True):
        pdfmetrics.registerFont(TTFont(name, str(file)))
    pdfmetrics.registerFontFamily(names[0], *names)
    return names[0]
