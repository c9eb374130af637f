"""Articles as JSON and back, without loss; whatever is not exactly as written here is refused.

A span without style is its bare text; a span with style, and every block, is an object.
"""

from collections.abc import Iterable

from reader.library.values import (
    CodecError,
    as_each,
    as_flag,
    as_number,
    as_rows,
    as_text,
    from_json,
    to_json,
)
from reader.model.article import (
    Block,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    ParagraphRole,
    Quote,
    Reference,
    Span,
    Spans,
    Table,
)

_SPAN = {"text", "strong", "emphasis", "link", "language", "inferred"}


def write_blocks(blocks: Iterable[Block]) -> str:
    """Return blocks as JSON."""
    return to_json(values_of(blocks))


def values_of(blocks: Iterable[Block]) -> list[dict[str, object]]:
    """Return blocks as the values that their JSON holds."""
    return [_block(block) for block in blocks]


def read_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks that `write_blocks` wrote; raises `CodecError`."""
    return as_each(from_json(text), _as_block)


def write_references(references: Iterable[Reference]) -> str:
    """Return references as JSON."""
    return to_json([[reference.name, reference.address] for reference in references])


def read_references(text: str) -> tuple[Reference, ...]:
    """Return the references that `write_references` wrote; raises `CodecError`."""
    return tuple(Reference(as_text(a), as_text(b)) for a, b in as_rows(from_json(text), 2))


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading(level, spans):
            return {"kind": "heading", "level": level, "spans": _spans(spans)}
        case Paragraph(spans, role):
            return {"kind": "paragraph", "role": role.value, "spans": _spans(spans)}
        case ListBlock() | Quote() | Table():
            return _container(block)
        case Figure(alt, caption):
            return {"kind": "figure", "alt": alt, "caption": _spans(caption)}
        case Footnote(label, spans):
            return {"kind": "footnote", "label": label, "spans": _spans(spans)}
        case Notice(spans):
            return {"kind": "notice", "spans": _spans(spans)}


def _container(block: ListBlock | Quote | Table) -> dict[str, object]:
    match block:
        case ListBlock(ordered, items):
            return {
                "kind": "list",
                "ordered": ordered,
                "items": [[_block(inner) for inner in item] for item in items],
            }
        case Quote(blocks, attribution):
            return {
                "kind": "quote",
                "blocks": [_block(inner) for inner in blocks],
                "attribution": _spans(attribution),
            }
        case Table(header, rows, caption):
            return {
                "kind": "table",
                "header": [_spans(cell) for cell in header],
                "rows": [[_spans(cell) for cell in row] for row in rows],
                "caption": _spans(caption),
            }


def _spans(spans: Spans) -> list[str | dict[str, object]]:
    return [_span(span) for span in spans]


def _span(span: Span) -> str | dict[str, object]:
    if _is_bare(span):  # as most are
        return span.text
    styled = {
        name: value
        for name, value in (
            ("strong", span.strong),
            ("emphasis", span.emphasis),
            ("link", span.link),
            ("language", span.language),
            ("inferred", span.inferred),
        )
        if value not in (False, None)
    }
    return {"text": span.text, **styled}


def _is_bare(span: Span) -> bool:
    return (
        span.link is None
        and span.language is None
        and not (span.strong or span.emphasis or span.inferred)
    )


def _as_block(value: object) -> Block:
    match value:
        case {"kind": "heading", "level": level, "spans": spans, **rest} if not rest:
            return Heading(as_number(level), _as_spans(spans))
        case {"kind": "paragraph", "role": role, "spans": spans, **rest} if not rest:
            return Paragraph(_as_spans(spans), _role(role))
        case {"kind": "footnote", "label": label, "spans": spans, **rest} if not rest:
            return Footnote(as_text(label), _as_spans(spans))
        case {"kind": "notice", "spans": spans, **rest} if not rest:
            return Notice(_as_spans(spans))
        case {"kind": "figure", "alt": alt, "caption": caption, **rest} if not rest:
            return Figure(as_text(alt), _as_spans(caption))
        case _:
            return _as_container(value)


def _as_container(value: object) -> Block:
    match value:
        case {"kind": "list", "ordered": ordered, "items": items, **rest} if not rest:
            return ListBlock(as_flag(ordered), as_each(items, _as_blocks))
        case {"kind": "quote", "blocks": blocks, "attribution": said_by, **rest} if not rest:
            return Quote(_as_blocks(blocks), _as_spans(said_by))
        case {
            "kind": "table",
            "header": header,
            "rows": rows,
            "caption": caption,
            **rest,
        } if not rest:
            return Table(_as_cells(header), as_each(rows, _as_cells), _as_spans(caption))
        case _:
            raise CodecError(f"not a block: {value!r:.80}")


def _as_blocks(value: object) -> tuple[Block, ...]:
    return as_each(value, _as_block)


def _as_cells(value: object) -> tuple[Spans, ...]:
    return as_each(value, _as_spans)


def _as_spans(value: object) -> Spans:
    return as_each(value, _as_span)


def _as_span(value: object) -> Span:
    match value:
        case str(text):
            return Span(text)
        case {"text": text, **style} if style.keys() <= _SPAN:
            return Span(
                as_text(text),
                strong=as_flag(style.get("strong", False)),
                emphasis=as_flag(style.get("emphasis", False)),
                link=as_text(style["link"]) if "link" in style else None,
                language=as_text(style["language"]) if "language" in style else None,
                inferred=as_flag(style.get("inferred", False)),
            )
        case _:
            raise CodecError(f"not a span: {value!r:.80}")


def _role(value: object) -> ParagraphRole:
    try:
        return ParagraphRole(as_text(value))
    except ValueError as error:
        raise CodecError(f"not a role: {value!r:.80}") from error
