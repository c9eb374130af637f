"""The letters of a page: by its mark, by what the server and the page say, or by the letters."""

import codecs
import re

from reader.importers.html import outer
from reader.text.encodings import decoded_as, marked

_HEAD = 4096
_BEGINNING = 65_536
_DECLARED = re.compile(
    rb"""<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
# Controls are no letters: XML forbids them, and nobody sees them.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


def beginning(data: bytes) -> str:
    """Return the first letters of a page, those beyond ASCII maybe wrong."""
    first = data[:_BEGINNING]
    text = marked(first)
    return text if text is not None else first.decode("latin-1")


def decoded(data: bytes, charset: str | None = None) -> str | None:
    """Return the text of a page, or None where it is none; `charset` is what a server says."""
    names = [charset] if charset else []
    names += [
        (found.group(1) or found.group(2)).decode("ascii", "replace")
        for found in _DECLARED.finditer(data[:_HEAD])
    ]
    text = decoded_as(data, names)
    return None if text is None else without_controls(text)


def told_by_itself(data: bytes, charset: str | None) -> bytes:
    """Return a page that tells its encoding itself, where only the server did: UTF-8 with its mark.

    What is kept of an answer is its bytes; without the server's word, they would be read otherwise.
    """
    if not charset or not outer.is_markup(beginning(data)):
        return data
    meant = decoded(data, charset)
    if meant is None or meant == decoded(data):
        return data
    return codecs.BOM_UTF8 + meant.encode("utf-8", "replace")


def without_controls(text: str) -> str:
    """Return a text without control characters, but for tabs and the ends of lines and pages."""
    return _CONTROLS.sub("", text)
