"""Word documents (.docx): mammoth turns styles, lists, tables and notes into HTML."""

import zipfile
from io import BytesIO
from xml.parsers.expat import ExpatError

import mammoth
from lxml import etree, html

from reader.errors import DamagedFileError
from reader.importers.headings import lower_others, name_bold
from reader.importers.markup import written
from reader.importers.zipped.container import Container
from reader.importers.zipped.word_slim import slim
from reader.importers.zipped.word_styles import W, style_map
from reader.importers.zipped.xml import root
from reader.processes.collecting import uncollected

_NEEDED = (".xml", ".rels")
# What tells nothing of the text: data of other programs, what the file says of itself, its looks.
_ASIDE = (
    *("customXml/", "docProps/", "word/theme/", "word/settings.xml", "word/webSettings.xml"),
    *("word/fontTable.xml", "word/header", "word/footer"),
)
_STYLES = "word/styles.xml"
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
    styles = parts.get(_STYLES)
    texts = [part for part in parts.values() if next(part.iter(f"{W}p"), None) is not None]
    rules = style_map(styles, texts)
    for part in parts.values():
        _drop_hidden(part)
        slim(part)
    try:
        with uncollected():  # the trees stand to the end; looking through takes as long as the work
            made = mammoth.convert_to_html(
                _packed(parts),
                style_map=rules,
                include_default_style_map=False,
                # A file of strangers must neither bring rules of its own nor name files to read.
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
    for run in list(part.iter(f"{W}r")):
        mark, above = run.find(f"{W}rPr/{W}vanish"), run.getparent()
        if mark is not None and above is not None and mark.get(f"{W}val") not in _OFF:
            above.remove(run)


def _packed(parts: dict[str, etree._Element]) -> BytesIO:
    """Return a docx of the parts that have been looked at, for mammoth takes nothing else."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for name, part in parts.items():
            made.writestr(name, etree.tostring(part, encoding="utf-8"))
    packed.seek(0)
    return packed


def _finished(made: str) -> str:
    """Return the HTML with one title: by its style, by its place, or by its bold letters."""
    if not made:
        return "<body></body>"
    body = html.fragment_fromstring(made, create_parent="body")
    name_bold(body)
    lower_others(body, next(iter(body.xpath("./h1[@class='title']")), None))
    return written(body)
