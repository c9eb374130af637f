"""Note marks and the labels of notes, as letters of a page.

A raised number in the text is a note mark only if a note begins with the same number: "10⁶" and
"м²" are none. Marks and labels are written "[1]".
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.importers.pdf.letters import Letter, PageLetters
from reader.importers.pdf.strips import Line, split

# Shares of the letter size.
_SMALLER = 0.9
_RAISED = 0.12
_LONGEST_NUMBER = 3
# "1 от 3" is a page number.
_SHORTEST_NOTE = 8
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in a line: the letters `start` to `end`; a label stands at the line's start."""

    line: int
    start: int
    end: int
    text: str
    raised: bool


def with_note_marks(pages: Sequence[PageLetters]) -> list[PageLetters]:
    """Return the pages with note marks and the labels of notes written "[1]"."""
    body = body_size(pages)
    lines = [list(split(page.letters)) for page in pages]
    labels = [[*_labels(found, body)] for found in lines]
    marks = [[*_marks(found)] for found in lines]
    known = {label.text for found in labels for label in found}
    known &= {mark.text for found in marks for mark in found}
    return [
        _written(page, found, [x for x in (*notes, *raised) if x.text in known])
        for page, found, notes, raised in zip(pages, lines, labels, marks, strict=True)
    ]


def body_size(pages: Iterable[PageLetters]) -> float:
    """Return the size, in points, that most letters have."""
    sizes = Counter(letter.style.size for page in pages for letter in page.letters)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _labels(lines: list[Line], body: float) -> Iterator[_Number]:
    """Yield the numbers at the start of lines that are raised, or of small type."""
    for index, line in enumerate(lines):
        end = _digits_end(line, 0)
        if not 0 < end < len(line):
            continue
        raised = _is_raised(line[0], line[end])
        small = line[end].style.size < _SMALLER * body and _ends_label(line, end)
        if raised or small:
            yield _Number(index, 0, end, _text(line[:end]), raised)


def _ends_label(line: Line, end: int) -> bool:
    """Tell whether a space, or a full stop and a space, follows a number."""
    if line[end].text in ".)" and end + 1 < len(line):
        end += 1
    return bool(line[end].gap) and len(line) - end > _SHORTEST_NOTE


def _marks(lines: list[Line]) -> Iterator[_Number]:
    for index, line in enumerate(lines):
        start = 1
        while start < len(line):
            if not line[start].text.isdigit():
                start += 1
                continue
            end = _digits_end(line, start)
            if end > start and _is_raised(line[start], line[start - 1]):
                yield _Number(index, start, end, _text(line[start:end]), raised=True)
            start = max(end, start) + 1


def _digits_end(line: Line, start: int) -> int:
    """Return where the digits end that begin there and are of one size."""
    end = start
    while (
        end < len(line)
        and end - start < _LONGEST_NUMBER
        and line[end].text.translate(_PLAIN).isdecimal()
        and line[end].style.size == line[start].style.size
    ):
        end += 1
    return end


def _is_raised(letter: Letter, other: Letter) -> bool:
    if letter.text.translate(_PLAIN) != letter.text:
        return True
    size = other.style.size
    rise = other.baseline - letter.baseline
    smaller = letter.style.size < _SMALLER * size
    return letter.style.size <= size and rise > (_RAISED if smaller else 2 * _RAISED) * size


def _text(letters: Line) -> str:
    return "".join(letter.text for letter in letters).translate(_PLAIN)


def _written(page: PageLetters, lines: list[Line], numbers: list[_Number]) -> PageLetters:
    """Return the page with these numbers written as marks; a label has a space after it."""
    for number in numbers:
        line = lines[number.line]
        first = line[number.start]
        after = line[number.end : number.end + 1]
        end = number.end
        if number.start == 0 and not number.raised and after and after[0].text in ".)":
            end += 1
        space = " " if number.start == 0 else ""
        mark = first._replace(
            text=f"[{number.text}]{space}",
            right=line[end - 1].right,
            gap="" if number.start else first.gap,
        )
        line[number.start : end] = [mark, *([mark._replace(text="")] * (end - number.start - 1))]
    letters = tuple(letter for line in lines for letter in line if letter.text)
    return replace(page, letters=letters) if numbers else page
