"""Texts as they come out of the clipboard: wrapped anew, cut by pages, with addresses printed."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from tests.further.layout import ordinals, runs
from tests.further.model import Announcement, Part, Piece
from tests.further.wrapping import Wrapping

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Manner:
    """One way to copy a text.

    `blank` tells which blocks have an empty line before them: "all", "some", "headings" or
    "none". `page` is how a page ends: "" for no pages, "gap" for empty lines, "feed" for a form
    feed, "running" for footer, number and header as well.
    """

    wrapping: Wrapping
    blank: str
    page: str
    page_lines: int
    print_urls: bool
    bullet: str
    numbers: str
    hanging: bool
    quote_indent: int
    first_indent: int
    table: str
    mark: str
    broken_notice: bool
    line_end: str


def choose(style: random.Random) -> Manner:
    wrapping = Wrapping(
        width=style.choice((45, 52, 60, 66, 72, 78, 84, 90, 98, 110, 0)),
        proportional=style.random() < 0.5,
        cut=style.choice(("overflow", "marks", "whole")),
        hyphen=style.choice(("", "", "-", "\u00ad")),
        trailing_space=style.random() < 0.15,
    )
    blanks = ("all", "all", "some", "headings", "none") if wrapping.width else ("all", "none")
    return Manner(
        wrapping=wrapping,
        blank=style.choice(blanks),
        page=style.choice(("", "", "gap", "feed", "running")) if wrapping.width else "",
        page_lines=style.randint(28, 50),
        print_urls=style.random() < 0.6,
        bullet=style.choice(("– ", "* ", "• ", "- ", "•\t", "o ", "· ", "", "")),
        numbers=style.choice(("{}. ", "{}) ", "({}) ", "{}.\t")),
        hanging=style.random() < 0.3,
        quote_indent=style.choice((0, 0, 2, 4)),
        first_indent=style.choice((0, 0, 0, 1, 4)),
        table=style.choice(("tabs",) * 4 + ("aligned",) * 3 + ("spaces", "spaces", "cells")),
        mark=style.choice(("bracketed", "bracketed", "raised")),
        broken_notice=style.random() < 0.5,
        line_end=style.choice(("\n", "\n", "\r\n")),
    )


def pasted(announcement: Announcement, style: random.Random) -> str:
    """Return the text as a person would paste it."""
    return paste(announcement, style)[0]


def paste(announcement: Announcement, style: random.Random) -> tuple[str, dict[str, object]]:
    """Return the pasted text and how it was made."""
    manner = choose(style)
    blocks: list[list[str]] = []
    starts: list[str] = []
    for kind, group in runs(announcement.parts):
        for part, number in zip(group, ordinals(group), strict=True):
            blocks.append(_lines(part, number, manner))
            starts.append(kind)
    lines = list(_flow(blocks, starts, manner, style))
    lines = list(_paged(lines, announcement, manner))
    return manner.line_end.join([*lines, ""]), asdict(manner) | {"engine": "pasted"}


# -- blocks ------------------------------------------------------------------------------------


def _lines(part: Part, number: int, manner: Manner) -> list[str]:
    match part.kind:
        case "table":
            return _table(part.rows, manner)
        case "li":
            return _item(part, number, manner)
        case "footnote":
            return manner.wrapping.lines(f"{_mark(part.label, manner)} {_text(part, manner)}")
        case "quote":
            margin = " " * manner.quote_indent
            return manner.wrapping.lines(_text(part, manner), margin, margin)
        case "p":
            return manner.wrapping.lines(_text(part, manner), " " * manner.first_indent)
        case "notice" if manner.broken_notice:
            return _broken(part, manner)
    return manner.wrapping.lines(_text(part, manner))


def _text(part: Part, manner: Manner) -> str:
    return "".join(_piece(piece, manner) for piece in part.pieces)


def _piece(piece: Piece, manner: Manner) -> str:
    text = piece.text
    if manner.print_urls and piece.link and piece.link != text.strip():
        text += f" ({piece.link})"
    return text + (_mark(piece.note, manner) if piece.note else "")


def _mark(label: str, manner: Manner) -> str:
    return f"[{label}]" if manner.mark == "bracketed" else label.translate(RAISED)


def _item(part: Part, number: int, manner: Manner) -> list[str]:
    if part.ordered:
        mark = f"{part.label} " if part.label else manner.numbers.format(number)
    else:
        mark = manner.bullet
    margin = "  " * (part.level - 1) if mark else ""
    rest = margin + " " * len(mark) if manner.hanging else ""
    return manner.wrapping.lines(mark + _text(part, manner), margin, rest)


def _table(rows: Sequence[Sequence[str]], manner: Manner) -> list[str]:
    match manner.table:
        case "cells":
            return [cell for row in rows for cell in row]
        case "aligned":
            wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
            return ["  ".join(map(str.ljust, row, wide)).rstrip() for row in rows]
    return [("\t" if manner.table == "tabs" else " ").join(row) for row in rows]


def _broken(part: Part, manner: Manner) -> list[str]:
    """A notice whose links stood in boxes of their own, so that each begins a line."""
    lines: list[str] = []
    pending = ""
    for piece in part.pieces:
        if piece.link and pending:
            lines += manner.wrapping.lines(pending.rstrip() + " ")
            pending = " "
        pending += _piece(piece, manner)
    return lines + manner.wrapping.lines(pending)


# -- pages -------------------------------------------------------------------------------------


def _flow(
    blocks: Sequence[list[str]], kinds: Sequence[str], manner: Manner, style: random.Random
) -> Iterator[str]:
    before = ""
    for lines, kind in zip(blocks, kinds, strict=True):
        if before and _apart(before, kind, manner, style):
            yield ""
        yield from lines
        before = kind


def _apart(before: str, kind: str, manner: Manner, style: random.Random) -> bool:
    """Whether an empty line stands between two blocks."""
    match manner.blank:
        case "all":
            return before != kind or kind not in {"li", "footnote"}
        case "some":
            return kind != "li" and style.random() < 0.6
        case "headings":
            return "heading" in {kind, before} or "title" in {before}
    return False


def _paged(lines: Sequence[str], announcement: Announcement, manner: Manner) -> Iterator[str]:
    feed = ""
    for start in range(0, len(lines), manner.page_lines if manner.page else len(lines) or 1):
        if start:
            yield from ["", "", ""] if manner.page == "gap" else []
            yield from _running(announcement, start // manner.page_lines, manner)
            feed = "\f" if manner.page in {"feed", "running"} else ""
        page = lines[start : start + (manner.page_lines if manner.page else len(lines))]
        yield from [feed + page[0], *page[1:]]
        feed = ""


def _running(announcement: Announcement, number: int, manner: Manner) -> list[str]:
    """Return what stands between two pages: footer, number, header."""
    if manner.page != "running":
        return []
    lines = [announcement.footer, str(number), announcement.header]
    return ["", *filter(None, lines), ""]
