"""Running heads and feet by their places: what pages repeat at one height, or set apart in small.

Also a file of one page has them: small lines alone in the margin, apart from the text, that read
as a head or foot does.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby

from reader.model.raw import Box, Page, RawDocument, RawLine, TagKind
from reader.repair import imprint, stamps_text
from reader.repair.knowledge import Stamps
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
_LARGER = 1.04
_APART = 1.2
_LONGEST = 60
_WIDEST = 0.5
_CONTENT = {TagKind.CELL, TagKind.FOOTNOTE}
# A page's number has at most three digits; four are a year.
_HIGHEST_PAGE = 999
_BAR = re.compile(r"\s+[|·•–—]\s+")
# "www.example.eu", "example.eu/bg"; "© Служба за печата"; "доклад_2.docx".
_SAYS_SOURCE = re.compile(
    r"(?:https?://|www\.)\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?"
    r"|(?:©|\([cC]\)\s).*"
    r"|\S+\.(?:docx?|odt|rtf|pdf|pptx?|indd)",
    re.IGNORECASE,
)
# A name of a service has neither; a telephone number, a label and its value do.
_FACTS = re.compile(r"[\d:@]")


def running_lines(document: RawDocument, stamps: Stamps) -> set[int]:
    """Return the indexes of the printed lines that are running heads or feet."""
    places = [
        (index, line, line.box)
        for index, line in enumerate(document.lines)
        if line.box and not is_date(line.text.strip())
    ]
    body = body_size(document.lines)
    outer: list[tuple[int, RawLine, Box]] = []
    alone: set[int] = set()
    for number, group in groupby(sorted(places, key=_by_place), key=lambda place: place[1].page):
        page = document.pages[number]
        rows = _rows(list(group))
        for rows_inwards in (rows, rows[::-1]):
            edge = [row for row in rows_inwards[:_OUTER] if _in_margin(row, page, _MARGIN)]
            outer += [place for row in edge for place in row]
        ends = (_alone(rows_inwards, page, body) for rows_inwards in (rows, rows[::-1]))
        alone |= set(_telling([place for end in ends for place in end], stamps))
    return alone | _repeated(outer, body)


def is_larger(line: RawLine, body: float) -> bool:
    """Tell whether a line is clearly larger than the text, as headings are."""
    return (line.font_size or body) > _LARGER * body


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


def _alone(rows: list[list[_Place]], page: Page, body: float) -> Iterator[_Place]:
    """Yield the small lines at one end of a page, if they stand apart from the text."""
    for count in range(1, min(_OUTER, len(rows))):
        edge, inner = rows[:count], rows[count]
        if not all(
            _is_small(row, page, body) and _in_margin(row, page, _OUTER_MARGIN) for row in edge
        ):
            return
        if _distance(edge[-1], inner) > _APART * body:
            for row in edge:
                yield from row
            return


def _telling(places: list[_Place], stamps: Stamps) -> Iterator[int]:
    """Yield the lines that read as a head or foot, and the names in their type on the page."""
    known = {index for index, line, _ in places if _reads_as_stamp(line.text.strip(), stamps)}
    sizes = {line.font_size for index, line, _ in places if index in known}
    for index, line, _ in places:
        if index in known or (line.font_size in sizes and not _FACTS.search(line.text)):
            yield index


def _reads_as_stamp(text: str, stamps: Stamps) -> bool:
    """Tell whether a line is a page's number, an address, a letterhead, a right or a file."""
    told = imprint.read(text)
    if told is not None:
        return not (told.day or told.authors)
    pieces = (text, *_BAR.split(text))
    return any(_SAYS_SOURCE.fullmatch(x) or stamps.at_edge.fullmatch(x) for x in pieces)


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


def _repeated(places: list[_Place], body: float) -> set[int]:
    """Return the lines that stand at one height on more than one page."""
    same: dict[str, list[_Place]] = defaultdict(list)
    for place in places:
        _, line, _ = place
        if line.tag is None or line.tag.kind not in _CONTENT:
            for key in _keys(line, body):
                same[key].append(place)
    found: set[int] = set()
    for group in same.values():
        for row in _rows(sorted(group, key=lambda place: place[2].bottom)):
            if len({line.page for _, line, _ in row}) > 1:
                found |= {index for index, _, _ in row}
    return found


def _keys(line: RawLine, body: float) -> Iterator[str]:
    """Yield what is the same on all pages if a line is a running one.

    That is its letters, but "Глава 1" and "Глава 2" in large type are headings: such lines, and
    those without letters, are the same as a whole, or but for a number that follows the pages.
    """
    letters = "".join(filter(str.isalpha, line.text))
    if letters and not is_larger(line, body):
        yield letters
        return
    text = stamps_text.spaced(line)
    yield text
    number = stamps_text.last_number(text)
    rest = "#" if text.isdigit() else stamps_text.key(text, line.page + 1)
    if rest != text and 0 < number <= _HIGHEST_PAGE:
        yield f"{rest} {number - line.page}"


def body_size(lines: tuple[RawLine, ...]) -> float:
    """Return the letter size of most of the text, in points."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.font_size or 0.0] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
