"""Where an article changed when something was taken back."""

from reader.model.article import Article
from reader.model.leaves import Kind, Leaf, leaves
from reader.model.position import Position


def place_of_change(before: Article, after: Article, caret: Position) -> Position:
    """Return where the articles begin to differ; the caret's place where that comes before it."""
    old, new = leaves(before), leaves(after)
    pairs = enumerate(zip(old, new, strict=False))
    differ = (block for block, (was, now) in pairs if _shown(was) != _shown(now))
    block = next(differ, min(len(old), len(new)))
    if not new or len(old) == len(new) == block:
        return caret
    if block == len(new):
        return Position(block - 1, 0)
    text = new[block].text
    same = same_letters(old[block].text, text) if block < len(old) else 0
    if caret.block == block and caret.char <= same:
        return caret
    return Position(block, same if same < len(text) else 0)


def _shown(leaf: Leaf) -> tuple[Kind, int, str]:
    """Return what a leaf is, but for its place in a list, which others change."""
    return leaf.kind, leaf.level, leaf.text


def same_letters(one: str, other: str) -> int:
    """Return with how many letters both texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
