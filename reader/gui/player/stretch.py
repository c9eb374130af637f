"""Only a stretch of an article: whole sentences, and of those that are cut the words in it."""

from collections.abc import Iterable
from dataclasses import replace

from reader.model.position import Extent, Position
from reader.model.utterance import Part, Utterance


def within(utterances: Iterable[Utterance], start: Position, end: Position) -> list[Utterance]:
    """Return what is said between two places; a word that is cut is said whole."""
    cut = (_cut(utterance, start, end) for utterance in utterances)
    return [utterance for utterance in cut if utterance is not None]


def _cut(utterance: Utterance, start: Position, end: Position) -> Utterance | None:
    whole = utterance.source
    first = max(start, Position(whole.block, whole.start))
    last = min(end, Position(whole.block, whole.end))
    if first >= last:
        return None
    extent = Extent(whole.block, first.char, last.char)
    if extent == whole:
        return utterance
    kept = (_kept(part, extent) for part in utterance.parts)
    parts = tuple(part for part in kept if part is not None)
    if not parts:
        return None
    sources = [word.source for part in parts for word in part.words]
    left, right = min(each.start for each in sources), max(each.end for each in sources)
    tones = tuple(tone for tone in utterance.tones if left <= tone.char <= right)
    return replace(utterance, said=parts, source=Extent(whole.block, left, right), tones=tones)


def _kept(part: Part, extent: Extent) -> Part | None:
    words = [
        word
        for word in part.words
        if word.source.end > extent.start and word.source.start < extent.end
    ]
    if not words:
        return None
    begin = words[0].start
    # What follows the last word, such as a question mark, is heard in the voice.
    end = len(part.text) if words[-1] is part.words[-1] else words[-1].end
    moved = tuple(replace(w, start=w.start - begin, end=w.end - begin) for w in words)
    at_home = _kept(part.at_home, extent) if part.at_home is not None else None
    return Part(part.text[begin:end], part.language, moved, at_home)
