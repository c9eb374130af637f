"""The truth of a printed announcement: flat blocks, what is no text, and line-end hyphens."""

import re
from itertools import pairwise

from tests.further.model import Announcement, Part

_HYPHENS = "-\u00ad\u2010\u2011"
_NOTE = re.compile(r"\[\d+\]")
_EDGES = re.compile(r"^\W+|\W+$")

Block = dict[str, object]


def blocks(announcement: Announcement) -> list[Block]:
    """Return the flat blocks that a right result has."""
    return [_block(part) for part in announcement.parts]


def _block(part: Part) -> Block:
    if part.kind == "table":
        rows = [list(row) for row in part.rows]
        text = "\n".join(" | ".join(row) for row in rows)
        return {"kind": "table", "rows": rows, "text": text, "links": []}
    text = "".join(piece.text + (f"[{piece.note}]" if piece.note else "") for piece in part.pieces)
    if part.kind == "footnote":
        text = f"[{part.label}] {text}"
    links = [{"text": piece.text, "url": piece.link} for piece in part.pieces if piece.link]
    block: Block = {"kind": part.kind, "text": text, "links": links}
    if part.kind == "heading":
        block["level"] = part.level
    return block


def noise(announcement: Announcement) -> list[str]:
    """Return what is printed on each page and stands in no block; "BG" is too short to tell."""
    text = _running(blocks(announcement))
    printed = (announcement.header, announcement.footer)
    return [words for words in printed if len(words) > 3 and words not in text]


def hyphens(found: list[Block], printed: str) -> list[Block]:
    """Return the words of the truth that the printed lines break at a line end with a hyphen."""
    text = _running(found)
    words = {word for token in text.split() if (word := _bare(token))}
    lines = [line for line in re.split(r"[\n\f]", _without_silent(printed)) if line.strip()]
    events = []
    for line, after in pairwise(lines):
        event = _event(line.rstrip(), after.split()[0], words)
        if event:
            whole = r"(?<![\w-])" + re.escape(str(event["word"])) + r"(?![\w-])"
            events.append({**event, "count": len(re.findall(whole, text))})
    return [event for event in events if event["count"]]


def _without_silent(printed: str) -> str:
    """Return the text without soft hyphens that do not show.

    Chromium writes all of them, and pdftotext ends a line at each; at a real line end a hyphen
    that shows comes after. Other programs write only those that show.
    """
    shown = re.compile("\u00ad([-\u2010])(?=\n)")
    return re.sub("\u00ad\n?", "", shown.sub(r"\1", printed)) if shown.search(printed) else printed


def _event(line: str, right: str, words: set[str]) -> Block | None:
    """Return the word that the line's last hyphen breaks, or None; both readings are none."""
    if line[-1] not in _HYPHENS or not (left := line.rsplit(maxsplit=1)[-1].strip(_HYPHENS)):
        return None
    joined, kept = _bare(left + right), _bare(f"{left}-{right}")
    if (joined in words) == (kept in words):
        return None
    if kept in words:
        return {"word": kept, "expect": "keep", "wrong": joined}
    return {"word": joined, "expect": "join", "wrong": kept}


def _bare(token: str) -> str:
    """Return the token without note marks, soft hyphens and what stands around it."""
    token = _NOTE.sub("", token.replace("\u00ad", ""))
    return _EDGES.sub("", re.sub("[\u2010\u2011]", "-", token))


def _running(found: list[Block]) -> str:
    text = " ".join(str(block["text"]) for block in found)
    return re.sub("[\u2010\u2011]", "-", re.sub(r"\s+", " ", text))
