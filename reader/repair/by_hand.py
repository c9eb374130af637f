"""From what a person asks for to the correction that is kept."""

from collections.abc import Sequence

from reader.errors import CorrectionError, JoinError, SplitError
from reader.model.article import Article, plain
from reader.model.correction import (
    Correction,
    Join,
    Piece,
    Rewrite,
    Split,
    TakeBack,
    Wish,
)
from reader.model.leaves import Kind, Leaf, leaves
from reader.model.position import START, Position
from reader.model.raw import Repair, Tag, TagKind
from reader.repair.knowledge import load
from reader.text.hyphens import Hyphens, ends_with_hyphen, whole_words

_CELLS_APART = "|"


def correction_for(article: Article, wish: Wish) -> Correction | None:
    """Return the correction that a person asks for, or None where it cannot be made."""
    if _block(wish) not in range(len(leaves(article))):
        return None  # the article has changed since it was asked for
    match wish:
        case Split(place):
            return _split(article, place)
        case Join(block):
            return _join(article, block)
        case Rewrite(block, kind, text):
            return _rewrite(article, block, kind, text)
        case TakeBack(repair):
            return _take_back(article, repair)


def refused(wish: Wish) -> CorrectionError:
    """Return the error that tells why there is no correction."""
    match wish:
        case Split():
            return SplitError()
        case Join():
            return JoinError()
        case Rewrite() | TakeBack():
            return CorrectionError()


def _block(wish: Wish) -> int:
    match wish:
        case Split(place) | TakeBack(Repair(place=Position() as place)):
            return place.block
        case Join(block) | Rewrite(block):
            return block
        case _:
            return -1


def _split(article: Article, place: Position) -> Correction | None:
    """Part a block: not a table, nor at its very edge."""
    leaf = leaves(article)[place.block]
    parts = leaf.text[: place.char].strip(), leaf.text[place.char :].strip()
    if leaf.kind is Kind.TABLE or not all(parts):
        return None
    second = Kind.PARAGRAPH if leaf.kind in (Kind.TITLE, Kind.HEADING, Kind.DATE) else leaf.kind
    pieces = Piece(tag_of(leaf), parts[0]), Piece(tag_of(leaf, second), parts[1])
    return correction_between(article, place.block, place.block + 1, pieces)


def _join(article: Article, block: int) -> Correction | None:
    """Let a block go on in the next: not in the last, nor where one is a table."""
    found = leaves(article)[block : block + 2]
    if len(found) < 2 or any(leaf.kind is Kind.TABLE for leaf in found):
        return None
    above, below = (leaf.text for leaf in found)
    text = f"{above} {below}"
    if ends_with_hyphen(above):
        words = whole_words(leaf.text for leaf in leaves(article))
        text = Hyphens(load().hyphens, words).joined(above, below)
    return correction_between(article, block, block + 2, (Piece(tag_of(found[0]), text),))


def _rewrite(article: Article, block: int, kind: Kind, text: str) -> Correction:
    leaf = leaves(article)[block]
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    if kind is Kind.TABLE:
        pieces = tuple(_cells(leaf, lines))
    else:
        pieces = tuple(Piece(tag_of(leaf, kind), line) for line in lines)
    return correction_between(article, block, block + 1, pieces)


def _take_back(article: Article, repair: Repair) -> Correction | None:
    """Take back a join or a hyphen; the words of other repairs are gone, or have become links."""
    place = repair.place or START
    if repair.step == "line-break":
        return _split(article, place)
    leaf = leaves(article)[place.block]
    if repair.step != "hyphen" or leaf.kind is Kind.TABLE:
        return None
    left, right = leaf.text[: place.char], leaf.text[place.char :]
    text = left + right[1:] if right.startswith("-") else f"{left}-{right}"
    return correction_between(article, place.block, place.block + 1, (Piece(tag_of(leaf), text),))


def correction_between(
    article: Article, start: int, end: int, after: Sequence[Piece]
) -> Correction:
    """Return the correction that makes the leaves from `start` to before `end` these pieces."""
    before = _rows(leaves(article)[start:end])
    above = _rows(leaves(article)[:start])
    count = len(before)
    same = sum(above[index : index + count] == before for index in range(len(above) - count + 1))
    return Correction(before, tuple(after), same)


def _rows(found: Sequence[Leaf]) -> tuple[str, ...]:
    """Return the words of leaves; a table is its cells."""
    return tuple(
        text
        for leaf in found
        for text in (
            [plain(cell) for row in leaf.rows for cell in row]
            if leaf.kind is Kind.TABLE
            else [leaf.text]
        )
    )


def tag_of(leaf: Leaf, kind: Kind | None = None) -> Tag:
    """Return what a leaf is, or what it would be as another kind, as a format would say it."""
    kind = kind or leaf.kind
    match kind:
        case Kind.ITEM:
            depth = leaf.place.depth if leaf.place else 1
            ordered = bool(leaf.place and leaf.place.ordered)
            return Tag(TagKind.ITEM, 0, depth, ordered=ordered, part=leaf.part)
        case Kind.HEADING:
            return Tag(TagKind.HEADING, 0, max(leaf.level, 2))
        case _:
            return Tag(TagKind(kind.value), 0)


def _cells(leaf: Leaf, lines: Sequence[str]) -> list[Piece]:
    header = leaf.kind is Kind.TABLE and leaf.has_header
    return [
        Piece(
            Tag(TagKind.CELL, 0, row=row, column=column, header=header and row == 0), text.strip()
        )
        for row, line in enumerate(lines)
        for column, text in enumerate(line.split(_CELLS_APART))
    ]
