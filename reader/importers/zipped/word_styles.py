"""What the styles of a Word document stand for, told to mammoth in its own language."""

import re
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Word calls these by their English names in every language; LibreOffice writes capitals.
_USUAL = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='toc 1'] => !
p[style-name='toc 2'] => !
p[style-name='toc 3'] => !
p[style-name='TOC Heading'] => !
p[style-name='Contents 1'] => !
p[style-name='Contents 2'] => !
p[style-name='Contents 3'] => !
"""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_DEEPEST = 6  # headings of HTML
_LONGEST_CHAIN = 20  # styles based on one another


def style_map(styles: etree._Element) -> str:
    """Return the rules for a document's styles, its own headings among them."""
    return _USUAL + "".join(
        f"p.{name} => h{level}:fresh\n"
        for name, level in _outlined(styles)
        if _NAME.fullmatch(name)
    )


def _outlined(styles: etree._Element) -> Iterator[tuple[str, int]]:
    """Yield the styles of paragraphs that have a level of the outline, theirs or inherited."""
    known = {
        style.get(f"{W}styleId", ""): style
        for style in styles.findall(f"{W}style[@{W}type='paragraph']")
    }
    for name in known:
        level = _level(name, known)
        if level is not None and level < _DEEPEST:
            yield name, level + 1


def _level(name: str, known: dict[str, etree._Element]) -> int | None:
    """Return the level of a style, from 0; 9 stands for running text."""
    for _ in range(_LONGEST_CHAIN):
        style = known.get(name)
        if style is None:
            return None
        found = style.find(f"{W}pPr/{W}outlineLvl")
        if found is not None:
            value = found.get(f"{W}val", "")
            return int(value) if value.isdecimal() else None
        base = style.find(f"{W}basedOn")
        name = base.get(f"{W}val", "") if base is not None else ""
    return None
