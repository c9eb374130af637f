"""Texts with their true pairs, as they are and spoilt at random, and how well pairs are found."""

import random
from dataclasses import dataclass
from pathlib import Path

from reader.model.bilingual import Sentence

HERE = Path(__file__).parent
KINDS = {"H": "heading", "P": "p", "L": "li", "Q": "quote"}


@dataclass(frozen=True)
class Row:
    """Sentences that say the same; `kind` is "+" where they go on a block."""

    kind: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class Gold:
    """Two texts and their true pairs, by numbers."""

    left: list[Sentence]
    right: list[Sentence]
    beads: set[tuple[tuple[int, ...], tuple[int, ...]]]


def documents(path):
    """Return {name: rows} of a file."""
    found = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#DOC "):
            rows = found[line[5:]] = []
        elif line and not line.startswith("#"):
            kind, left, right = line.split("\t")
            rows.append(Row(kind, _cell(left), _cell(right)))
    return found


def _cell(text):
    return tuple(part.strip() for part in text.split(" | ") if part.strip())


def laid_out(rows):
    """Return two texts of rows, with the kinds and beginnings that these say."""
    sides, beads = ([], []), set()
    kinds, open_block = ["p", "p"], [False, False]
    for row in rows:
        bead = []
        for side, texts in enumerate((row.left, row.right)):
            begins = row.kind if isinstance(row.kind, str) else row.kind[side]
            if begins != "+":
                kinds[side], open_block[side] = KINDS[begins], False
            start = len(sides[side])
            for text in texts:
                sides[side].append(Sentence(text, kinds[side], not open_block[side]))
                open_block[side] = True
            bead.append(tuple(range(start, len(sides[side]))))
        beads.add(tuple(bead))
    return Gold(*sides, beads)


def swapped(rows, seed, *, near):
    """Return rows of which two paragraphs stand in each other's place in the right text alone.

    They follow one another where `near` says so. None where there are too few.
    """
    draw = random.Random(seed)
    starts = [at for at, row in enumerate(rows) if row.kind in "PQ"]
    ends = [
        next((n for n in range(at + 1, len(rows)) if rows[n].kind != "+"), len(rows))
        for at in starts
    ]
    blocks = list(zip(starts, ends, strict=True))
    if len(blocks) < 3:
        return None
    first = draw.randrange(len(blocks) - 1)
    chosen = (first, first + 1) if near else sorted(draw.sample(range(len(blocks)), 2))
    (a, b), (c, d) = (blocks[each] for each in chosen)
    order = [*range(a), *range(c, d), *range(b, c), *range(a, b), *range(d, len(rows))]
    left, right = laid_out(rows), laid_out([rows[at] for at in order])
    ours = _numbers(row.left for row in rows)
    theirs = dict(zip(order, _numbers(rows[at].right for at in order), strict=True))
    return Gold(left.left, right.right, {(own, theirs[at]) for at, own in enumerate(ours)})


def _numbers(some):
    """Return the numbers of the sentences of each row."""
    found, start = [], 0
    for texts in some:
        found.append(tuple(range(start, start + len(texts))))
        start += len(texts)
    return found


def spoilt(rows, seed, *, harm=1.0, others=()):
    """Return rows as careless editors and converters leave them.

    Sentences are joined on either side, two or three at once, or cut elsewhere; sentences,
    headings, whole lists and passages are missing, others are put in; paragraphs are joined or
    cut on one side, headings and list items are taken for paragraphs.
    """
    draw = random.Random(seed)
    rows = _without_passages(rows, draw, harm)
    rows = _joined(rows, draw, harm)
    rows = _thinned(rows, draw, harm, others)
    return _reshaped(rows, draw, harm)


def _without_passages(rows, draw, harm):
    """Leave out a list, or a passage of three to six rows, on one side."""
    rows = list(rows)
    for _ in range(2):
        if draw.random() < 0.35 * harm and len(rows) > 12:
            start = draw.randrange(len(rows) - 6)
            length = draw.randint(3, 6)
            if draw.random() < 0.5 and any(row.kind == "L" for row in rows):
                start = next(at for at, row in enumerate(rows) if row.kind == "L")
                length = sum(1 for row in rows[start : start + 6] if row.kind in "L+")
            side = draw.random() < 0.5
            rows[start : start + length] = [
                _only(row, left=side) for row in rows[start : start + length]
            ]
    return [row for row in rows if row.left or row.right]


def _only(row, *, left):
    return Row(row.kind, row.left if left else (), () if left else row.right)


def _joined(rows, draw, harm):
    done, at = [], 0
    while at < len(rows):
        run = 1
        while at + run < len(rows) and rows[at + run].kind == "+" and run < 3:
            run += 1
        run = draw.randint(1, run)
        some = rows[at : at + run]
        whole = all(len(row.left) == len(row.right) == 1 for row in some)
        if run > 1 and whole and draw.random() < 0.3 * harm:
            done.append(_merged(some, draw))
            at += run
        else:
            done.append(rows[at])
            at += 1
    return done


def _merged(some, draw):
    left, right = [[row.left[0] for row in some], [row.right[0] for row in some]]
    how = draw.random()
    if how < 0.4:
        right = [_sentence(right, "and")]
    elif how < 0.8:
        left = [_sentence(left, "а")]
    else:  # the same sentences, parted elsewhere
        cut = right[1].split(", ", 1)
        if len(cut) == 2 and min(map(len, cut)) > 10:
            right = [
                _sentence([right[0], cut[0] + "."], "and"),
                cut[1][0].upper() + cut[1][1:],
                *right[2:],
            ]
        else:
            right = [_sentence(right, "and")]
    return Row(some[0].kind, tuple(left), tuple(right))


def _sentence(texts, joint):
    first, *rest = texts
    for text in rest:
        first = f"{first.rstrip('.')}, {joint} {text[0].lower()}{text[1:]}"
    return first


def _thinned(rows, draw, harm, others):
    done = []
    for row in rows:
        chance = draw.random()
        heading = 0.12 if row.kind == "H" else 0.05
        if row.left and row.right and chance < heading * harm:
            done.append(_only(row, left=True))
        elif row.left and row.right and chance < 2 * heading * harm:
            done.append(_only(row, left=False))
        else:
            done.append(row)
        if others and draw.random() < 0.02 * harm:
            done.append(_only(draw.choice(others), left=draw.random() < 0.5))
    return done


def _reshaped(rows, draw, harm):
    """Change what begins a block, on one side."""
    done = []
    for at, row in enumerate(rows):
        kinds = [row.kind, row.kind]
        side = draw.randrange(2)
        if row.kind == "P" and at and rows[at - 1].kind in "P+" and draw.random() < 0.15 * harm:
            kinds[side] = "+"
        elif draw.random() < {"+": 0.1, "P": 0}.get(row.kind, 0.15) * harm:
            kinds[side] = "P"
        done.append(Row(tuple(kinds), row.left, row.right))
    return done


def f1(pairs):
    """Return F1 over [(found, true), …] sets, of pairs that have both sides."""
    pairs = [tuple({x for x in some if all(x)} for some in pair) for pair in pairs]
    right = sum(len(found & true) for found, true in pairs)
    return 2 * right / sum(len(found) + len(true) for found, true in pairs)
