"""Words as they are said, each with the stretch of the article that it stands for."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reader.model.position import Extent
from reader.model.utterance import Part, SpokenWord
from reader.speech.changes import Change
from reader.speech.spoken.form import spoken_form
from reader.speech.spoken.own import Own
from reader.speech.spoken.pieces import Piece, verbatim
from reader.speech.timing import words_in

_HOME = "bg"  # the language that is put into words here; others their voices can read
_NOTHING = Own(())


def part(
    text: str, place: Extent, language: str, changes: Iterable[Change], own: Own
) -> Part | None:
    """Return a stretch of a leaf's text as it is said; None where nothing is left to say."""
    changed = _Sources(_changed(text, place, changes))
    if not any(map(str.isalnum, changed.words)):
        return None
    said = _Sources(_said(changed.words, language, own))
    return Part(said.words.rstrip(), language, tuple(_words(said, changed, place.block)))


def told(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield words that are not in the text, such as "List of 3 items.", as they are said."""
    for language, some in groupby(parts, key=lambda one: one.language):
        said = _said(" ".join(one.text for one in some), language, _NOTHING)
        yield Part(_Sources(said).words, language)


class _Sources:
    """Pieces that follow each other, as words, and what each letter of these stands for."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces: Sequence[Piece] = [piece for piece in pieces if piece.words]
        self._starts: list[int] = []
        length = 0
        for piece in self._pieces:
            self._starts.append(length)
            length += len(piece.words)
        self.words = "".join(piece.words for piece in self._pieces)

    def of(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch that the letters `start` to `end` stand for; it may be empty."""
        if start >= end:
            return start, start
        return self._letter(start)[0], self._letter(end - 1)[1]

    def _letter(self, place: int) -> tuple[int, int]:
        number = bisect_right(self._starts, place) - 1
        piece = self._pieces[number]
        if piece.verbatim:
            source = piece.start + place - self._starts[number]
            return source, source + 1
        return piece.start, piece.end


def _changed(text: str, place: Extent, changes: Iterable[Change]) -> Iterator[Piece]:
    """Yield a stretch of a text with its changes."""
    now = place.start
    for change in changes:
        yield verbatim(text, now, change.start)
        yield Piece(change.words, change.start, change.end)
        now = change.end
    yield verbatim(text, now, place.end)


def _said(text: str, language: str, own: Own) -> Sequence[Piece]:
    if language.partition("-")[0].lower() == _HOME:
        return spoken_form(text, own.rule)
    return tuple(own.pieces(text))


def _words(said: _Sources, changed: _Sources, block: int) -> Iterator[SpokenWord]:
    for start, end in words_in(said.words):
        first, last = changed.of(*said.of(start, end))
        if first < last:  # else the word is not the article's own
            yield SpokenWord(start, end, Extent(block, first, last))
