"""An article as what the voice says: leaf by leaf, sentence by sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reader.model.article import Article
from reader.model.leaves import Kind, Leaf, leaves
from reader.model.position import Extent
from reader.model.pronunciation import Pronunciations
from reader.model.utterance import Part, SpokenWord, Utterance
from reader.paths import resource
from reader.speech.spoken.own import Own
from reader.speech.timing import words_in
from reader.text.abbreviations import Rules, load_rules
from reader.text.sentences import sentences

_CELL_END = " | "
# An address in brackets goes with its brackets; of a bare one the site's name is left.
_ADDRESS = re.compile(
    r"(?P<bracketed>\s*\((?:https?://|www\.)[^\s()]*\))"
    r"|(?P<scheme>https?://(?:www\.)?|www\.)[^\s/()„“”]+"
    r"(?P<path>/(?:[^\s()„“”]*[^\s()„“”.,;:!?])?)?"
)
_NOTE_MARK = re.compile(r"(?<=\S)\[\d{1,3}\]")
_Change = tuple[int, int, str]  # first letter, last letter, words in their place


@dataclass(frozen=True, slots=True)
class _Piece:
    """Spoken words and the stretch of a leaf's text that they stand for."""

    spoken: str
    start: int
    end: int

    @property
    def verbatim(self) -> bool:
        """Whether the words are those of the text, letter by letter."""
        return len(self.spoken) == self.end - self.start


def utterances(article: Article, own: Pronunciations = ()) -> tuple[Utterance, ...]:
    """Return all that is to be said, a sentence each, in the order of reading.

    A stretch in another language is a part of its own. A table is said row by row.
    Printed addresses and the marks of notes are left out; `own` are said as the person wants.
    """
    rules = load_rules(resource("abbreviations_bg.json"))
    words = Own(own)
    return tuple(
        Utterance(parts, Extent(block, start, end), leaf.kind, leaf.level)
        for block, leaf in enumerate(_lent(leaves(article), article.language, words))
        for start, end in _extents(leaf, rules)
        if (parts := tuple(_parts(leaf, Extent(block, start, end), article.language, words)))
    )


def _lent(found: Iterable[Leaf], home: str, own: Own) -> Iterator[Leaf]:
    """Yield leaves with the person's own words in the languages that they are said in."""
    for leaf in found:
        yield replace(leaf, spans=own.lent(leaf.spans, home))


def _extents(leaf: Leaf, rules: Rules) -> list[tuple[int, int]]:
    if leaf.kind is not Kind.TABLE:
        return sentences(leaf.text, rules)
    return [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", leaf.text)]


def _parts(leaf: Leaf, whole: Extent, home: str, own: Own) -> Iterator[Part]:
    """Yield the parts of one sentence: one for each run of a language."""
    for start, end, language in _runs(leaf, whole, home):
        changes = _changes(leaf.text, start, end, in_table=leaf.kind is Kind.TABLE)
        mine = _mine(leaf.text, start, end, own)
        pieces = list(_pieces(leaf.text, start, end, _apart([*changes, *mine])))
        spoken = "".join(piece.spoken for piece in pieces)
        if any(letter.isalnum() for letter in spoken):
            yield Part(spoken, language, tuple(_words(spoken, pieces, whole.block)))


def _runs(leaf: Leaf, whole: Extent, home: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, language), without space at their ends.

    What has neither letters nor digits, such as a quotation mark, goes with what precedes it.
    """
    found: list[tuple[int, int, str]] = []
    place = 0
    for span in leaf.spans:
        start, end = max(place, whole.start), min(place + len(span.text), whole.end)
        place += len(span.text)
        if start >= end:
            continue
        language = span.language or home
        wordless = not any(letter.isalnum() for letter in leaf.text[start:end])
        if found and (wordless or found[-1][2] == language):
            found[-1] = (found[-1][0], end, found[-1][2])
        else:
            found.append((start, end, language))
    for start, end, language in found:
        run = leaf.text[start:end]
        yield start + len(run) - len(run.lstrip()), start + len(run.rstrip()), language


def _pieces(text: str, start: int, end: int, changes: Iterable[_Change]) -> Iterator[_Piece]:
    place = start
    for left, right, spoken in changes:
        yield _Piece(text[place:left], place, left)
        yield _Piece(spoken, left, right)
        place = right
    yield _Piece(text[place:end], place, end)


def _changes(text: str, start: int, end: int, *, in_table: bool) -> list[_Change]:
    """Return what is said otherwise than it is written, whoever reads."""
    found = [(match.start(), match.end(), "") for match in _NOTE_MARK.finditer(text, start, end)]
    for match in _ADDRESS.finditer(text, start, end):
        parts = (match.span(part) for part in ("bracketed", "scheme", "path") if match[part])
        found += [(left, right, "") for left, right in parts]
    if in_table:
        cells = re.finditer(re.escape(_CELL_END), text[start:end])
        found += [(start + cell.start(), start + cell.end(), ", ") for cell in cells]
    return found


def _mine(text: str, start: int, end: int, own: Own) -> Iterator[_Change]:
    """Yield what this person wants to be said otherwise."""
    for saying in own.found(text):
        if start <= saying.start and saying.end <= end:
            yield saying.start, saying.end, saying.words


def _apart(changes: Iterable[_Change]) -> Iterator[_Change]:
    """Yield changes in order, of those that reach into each other the first."""
    place = 0
    for start, end, words in sorted(changes):
        if start >= place:
            yield start, end, words
            place = end


def _words(spoken: str, pieces: Iterable[_Piece], block: int) -> Iterator[SpokenWord]:
    bounds: list[tuple[int, _Piece]] = []
    length = 0
    for piece in pieces:
        bounds.append((length, piece))
        length += len(piece.spoken)
    for start, end in words_in(spoken):
        first = _source(start, bounds)
        last = _source(end - 1, bounds)
        yield SpokenWord(start, end, Extent(block, first[0], last[1]))


def _source(place: int, bounds: list[tuple[int, _Piece]]) -> tuple[int, int]:
    """Return the stretch of source that one spoken letter stands for."""
    begin, piece = next(pair for pair in reversed(bounds) if pair[0] <= place)
    if piece.verbatim:
        source = piece.start + place - begin
        return source, source + 1
    return piece.start, piece.end
