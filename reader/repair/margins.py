"""Running heads and feet by their places: what pages repeat at one height, or set apart in small.

Also a file of one page has them: small lines alone in the margin, apart from the text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby

from reader.model.raw import Box, Page, RawDocument, RawLine, TagKind
from reader.repair.marks import ends_sentence
from reader.text.dates import is_date

# Shares of a page's height.
_MARGIN = 0.16
_OUTER_MARGIN = 0.13
# So many lines from the top and the foot of a page may be running ones.
_OUTER = 3
_SAME_HEIGHT = 3.0  # points
# Shares of the text's letter size: running lines are smaller and stand apart.
_SMALLER = 0.93
_APART = 1.2
_LONGEST = 60
_WIDEST = 0.5
_CONTENT = {TagKind.CELL, TagKind.FOOTNOTE}


def running_lines(document: RawDocument) -> set[int]:
    """Return the indexes of the printed lines that are running heads or feet."""
    places = [
        (index, line, line.box)
        for index, line in enumerate(document.lines)
        if line.box and not is_date(line.text.strip())
    ]
    body = _body_size(document.lines)
    outer: list[tuple[int, RawLine, Box]] = []
    alone: set[int] = set()
    for number, group in groupby(sorted(places, key=_by_place), key=lambda place: place[1].page):
        page = document.pages[number]
        rows = _rows(list(group))
        for rows_inwards in (rows, rows[::-1]):
            edge = [row for row in rows_inwards[:_OUTER] if _in_margin(row, page, _MARGIN)]
            outer += [place for row in edge for place in row]
            alone |= set(_alone(rows_inwards, page, body))
    return alone | _repeated(outer)


_Place = tuple[int, RawLine, Box]


def _by_place(place: _Place) -> tuple[int, float]:
    _, line, box = place
    return line.page, box.bottom


def _rows(places: list[_Place]) -> list[list[_Place]]:
    """Return the lines of a page in rows, those of one height together."""
    rows: list[list[_Place]] = []
    for place in places:
        if rows and place[2].bottom - rows[-1][-1][2].bottom < _SAME_HEIGHT:
            rows[-1].append(place)
        else:
            rows.append([place])
    return rows


def _in_margin(row: list[_Place], page: Page, margin: float) -> bool:
    return all(
        box.bottom < margin * page.height or box.top > (1 - margin) * page.height
        for _, _, box in row
    )


def _alone(rows: list[list[_Place]], page: Page, body: float) -> Iterator[int]:
    """Yield the small lines at one end of a page, if they stand apart from the text."""
    for count in range(1, min(_OUTER, len(rows))):
        edge, inner = rows[:count], rows[count]
        if not all(
            _is_small(row, page, body) and _in_margin(row, page, _OUTER_MARGIN) for row in edge
        ):
            return
        if _distance(edge[-1], inner) > _APART * body:
            for row in edge:
                yield from (index for index, _, _ in row)
            return


def _is_small(row: list[_Place], page: Page, body: float) -> bool:
    return all(
        line.tag is None
        and (line.font_size or body) < _SMALLER * body
        and len(line.text) < _LONGEST
        and box.right - box.left < _WIDEST * page.width
        and not ends_sentence(line.text)
        for _, line, box in row
    )


def _distance(row: list[_Place], other: list[_Place]) -> float:
    boxes, others = [box for _, _, box in row], [box for _, _, box in other]
    below = min(box.top for box in others) - max(box.bottom for box in boxes)
    above = min(box.top for box in boxes) - max(box.bottom for box in others)
    return max(above, below)


def _repeated(places: list[_Place]) -> set[int]:
    """Return the lines whose letters stand at one height on more than one page."""
    same: dict[str, list[_Place]] = defaultdict(list)
    for place in places:
        _, line, _ = place
        if line.tag is None or line.tag.kind not in _CONTENT:
            same["".join(filter(str.isalpha, line.text))].append(place)
    found: set[int] = set()
    for group in same.values():
        for row in _rows(sorted(group, key=lambda place: place[2].bottom)):
            if len({line.page for _, line, _ in row}) > 1:
                found |= {index for index, _, _ in row}
    return found


def _body_size(lines: tuple[RawLine, ...]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.font_size or 0.0] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
