"""Marks that open nothing are taken out of the way of Python-Markdown.

It looks for the end of each to the end of its paragraph, and writes the paragraph anew after each
that it finds: some thousands of them take minutes.
"""

import re
from collections.abc import Iterator

_WHOLE = re.compile(
    r"!?\[[^\[\]\n]{0,2000}\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\]|(?!\())|<[^<>\n]{1,2000}>"
)
_OPENING = re.compile(r"[\[<]")
# Lines that begin a piece of text of their own: items, rows, quotations, headings.
_BEGINS = re.compile(r"\s*(?:$|[-+*|>#]|\d{1,9}[.)]\s)")
_MOST_WORK = 1_000_000  # open marks of a piece by its letters: some hundredths of a second
_MOST_IN_ALL = 20_000_000
_MOST_OF_LINKS = 1_500_000_000  # the same of whole links: six thousand in one paragraph
# No text may hold these two (Unicode 23.7), and Python-Markdown knows no meaning of theirs.
_STAND_INS = {"[": "\ufdd0", "<": "\ufdd1"}
_WRITTEN = {"\ufdd0": "[", "\ufdd1": "&lt;"}
_STOOD_IN = re.compile("[\ufdd0\ufdd1]")


def bounded(text: str) -> str:
    """Return a text whose marks that open nothing take no more time than can be waited for."""
    left = _MOST_IN_ALL
    made: list[str] = []
    for piece in _pieces(_STOOD_IN.sub("", text)):
        work = _open_marks(piece) * len(piece)
        is_small = work <= min(_MOST_WORK, left)
        left -= work if is_small else 0
        made.append(piece if is_small else _without_open(piece))
        if made[-1].count("[") * len(piece) > _MOST_OF_LINKS:
            made[-1] = _stood_in(piece)
    return "\n".join(made)


def restored(markup: str) -> str:
    """Return a page with the signs again for which others stand."""
    return _STOOD_IN.sub(lambda found: _WRITTEN[found.group()], markup)


def _pieces(text: str) -> Iterator[str]:
    piece: list[str] = []
    for line in text.split("\n"):
        if piece and _BEGINS.match(line):
            yield "\n".join(piece)
            piece = []
        piece.append(line)
    yield "\n".join(piece)


def _open_marks(piece: str) -> int:
    if "[" not in piece and "<" not in piece:
        return 0
    return len(_OPENING.findall(_WHOLE.sub("", piece)))


def _without_open(piece: str) -> str:
    made: list[str] = []
    end = 0
    for whole in _WHOLE.finditer(piece):
        made += (_stood_in(piece[end : whole.start()]), whole.group())
        end = whole.end()
    return "".join((*made, _stood_in(piece[end:])))


def _stood_in(text: str) -> str:
    return _OPENING.sub(lambda mark: _STAND_INS[mark.group()], text)
