"""What is asked of one element of a page."""

import re

from lxml import etree

Element = etree._Element  # noqa: SLF001 - the only name that lxml has for it
_MOST_NAMES = 50
_SPACE = re.compile(r"\s+")


def names(element: Element) -> list[str]:
    """Return the classes and the id of an element, and the name that a site made up for it."""
    found = (element.get("class") or "").split(maxsplit=_MOST_NAMES)[:_MOST_NAMES]
    if own := element.get("id"):
        found.append(own)
    if "-" in element.tag:
        found.append(tag(element))
    return found


def tag(element: Element) -> str:
    """Return the name of an element, without a prefix of XML."""
    return element.tag.rpartition("}")[2].lower()


def words(element: Element) -> str:
    """Return the text of an element, spaces as they are shown."""
    return _SPACE.sub(" ", "".join(map(str, element.itertext()))).strip()
