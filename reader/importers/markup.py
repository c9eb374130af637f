"""Elements written down as a page, which is then read like any other."""

from lxml import etree

# Void elements of HTML: "</br>" would be one more break.
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
    | {"track", "wbr"}
)


def written(element: etree._Element) -> str:
    """Return an element in a spelling of XML that is HTML too.

    As HTML, libxml2 writes letters beyond ASCII in addresses as "%D0%B5", in names of hosts too,
    where hardly anything understands it: links to "https://европа.бг/" were lost.
    """
    for each in element.iter(etree.Element):
        if each.text is None and not len(each) and each.tag not in _VOID:
            each.text = ""  # "<td/>" would be the beginning of a cell
    return etree.tostring(element, encoding="unicode", with_tail=False)
