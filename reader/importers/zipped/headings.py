"""Levels of headings, where a text has several of the first."""

from lxml import etree

_DEEPEST = 6


def lower(body: etree._Element) -> None:
    """Put the headings of a text one level lower."""
    for level in range(_DEEPEST - 1, 0, -1):
        for heading in list(body.iter(f"h{level}")):
            heading.tag = f"h{level + 1}"
