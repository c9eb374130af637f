"""Lists of feeds as programs exchange them: OPML."""

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from reader.errors import NoFeedListError
from reader.model.feed import Outline

_DEEPEST = 50  # groups within groups
_ADDRESSES = ("xmlUrl", "xmlurl", "xmlURL")
_SCHEMES = ("http://", "https://", "feed://")


def read(data: bytes, name: str) -> list[Outline]:
    """Return the feeds of a list, each once; raises `NoFeedListError` with the file's name.

    What would fetch anything, or grow when it is read, is refused.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NoFeedListError(name) from error
    if root is None or _local(root) != "opml" or root.getroottree().docinfo.internalDTD is not None:
        raise NoFeedListError(name)
    found: dict[str, Outline] = {}
    for body in root.iter("body"):
        for each in _outlines(body, ()):
            found.setdefault(each.address, each)
    return list(found.values())


def written(outlines: Iterable[Outline], title: str) -> bytes:
    """Return a list of feeds as a file."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for each in outlines:
        etree.SubElement(
            body, "outline", type="rss", text=each.title, title=each.title, xmlUrl=each.address
        )
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return data


def _outlines(parent: etree._Element, groups: Sequence[str]) -> Iterator[Outline]:
    for each in parent.iterchildren("outline"):
        title = " ".join((each.get("title") or each.get("text") or "").split())
        address = next((each.get(name) for name in _ADDRESSES if each.get(name)), None)
        if address is None:
            if len(groups) < _DEEPEST:
                yield from _outlines(each, (*groups, title))
        elif address.strip().lower().startswith(_SCHEMES):
            whole = address.strip()
            if whole.lower().startswith("feed://"):
                whole = f"https://{whole[len('feed://') :]}"
            yield Outline(whole, title, tuple(groups))


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname.lower()
