"""Headings of texts that have become HTML: one title, and sections below it."""

from lxml import etree, html

_DEEPEST = 6
_LONGEST = 180
_ENDS = (".", ":", ";", ",", "!")


def lower(body: etree._Element) -> None:
    """Put the headings of a text one level lower."""
    for level in range(_DEEPEST - 1, 0, -1):
        for heading in list(body.iter(f"h{level}")):
            heading.tag = f"h{level + 1}"


def lower_others(body: etree._Element, title: etree._Element | None = None) -> None:
    """Put all headings but the title one level lower, where more than one is of the first.

    Where none is given, the title is what the text begins with.
    """
    if title is None and len(body) and body[0].tag == "h1":
        title = body[0]
    if title is not None and sum(1 for _ in body.iter("h1")) > 1:
        lower(body)
        title.tag = "h1"


def name_bold(body: html.HtmlElement) -> None:
    """Name the headings of a text that has none: short paragraphs all in bold, above others."""
    if body.xpath(".//h1 | .//h2 | .//h3 | .//h4 | .//h5 | .//h6"):
        return
    blocks = [block for block in body if isinstance(block.tag, str)]
    found = [block for block in blocks[:-1] if _is_bold(block)]
    if 2 * len(found) > len(blocks):  # a text all in bold
        return
    for block in found:
        block.tag = "h1" if block is blocks[0] else "h2"


def _is_bold(block: html.HtmlElement) -> bool:
    text = block.text_content().strip()
    bold = "".join(part.text_content() for part in block.findall("strong")).strip()
    return block.tag == "p" and bold == text and 0 < len(text) < _LONGEST and text[-1] not in _ENDS
