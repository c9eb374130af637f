"""Contrast, as WCAG 2.2 measures it, and colours mixed so that they keep enough of it.

Colours are "#RRGGBB".
"""

from collections.abc import Iterable

_STEPS = 40
_ROOM = 4.5  # contrast that letters need
BLACK, WHITE = "#000000", "#FFFFFF"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def is_light_on_dark(ink: str, paper: str) -> bool:
    """Tell which way round the two are; where they are alike, which way round is better."""
    if contrast(ink, paper) >= _ROOM:
        return _luminance(ink) > _luminance(paper)
    return contrast(WHITE, paper) > contrast(BLACK, paper)


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour with a share, from 0 to 1, of another one."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    red, green, blue = (round(one + (two - one) * share) for one, two in pairs)
    return f"#{red:02X}{green:02X}{blue:02X}"


def legible(colour: str, grounds: Iterable[str], least: float) -> str:
    """Return the colour, made lighter or darker until it stands out from all the grounds.

    Where that cannot be, the one that comes nearest to it is returned.
    """
    behind = tuple(grounds)

    def worst(candidate: str) -> float:
        return min(contrast(candidate, ground) for ground in behind)

    end = max((BLACK, WHITE), key=worst)
    steps = (mixed(colour, end, step / _STEPS) for step in range(_STEPS + 1))
    return next((each for each in steps if worst(each) >= least), end)


def tinted(paper: str, tint: str, share: float, ink: str, least: float) -> str:
    """Return the paper with up to a share of a tint, as long as the ink stands out from it.

    Where no tint leaves the ink enough contrast, the paper moves away from the ink. It remains as
    dark or light that black or white stands out from it, for links and rings.
    """
    near, away = (WHITE, BLACK) if is_light_on_dark(ink, paper) else (BLACK, WHITE)
    for end in (tint, away):
        for step in range(_STEPS, _STEPS // 4, -1):
            candidate = mixed(paper, end, share * step / _STEPS)
            room = contrast(near, candidate) >= _ROOM
            if room and candidate != paper and contrast(ink, candidate) >= least:
                return candidate
    return paper


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
