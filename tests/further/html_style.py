"""The style sheet of a page that is to be printed."""

from collections.abc import Iterator

from tests.further.layout import Layout
from tests.further.model import Announcement

_TEXT = """
body {{ font: {fs}pt/{lh} '{font}'; margin: 0; hyphens: {hyphens}; text-align: {align} }}
main {{ columns: {cols}; column-gap: {gap}mm }}
p, ul, ol, table, blockquote {{ margin: {space}em 0 }}
main > p {{ text-indent: {indent}em }}
p.date, p.notice, p.note {{ text-indent: 0 }}
h1 {{ font-size: {title}em; line-height: 1.2; text-align: {title_align} }}
h1 {{ column-span: {title_span} }}
h2, h3, h4 {{ margin: 1em 0 0.4em; break-after: avoid; text-align: left }}
h2 {{ font-size: {heading}em }}
h3 {{ font-size: {subheading}em }}
h4 {{ font-size: 1em; font-style: italic }}
ul {{ list-style-type: '{bullet}\u00a0' }}
ul ul {{ list-style-type: circle }}
ul ol {{ list-style-type: lower-alpha }}
li {{ margin: 0.15em 0 }}
blockquote {{ padding-left: 1.2em; font-style: {quote_style} }}
p.notice {{ font-size: 0.9em; border: 0.5pt solid #888; padding: 4pt }}
p.note {{ font-size: 0.8em; margin: 0.2em 0 }}
sup {{ font-size: 0.65em; line-height: 0 }}
a {{ color: #034ea2 }}
table {{ border-collapse: collapse; hyphens: manual }}
td, th {{ padding: 2pt 5pt; vertical-align: top; text-align: left }}
td.figure {{ text-align: right }}
table.wide {{ column-span: all }}
.float {{ float: footnote; font-size: 0.8em; text-align: left; text-indent: 0 }}
"""
_BORDERS = {
    "grid": "td, th { border: 0.5pt solid #555 }",
    "rules": "tr { border-bottom: 0.5pt solid #555 }",
    "none": "",
}
_MARKS = {
    "bracketed": """
::footnote-call { content: '[' counter(footnote) ']'; font-size: 1em; vertical-align: baseline }
::footnote-marker { content: '[' counter(footnote) '] ' }
""",
    "raised": """
::footnote-call { font-size: 0.65em }
::footnote-marker { content: counter(footnote) ' ' }
""",
}
_ADDRESSES = 'a[href^="http"]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere }'


def style_sheet(
    announcement: Announcement, layout: Layout, *, dictionary: bool, boxes: bool
) -> str:
    """Return the sheet; with a `dictionary` the printer breaks words, with `boxes` it numbers."""
    return "\n".join(
        (
            "@page {",
            *_page(layout),
            *(_boxes(announcement, layout) if boxes else ()),
            "}",
            _text(layout, dictionary=dictionary),
            _BORDERS[layout.borders],
            _MARKS[layout.mark],
            _ADDRESSES if layout.print_urls else "",
        )
    )


def _page(layout: Layout) -> Iterator[str]:
    width, height = layout.size
    yield f"size: {width}mm {height}mm; margin: {layout.margin}mm;"


def _boxes(announcement: Announcement, layout: Layout) -> Iterator[str]:
    """Yield the header, the footer and the number in the margins of each page."""
    number = layout.folio.replace("{pages}", '" counter(pages) "')
    number = number.replace("{page}", '" counter(page) "')
    for place, words in (
        ("top-center" if layout.centred else "top-left", announcement.header),
        ("bottom-left", announcement.footer),
        ("bottom-right", number),
    ):
        yield f'@{place} {{ content: "{words}"; font-size: 8pt }}'


def _text(layout: Layout, *, dictionary: bool) -> str:
    return _TEXT.format(
        fs=layout.fs,
        lh=layout.lh,
        font=layout.font,
        hyphens="auto" if dictionary else "manual",
        align="justify" if layout.justify else "left",
        cols=layout.cols if layout.cols > 1 else "auto",
        gap=layout.gap,
        space=layout.space,
        indent=1.5 if layout.indent else 0,
        title=layout.title,
        title_align="center" if layout.centred else "left",
        title_span="all" if layout.wide_title else "none",
        heading=layout.heading,
        subheading=max(1.0, layout.heading * 0.92),
        bullet=layout.bullet,
        quote_style="italic" if layout.italic_quotes else "normal",
    )
