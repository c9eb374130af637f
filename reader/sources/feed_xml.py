"""The text of a feed, whatever its encoding, and nothing that would do harm to whoever reads it."""

import codecs
import re
from html.entities import name2codepoint

from reader.errors import UnsafeFeedError
from reader.text import encodings

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_DECLARED = re.compile(rb"""^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']""")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # in XML
_PROLOGUE = re.compile(r"(?:\s|<!--.*?-->|<\?.*?\?>)*<!DOCTYPE", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)
# A name for a letter or for a few words, as old feeds have them.
_HARMLESS = re.compile(
    r"""<!ENTITY\s+[\w.-]+\s+(?:"(?:&\#\w+;|[^"&%<]{0,100})"|'(?:&\#\w+;|[^'&%<]{0,100})')\s*>""",
    re.IGNORECASE,
)
# Whatever XML has no meaning for: with it feeds are read, but five times as slowly.
_NAMED = re.compile(
    r"<!\[CDATA\[.*?\]\]>|&(?!(?:#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos);)(?:(?P<name>\w+);)?",
    re.DOTALL,
)
# An item, the end of one, and the end of a feed, each with or without a prefix.
_ITEM_END = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
_ITEM = re.compile(r"<(?:\w+:)?(?:item|entry)\b(?!/)", re.IGNORECASE)
_END = re.compile(r"</(?:\w+:)?(?:rss|feed|RDF)\s*>", re.IGNORECASE)


def xml_of(data: bytes, charset: str | None, where: str) -> str:
    """Return the text of XML without its declaration, safe to be read.

    Entities that grow or lead out of the feed raise `UnsafeFeedError`. An item that is cut off at
    the end is left out.
    """
    text = _FORBIDDEN.sub("", _decoded(data, charset))
    text = _DECLARATION.sub("", text.lstrip("\ufeff \t\r\n"), count=1)
    if not _PROLOGUE.match(text):
        text = _NAMED.sub(_as_xml, text)
    elif len(_ENTITY.findall(text)) > len(_HARMLESS.findall(text)):
        raise UnsafeFeedError(where)
    return _whole_items(text)


def _decoded(data: bytes, charset: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    declared = _DECLARED.match(data)
    said = (declared and declared[1].decode("ascii"), charset)
    # Apache calls Latin-1 whatever it is not told of, so the letters have a say.
    text = encodings.decoded_as(data, [name for name in said if name])
    return data.decode("utf-8", "replace") if text is None else text


def _as_xml(match: re.Match[str]) -> str:
    """Return a letter that HTML alone has a name for; a bare "&" is what it looks like."""
    if match[0].startswith("<"):
        return match[0]
    name = match["name"]
    return chr(name2codepoint[name]) if name in name2codepoint else f"&amp;{match[0][1:]}"


def _whole_items(text: str) -> str:
    if _END.search(text, max(0, len(text) - 1000)):
        return text
    ends = list(_ITEM_END.finditer(text))
    last = ends[-1].end() if ends else 0
    cut = _ITEM.search(text, last)
    return text[: cut.start()] if cut else text
