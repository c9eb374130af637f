"""Articles as JSON and back, without loss; whatever is not exactly as written here is refused.

A span without style is its bare text; a span with style, and every block, is an object.
"""

import json
from collections.abc import Callable, Iterable
from typing import TypeVar

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
from reader.model.raw import Repair

_Kind = TypeVar("_Kind")
_SPAN = {"text", "strong", "emphasis", "link", "language", "inferred"}


class CodecError(ValueError):
    """The text is not what this module writes."""


def write_blocks(blocks: Iterable[Block]) -> str:
    """Return blocks as JSON."""
    return _dumped([_block(block) for block in blocks])


def read_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks that `write_blocks` wrote; raises `CodecError`."""
    return _each(_loaded(text), _as_block)


def write_references(references: Iterable[Reference]) -> str:
    """Return references as JSON."""
    return _dumped([[reference.name, reference.address] for reference in references])


def read_references(text: str) -> tuple[Reference, ...]:
    """Return the references that `write_references` wrote; raises `CodecError`."""
    return tuple(Reference(_text(a), _text(b)) for a, b in _rows(_loaded(text), 2))


def write_repairs(repairs: Iterable[Repair]) -> str:
    """Return repairs as JSON."""
    return _dumped([[item.step, item.page, item.before, item.after] for item in repairs])


def read_repairs(text: str) -> tuple[Repair, ...]:
    """Return the repairs that `write_repairs` wrote; raises `CodecError`."""
    return tuple(
        Repair(_text(step), _number(page), _text(before), _text(after))
        for step, page, before, after in _rows(_loaded(text), 4)
    )


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _loaded(text: str) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CodecError(str(error)) from error
    return value


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
    return {"text": span.text, **styled} if styled else span.text


def _as_block(value: object) -> Block:
    match value:
        case {"kind": "heading", "level": level, "spans": spans, **rest} if not rest:
            return Heading(_number(level), _as_spans(spans))
        case {"kind": "paragraph", "role": role, "spans": spans, **rest} if not rest:
            return Paragraph(_as_spans(spans), _role(role))
        case {"kind": "footnote", "label": label, "spans": spans, **rest} if not rest:
            return Footnote(_text(label), _as_spans(spans))
        case {"kind": "notice", "spans": spans, **rest} if not rest:
            return Notice(_as_spans(spans))
        case {"kind": "figure", "alt": alt, "caption": caption, **rest} if not rest:
            return Figure(_text(alt), _as_spans(caption))
        case _:
            return _as_container(value)


def _as_container(value: object) -> Block:
    match value:
        case {"kind": "list", "ordered": ordered, "items": items, **rest} if not rest:
            return ListBlock(_flag(ordered), _each(items, _as_blocks))
        case {"kind": "quote", "blocks": blocks, "attribution": said_by, **rest} if not rest:
            return Quote(_as_blocks(blocks), _as_spans(said_by))
        case {
            "kind": "table",
            "header": header,
            "rows": rows,
            "caption": caption,
            **rest,
        } if not rest:
            return Table(_as_cells(header), _each(rows, _as_cells), _as_spans(caption))
        case _:
            raise CodecError(f"not a block: {value!r:.80}")


def _as_blocks(value: object) -> tuple[Block, ...]:
    return _each(value, _as_block)


def _as_cells(value: object) -> tuple[Spans, ...]:
    return _each(value, _as_spans)


def _as_spans(value: object) -> Spans:
    return _each(value, _as_span)


def _as_span(value: object) -> Span:
    match value:
        case str(text):
            return Span(text)
        case {"text": text, **style} if style.keys() <= _SPAN:
            return Span(
                _text(text),
                strong=_flag(style.get("strong", False)),
                emphasis=_flag(style.get("emphasis", False)),
                link=_text(style["link"]) if "link" in style else None,
                language=_text(style["language"]) if "language" in style else None,
                inferred=_flag(style.get("inferred", False)),
            )
        case _:
            raise CodecError(f"not a span: {value!r:.80}")


def _role(value: object) -> ParagraphRole:
    try:
        return ParagraphRole(_text(value))
    except ValueError as error:
        raise CodecError(f"not a role: {value!r:.80}") from error


def _each(value: object, read: Callable[[object], _Kind]) -> tuple[_Kind, ...]:
    if not isinstance(value, list):
        raise CodecError(f"not a list: {value!r:.80}")
    return tuple(read(item) for item in value)


def _rows(value: object, width: int) -> tuple[tuple[object, ...], ...]:
    rows = _each(value, lambda row: _each(row, lambda cell: cell))
    if any(len(row) != width for row in rows):
        raise CodecError(f"not rows of {width}: {value!r:.80}")
    return rows


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise CodecError(f"not a text: {value!r:.80}")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise CodecError(f"not a number: {value!r:.80}")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise CodecError(f"not true or false: {value!r:.80}")
    return value
