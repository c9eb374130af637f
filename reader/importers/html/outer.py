"""A page from outside, before it is parsed: whether it is one, and what it must not hold."""

import re
from dataclasses import replace

from reader.model.raw import RawDocument, Repair

# What may stand before the first element: the mark of XML, remarks, a document type.
_BEFORE = re.compile(r"(?:\s|\ufeff|<\?[^>]*>|<!--.*?(?:-->|$))*", re.DOTALL)
_PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body)(?:\s|>)", re.IGNORECASE)
_FIRST = re.compile(
    r"<(?:meta|title|div|p|h[1-6]|article|section|main|table|ul|ol|blockquote|center|font|span"
    r"|header|figure)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_LAST = re.compile(r"</(?:div|p|h[1-6]|article|section|main|table|ul|ol|blockquote|body)\s*>", re.I)
_OTHER_XML = re.compile(r"<!doctype\s+(?!html)\w|<(?:rss|feed|rdf:RDF|svg|opml)[\s>]", re.I)
_ENTITY = re.compile(r"<!ENTITY\s", re.IGNORECASE)
_TYPE = re.compile(r"<!DOCTYPE[^>\[]*\[", re.IGNORECASE)
# A document type stands at the beginning; a page about entities may speak of them further down.
_TYPE_WITHIN = 4096
# Pictures and faces written into the page itself.
_FILE = re.compile(r"data:[\w/+.-]{0,80}(?:;[\w=-]{1,40}){0,3},[\w+/=%\s.~!*()-]{200,}")
_MOST_ELEMENTS = 500_000
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 1000
# What scripts fill with a page, while it is empty but for a word such as “Loading…”: elements of
# Angular, and what React, Vue, Next and Nuxt call theirs.
_MOUNT = re.compile(
    r"""<(?P<own>[a-z]+-root|app-[a-z]+)\b[^<>]{0,200}>[^<>]{0,60}</(?P=own)\s*>"""
    r"""|<div\b[^<>]{0,200}\bid\s*=\s*["']?(?:root|app|__next|__nuxt)["']?[^<>]{0,200}>[^<>]{0,60}</div""",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"<script\b[^<>]{0,500}\bsrc\s*=", re.IGNORECASE)
_MOST_OF_SHELL = 200


def is_markup(beginning: str) -> bool:
    """Tell whether a text begins like a page, or like a piece of one."""
    found = _BEFORE.match(beginning)
    start = found.end() if found else 0
    if _OTHER_XML.match(beginning, start):
        return False
    if _PAGE.match(beginning, start):
        return True
    return bool(_FIRST.match(beginning, start)) and bool(_LAST.search(beginning, start))


def declares_entities(markup: str) -> bool:
    """Tell whether a page declares entities of its own: bombs are made so, and files are read."""
    opened = _TYPE.search(markup, 0, _TYPE_WITHIN)
    return opened is not None and _ENTITY.search(markup, opened.end(), _TYPE_WITHIN) is not None


def without_files(markup: str) -> str:
    """Return a page without the files that are written into it."""
    return _FILE.sub("data:,", markup) if "data:" in markup else markup


def is_crowded(markup: str) -> bool:
    """Tell whether a page has more elements, or one element more attributes, than any page needs.

    The parser compares each attribute of an element with all before it.
    """
    if markup.count("<") > _MOST_ELEMENTS:
        return True
    tags = (_QUOTED.sub("", found.group()) for found in _LONG_TAG.finditer(markup))
    return any(max(len(tag.split()), tag.count("=")) > _MOST_ATTRIBUTES for tag in tags)


def is_shell(markup: str, letters: int) -> bool:
    """Tell whether a page waits for a script to fill it; `letters` are those of its article."""
    if letters > _MOST_OF_SHELL or not _SCRIPT.search(markup):
        return False
    return _MOUNT.search(markup) is not None


def with_repairs(document: RawDocument, repairs: tuple[Repair, ...]) -> RawDocument:
    """Return a document with what was put right before it was parsed."""
    return replace(document, repairs=repairs + document.repairs)
