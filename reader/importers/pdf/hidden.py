"""Letters that nobody sees on the printed page, told apart from those that are read."""

from collections.abc import Callable

from reader.importers.pdf.letters import Letter, PageLetters
from reader.importers.pdf.shapes import is_white
from reader.model.raw import Box

# Points; smaller letters are there for search engines.
_TINY = 1.0
_SHORT = 1.5


def hidden(page: PageLetters) -> set[int]:
    """Return the numbers of the letters that do not show.

    What would hide half of a page and more is read wrongly: letters that text recognition laid
    under a picture, or white ones on a ground that was not found.
    """
    found: set[int] = set()
    for test in (_unseen, _outside(page), _tiny, _white_on_white(page)):
        numbers = {letter.number for letter in page.letters if test(letter)}
        if 2 * len(numbers) < len(page.letters):
            found |= numbers
    return found


def _unseen(letter: Letter) -> bool:
    return letter.style.unseen


def _tiny(letter: Letter) -> bool:
    return letter.style.size < _TINY and letter.bottom - letter.top < _SHORT


def _outside(page: PageLetters) -> Callable[[Letter], bool]:
    width, height = page.page.width, page.page.height

    def test(letter: Letter) -> bool:
        return (
            letter.right <= 0 or letter.left >= width or letter.bottom <= 0 or letter.top >= height
        )

    return test


def _white_on_white(page: PageLetters) -> Callable[[Letter], bool]:
    grounds = page.shapes.grounds

    def test(letter: Letter) -> bool:
        colour = letter.style.colour
        if colour is None or not is_white(colour):
            return False
        x, y = (letter.left + letter.right) / 2, (letter.top + letter.bottom) / 2
        return not any(_holds(ground, x, y) for ground in grounds)

    return test


def _holds(box: Box, x: float, y: float) -> bool:
    return box.left <= x <= box.right and box.top <= y <= box.bottom
