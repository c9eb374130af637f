"""A text that cannot be said whole, cut up."""

import re
from dataclasses import replace

from reader.model.utterance import Part

_WORD = re.compile(r"\S+")


def halves(part: Part) -> tuple[Part, ...]:
    """Return the first and the second half of a text, cut between words; nothing of one word."""
    words = list(_WORD.finditer(part.text))
    if len(words) < 2:
        return ()
    middle = words[len(words) // 2].start()
    return (_stretch(part, words[0].start(), middle), _stretch(part, middle, words[-1].end()))


def plain(part: Part) -> Part | None:
    """Return the text without anything but letters and digits; None where nothing changes."""
    kept = [place for place, letter in enumerate(part.text) if letter.isalnum()]
    text = "".join(part.text[place] for place in kept)
    if not text or text == part.text:
        return None
    words = tuple(replace(word, start=0, end=len(text)) for word in part.words[:1])
    return replace(part, text=text, words=words)


def _stretch(part: Part, start: int, end: int) -> Part:
    text = part.text[start:end].rstrip()
    words = tuple(
        replace(word, start=max(word.start - start, 0), end=min(word.end - start, len(text)))
        for word in part.words
        if word.start < end and word.end > start
    )
    return replace(part, text=text, words=words)
