"""The article as CommonMark with front matter; tables are those of GitHub's dialect."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from reader.exporters.markdown_inline import inline, paragraph
from reader.exporters.rights import rights, words
from reader.model.article import (
    Article,
    Block,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
)

# YAML takes some of these for line ends, and forbids the others unescaped.
_YAML_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def render(article: Article) -> str:
    """Return the article as Markdown, what is known of it in front."""
    shown = article.blocks
    if not any(isinstance(block, Heading) and block.level == 1 for block in shown):
        shown = (Heading(1, (Span(article.title),)), *shown)
    front = [f"{name}: {value}" for name, value in _front_matter(article)]
    return "\n".join(["---", *front, "---", "", *_lines(shown, article)]) + "\n"


def body(article: Article) -> str:
    """Return the blocks of the article alone as Markdown."""
    return "\n".join(_lines(article.blocks, article)) + "\n"


def _front_matter(article: Article) -> Iterator[tuple[str, str]]:
    known = rights(article)
    yield "title", _quoted(article.title)
    yield "language", _quoted(article.language)
    texts = {
        "author": article.author,
        "publisher": known.publisher,
        "source": known.source,
        "original": article.original,
    }
    yield from ((name, _quoted(value)) for name, value in texts.items() if value)
    if article.published:
        yield "published", article.published.isoformat()
    if article.source.retrieved:
        yield "retrieved", article.source.retrieved.isoformat(timespec="seconds")
    yield "machine-translated", "true" if article.machine_translated else "false"
    told = {"licence": known.licence, "changes": known.changes}
    yield from ((name, _quoted(value)) for name, value in told.items() if value)


def _quoted(value: str) -> str:
    """Return a double-quoted YAML text: JSON is one, but for some rare characters."""
    text = json.dumps(value, ensure_ascii=False)
    return _YAML_UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _lines(blocks: Iterable[Block], article: Article) -> list[str]:
    """Return the lines of blocks, an empty line between two."""
    lines: list[str] = []
    markers = _markers(tuple(blocks))
    for block, marker in markers:
        piece = _block(block, marker, article)
        if piece:
            lines += ["", *piece] if lines else piece
    return lines


def _markers(blocks: tuple[Block, ...]) -> list[tuple[Block, int]]:
    """Give lists that follow one another different markers, or they would become one."""
    if not blocks:
        return []
    marked = [(blocks[0], 0)]
    for before, block in pairwise(blocks):
        follows = isinstance(before, ListBlock) and isinstance(block, ListBlock)
        marked.append((block, 1 - marked[-1][1] if follows else 0))
    return marked


def _block(block: Block, marker: int, article: Article) -> list[str]:
    match block:
        case Heading(level, spans):
            return _heading(level, spans)
        case Paragraph() | Footnote() | Notice():
            return _text(block)
        case ListBlock():
            return _list(block, marker, article)
        case Quote(inner, attribution):
            said = (*inner, Paragraph((Span("– "), *attribution))) if attribution else inner
            return _prefixed("> ", _lines(said, article))
        case Table():
            return _table(block, article)
        case Figure(alt, caption):
            return _figure(alt, caption, article)


def _heading(level: int, spans: Spans) -> list[str]:
    line = inline(_without_needless_bold(spans))
    if line.endswith("#"):  # a closing row of # would be dropped
        line = f"{line[:-1]}\\#"
    return [f"{'#' * level} {line}".rstrip()]


def _without_needless_bold(spans: Spans) -> Spans:
    """Return the spans of a heading that is all bold in its plain style: headings are bold."""
    if all(span.strong or not span.text.strip() for span in spans):
        return tuple(replace(span, strong=False) for span in spans)
    return spans


def _text(block: Paragraph | Footnote | Notice) -> list[str]:
    match block:
        case Paragraph(spans):
            return paragraph(spans)
        case Footnote(label, spans):
            return paragraph((Span(f"[{label}] "), *spans))
        case Notice(spans):
            return _prefixed("> ", ["[!NOTE]", *paragraph(spans)])


def _list(block: ListBlock, marker: int, article: Article) -> list[str]:
    loose = not all(_is_short(item) for item in block.items)
    lines: list[str] = []
    for index, item in enumerate(block.items, 1):
        sign = f"{index}{'.)'[marker]} " if block.ordered else f"{'-*'[marker]} "
        inner = _lines(item, article)
        if not loose:
            inner = [line for line in inner if line]
        first, *rest = inner or [""]
        if lines and loose:
            lines.append("")
        lines.append(f"{sign}{first}".rstrip())
        lines += [f"{' ' * len(sign)}{line}".rstrip() for line in rest]
    return lines


def _is_short(item: tuple[Block, ...]) -> bool:
    """Tell whether an item is one paragraph, with lists below it at most."""
    first, *rest = item or (Paragraph(()),)
    return isinstance(first, Paragraph | ListBlock) and all(isinstance(b, ListBlock) for b in rest)


def _table(block: Table, article: Article) -> list[str]:
    header = block.header or tuple(() for _ in (block.rows[0] if block.rows else ()))
    rows = [header, *block.rows]
    width = max(len(row) for row in rows)
    if not width:
        return paragraph(block.caption)
    cells = [_row(row, width) for row in rows]
    table = [cells[0], "|" + " --- |" * width, *cells[1:]]
    if not block.caption:
        return table
    _ = words(article)
    shown = _("Table: {caption}").format(caption="").strip()
    return [*paragraph((Span(shown, emphasis=True), Span(" "), *block.caption)), "", *table]


def _row(row: tuple[Spans, ...], width: int) -> str:
    texts = [inline(cell).replace("|", "\\|") for cell in row]
    return "|" + "".join(f" {text} |" for text in texts + [""] * (width - len(texts)))


def _figure(alt: str, caption: Spans, article: Article) -> list[str]:
    _ = words(article)
    shown = _("Picture: {description}").format(description=alt)
    lines = paragraph((Span(shown, emphasis=True),)) if alt else []
    below = paragraph(caption)
    if lines and below:  # one paragraph, so that it is plain whose caption it is
        # A row of "=" below a line would make a heading of it; one of "|", ":" and "-" a table.
        return [f"{lines[0]}\\", f"\\{below[0]}" if below[0][0] in "=|:-" else below[0]]
    return lines + below


def _prefixed(prefix: str, lines: list[str]) -> list[str]:
    return [f"{prefix}{line}".rstrip() for line in lines]
