"""How large the letters are on paper."""

from reader.settings import PRINT_SIZES, Settings

_USUAL = 12  # points, on paper as usual as the screen's
_OF_SCREEN = 2 / 3  # so that the usual size of the screen is the usual one on paper


def print_size(settings: Settings) -> int:
    """Return the size in points: the one that was chosen, else as large as it is on the screen."""
    if settings.print_size:
        return max(settings.print_size, PRINT_SIZES.start)
    return max(_USUAL, round(settings.text_size * _OF_SCREEN))
