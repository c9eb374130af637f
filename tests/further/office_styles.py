"""The looks of an OpenDocument text: styles of blocks, lists and tables, the page."""

from xml.sax.saxutils import escape, quoteattr

from tests.further.layout import Layout, marker
from tests.further.model import Announcement, Part

BOLD = 'fo:font-weight="bold"'
ITALIC = 'fo:font-style="italic"'
RAISED = 'style:text-position="super 60%"'
NOTES = (
    '<text:notes-configuration text:note-class="footnote" style:num-format="1" '
    'text:citation-style-name="Plain" text:citation-body-style-name="Mark" '
    'text:footnotes-position="page"/>'
)
# How OpenDocument names the Bulgarian order of letters.
CYRILLIC_LETTERS = "а, б, .., аа, аб, ... (bg)"


def styles(layout: Layout, announcement: Announcement) -> str:
    """Return everything that stands before the body."""
    common = (
        _default(layout),
        *_blocks(layout),
        *_headings(layout),
        _letters("B", BOLD),
        _letters("I", ITALIC),
        _letters("Mark", RAISED if layout.mark == "raised" else ""),
        _letters("Plain", ""),
        _list(layout, "Bullets", ordered=False),
        _list(layout, "Numbers", ordered=True),
        _list(layout, "Brackets", ordered=True, suffix=")"),
        NOTES,
    )
    return (
        f"<office:styles>{''.join(common)}</office:styles>"
        f"<office:automatic-styles>{_page(layout)}{_cells(layout)}</office:automatic-styles>"
        f"<office:master-styles>{_master(layout, announcement)}</office:master-styles>"
    )


def _letters(name: str, properties: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="text">'
        f"<style:text-properties {properties}/></style:style>"
    )


def _paragraph(name: str, properties: str, *letters: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        f"<style:paragraph-properties {properties}/>"
        f"<style:text-properties {' '.join(letters)}/></style:style>"
    )


def _default(layout: Layout) -> str:
    font = quoteattr(layout.font)
    return (
        '<style:default-style style:family="paragraph"><style:text-properties '
        f'style:font-name={font} fo:font-family={font} fo:font-size="{layout.fs}pt" '
        'fo:language="bg" fo:country="BG"/></style:default-style>'
    )


def _size(layout: Layout, scale: float) -> str:
    return f'fo:font-size="{layout.fs * scale:.1f}pt"'


def _blocks(layout: Layout) -> list[str]:
    em = layout.fs
    body = (
        f'fo:margin-bottom="{layout.space * em:.2f}pt" fo:orphans="2" fo:widows="2" '
        f'fo:line-height="{layout.lh * 100 / 1.15:.0f}%" '
        f'fo:text-align="{"justify" if layout.justify else "start"}"'
    )
    flow = (
        'fo:hyphenate="true" fo:hyphenation-remain-char-count="2" '
        'fo:hyphenation-push-char-count="2"'
        if layout.hyphens
        else ""
    )
    first = f'fo:text-indent="{em * 1.8:.1f}pt"' if layout.indent else ""
    apart = f'fo:margin-bottom="{em:.1f}pt"'
    aligned = 'fo:text-align="center"' if layout.centred else ""
    quote = f'fo:margin-left="{em * 2:.1f}pt" fo:margin-right="{em:.1f}pt"'
    small = _size(layout, 0.8)
    return [
        _paragraph("Title", f"{apart} {aligned}", _size(layout, layout.title), BOLD),
        _paragraph("Date", f"{apart} {aligned}"),
        _paragraph("Text", f"{body} {first}", flow),
        _paragraph("Quote", f"{body} {quote}", flow, ITALIC if layout.italic_quotes else ""),
        _paragraph("Item", body, flow),
        _paragraph("Notice", body, flow, small),
        _paragraph("Note", 'fo:margin-left="10pt" fo:text-indent="-10pt"', small),
        _paragraph("Header", "", small),
        _paragraph("Footer", 'fo:text-align="center"', small),
        _paragraph("Cell", "", _size(layout, 0.9)),
        _paragraph("Figure", 'fo:text-align="end"', _size(layout, 0.9)),
    ]


