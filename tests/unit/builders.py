"""What tests are made of: raw documents from texts, and small PDF files drawn by hand."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO

import pypdf

from reader import importers, repair
from reader.importers.incoming import Incoming, from_text
from reader.model.article import Article
from reader.model.leaves import Leaf, leaves
from reader.model.raw import Box, Page, RawDocument, RawLine, Repair, Run, Tag, TagKind
from reader.repair.knowledge import load

KNOWLEDGE = load()
PAGE = Page(595, 842)
# All letters of the fonts here are equally wide, but for the space.
LETTER, SPACE = 0.5, 0.25


def pasted(text: str) -> RawDocument:
    """Return a pasted text as it is read."""
    return importers.read(from_text(text))


def article(source: str | bytes | RawDocument) -> Article:
    """Return the repaired article of a text, of a file's bytes or of a raw document."""
    return _repaired(source)[0]


def repairs(source: str | bytes | RawDocument) -> tuple[Repair, ...]:
    """Return what was repaired on the way to the article."""
    return _repaired(source)[1]


def pieces(source: str | bytes | RawDocument) -> list[Leaf]:
    """Return the leaves of the repaired article."""
    return list(leaves(article(source)))


def outline(source: str | bytes | RawDocument) -> list[tuple[str, str]]:
    """Return (kind, text) of each leaf of the repaired article."""
    return [(leaf.kind.value, leaf.text) for leaf in pieces(source)]


def texts(source: str | bytes | RawDocument) -> list[str]:
    """Return the text of each leaf of the repaired article."""
    return [leaf.text for leaf in pieces(source)]


def links(source: str | bytes | RawDocument) -> list[tuple[str, str]]:
    """Return (words, address) of each linked span of the repaired article."""
    return [(span.text, span.link) for leaf in pieces(source) for span in leaf.spans if span.link]


def _repaired(source: str | bytes | RawDocument) -> tuple[Article, tuple[Repair, ...]]:
    if isinstance(source, str):
        source = pasted(source)
    elif isinstance(source, bytes):
        source = importers.read(Incoming(source))
    return repair.repaired(source)


def line(text: str, *, link: str | None = None, blank: int = 0, page: int = 0) -> RawLine:
    """Return a line of plain text."""
    return RawLine((Run(text, link=link),), page, blank_before=blank)


def tagged(text: str, kind: TagKind, element: int, **where: int | bool) -> RawLine:
    """Return a line of which a format says what it is."""
    return RawLine((Run(text),), tag=Tag(kind, element, **where))


def text_document(*lines: RawLine | str) -> RawDocument:
    """Return a document of plain text."""
    return RawDocument("text", tuple(line(x) if isinstance(x, str) else x for x in lines))


def wrapped(text: str, width: int = 90) -> str:
    """Return a paragraph as a text copy has it, in lines of at most `width` letters."""
    return "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))


def wide(text: str, size: float = 12) -> float:
    """Return the width of a text in the fonts of these PDF files, in points."""
    return sum(SPACE if letter == " " else LETTER for letter in text) * size


@dataclass(frozen=True)
class Printed:
    """Where and how a line is printed: `x` and the baseline `y` from the page's top left."""

    x: float = 60
    y: float = 100
    size: float = 12
    bold: bool = False
    page: int = 0

    def at(self, **changes: float) -> "Printed":
        """Return another place or look."""
        return replace(self, **changes)


def printed_line(text: str, place: Printed, *, link: str | None = None) -> RawLine:
    """Return a line as the PDF importer would give it for this place."""
    box = Box(place.x, place.y - 0.9 * place.size, place.x + wide(text, place.size), place.y)
    return RawLine((Run(text, place.bold, link=link),), place.page, box, place.size)


def page_document(*lines: RawLine) -> RawDocument:
    """Return a document of printed lines."""
    return RawDocument("pdf", lines, (PAGE,) * (1 + max(x.page for x in lines)))


def printed_block(text: str, place: Printed, leading: float = 15) -> list[RawLine]:
    """Return the lines of one block, each `leading` points below the one above."""
    return [
        printed_line(words, place.at(y=place.y + number * leading))
        for number, words in enumerate(text.split("\n"))
    ]


@dataclass
class PdfPage:
    """A page while it is being drawn; places are in points from the top left."""

    height: float = 842
    content: list[str] = field(default_factory=list)
    annotations: list[str] = field(default_factory=list)

    def write(
        self,
        text: str,
        x: float = 60,
        y: float = 100,
        *,
        size: float = 12,
        font: str = "Regular",
        colour: str = "0 0 0",
        content: int | None = None,
    ) -> "PdfPage":
        """Write a text; `content` is its marked-content id."""
        codes = text.encode("utf-16-be").hex()
        shown = f"BT /{font} {size} Tf {colour} rg 1 0 0 1 {x} {self.height - y} Tm <{codes}> Tj ET"
        if content is not None:
            shown = f"/P <</MCID {content}>> BDC {shown} EMC"
        self.content.append(shown)
        return self

    def lines(self, text: str, x: float = 60, y: float = 100, leading: float = 15) -> "PdfPage":
        """Write lines one below the other."""
        for number, words in enumerate(text.split("\n")):
            self.write(words, x, y + number * leading)
        return self

    def dot(self, x: float, y: float, side: float = 4) -> "PdfPage":
        """Draw a filled square, as a bullet."""
        self.content.append(f"{x} {self.height - y - side} {side} {side} re f")
        return self

    def picture(self) -> "PdfPage":
        """Draw a picture over the whole page."""
        self.content.append(f"q 500 0 0 {self.height - 100} 40 40 cm /Picture Do Q")
        return self

    def link(self, address: str, box: Box) -> "PdfPage":
        """Make an area lead to an address; a box upside down is written as it is."""
        rectangle = f"{box.left} {self.height - box.bottom} {box.right} {self.height - box.top}"
        self.annotations.append(
            "<</Type /Annot /Subtype /Link /Border [0 0 0] "
            f"/Rect [{rectangle}] /A <</S /URI /URI ({address})>>>>"
        )
        return self


_TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    "{count} beginbfrange {ranges} endbfrange\n{glyphs}"
    "endcmap end end"
)
# Latin, Cyrillic, punctuation, arrows and shapes, private use, ligatures.
GLYPH = "1234"
_ROWS = 0x00, 0x04, 0x20, 0x21, 0x22, 0x25, 0xF0, 0xFB


def _to_unicode(shift: int, glyph: str) -> str:
    ranges = " ".join(f"<{row:02X}00> <{row:02X}FF> <{256 * row + shift:04X}>" for row in _ROWS)
    told = f"1 beginbfchar <{GLYPH}> <{glyph.encode('utf-16-be').hex()}> endbfchar\n"
    return _TO_UNICODE.format(count=len(_ROWS), ranges=ranges, glyphs=told if glyph else "")


class PdfFile:
    """A PDF file with fonts that need no font file: their codes are UTF-16.

    `shift` maps all letters wrongly by so much; `elements` are (role, [(page, content id), …])
    of a structure tree, a child being an element of the same form. The code `GLYPH` draws what
    stands for all the letters of `glyph`.
    """

    def __init__(
        self, *pages: PdfPage, shift: int = 0, elements: Sequence[tuple] = (), glyph: str = ""
    ) -> None:
        self._objects: list[bytes] = [b""] * 2
        fonts = self._fonts(_to_unicode(shift, glyph))
        picture = self._stream(
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 "
            "/ColorSpace /DeviceGray /BitsPerComponent 8",
            b"\x80",
        )
        resources = f"<</Font <<{fonts}>> /XObject <</Picture {picture} 0 R>>>>"
        self._pages = [self._page(page, resources) for page in pages]
        kids = " ".join(f"{number} 0 R" for number in self._pages)
        self._objects[1] = f"<</Type /Pages /Kids [{kids}] /Count {len(pages)}>>".encode()
        tree = self._tree(elements) if elements else ""
        self._objects[0] = f"<</Type /Catalog /Pages 2 0 R {tree}>>".encode()

    def data(self, title: str = "") -> bytes:
        """Return the file."""
        name = ("\ufeff" + title).encode("utf-16-be").hex()
        info = self._add(f"<</Title <{name}>>>")
        out = bytearray(b"%PDF-1.7\n")
        places = []
        for number, written in enumerate(self._objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, written)
        start = len(out)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        count = len(places) + 1
        return bytes(out) + (
            b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d /Root 1 0 R /Info %d 0 R>>\n"
            b"startxref\n%d\n%%%%EOF\n" % (count, table, count, info, start)
        )

    def _add(self, written: str | bytes) -> int:
        self._objects.append(written.encode() if isinstance(written, str) else written)
        return len(self._objects)

    def _stream(self, entries: str, data: bytes) -> int:
        head = f"<<{entries} /Length {len(data)}>>\nstream\n".encode()
        return self._add(head + data + b"\nendstream")

    def _fonts(self, mapping: str) -> str:
        unicode = self._stream("", mapping.encode())
        return " ".join(
            f"/{name} {self._font(f'Drawn-{name}', unicode)} 0 R"
            for name in ("Regular", "Bold", "Italic")
        )

    def _font(self, name: str, unicode: int) -> int:
        descriptor = self._add(
            f"<</Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 900] "
            "/Ascent 900 /Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80>>"
        )
        inner = self._add(
            f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /FontDescriptor "
            f"{descriptor} 0 R /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) "
            "/Supplement 0>> /DW 500 /W [32 [250]]>>"
        )
        return self._add(
            f"<</Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
            f"/DescendantFonts [{inner} 0 R] /ToUnicode {unicode} 0 R>>"
        )

    def _page(self, page: PdfPage, resources: str) -> int:
        content = self._stream("", "\n".join(page.content).encode())
        annotations = " ".join(f"{self._add(found)} 0 R" for found in page.annotations)
        return self._add(
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 {page.height}] /Resources "
            f"{resources} /Contents {content} 0 R /Annots [{annotations}]>>"
        )

    def _tree(self, elements: Sequence[tuple]) -> str:
        kids = " ".join(f"{self._element(*element)} 0 R" for element in elements)
        root = self._add(f"<</Type /StructTreeRoot /K [{kids}]>>")
        return f"/MarkInfo <</Marked true>> /Lang (bg-BG) /StructTreeRoot {root} 0 R"

    def _element(self, role: str, children: Sequence[tuple], more: str = "") -> int:
        kids = " ".join(
            f"{self._element(*child)} 0 R" if isinstance(child[0], str) else self._marked(*child)
            for child in children
        )
        return self._add(f"<</Type /StructElem /S /{role} /K [{kids}] {more}>>")

    def _marked(self, page: int, content: int) -> str:
        return f"<</Type /MCR /Pg {self._pages[page]} 0 R /MCID {content}>>"


def encrypted(data: bytes, *, user: str, owner: str) -> bytes:
    """Return a PDF file that needs the `user` password, or the `owner`'s alone where it is ""."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    writer.encrypt(user, owner, algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
