"""Word documents (.docx): mammoth turns styles, lists, tables and notes into HTML."""

import zipfile
from io import BytesIO
from xml.parsers.expat import ExpatError

import mammoth
from lxml import etree, html

from reader.errors import DamagedFileError
from reader.importers.zipped.container import Container
from reader.importers.zipped.headings import lower
from reader.importers.zipped.word_styles import W, style_map
from reader.importers.zipped.xml import root

_NEEDED = (".xml", ".rels")
# What tells nothing of the text: data of other programs, what the file says of itself.
_ASIDE = ("customXml/", "docProps/")
_MAIN = "word/document.xml"
_STYLES = "word/styles.xml"
_OF_NOTES = "starts-with({0}, '{1}footnote-') or starts-with({0}, '{1}endnote-')"
_OFF = ("0", "false", "off")
# mammoth takes every part to be as the standard says: whatever is missing or misplaced ends in one
# of these.
_BROKEN = (
    AssertionError,
    AttributeError,
    ExpatError,
    IndexError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


def markup(container: Container) -> str:
    """Return the text of a Word document as HTML: what is hidden in it is left out.

    Raises `SourceError`.
    """
    parts = {name: root(container.part(name), container.where) for name in _names(container)}
    for part in parts.values():
        _drop_hidden(part)
    styles = parts.get(_STYLES)
    try:
        made = mammoth.convert_to_html(
            _packed(parts),
            style_map=style_map(styles) if styles is not None else "",
            # A file of strangers must neither bring rules of its own nor name other files to read.
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(lambda _image: {}),
        )
    except _BROKEN as error:
        raise DamagedFileError(container.where) from error
    return _finished(made.value)


def _names(container: Container) -> list[str]:
    return [
        name for name in container.names if name.endswith(_NEEDED) and not name.startswith(_ASIDE)
    ]


def _drop_hidden(part: etree._Element) -> None:
    """Take out the letters that Word does not show."""
    for mark in part.findall(f".//{W}r/{W}rPr/{W}vanish"):
        run = mark.getparent().getparent()  # as the path says
        if mark.get(f"{W}val") not in _OFF:
            run.getparent().remove(run)


def _packed(parts: dict[str, etree._Element]) -> BytesIO:
    """Return a docx of the parts that have been looked at, for mammoth takes nothing else."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for name, part in parts.items():
            made.writestr(name, etree.tostring(part, encoding="utf-8"))
    packed.seek(0)
    return packed


def _finished(made: str) -> str:
    """Return the HTML with one title, and with its notes as notes: mammoth makes them a list."""
    if not made:
        return ""
    body = html.fragment_fromstring(made, create_parent="body")
    title = next(iter(body.xpath("./h1[@class='title']") or body.xpath("./*[1][self::h1]")), None)
    if title is not None and len(body.findall(".//h1")) > 1:
        lower(body)
        title.tag = "h1"
    for mark in body.xpath(f".//a[{_OF_NOTES.format('@href', '#')}]"):
        if mark.get("id"):
            mark.drop_tag()  # "[1]"
        else:
            mark.drop_tree()  # the way back, "↑"
    for number, note in enumerate(body.xpath(f"./ol/li[{_OF_NOTES.format('@id', '')}]"), 1):
        note.tag = "div"
        note.set("role", "doc-footnote")
        note.text = f"[{number}] "
        body.append(note)  # out of the list, which is none
    return etree.tostring(body, encoding="unicode", method="html")
