"""Where an article changed when something was taken back, and how two texts differ."""

from reader.model.article import Article
from reader.model.leaves import Kind, Leaf, leaves
from reader.model.position import Position

# Letters: two texts that are longer are shown from this far before the difference to as far after.
_LONG = 160
_AROUND = 40


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


def _one_line(text: str) -> str:
    return " ⏎ ".join(line.strip() for line in text.splitlines())


def differing(before: str, after: str) -> tuple[str, str]:
    """Return both texts in one line each, shortened where they are long and alike."""
    before, after = _one_line(before), _one_line(after)
    if min(len(before), len(after)) <= _LONG:
        return before, after
    head = same_letters(before, after)
    tail = min(same_letters(before[::-1], after[::-1]), min(len(before), len(after)) - head)
    return _cut(before, head, tail), _cut(after, head, tail)


def _cut(text: str, head: int, tail: int) -> str:
    """Return a text without what is far from its middle, in whole words."""
    start, end = head - _AROUND, len(text) - tail + _AROUND
    shown = text[max(0, start) : end]
    if start > 0:
        shown = "…" + shown.partition(" ")[2]
    return shown.rpartition(" ")[0] + "…" if end < len(text) else shown
