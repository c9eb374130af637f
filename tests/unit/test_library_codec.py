"""Articles go through JSON without loss, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.library import codec, history
from reader.library.values import CodecError
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
    Span,
    Table,
)
from tests.unit.library_samples import EVERYTHING, REPAIRS

_text = some.text(max_size=12)
_spans = some.lists(
    some.builds(Span, _text, some.booleans(), some.booleans(), some.none() | _text, some.none()),
    max_size=3,
).map(tuple)
_cells = some.lists(_spans, max_size=2).map(tuple)
_simple = some.one_of(
    some.builds(Heading, some.integers(1, 6), _spans),
    some.builds(Paragraph, _spans, some.sampled_from(ParagraphRole)),
    some.builds(Figure, _text, _spans),
    some.builds(Footnote, _text, _spans),
    some.builds(Notice, _spans),
    some.builds(Table, _cells, some.lists(_cells, max_size=2).map(tuple), _spans),
)


def _containers(inner: some.SearchStrategy[Block]) -> some.SearchStrategy[Block]:
    blocks = some.lists(inner, max_size=2).map(tuple)
    return some.one_of(
        some.builds(Quote, blocks, _spans),
        some.builds(ListBlock, some.booleans(), some.lists(blocks, max_size=2).map(tuple)),
    )


@given(some.lists(some.recursive(_simple, _containers, max_leaves=6), max_size=3).map(tuple))
def test_any_blocks_come_back_as_they_were(blocks: tuple[Block, ...]) -> None:
    assert codec.read_blocks(codec.write_blocks(blocks)) == blocks


def test_every_kind_of_block_comes_back_as_it_was() -> None:
    assert codec.read_blocks(codec.write_blocks(EVERYTHING.blocks)) == EVERYTHING.blocks


def test_repairs_and_references_come_back_as_they_were() -> None:
    assert history.read_repairs(history.write_repairs(REPAIRS)) == REPAIRS
    written = codec.write_references(EVERYTHING.references)
    assert codec.read_references(written) == EVERYTHING.references


def test_plain_text_stays_readable_in_the_json() -> None:
    written = codec.write_blocks((Paragraph((Span("Добър ден"),)),))
    assert written == '[{"kind":"paragraph","role":"p","spans":["Добър ден"]}]'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "null",
        "[1]",
        "[{}]",
        "[" * 100_000,
        '[{"kind":"poem","spans":[]}]',
        '[{"kind":"notice"}]',
        '[{"kind":"notice","spans":"текст"}]',
        '[{"kind":"notice","spans":[5]}]',
        '[{"kind":"notice","spans":[],"extra":1}]',
        '[{"kind":"notice","spans":[{"text":"а","colour":"red"}]}]',
        '[{"kind":"notice","spans":[{"text":"а","strong":1}]}]',
        '[{"kind":"notice","spans":[{"text":"а","link":null}]}]',
        '[{"kind":"heading","level":"2","spans":[]}]',
        '[{"kind":"heading","level":true,"spans":[]}]',
        '[{"kind":"paragraph","role":"poem","spans":[]}]',
        '[{"kind":"list","ordered":0,"items":[]}]',
        '[{"kind":"list","ordered":true,"items":[{}]}]',
        '[{"kind":"quote","blocks":[],"attribution":null}]',
        '[{"kind":"table","header":[],"rows":[[["а"]]]}]',
    ],
)
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(CodecError):
        codec.read_blocks(text)


@pytest.mark.parametrize("text", ["[[1,2]]", '[["а"]]', '[["а","б","в"]]', '["а"]', "7"])
def test_other_rows_are_refused(text: str) -> None:
    with pytest.raises(CodecError):
        codec.read_references(text)
    with pytest.raises(CodecError):
        history.read_repairs(text)
