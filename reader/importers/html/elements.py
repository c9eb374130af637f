"""What is asked of one element of a page."""

import re

from lxml import etree

from reader.importers.html.tags import BLOCKS

Element = etree._Element  # noqa: SLF001 - the only name that lxml has for it
_MOST_NAMES = 50
_LINE_ENDS = BLOCKS | {"br"}
# "und", "mul" and "zxx" name none (RFC 5646, 4.1).
_LANGUAGE = re.compile(r"(?!(?:und|mul|zxx)\b)[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}", re.IGNORECASE)


def names(element: Element) -> tuple[str, ...]:
    """Return the classes and the id of an element, and the name that a site made up for it."""
    classes = (element.get("class") or "").split(maxsplit=_MOST_NAMES)[:_MOST_NAMES]
    own = element.get("id")
    made_up = (element.tag,) if "-" in element.tag else ()
    return (*classes, own, *made_up) if own else (*classes, *made_up)


def tag(element: Element) -> str:
    """Return the name of an element, which the parser of pages tells in small letters."""
    return element.tag


def language(element: Element) -> str | None:
    """Return the language that an element names itself (BCP 47), such as "en-GB" for "en_GB"."""
    told = element.get("lang") or element.get("xml:lang")
    if not told:
        return None
    named = told.strip().replace("_", "-")
    return named if _LANGUAGE.fullmatch(named) else None


def words(element: Element) -> str:
    """Return the text of an element, spaces as they are shown."""
    return " ".join("".join(map(str, element.itertext())).split())


def is_line(element: Element) -> bool:
    """Tell whether no words stand beside an element between two ends of lines."""
    before, after = element.getprevious(), element.getnext()
    above = element.getparent()
    text = (above.text if above is not None and before is None else None) or ""
    text += ((before.tail if before is not None else "") or "") + (element.tail or "")
    ends = all(each is None or each.tag in _LINE_ENDS for each in (before, after))
    return ends and not text.strip()