def _headings(layout: Layout) -> list[str]:
    return [
        f'<style:style style:name="Heading{level}" style:family="paragraph" '
        f'style:default-outline-level="{level}"><style:paragraph-properties '
        f'fo:margin-top="{layout.fs * 0.9:.1f}pt" fo:margin-bottom="{layout.fs * 0.3:.1f}pt" '
        'fo:keep-with-next="always"/><style:text-properties '
        f"{_size(layout, layout.heading_scale(level))} {BOLD}/></style:style>"
        for level in range(2, 7)
    ]


def _list(layout: Layout, name: str, *, ordered: bool, suffix: str = ".") -> str:
    levels = "".join(_level(layout, level, suffix, ordered=ordered) for level in (1, 2, 3))
    return f'<text:list-style style:name="{name}">{levels}</text:list-style>'


def _level(layout: Layout, level: int, suffix: str, *, ordered: bool) -> str:
    step = layout.fs * 1.6
    place = (
        "<style:list-level-properties "
        'text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab" '
        f'fo:margin-left="{step * level:.1f}pt" fo:text-indent="{-step:.1f}pt"/>'
        "</style:list-level-properties>"
    )
    if not ordered:
        bullet = marker(Part("li", level=level), 1, layout)
        return (
            f'<text:list-level-style-bullet text:level="{level}" '
            f'text:bullet-char="{bullet}">{place}</text:list-level-style-bullet>'
        )
    form, suffix = ("1", suffix) if level < 2 else (CYRILLIC_LETTERS, ")")
    return (
        f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" '
        f'style:num-suffix="{suffix}">{place}</text:list-level-style-number>'
    )


def _page(layout: Layout) -> str:
    width, height = layout.size
    columns = f'<style:columns fo:column-count="{layout.cols}" fo:column-gap="{layout.gap}mm"/>'
    orientation = "landscape" if width > height else "portrait"
    half = "<style:{0}-style><style:header-footer-properties {1}/></style:{0}-style>"
    return (
        f'<style:page-layout style:name="Page"><style:page-layout-properties '
        f'fo:page-width="{width}mm" fo:page-height="{height}mm" fo:margin="{layout.margin}mm" '
        f'style:print-orientation="{orientation}">{"" if layout.wide_title else columns}'
        "</style:page-layout-properties>"
        + half.format("header", 'fo:min-height="6mm" fo:margin-bottom="3mm"')
        + half.format("footer", 'fo:min-height="6mm" fo:margin-top="3mm"')
        + "</style:page-layout>"
        '<style:style style:name="Columns" style:family="section"><style:section-properties '
        f'text:dont-balance-text-columns="true">{columns}</style:section-properties>'
        "</style:style>"
    )


def _cells(layout: Layout) -> str:
    line = "0.5pt solid #444444"
    border = {
        "grid": f'fo:border="{line}"',
        "rules": f'fo:border="none" fo:border-bottom="{line}"',
        "none": 'fo:border="none"',
    }[layout.borders]
    return (
        '<style:style style:name="Box" style:family="table-cell">'
        f'<style:table-cell-properties fo:padding="1.2mm" {border}/></style:style>'
    ) + "".join(
        f'<style:style style:name="W{share}" style:family="table-column">'
        f'<style:table-column-properties style:rel-column-width="{share}*"/></style:style>'
        for share in range(1, 101)
    )


def _master(layout: Layout, announcement: Announcement) -> str:
    folio = layout.folio.format(page="<text:page-number/>", pages="<text:page-count/>")
    footer = _lines("Footer", escape(announcement.footer), folio)
    header = _lines("Header", escape(announcement.header))
    return (
        '<style:master-page style:name="Standard" style:page-layout-name="Page">'
        + (f"<style:header>{header}</style:header>" if header else "")
        + (f"<style:footer>{footer}</style:footer>" if footer else "")
        + "</style:master-page>"
    )


def _lines(name: str, *lines: str) -> str:
    return "".join(f'<text:p text:style-name="{name}">{line}</text:p>' for line in lines if line)
