"""Sentences that a script hands over as JSON."""

import json
from collections.abc import Iterator
from typing import Any

from reader.bilingual.sentences import cut
from reader.model.bilingual import Sentence

_GOES_ON = "+"
# The marks of sets of pairs, beside the kinds of the flat block list.
_KINDS = {"H": "heading", "P": "p", "L": "li", "Q": "quote"}
_OF_BLOCKS = frozenset({"links", "level", "rows"})


def is_given(data: bytes) -> bool:
    """Tell whether bytes are a list of JSON, or an object that has one."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"[", b"{")


def given(data: bytes) -> tuple[Sentence, ...]:
    """Return the sentences of a JSON list.

    An item is a text, or an object: a sentence with `text`, and `kind` and `first` where they are
    known; or a block with the list of its `sentences`. A list of flat blocks, alone or under
    "blocks", is cut into sentences. Raises `ValueError` where it is something else.
    """
    found = json.loads(data.decode("utf-8-sig"))
    items = found.get("blocks") if isinstance(found, dict) else found
    if not isinstance(items, list):
        raise ValueError(found)  # noqa: TRY004 - the caller knows one error
    whole = any(isinstance(item, dict) and _OF_BLOCKS & item.keys() for item in items)
    return tuple(sentence for item in items for sentence in _sentences(item, whole=whole))


def _sentences(item: Any, *, whole: bool) -> Iterator[Sentence]:  # noqa: ANN401 - JSON
    if isinstance(item, str):
        item = {"text": item}
    if not isinstance(item, dict):
        raise ValueError(item)  # noqa: TRY004 - the caller knows one error
    kind, text, parts = (
        str(item.get("kind") or ""),
        str(item.get("text", "")),
        item.get("sentences"),
    )
    first = bool(item.get("first", kind != _GOES_ON))
    if isinstance(parts, list):
        texts = [str(part.get("text", "") if isinstance(part, dict) else part) for part in parts]
    elif whole and "first" not in item:
        texts = [text[start:end] for start, end in cut(text)]
    else:
        texts = [text]
    for number, each in enumerate(texts):
        yield Sentence(
            each, _KINDS.get(kind, "p" if kind == _GOES_ON else kind), first and not number
        )
