"""Plain text: a .txt file, or what a person pasted."""

import re

from reader.errors import GarbledTextError
from reader.importers import own_text
from reader.importers.incoming import Incoming
from reader.model.raw import RawDocument, RawLine, Repair, Run
from reader.text.encodings import decoded, undone
from reader.text.normal import looks_garbled, normal

FORMAT = "text"
# pdfium's mark of a hyphen at a line's end, in text copied out of a browser.
_LINE_END_HYPHENS = str.maketrans({"\x02": "-\n", "\ufffe": "-\n"})
# A tab parts the cells of a table, so that these stand below each other; none is wider than this.
_WIDEST_CELL = 60
_GAP = re.compile(r"( {2,})")
# So many of the lines end with a soft hyphen only where each of these ends a line.
_MOST_SOFT = 0.4
_SHOWN = 60
_MOST_CONTROLS = 0.01
# What has a terminal write in colour or move its cursor: ECMA-48, 5.4.
_TERMINAL = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
# A short text may hold a bell or two, as the screen of a terminal that was saved does.
_FEW_CONTROLS = 3
_MOST_OF_FEW = 0.1


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are text: hardly any control characters."""
    text = _text(data)
    if text is None:
        return False
    controls = sum(letter < " " and letter not in "\t\n\r\f\v\x02" for letter in text)
    few = min(_FEW_CONTROLS, _MOST_OF_FEW * len(text))
    return controls <= max(few, _MOST_CONTROLS * len(text))


def read(incoming: Incoming) -> RawDocument:
    """Return the lines of a text; empty lines are counted on the line after them.

    Raises `GarbledTextError` where the letters are rubbish.
    """
    text = _text(incoming.data) or ""
    repairs: tuple[Repair, ...] = ()
    if meant := undone(text):
        repairs = (Repair("encoding", 0, _beginning(text), _beginning(meant)),)
        text = meant
    if looks_garbled(text):
        raise GarbledTextError(incoming.where, _beginning(text))
    own = own_text.taken_off(text)
    lines: list[RawLine] = []
    blank = 0
    text = own.text
    if own.below:
        repairs += (Repair("origin", 0, own.below, ""),)
    tab = _tab_width(text)
    for page, page_text in enumerate(_lines_marked(text).split("\f")):
        for printed in page_text.split("\n"):
            if normal(printed).strip():
                shown = _aligned(printed.rstrip().expandtabs(tab))
                lines.append(RawLine((Run(shown),), page, blank_before=blank))
                blank = 0
            else:
                blank += 1
    return RawDocument(
        FORMAT,
        tuple(lines),
        repairs=repairs,
        address=own.address,
        original=own.original,
        author=own.author,
        published=own.published,
        retrieved=own.retrieved,
    )


def _text(data: bytes) -> str | None:
    """Return the text that bytes hold, without what only terminals obey; None where none."""
    text = decoded(data)
    return None if text is None else _TERMINAL.sub("", text)


def _beginning(text: str) -> str:
    return " ".join(text.split())[:_SHOWN]


def _lines_marked(text: str) -> str:
    """Return the text with one kind of line end."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    text = re.sub("[\x85\u2028\u2029]", "\n", text)
    text = text.replace("\x02\n", "\x02").replace("\ufffe\n", "\ufffe")
    return _syllables_joined(text.translate(_LINE_END_HYPHENS))


def _tab_width(text: str) -> int:
    """Return how far tabs must stand apart so that the cells between them fit."""
    cells = [cell for line in text.split("\n") if "\t" in line for cell in line.split("\t")]
    return 2 + min(_WIDEST_CELL, max(map(len, cells), default=0))


def _aligned(line: str) -> str:
    """Return a line with the soft hyphens inside its pieces put into the gaps after these.

    They take no room on paper, but a copy with layout counts them: columns stay below each other.
    """
    *pieces, last = _GAP.split(line)
    aligned = ""
    for words, gap in zip(pieces[::2], pieces[1::2], strict=True):
        inner = words[:-1].replace("\u00ad", "") + words[-1:]
        aligned += inner + " " * (len(words) - len(inner)) + gap
    return aligned + last


def _syllables_joined(text: str) -> str:
    """Return the text without the line ends that some programs write after each soft hyphen.

    Where the hyphen does show, it stands on a line of its own: "доку", "\u2010", "мент".
    """
    ends = text.count("\n")
    if text.count("\u00ad\n") < _MOST_SOFT * ends:
        return text
    return text.replace("\u00ad\n\u2010\n", "\u2010\n").replace("\u00ad\n", "")
