"""An announcement as a web page that is to be printed."""

from collections.abc import Iterator
from html import escape

from tests.further.html_style import style_sheet
from tests.further.layout import Layout, is_figure, notes, runs
from tests.further.model import Announcement, Part, Piece
from tests.further.syllables import softened


class Page:
    """Writes one announcement; `soft` puts hyphens into the words, else the printer breaks them.

    `floats` are notes at the foot of their page, which only WeasyPrint can set. `boxes` are
    the header and footer in the margins of a page, which Firefox and wkhtmltopdf cannot.
    """

    def __init__(
        self, announcement: Announcement, layout: Layout, *, soft: bool, floats: bool, boxes: bool
    ) -> None:
        self.announcement = announcement
        self.layout = layout
        self.soft = soft and layout.hyphens
        self.floats = floats and layout.footnotes == "foot"
        self.boxes = boxes
        self.notes = notes(announcement)

    def html(self) -> str:
        """Return the whole page."""
        body = "".join(self._group(kind, group) for kind, group in runs(self.announcement.parts))
        title = next(part for part in self.announcement.parts if part.kind == "title")
        name = escape("".join(piece.text for piece in title.pieces))
        return (
            f'<!DOCTYPE html><html lang="bg"><head><meta charset="utf-8"><title>{name}</title>'
            f"<style>{self._style()}</style></head><body><main>{body}</main></body></html>"
        )

    def _style(self) -> str:
        return style_sheet(
            self.announcement,
            self.layout,
            dictionary=self.layout.hyphens and not self.soft,
            boxes=self.boxes,
        )

    def _group(self, kind: str, group: list[Part]) -> str:
        match kind:
            case "li":
                return self._list(group, 1)
            case "quote":
                inner = "".join(f"<p>{self._pieces(part)}</p>" for part in group)
                return f"<blockquote>{inner}</blockquote>"
            case "footnote":
                return "" if self.floats else self._end_notes(group)
            case _:
                return "".join(self._part(part) for part in group)

    def _part(self, part: Part) -> str:
        if part.kind == "table":
            return self._table(part)
        tag = {"title": "h1", "heading": f"h{part.level}"}.get(part.kind, "p")
        role = f' class="{part.kind}"' if part.kind in ("date", "notice") else ""
        return f"<{tag}{role}>{self._pieces(part)}</{tag}>\n"

    def _list(self, items: list[Part], level: int) -> str:
        """Return a list; deeper items stand inside the item before them."""
        tag = "ol" if items[0].ordered else "ul"
        inside = "".join(self._item(item, deeper, level) for item, deeper in _nested(items, level))
        return f"<{tag}>{inside}</{tag}>\n"

    def _item(self, item: Part, deeper: list[Part], level: int) -> str:
        style = f" style=\"list-style-type: '{item.label}\u00a0'\"" if item.label else ""
        below = self._list(deeper, level + 1) if deeper else ""
        return f"<li{style}>{self._pieces(item)}{below}</li>"

    def _table(self, part: Part) -> str:
        head, *rows = part.rows
        header = "".join(f"<th>{self._words(cell)}</th>" for cell in head)
        body = "".join(f"<tr>{''.join(self._cell(cell) for cell in row)}</tr>" for row in rows)
        wide = ' class="wide"' if len(head) > 3 else ""
        return f"<table{wide}><thead><tr>{header}</tr></thead><tbody>{body}</tbody></table>\n"

    def _cell(self, cell: str) -> str:
        figure = ' class="figure"' if is_figure(cell) else ""
        return f"<td{figure}>{self._words(cell)}</td>"

    def _end_notes(self, group: list[Part]) -> str:
        inside = "".join(
            f'<p class="note">{self._mark(part.label)} {self._pieces(part)}</p>' for part in group
        )
        return f"<hr>{inside}"

    def _pieces(self, part: Part) -> str:
        return "".join(self._piece(piece) for piece in part.pieces)

    def _piece(self, piece: Piece) -> str:
        text = self._words(piece.text)
        if piece.bold:
            text = f"<b>{text}</b>"
        if piece.italic:
            text = f"<i>{text}</i>"
        if piece.link:
            text = f'<a href="{escape(piece.link)}">{text}</a>'
        if not piece.note:
            return text
        if self.floats:
            return f'{text}<span class="float">{self._pieces(self.notes[piece.note])}</span>'
        return text + self._mark(piece.note)

    def _mark(self, label: str) -> str:
        return f"<sup>{label}</sup>" if self.layout.mark == "raised" else f"[{label}]"

    def _words(self, text: str) -> str:
        return escape(softened(text) if self.soft else text)


def _nested(items: list[Part], level: int) -> Iterator[tuple[Part, list[Part]]]:
    """Yield each item of the level with the deeper ones that follow it."""
    tops = [index for index, item in enumerate(items) if item.level <= level]
    for start, end in zip(tops, [*tops[1:], len(items)], strict=True):
        yield items[start], items[start + 1 : end]
