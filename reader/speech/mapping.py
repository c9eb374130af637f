"""Words as they are said, each with the stretch of the article that it stands for."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.model.position import Extent
from reader.model.utterance import Part, SpokenWord
from reader.speech.changes import Change
from reader.speech.spoken.form import spoken_form
from reader.speech.spoken.own import NOTHING, Own
from reader.speech.spoken.pieces import Piece, verbatim
from reader.speech.timing import words_in
from reader.text.latin_reading import home_reading

_LATIN_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]{2,}(?:[’'][A-Za-zÀ-ÖØ-öø-ɏ]+)*")
_HOME = "bg"  # the language that is put into words here; others their voices can read


@dataclass(frozen=True, slots=True)
class Manner:
    """How words are put: `home` is the article's language, `entire` asks for whole addresses.

    `in_full` are the places in a leaf of acronyms that are said by their names, `own` the words
    that the person wants to be said otherwise.
    """

    home: str
    entire: bool = False
    in_full: frozenset[int] = frozenset()
    own: Own = NOTHING


def part(
    text: str, place: Extent, language: str, changes: Iterable[Change], manner: Manner
) -> Part | None:
    """Return a stretch of a leaf's text as it is said; None where nothing is left to say."""
    changed = _Sources(_changed(text, place, changes))
    if not any(map(str.isalnum, changed.words)):
        return None

    def spoken(pieces: Iterable[Piece], language: str, at_home: Part | None) -> Part:
        said = _Sources(pieces)
        words = tuple(_words(said, changed, place.block))
        return Part(said.words.rstrip(), language, words, at_home)

    at_home = None
    if _is_home(manner.home) and not _is_home(language):
        at_home_said = spoken_form(changed.words, manner.own.rule, entire=manner.entire)
        at_home = spoken(_in_home_letters(at_home_said, language), manner.home, None)
    return spoken(_said(changed, language, manner), language, at_home)


def told(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield words that are not in the text, such as "List of 3 items.", as they are said."""
    for language, some in groupby(parts, key=lambda one: one.language):
        words = " ".join(one.text for one in some)
        said = _said(_Sources([verbatim(words, 0, len(words))]), language, Manner(language))
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

    def place_of(self, source: int) -> int | None:
        """Return where a letter of the source stands, if it stands there as it is."""
        for start, piece in zip(self._starts, self._pieces, strict=True):
            if piece.verbatim and piece.start <= source < piece.end:
                return start + source - piece.start
        return None

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


def _said(changed: _Sources, language: str, manner: Manner) -> Sequence[Piece]:
    text = changed.words
    if not _is_home(language):
        return tuple(manner.own.pieces(text))
    places = map(changed.place_of, manner.in_full)
    in_full = frozenset(place for place in places if place is not None)
    return spoken_form(text, manner.own.rule, in_full=in_full, entire=manner.entire)


def _is_home(language: str) -> bool:
    return language.partition("-")[0].lower() == _HOME


def _in_home_letters(pieces: Iterable[Piece], language: str) -> Iterator[Piece]:
    """Yield what is said with the words of another language in Bulgarian letters."""
    primary = language.partition("-")[0]
    for piece in pieces:
        if piece.verbatim:
            yield from _with_letters(piece, primary)
        else:
            yield piece


def _with_letters(piece: Piece, language: str) -> Iterator[Piece]:
    place = 0
    for match in _LATIN_WORD.finditer(piece.words):
        yield verbatim(piece.words, place, match.start()).moved(piece.start)
        yield Piece(home_reading(match.group(), language), *match.span()).moved(piece.start)
        place = match.end()
    yield verbatim(piece.words, place, len(piece.words)).moved(piece.start)


def _words(said: _Sources, changed: _Sources, block: int) -> Iterator[SpokenWord]:
    for start, end in words_in(said.words):
        first, last = changed.of(*said.of(start, end))
        if first < last:  # else the word is not the article's own
            yield SpokenWord(start, end, Extent(block, first, last))
