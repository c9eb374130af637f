"""Markup as elements, however broken it is."""

import re

from lxml import etree

from reader.importers.html.elements import Element
from reader.importers.html.tags import BLOCKS

# Damaged ones count, too: lxml takes no text that begins with anything like one.
_XML = re.compile(r"^(?:[\s\ufeff]*<\?xml[^>]*>?)+")
# What accelerated pages (AMP) write for pictures.
_PICTURES = ("amp-img", "amp-anim")
_SIDES = ("width", "height")  # of these pictures they tell only how wide one is to its height
_WRAPPERS = re.compile(
    r"</?(?!(?:a|p|h[1-6]|title|meta|link|head|html|body|script|style|template|noscript)\b)"
    r"([a-zA-Z][\w:-]*)[^<>]*>"
)


def parsed(markup: str) -> Element | None:
    """Return the root of a page, however broken.

    One whose elements lie too deep in each other is read flat: headings, links and paragraphs
    alone. None where that is of no help, or where there is no element at all.
    """
    text = _bare(markup)
    root = _parsed(text)
    return root if root is not None else _parsed(_WRAPPERS.sub(_flat, text))


def _parsed(markup: str) -> Element | None:
    parser = etree.HTMLParser(
        remove_comments=True, remove_pis=True, no_network=True, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(markup, parser)
    except etree.XMLSyntaxError:
        return None
    cut = any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log)
    if root is None or cut:  # none of a page that is but a document type
        return None
    for picture in root.iter(*_PICTURES):
        picture.tag = "img"
        for side in _SIDES:
            picture.attrib.pop(side, "")
    return root


def _flat(found: re.Match[str]) -> str:
    return "<p>" if found.group(1).lower() in BLOCKS else ""


def _bare(markup: str) -> str:
    """Return a page without the mark of XML, which names an encoding that it no longer has."""
    return _XML.sub("", markup)
