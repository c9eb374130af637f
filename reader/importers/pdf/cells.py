"""Rows of a table on an untagged page: lines whose words stand in the same columns."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from reader.importers.pdf.letters import Letter

# A column begins after a gap of this many letter sizes, which is also this many word spaces wide.
_COLUMN_GAP = 1.2
_TIMES_WORD_GAP = 2.5
_ALIGNED = 4.0  # points
_FEWEST_ROWS = 2
# "1." and a wide gap are a list item, not a column.
_LONGEST_MARKER = 3

Letters = list[Letter]


def segments(letters: Letters) -> list[Letters]:
    """Split a printed line at its wide gaps."""
    size = letters[0].style.size or 1.0
    gaps = [after.left - before.right for before, after in pairwise(letters)]
    word_gaps = [gap for gap in gaps if gap > 0.15 * size]
    limit = max(_COLUMN_GAP * size, _TIMES_WORD_GAP * median(word_gaps) if word_gaps else 0)
    if len(word_gaps) <= 2:  # too few words to tell how wide their spaces are
        limit = _COLUMN_GAP * size
    found: list[Letters] = [[letters[0]]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > limit:
            found.append([])
        found[-1].append(letter)
    return found


def tables(lines: Sequence[Letters]) -> Iterator[tuple[int, list[list[Letters]]]]:
    """Yield (index of the first line, rows of cells) of each table among the lines of a page."""
    split = [segments(letters) for letters in lines]
    start = 0
    while start < len(split):
        end = start + 1
        while end < len(split) and _same_columns(split[end - 1], split[end]):
            end += 1
        if end - start >= _FEWEST_ROWS and not _is_list(split[start:end]):
            yield start, split[start:end]
        start = end


def _same_columns(above: list[Letters], below: list[Letters]) -> bool:
    if len(above) < 2 or len(above) != len(below) or below[0][0].baseline <= above[0][0].baseline:
        return False
    return all(_aligned(first, second) for first, second in zip(above, below, strict=True))


def _aligned(first: Letters, second: Letters) -> bool:
    """Tell whether two cells share their left edge, their right edge or their middle."""
    left = first[0].left - second[0].left
    right = first[-1].right - second[-1].right
    return min(abs(left), abs(right), abs(left + right) / 2) < _ALIGNED


def _is_list(rows: list[list[Letters]]) -> bool:
    return all(len(row) == 2 and len(row[0]) <= _LONGEST_MARKER for row in rows)
