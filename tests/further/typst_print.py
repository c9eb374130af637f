"""Prints announcements with Typst: hyphenated columns, notes at the foot, with tags or without."""

import random
from dataclasses import replace
from pathlib import Path

import typst

from tests.further.layout import (
    Layout,
    choose,
    head,
    is_figure,
    marker,
    notes,
    ordinals,
    printed_address,
    runs,
)
from tests.further.model import Announcement, Part, Piece


def print_pdf(announcement: Announcement, path: Path, style: random.Random) -> dict[str, object]:
    """Write the announcement to `path` and return how it looks."""
    layout = choose("typst", style)
    standard = style.choice((None, None, "1.4", "2.0", "a-2b"))
    native = style.random() < 0.5
    source = _Source(layout, announcement, native=native).text()
    if standard == "1.4":  # too old for the tags of Typst
        layout = replace(layout, tagged=False)
    typst.compile(
        source.encode(),
        output=str(path),
        pdf_standards=standard or [],
        pdf_tags=layout.tagged,
    )
    return layout.meta() | {"standard": standard, "native_lists": native}


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class _Source:
    """An announcement as the source of Typst; letters stand in strings, where no markup acts."""

    def __init__(self, layout: Layout, announcement: Announcement, *, native: bool) -> None:
        self.layout = layout
        self.announcement = announcement
        self.native = native
        self.notes = notes(announcement) if layout.footnotes == "foot" else {}

    def text(self) -> str:
        parts = self.announcement.parts
        wide = head(parts) if self.layout.wide_title else []
        above = "\n".join(self._block(part.kind, [part]) for part in wide)
        if above:
            above = f'#place(top + center, scope: "parent", float: true)[#align(start)[{above}]]\n'
        body = (self._block(kind, group) for kind, group in runs(parts[len(wide) :]))
        return self._rules() + above + "\n\n".join(body)

    # -- looks ---------------------------------------------------------------------------------

    def _rules(self) -> str:
        look = self.layout
        width, height = look.size
        indent = f"(amount: {1.6 if look.indent else 0}em, all: {_truth(look.fs > 9)})"
        leading = (look.lh - 0.72) * look.fs
        return f"""
#set document(title: {_string(self.announcement.name)})
#set page(width: {width}mm, height: {height}mm, margin: {look.margin + 6}mm,
  columns: {look.cols}, header: {self._header()}, footer: context {self._footer()})
#set columns(gutter: {look.gap}mm)
#set text(font: {_string(look.font)}, size: {look.fs}pt, lang: "bg",
  hyphenate: {_truth(look.hyphens)})
#set par(justify: {_truth(look.justify)}, leading: {leading:.2f}pt,
  spacing: {leading + look.space * look.fs:.2f}pt, first-line-indent: {indent})
#set list(marker: ({", ".join(self._bullets())}))
#set enum(full: true, numbering: (..all) => {{
  let n = all.pos()
  if n.len() < 2 {{ str(n.first()) + "." }}
  else {{ "абвгдежзий".clusters().at(n.last() - 1) + ")" }}
}})
#show link: set text(fill: rgb("#1a4f9c"))
#show heading: it => block(above: 1.2em, below: 0.7em, it.body)
#show heading.where(level: 1): set text(size: {look.fs * look.title:.1f}pt, hyphenate: false)
#show heading.where(level: 1): set par(justify: false)
{self._headings()}
"""

    def _headings(self) -> str:
        look = self.layout
        return "\n".join(
            f"#show heading.where(level: {level}): set text(hyphenate: false, "
            f"size: {look.fs * look.heading_scale(level):.1f}pt)"
            for level in range(2, 7)
        )

    def _bullets(self) -> list[str]:
        return [f"[{marker(Part('li', level=level), 1, self.layout)}]" for level in (1, 2)]

    def _header(self) -> str:
        return f"text(0.8em, {_string(self.announcement.header)})"

    def _footer(self) -> str:
        numbers = self.layout.folio.format(
            page='" + counter(page).display() + "',
            pages='" + str(counter(page).final().first()) + "',
        )
        return (
            f"text(0.8em, grid(columns: (1fr, auto), {_string(self.announcement.footer)}, "
            f'"{numbers}"))'
        )

    # -- text ----------------------------------------------------------------------------------

    def _block(self, kind: str, group: list[Part]) -> str:
        match kind:
            case "li":
                labelled = any(item.label for item in group)
                native = self.native and not labelled
                return self._list(group) if native else self._typed_list(group)
            case "table":
                return "\n\n".join(self._table(part) for part in group)
            case "footnote":
                return "" if self.notes else "#line(length: 30%)\n\n" + self._end_notes(group)
        return "\n\n".join(self._paragraph(kind, part) for part in group)

    def _paragraph(self, kind: str, part: Part) -> str:
        text = self._pieces(part)
        aligned = "center" if self.layout.centred else "start"
        match kind:
            case "title":
                return f"#align({aligned})[#heading(level: 1)[{text}]]"
            case "date":
                return f"#align({aligned})[#par(first-line-indent: 0em)[{text}]]"
            case "heading":
                return f"#heading(level: {part.level})[{text}]"
            case "quote":
                style = "italic" if self.layout.italic_quotes else "normal"
                return f'#quote(block: true)[#set text(style: "{style}")\n{text}]'
            case "notice":
                return f"#block[#set text(0.85em)\n{text}]"
        return text

    def _list(self, items: list[Part]) -> str:
        return "\n".join(
            f"{'  ' * (item.level - 1)}{'+' if item.ordered else '-'} {self._pieces(item)}"
            for item in items
        )

    def _typed_list(self, items: list[Part]) -> str:
        """A list as people type it: a mark and a tab at the start of a hanging paragraph."""
        return "\n\n".join(
            f"#block(above: {self.layout.space * 0.5 + 0.6}em, "
            f"inset: (left: {item.level * 1.6}em))["
            f"#set par(hanging-indent: 0em, first-line-indent: 0em)\n"
            f"#h(-1.2em)#box(width: 1.2em, {_string(marker(item, number, self.layout))})"
            f"{self._pieces(item)}]"
            for item, number in zip(items, ordinals(items), strict=True)
        )

    def _table(self, part: Part) -> str:
        stroke = {
            "grid": "0.5pt",
            "rules": "(x, y) => (bottom: 0.5pt)",
            "none": "none",
        }[self.layout.borders]
        rows = [[self._cell(cell, bold=not n) for cell in row] for n, row in enumerate(part.rows)]
        header = ", ".join(rows[0])
        cells = ", ".join(cell for row in rows[1:] for cell in row)
        return (
            f"#[#set text(0.9em)\n#set par(justify: false)\n#table(columns: {len(rows[0])}, "
            f"stroke: {stroke}, table.header({header}), {cells})]"
        )

    def _cell(self, cell: str, *, bold: bool) -> str:
        weight = "bold" if bold else "regular"
        side = "end" if is_figure(cell) else "start"
        return f'table.cell(align: {side}, text(weight: "{weight}", {_string(cell)}))'

    def _end_notes(self, group: list[Part]) -> str:
        return "\n\n".join(
            f"#block[#set text(0.8em)\n{self._mark(part.label)} {self._pieces(part)}]"
            for part in group
        )

    def _mark(self, label: str) -> str:
        return f'#super("{label}")' if self.layout.mark == "raised" else f'#"[{label}]"'

    def _pieces(self, part: Part) -> str:
        return "".join(self._piece(piece) for piece in part.pieces)

    def _piece(self, piece: Piece) -> str:
        text = f"#{_string(piece.text)}"
        text = f"#strong[{text}]" if piece.bold else text
        text = f"#emph[{text}]" if piece.italic else text
        if piece.link:
            text = f"#link({_string(piece.link)})[{text}]"
        if address := printed_address(piece, self.layout):
            text += f"#{_string(address)}"
        return text + self._note(piece)

    def _note(self, piece: Piece) -> str:
        if piece.note not in self.notes:
            return self._mark(piece.note) if piece.note else ""
        form = piece.note if self.layout.mark == "raised" else f"[{piece.note}]"
        body = self._pieces(self.notes[piece.note])
        return f'#footnote(numbering: _ => "{form}")[{body}]'


def _truth(value: object) -> str:
    return "true" if value else "false"
