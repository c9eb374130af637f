"""Word documents, books and saved pages, made by hand as small as they can be."""

import zipfile
from io import BytesIO

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EPUB = b"application/epub+zip"


def zipped(parts, packing=zipfile.ZIP_DEFLATED):
    """Return a zip file of parts by their names."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", packing) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return made.getvalue()


def styled(text, style=None, more=""):
    """Return a paragraph of a Word document."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{run}</w:p>"


def item(text, number=1, depth=0):
    """Return an item of a list: 1 has bullets, 2 has numbers."""
    more = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return styled(text, more=more)


def _style(identifier, name, based_on=None, level=None):
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    outline = f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>' if level is not None else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f"{base}{outline}</w:style>"
    )


STYLES = "".join(
    (
        _style("a", "Normal"),
        _style("Title", "Title"),
        _style("1", "heading 1", level=0),
        _style("2", "heading 2", level=1),
        _style("Podzaglavie", "Наше подзаглавие", based_on="2"),
        _style("q", "Quote"),
        _style("toc1", "toc 1"),
    )
)


def _numbering():
    levels = {
        kind: "".join(
            f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="{kind}"/></w:lvl>' for depth in range(3)
        )
        for kind in ("bullet", "decimal")
    }
    return "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{each}</w:abstractNum>'
        for number, each in enumerate(levels.values(), 1)
    ) + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (1, 2)
    )


def word_parts(body, notes=(), links=(), core=""):
    """Return the parts of a Word document; notes and links are called 1, 2 …, r1, r2 …"""
    targets = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/hyperlink" Target="{address}" '
        'TargetMode="External"/>'
        for number, address in enumerate(links, 1)
    )
    parts = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for name in ("styles", "numbering", "footnotes")
    )
    footnotes = "".join(
        f'<w:footnote w:id="{number}">{styled(text)}</w:footnote>'
        for number, text in enumerate(notes, 1)
    )
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="d" '
            f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": (
            f"<w:document {W} {R} {DRAWING}><w:body>{body}</w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">{parts}{targets}</Relationships>'
        ),
        "word/styles.xml": f"<w:styles {W}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {W}>{_numbering()}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {W}>{footnotes}</w:footnotes>",
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:dcterms="http://purl.org/dc/terms/">{core}</cp:coreProperties>'
        ),
    }


def word(body, **more):
    """Return a Word document."""
    return zipped(word_parts(body, **more))


def xhtml(body, head=""):
    """Return a chapter of a book."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title/>{head}</head><body>{body}</body></html>"
    )


def book_parts(*chapters, about="", guide="", more=None):
    """Return the parts of a book with a cover and a table of contents before its chapters."""
    items = "".join(
        f'<item id="c{number}" href="text/{number}%20.xhtml" media-type="application/xhtml+xml"/>'
        for number in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(chapters)))
    return {
        "mimetype": EPUB,
        "META-INF/container.xml": (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
            '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
        ),
        "OEBPS/book.opf": (
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
            f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{about}</metadata><manifest>'
            '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" '
            f'properties="nav"/>{items}</manifest>'
            f'<spine><itemref idref="nav"/>{spine}</spine><guide>{guide}</guide></package>'
        ),
        "OEBPS/nav.xhtml": xhtml(
            '<nav epub:type="toc"><a href="text/0.xhtml">Съдържание</a></nav>'
        ),
        **{f"OEBPS/text/{number} .xhtml": xhtml(body) for number, body in enumerate(chapters)},
        **(more or {}),
    }


def book(*chapters, **more):
    """Return a book."""
    return zipped(book_parts(*chapters, **more))


def saved_page(*parts, location="https://ec.europa.eu/bg/novini"):
    """Return a page saved as one file; each part is its headers and its bytes as they stand."""
    head = (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {location}\r\n"
        "Subject: =?utf-8?Q?=D0=9D=D0=BE=D0=B2=D0=B8=D0=BD=D0=B8?=\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        '\tboundary="----MultipartBoundary--x"\r\n\r\n\r\n'
    )
    body = b"".join(
        b"------MultipartBoundary--x\r\n" + headers.encode() + b"\r\n\r\n" + data + b"\r\n"
        for headers, data in parts
    )
    return head.encode() + body + b"------MultipartBoundary--x--\r\n"
