"""The sentences of an article, each with where it stands."""

from collections.abc import Iterator

from reader.model.article import Article
from reader.model.bilingual import Sentence
from reader.model.leaves import Kind, Leaf, cells, leaves
from reader.model.position import Extent
from reader.paths import resource
from reader.text.abbreviations import load_rules
from reader.text.sentences import sentences

_SAID_BY_ONE_SIDE = (Kind.NOTICE,)  # the remark that this is a machine translation


def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of an article in reading order; each cell of a table is one at least.

    The notice of the machine translation is left out: the original has none.
    """
    return tuple(
        Sentence(leaf.text[start:end], str(leaf.kind), first, Extent(block, start, end))
        for block, leaf in enumerate(leaves(article))
        if leaf.kind not in _SAID_BY_ONE_SIDE
        for start, end, first in _pieces(leaf)
    )


def cut(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a text begins and ends, in Bulgarian or another language."""
    return sentences(text, load_rules(resource("abbreviations_bg.json")))


def _pieces(leaf: Leaf) -> Iterator[tuple[int, int, bool]]:
    for begin, text in _texts(leaf):
        for number, (start, end) in enumerate(cut(text)):
            yield begin + start, begin + end, number == 0


def _texts(leaf: Leaf) -> Iterator[tuple[int, str]]:
    if leaf.kind is not Kind.TABLE:
        yield 0, leaf.text
        return
    found = cells(leaf)
    caption = found[0].start if found else len(leaf.text)
    if leaf.text[:caption].strip():
        yield 0, leaf.text[:caption]
    yield from ((cell.start, leaf.text[cell.start : cell.end]) for cell in found)
