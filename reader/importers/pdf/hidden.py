"""Letters that nobody reads on the printed page, taken out with a repair that says so."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.importers.pdf.letters import Letter, PageLetters
from reader.importers.pdf.shapes import is_white
from reader.importers.pdf.strips import split
from reader.model.raw import Repair

# Points; smaller letters are there for search engines.
_TINY = 1.0
_SHORT = 1.5


def without_hidden(page: PageLetters, number: int) -> tuple[PageLetters, tuple[Repair, ...]]:
    """Return the page with the letters that are read on it, and what was taken out.

    Taken out are letters that do not show, and stamps set across the text or up the margin.
    """
    aslant = {letter.number for letter in page.letters if letter.style.quarters != page.quarters}
    unseen = _unseen(page) - aslant
    if not (aslant or unseen):
        return page, ()
    read = tuple(x for x in page.letters if x.number not in aslant | unseen)
    repairs = (
        *_repairs("hidden", number, (x for x in page.letters if x.number in unseen)),
        *_repairs("aslant", number, (x for x in page.letters if x.number in aslant)),
    )
    return replace(page, letters=read), repairs


def _repairs(step: str, page: int, letters: Iterable[Letter]) -> list[Repair]:
    """Return a repair for each line, as pdfium found it: these letters have no places in lines."""
    text = "".join(letter.gap + letter.text for letter in letters)
    return [Repair(step, page, line.strip(), "") for line in text.splitlines() if line.strip()]


def _unseen(page: PageLetters) -> set[int]:
    """Return the numbers of the letters that do not show.

    What would hide half of a page and more is read wrongly: letters that text recognition laid
    under a picture, or white ones on a ground that was not found.
    """
    found: set[int] = set()
    for letters in (
        filter(_leaves_no_ink, page.letters),
        _outside(page),
        filter(_tiny, page.letters),
        _white_on_white(page),
    ):
        numbers = {letter.number for letter in letters}
        if 2 * len(numbers) < len(page.letters):
            found |= numbers
    return found


def _leaves_no_ink(letter: Letter) -> bool:
    return letter.style.unseen


def _tiny(letter: Letter) -> bool:
    return letter.style.size < _TINY and letter.bottom - letter.top < _SHORT


def _outside(page: PageLetters) -> Iterator[Letter]:
    """Yield the letters of the lines that lie outside the page as a whole.

    A table too wide for its page runs over the edge, but is meant to be read.
    """

    def is_outside(letter: Letter) -> bool:
        across = letter.right <= 0 or letter.left >= width
        return across or letter.bottom <= 0 or letter.top >= height

    width, height = page.page.width, page.page.height
    if any(map(is_outside, page.letters)):
        for line in split(page.letters):
            if all(map(is_outside, line)):
                yield from line


def _white_on_white(page: PageLetters) -> Iterator[Letter]:
    for letter in page.letters:
        colour = letter.style.colour
        if colour is not None and is_white(colour):
            x, y = (letter.left + letter.right) / 2, (letter.top + letter.bottom) / 2
            if not any(
                box.left <= x <= box.right and box.top <= y <= box.bottom
                for box in page.shapes.grounds
            ):
                yield letter
