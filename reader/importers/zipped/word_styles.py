"""What the styles of a Word document stand for, told to mammoth in its own language."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Word calls these by their English names in every language; LibreOffice writes capitals, Pages
# leaves out the numbers. Whatever is not named here is running text.
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
""".strip().splitlines()
_HEADINGS = [
    *(f"p.Heading{level} => h{level}:fresh" for level in range(1, 7)),
    *(f"p[style-name='heading {level}'] => h{level}:fresh" for level in range(1, 7)),
    "p.Heading => h1:fresh",
    "p[style-name='Heading'] => h1:fresh",
]
# mammoth asks one rule after the other for each paragraph and each run, so those that answer for
# most come first, and no rule is there for a style that the document has not.
_RUNS = ["r[style-name='Strong'] => strong", "r =>", "b => strong", "i => em"]
_DEEPEST_LIST = 5
_LISTS = [
    f"p:{kind}-list({depth}) => " + "ul|ol > li > " * (depth - 1) + f"{tag} > li:fresh"
    for kind, tag in (("unordered", "ul"), ("ordered", "ol"))
    for depth in range(1, _DEEPEST_LIST + 1)
]
_OTHERS = "p => p:fresh"
_SUBJECT = re.compile(r"p(?:\[style-name='(?P<name>[^']*)'\]|\.(?P<id>\S+)) =>")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_DEEPEST = 6  # headings of HTML
_LONGEST_CHAIN = 20  # styles based on one another


def style_map(styles: etree._Element | None, texts: Sequence[etree._Element]) -> str:
    """Return the rules for the styles that texts have, headings of their own among them."""
    used = {mark.get(f"{W}val", "") for text in texts for mark in text.iter(f"{W}pStyle")}
    known = () if styles is None else styles.findall(f"{W}style[@{W}type='paragraph']")
    names = {_called(style) for style in known if style.get(f"{W}styleId") in used}
    outlined = () if styles is None else _outlined(styles)
    own = [
        f"p.{name} => h{level}:fresh"
        for name, level in outlined
        if name in used and _NAME.fullmatch(name)
    ]
    rules = [*_RUNS, *_fitting(_USUAL, used, names), *own]
    rules += [*_fitting(_HEADINGS, used, names), *_LISTS, _OTHERS]
    return "\n".join(rules)


def _fitting(rules: Iterable[str], used: Set[str], names: Set[str]) -> Iterator[str]:
    """Yield the rules for styles that are used, known by their names or numbers."""
    for rule in rules:
        subject = _SUBJECT.match(rule)
        if subject and (subject["id"] in used or (subject["name"] or "").casefold() in names):
            yield rule


def _called(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return (name.get(f"{W}val") or "").casefold() if name is not None else ""


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
