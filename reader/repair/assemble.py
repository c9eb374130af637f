"""The article, put together from blocks whose kinds are known."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from reader.model.article import (
    Article,
    Block,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    ParagraphRole,
    Quote,
    Source,
    Span,
    Spans,
    Table,
)
from reader.model.raw import RawDocument, RawLine, Run, TagKind
from reader.repair import marks
from reader.repair.cells import in_tables, row_of
from reader.repair.knowledge import Knowledge
from reader.repair.metadata import described
from reader.repair.notice import original_address
from reader.repair.runs import merged, part

# What stands in one block with the lines of another kind.
_PARTS = {TagKind.ATTRIBUTION: TagKind.QUOTE, TagKind.CAPTION: TagKind.CELL}


def assemble(
    document: RawDocument, knowledge: Knowledge, found: RawDocument | None = None
) -> Article:
    """Return the article that the named blocks make; `found` is the document before its repair."""
    lines = document.lines
    notice = next((line for line in lines if _kind(line) is TagKind.NOTICE), None)
    body = Article(
        title="",
        language="",
        blocks=tuple(_blocks(lines)),
        source=Source(document.format, address=document.address, retrieved=document.retrieved),
        original=original_address(notice, knowledge.notices) if notice else None,
        machine_translated=notice is not None or document.machine_translated,
    )
    return described(body, found or document, knowledge)


def _kind(line: RawLine) -> TagKind:
    return line.tag.kind if line.tag else TagKind.PARAGRAPH


def _blocks(lines: tuple[RawLine, ...]) -> Iterator[Block]:
    for kind, group in groupby(lines, key=_group):
        match kind:
            case TagKind.ITEM:
                yield from _lists(list(group))
            case TagKind.QUOTE:
                yield from _quotations(list(group))
            case TagKind.CELL:
                yield from _tables(list(group))
            case _:
                for line in group:
                    yield _block(kind, line)


def _group(line: RawLine) -> TagKind:
    """Return the kind of the block that a line goes into."""
    return _PARTS.get(_kind(line), _kind(line))


def _block(kind: TagKind, line: RawLine) -> Block:  # noqa: C901 - one case for each kind
    spans = _spans(line.runs)
    match kind:
        case TagKind.TITLE:
            return Heading(1, spans)
        case TagKind.HEADING:
            return Heading(max(2, line.tag.level if line.tag else 2), spans)
        case TagKind.FOOTNOTE:
            return _note(line)
        case TagKind.NOTICE:
            return Notice(spans)
        case TagKind.FIGURE:
            return _figure(line)
        case TagKind.LEAD:
            return Paragraph(spans, ParagraphRole.LEAD)
        case TagKind.DATE:
            return Paragraph(spans, ParagraphRole.DATE)
        case (
            TagKind.PARAGRAPH
            | TagKind.TERM
            | TagKind.ARTIFACT
            | TagKind.QUOTE
            | TagKind.ATTRIBUTION
            | TagKind.ITEM
            | TagKind.CELL
            | TagKind.CAPTION
        ):
            return Paragraph(spans)


def _figure(line: RawLine) -> Figure:
    """Return a picture: the line is its caption where its description is told beside that."""
    if line.tag and line.tag.label:
        return Figure(line.tag.label, _spans(line.runs))
    return Figure(line.text)


def _note(line: RawLine) -> Block:
    if line.tag and line.tag.label:
        return Footnote(line.tag.label, _spans(line.runs))
    found = marks.note_label(line.text)
    if found is None:
        return Footnote("", _spans(line.runs))
    return Footnote(found.group(1), _spans(part(line.runs, found.end(), len(line.text))))


def _lists(lines: list[RawLine]) -> Iterator[Block]:
    """Yield a list for each run of items of one sort; deeper items go into the one before."""
    level = min(_level(line) for line in lines)
    runs: list[list[RawLine]] = []
    for line in lines:
        if runs and (_level(line) > level or _is_ordered(line) == _is_ordered(runs[-1][0])):
            runs[-1].append(line)
        else:
            runs.append([line])
    for run in runs:
        yield _nested(run)


def _is_ordered(line: RawLine) -> bool:
    return line.tag is not None and line.tag.ordered


def _nested(lines: list[RawLine]) -> ListBlock:
    level = min(_level(line) for line in lines)
    items: list[tuple[Block, ...]] = []
    deeper: list[RawLine] = []
    above: RawLine | None = None
    for line in [*lines, None]:
        if line is not None and _level(line) > level and items:
            deeper.append(line)
            continue
        if deeper:
            items[-1] = (*items[-1], *_lists(deeper))
            deeper = []
        if line is None:
            break
        paragraph = Paragraph(_spans(line.runs))
        if _is_of_item(line, above):
            items[-1] = (*items[-1], paragraph)
        else:
            items.append((paragraph,))
        above = line
    return ListBlock(_is_ordered(lines[0]), tuple(items))


def _is_of_item(line: RawLine, above: RawLine | None) -> bool:
    """Tell whether a line is a further paragraph of the item that the line above is of."""
    if line.tag is None or line.tag.part == 0 or above is None or above.tag is None:
        return False
    # The first one may have had no words; what is corrected by hand has an element below 0.
    elements = above.tag.element, line.tag.element
    return elements[0] == elements[1] or min(elements) < 0


def _level(line: RawLine) -> int:
    return line.tag.level if line.tag else 1


def _quotations(lines: list[RawLine]) -> Iterator[Quote]:
    """Yield quotations; one that is not closed or signed yet goes on in the next paragraph."""
    blocks: list[Block] = []
    text = ""
    for line, below in zip(lines, (*lines[1:], None), strict=True):
        if _kind(line) is TagKind.ATTRIBUTION and blocks:
            yield Quote(tuple(blocks), _spans(line.runs))
            blocks, text = [], ""
            continue
        blocks.append(Paragraph(_spans(line.runs)))
        text += line.text
        closed = marks.open_quotes(text) <= 0 and not _goes_on(line, below)
        if closed and not (below and _kind(below) is TagKind.ATTRIBUTION):
            yield Quote(tuple(blocks))
            blocks, text = [], ""
    if blocks:
        yield Quote(tuple(blocks))


def _goes_on(line: RawLine, below: RawLine | None) -> bool:
    """Tell whether the line below is of the same quotation by what the format says."""
    if line.tag is None or below is None or below.tag is None:
        return False
    return line.tag.element == below.tag.element


def _tables(lines: list[RawLine]) -> Iterator[Table]:
    for table in in_tables(lines):
        rows = [list(cells) for _row, cells in groupby(table, key=row_of)]
        caption: Spans = ()
        if _kind(table[0]) is TagKind.CAPTION:
            caption = _spans(rows.pop(0)[0].runs)
        if rows:
            yield _table(rows, caption)


def _table(rows: list[list[RawLine]], caption: Spans) -> Table:
    """Return a table; its first row is the header if the format or the type says so."""
    cells = tuple(tuple(_spans(cell.runs) for cell in row) for row in rows)
    first_bold = _is_bold(rows[0]) and not _is_bold(rows[-1])
    if len(rows) > 1 and (first_bold or all(cell.tag and cell.tag.header for cell in rows[0])):
        header = (
            tuple(_plain_weight(spans) for spans in cells[0]) if _is_bold(rows[0]) else cells[0]
        )
        return Table(header, cells[1:], caption)
    return Table((), cells, caption)


def _plain_weight(spans: Spans) -> Spans:
    """Return a cell that names its column: it is bold for that alone."""
    return tuple(replace(span, strong=False) for span in spans)


def _is_bold(row: list[RawLine]) -> bool:
    """Tell whether all cells with letters are bold."""
    return all(cell.bold for cell in row if cell.text.strip())


def _spans(runs: tuple[Run, ...]) -> Spans:
    """Return the runs as spans, their colours forgotten."""
    plain = tuple(
        Run(run.text, run.bold, run.italic, run.link, language=run.language) for run in runs
    )
    return tuple(
        Span(run.text, run.bold, run.italic, run.link, run.language) for run in merged(plain)
    )
