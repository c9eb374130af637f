"""Words as they are said, each with the stretch of the article that it stands for."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.model.position import Extent
from reader.model.utterance import Part, SpokenWord
from reader.speech.changes import Change
from reader.speech.timing import words_in


@dataclass(frozen=True, slots=True)
class _Piece:
    """Spoken words, the first at `at` of all that is said, and what they stand for in a text."""

    at: int
    spoken: str
    start: int
    end: int
    verbatim: bool


def part(text: str, place: Extent, language: str, changes: Iterable[Change]) -> Part | None:
    """Return a stretch of a leaf's text as it is said; None where nothing is left to say."""
    pieces = tuple(_pieces(text, place, changes))
    spoken = "".join(piece.spoken for piece in pieces)
    if not any(map(str.isalnum, spoken)):
        return None
    return Part(spoken, language, tuple(_words(spoken, pieces, place.block)))


def _pieces(text: str, place: Extent, changes: Iterable[Change]) -> Iterator[_Piece]:
    at, now = 0, place.start
    for change in changes:
        for piece in (
            _Piece(at, text[now : change.start], now, change.start, verbatim=True),
            _Piece(at + change.start - now, change.words, change.start, change.end, verbatim=False),
        ):
            if piece.spoken:
                yield piece
        at += change.start - now + len(change.words)
        now = change.end
    yield _Piece(at, text[now : place.end], now, place.end, verbatim=True)


def _words(spoken: str, pieces: Sequence[_Piece], block: int) -> Iterator[SpokenWord]:
    starts = [piece.at for piece in pieces]
    for start, end in words_in(spoken):
        first, _ = _source(start, pieces[bisect_right(starts, start) - 1])
        _, last = _source(end - 1, pieces[bisect_right(starts, end - 1) - 1])
        if first < last:  # else the word is not the article's own
            yield SpokenWord(start, end, Extent(block, first, last))


def _source(place: int, piece: _Piece) -> tuple[int, int]:
    """Return the stretch of source that one spoken letter stands for."""
    if piece.verbatim:
        source = piece.start + place - piece.at
        return source, source + 1
    return piece.start, piece.end
