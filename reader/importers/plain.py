"""Plain text: a .txt file, or what a person pasted."""

import codecs
import re

from reader.importers.incoming import Incoming
from reader.model.raw import RawDocument, RawLine, Run
from reader.text.normal import normal

FORMAT = "text"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# pdfium's mark of a hyphen at a line's end, in text copied out of a browser.
_LINE_END_HYPHENS = str.maketrans({"\x02": "-\n", "\ufffe": "-\n"})
_SEGMENT = re.compile(r"(\S+(?: \S+)*)( {2,})")
# So many of the lines end with a soft hyphen only where each of these ends a line.
_MOST_SOFT = 0.4
_MOST_CONTROLS = 0.01
# A file cut off in the middle of a letter is UTF-8 still.
_MOST_BROKEN = 0.05


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are text: hardly any control characters."""
    text = _decoded(data)
    if text is None:
        return False
    controls = sum(letter < " " and letter not in "\t\n\r\f\v\x02" for letter in text)
    return controls <= _MOST_CONTROLS * len(text)


def read(incoming: Incoming) -> RawDocument:
    """Return the lines of a text; empty lines are counted on the line after them."""
    text = _decoded(incoming.data) or ""
    lines: list[RawLine] = []
    blank = 0
    for page, page_text in enumerate(_lines_marked(text).split("\f")):
        for printed in page_text.split("\n"):
            if normal(printed).strip():
                shown = _SEGMENT.sub(_without_soft, printed.rstrip())
                lines.append(RawLine((Run(shown),), page, blank_before=blank))
                blank = 0
            else:
                blank += 1
    return RawDocument(FORMAT, tuple(lines))


def _lines_marked(text: str) -> str:
    """Return the text with one kind of line end."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    text = re.sub("[\x85\u2028\u2029]", "\n", text)
    text = text.replace("\x02\n", "\x02").replace("\ufffe\n", "\ufffe")
    return _syllables_joined(text.translate(_LINE_END_HYPHENS))


def _without_soft(found: re.Match[str]) -> str:
    """Return a piece of a line and the gap after it, soft hyphens in it put into the gap.

    They take no room on paper, but a copy with layout counts them: columns stay below each other.
    """
    words, gap = found.groups()
    inner = words[:-1].replace("\u00ad", "") + words[-1]
    return inner + " " * (len(words) - len(inner)) + gap


def _syllables_joined(text: str) -> str:
    """Return the text without the line ends that some programs write after each soft hyphen.

    Where the hyphen does show, it stands on a line of its own: "доку", "\u2010", "мент".
    """
    ends = text.count("\n")
    if text.count("\u00ad\n") < _MOST_SOFT * ends:
        return text
    return text.replace("\u00ad\n\u2010\n", "\u2010\n").replace("\u00ad\n", "")


def _decoded(data: bytes) -> str | None:
    """Return the text, or None where the bytes are none.

    Without a mark it is UTF-8, else the Bulgarian Windows encoding; in that one a text shows
    itself by Cyrillic letters being most of those beyond ASCII.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data:
        return None
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") <= _MOST_BROKEN * len(text):
        return text
    text = data.decode("cp1251", "replace")
    foreign = [letter for letter in text if letter > "\x7f"]
    cyrillic = sum("А" <= letter <= "я" for letter in foreign)
    return text if 2 * cyrillic > len(foreign) else None
