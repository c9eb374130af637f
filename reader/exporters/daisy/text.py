"""The text of an article in XHTML 1.0, which is all that old players read."""

from lxml import etree, html

from reader.exporters.html_inline import escaped

_CHARSET = "utf-8"
_DOCTYPE = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
)
_VOID = frozenset({"br"})
_XHTML = "http://www.w3.org/1999/xhtml"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_OLD_NAMES = {
    "figcaption": "div",
    "figure": "div",
    "footer": "div",
    "header": "div",
    "section": "div",
    "time": "span",
}
_OLD_ATTRIBUTES = frozenset({"id", "class", "href", "lang", _XML_LANGUAGE})


def page(title: str, language: str, head: str, body: str) -> bytes:
    """Return a page of a book around its body; `head` are further lines of its head."""
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        _DOCTYPE,
        f'<html xmlns="{_XHTML}" lang="{escaped(language)}" xml:lang="{escaped(language)}">',
        "<head>",
        f'<meta http-equiv="Content-type" content="text/html; charset={_CHARSET}"/>',
        f"<title>{escaped(title)}</title>",
        head,
        "</head>",
        f"<body>\n{body}\n</body>",
        "</html>",
    )
    return ("\n".join(line for line in lines if line) + "\n").encode()


def old(markup: str) -> str:
    """Return HTML in the elements and attributes alone that XHTML 1.0 knows."""
    whole = html.fragment_fromstring(markup, create_parent="div")
    for element in whole.iter(etree.Element):
        element.tag = _OLD_NAMES.get(element.tag, element.tag)
        if tongue := element.get("lang"):
            element.set(_XML_LANGUAGE, tongue)
        for name in set(element.attrib) - _OLD_ATTRIBUTES:
            del element.attrib[name]
        if element.text is None and element.tag not in _VOID:
            element.text = ""  # "<td/>" would be the beginning of a cell to a player of today
    return etree.tostring(whole, encoding="unicode")
