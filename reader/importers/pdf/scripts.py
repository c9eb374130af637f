"""Raised and lowered figures written as such: "м²", "10⁶", "CO₂"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.importers.pdf.letters import Letter, PageLetters

# Shares of the letter size.
_SMALLER = 0.85
_RAISED = 0.15
_LOWERED = 0.05
# What a raised figure is no note mark after: a 2 or 3 after units of length, any after a ten.
_RAISED_AFTER = re.compile(r"(?:^|\W)(?:(?:[кдсм]?м|[kdcmµ]?m)(?=[23]$)|10(?=\d$))")
_ELEMENT = re.compile(r"[A-Z][a-z]?$")
_LONGEST_UNIT = 4
_UP = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DOWN = "₀₁₂₃₄₅₆₇₈₉"


def with_scripts(page: PageLetters) -> PageLetters:
    """Return the page with the small figures after units and elements written as they stand."""
    letters = list(page.letters)
    for index in range(1, len(letters)):
        if letters[index].text.isdecimal() and (text := _script(letters, index)):
            letters[index] = letters[index]._replace(text=text, gap="", spaced=False)
    return replace(page, letters=tuple(letters)) if letters != list(page.letters) else page


def _script(letters: Sequence[Letter], index: int) -> str | None:
    letter, last = letters[index], letters[index - 1]
    if letter.style.size == last.style.size and abs(letter.baseline - last.baseline) < 1:
        figures = next((each for each in (_UP, _DOWN) if last.text in each), None)
        return figures[int(letter.text)] if figures else None  # the second figure of a number
    size = last.style.size
    rise = last.baseline - letter.baseline
    if letter.style.size > _SMALLER * size or letter.left - last.right > _SMALLER * size:
        return None
    start = max(0, index - _LONGEST_UNIT)
    before = "".join((" " if x.gap else "") + x.text for x in letters[start:index])
    if rise > _RAISED * size and _RAISED_AFTER.search(before + letter.text):
        return _UP[int(letter.text)]
    if rise < -_LOWERED * size and _ELEMENT.search(before):
        return _DOWN[int(letter.text)]
    return None
