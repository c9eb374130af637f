"""Prints announcements with LibreOffice, by way of a flat OpenDocument and at times of a DOCX."""

import os
import random
import subprocess
import tempfile
from dataclasses import replace
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tests.further.layout import (
    Layout,
    choose,
    head,
    is_figure,
    marked,
    notes,
    printed_address,
    runs,
    weights,
)
from tests.further.model import Announcement, Part, Piece
from tests.further.office_styles import styles

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)


def print_pdf(announcement: Announcement, path: Path, style: random.Random) -> dict[str, object]:
    """Write the announcement to `path` and return how it looks."""
    layout = choose("office", style)
    if not _in_order(announcement):
        layout = replace(layout, footnotes="end")
    route = style.choice(("odt", "odt", "docx"))
    if route == "docx":  # its pages have columns throughout, its marks of notes no brackets
        layout = replace(layout, wide_title=False, mark="raised")
    archive = layout.tagged and style.random() < 0.4
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "text.fodt")
        source.write_text(_Document(layout, announcement).xml(), encoding="utf-8")
        if route == "docx":
            source = _convert(source, "docx", "docx")
        options = f'"UseTaggedPDF":{{"type":"boolean","value":"{str(layout.tagged).lower()}"}}'
        options += f',"SelectPdfVersion":{{"type":"long","value":"{2 if archive else 0}"}}'
        made = _convert(source, "pdf", f"pdf:writer_pdf_Export:{{{options}}}")
        path.write_bytes(made.read_bytes())
    return layout.meta() | {"route": route, "archive": archive}


def _in_order(announcement: Announcement) -> bool:
    """Whether each note is marked once and in its order, as word processors number them."""
    labels = [label for part in announcement.parts for label in marked(part)]
    return labels == list(notes(announcement)) == [str(n + 1) for n in range(len(labels))]


def _convert(source: Path, suffix: str, target: str) -> Path:
    profile = Path(tempfile.gettempdir(), f"further-office-{os.getpid()}")
    command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", target, "--outdir", str(source.parent), str(source)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=180)
    made = source.with_suffix(f".{suffix}")
    if not made.exists():
        raise RuntimeError(done.stdout.decode() + done.stderr.decode())
    return made


class _Document:
    """An announcement as flat XML of a word processor."""

    def __init__(self, layout: Layout, announcement: Announcement) -> None:
        self.layout = layout
        self.announcement = announcement
        self.notes = notes(announcement) if layout.footnotes == "foot" else {}
        self.tables = count(1)

    def xml(self) -> str:
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} '
            'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" '
            'office:mimetype="application/vnd.oasis.opendocument.text">'
            + styles(self.layout, self.announcement)
            + f"<office:body><office:text>{self._body()}</office:text></office:body>"
            "</office:document>"
        )

    # -- text ----------------------------------------------------------------------------------

    def _body(self) -> str:
        parts = self.announcement.parts
        wide = head(parts) if self.layout.wide_title else []
        above = "".join(self._block(part.kind, [part]) for part in wide)
        body = "".join(self._block(kind, group) for kind, group in runs(parts[len(wide) :]))
        if not self.layout.wide_title:
            return body
        return above + (
            '<text:section text:style-name="Columns" text:name="Columns">'
            + body
            + "</text:section>"
        )

    def _block(self, kind: str, group: list[Part]) -> str:
        match kind:
            case "li":
                return self._list(group)
            case "table":
                return "".join(self._table(part) for part in group)
            case "footnote":
                return "" if self.notes else "".join(self._end_note(part) for part in group)
            case "heading":
                return "".join(
                    f'<text:h text:style-name="Heading{part.level}" '
                    f'text:outline-level="{part.level}">{self._pieces(part)}</text:h>'
                    for part in group
                )
        name = "Text" if kind == "p" else kind.capitalize()
        return "".join(
            f'<text:p text:style-name="{name}">{self._pieces(part)}</text:p>' for part in group
        )

    def _list(self, items: list[Part]) -> str:
        out, depth, ordered = "", 0, items[0].ordered
        for item in items:
            if depth and item.level == 1 and item.ordered is not ordered:
                out += "</text:list-item></text:list>" * depth
                depth = 0
            if item.level > depth:
                numbers = "Brackets" if item.label.endswith(")") else "Numbers"
                name = numbers if item.ordered else "Bullets"
                out += f'<text:list text:style-name="{name}"><text:list-item>'
                depth += 1
                ordered = item.ordered if depth < 2 else ordered
            else:
                out += "</text:list-item></text:list>" * (depth - item.level)
                out += "</text:list-item><text:list-item>"
                depth = item.level
            out += f'<text:p text:style-name="Item">{self._pieces(item)}</text:p>'
        return out + "</text:list-item></text:list>" * depth

    def _table(self, part: Part) -> str:
        rows = "".join(
            "<table:table-row>"
            + "".join(
                '<table:table-cell table:style-name="Box" office:value-type="string">'
                f'<text:p text:style-name="{"Figure" if is_figure(cell) else "Cell"}">'
                f"{_bold(escape(cell), bold=not number)}</text:p></table:table-cell>"
                for cell in row
            )
            + "</table:table-row>"
            for number, row in enumerate(part.rows)
        )
        columns = "".join(
            f'<table:table-column table:style-name="W{round(weight * 100)}"/>'
            for weight in weights(part.rows)
        )
        return (
            f'<table:table table:name="T{next(self.tables)}">{columns}{rows}</table:table>'
            '<text:p text:style-name="Cell"/>'
        )

    def _end_note(self, part: Part) -> str:
        mark = f"<text:span text:style-name='Mark'>{self._label(part.label)}</text:span> "
        return f'<text:p text:style-name="Note">{mark}{self._pieces(part)}</text:p>'

    def _label(self, label: str) -> str:
        return label if self.layout.mark == "raised" else f"[{label}]"

    def _pieces(self, part: Part) -> str:
        return "".join(self._piece(piece) for piece in part.pieces)

    def _piece(self, piece: Piece) -> str:
        text = _bold(escape(piece.text), bold=piece.bold)
        if piece.italic:
            text = f'<text:span text:style-name="I">{text}</text:span>'
        if piece.link:
            text = f'<text:a xlink:type="simple" xlink:href={quoteattr(piece.link)}>{text}</text:a>'
        return text + escape(printed_address(piece, self.layout)) + self._mark(piece)

    def _mark(self, piece: Piece) -> str:
        if not piece.note:
            return ""
        label = self._label(piece.note)
        given = "" if label == piece.note else f' text:label="{label}"'
        if piece.note not in self.notes:
            return f'<text:span text:style-name="Mark">{label}</text:span>'
        body = self._pieces(self.notes[piece.note])
        return (
            f'<text:note text:id="ftn{piece.note}" text:note-class="footnote">'
            f"<text:note-citation{given}>{label}</text:note-citation>"
            f'<text:note-body><text:p text:style-name="Note">{body}</text:p></text:note-body>'
            "</text:note>"
        )


def _bold(text: str, *, bold: bool) -> str:
    return f'<text:span text:style-name="B">{text}</text:span>' if bold else text
