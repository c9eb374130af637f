"""Places of an article found again in another text of it: repaired, corrected or published anew.

The window needs stretches from the start on; what compares texts is read in when it is asked for.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reader.model.position import START, Position

_LONG = 40  # letters: so many are hardly said twice
_AROUND = 60  # letters on each side that tell equal words apart
_ENOUGH_AROUND = 12  # of these that must be the same where words stand elsewhere
_MOST_GROWN = 2  # times as long as it was, else new words at its ends are none of it
_LEAST_KEPT = 0.5  # of the letters of a stretch, else it is lost


class Certainty(Enum):
    """How sure it is that a stretch is the one that was meant."""

    EXACT = auto()  # the same words between the same neighbours
    MOVED = auto()  # the same words elsewhere
    DOUBTFUL = auto()  # what has become of the words
    LOST = auto()  # the words are gone: an empty stretch where they would be


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an article, which may span several leaves."""

    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Refound:
    """A stretch in the other text, and how sure it is."""

    stretch: Stretch
    certainty: Certainty


def moved(
    places: Sequence[Position], before: Sequence[str], after: Sequence[str]
) -> list[Position | None]:
    """Return where the words at places of an article are in another text of it.

    Both texts are the words of each leaf. None stands for words that are gone.
    """
    moves = Moves(before, after)
    return [moves.place(place) for place in places]


def words_at(stretch: Stretch, texts: Sequence[str]) -> str:
    """Return the words of a stretch of an article, a line for each leaf."""
    first, last = stretch.start.block, stretch.end.block
    found = []
    for block in range(first, min(last + 1, len(texts))):
        begin = stretch.start.char if block == first else 0
        end = stretch.end.char if block == last else None
        found.append(texts[block][begin:end])
    return "\n".join(found)


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts differ in spaces, signs and capitals at most."""
    return _letters(one) == _letters(other)


class Moves:
    """Leads from the places of one text of an article to those of another."""

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        """Compare two texts, given as the words of each leaf."""
        from reader.text.same_letters import Letters, runs

        self._is_same = list(before) == list(after)
        self._old, self._new = Letters(before), Letters(after)
        self._runs = () if self._is_same else tuple(runs(self._old, self._new))
        self._begins = [run.old for run in self._runs]

    def place(self, place: Position) -> Position | None:
        """Return where the word at a place is now; None where it is gone."""
        if self._is_same:
            return place
        letter = self._old.at_or_after(place)
        if self._old.is_behind(place, letter):
            found = self._led(letter - 1)
            return None if found is None else self._end(place, letter, found + 1)
        found = self._led(letter)
        return None if found is None else self._begin(place, letter, found)

    def nearest(self, place: Position) -> Position:
        """Return where the word at a place is now, or else what stood next to it."""
        return self.place(place) or self._beside(self._old.at_or_after(place))

    def stretch(self, stretch: Stretch, quoted: str) -> Refound:
        """Return where a stretch is now; `quoted` are the words that it had when it was marked.

        Only where these are not found do the words count that stand there in the old text.
        """
        if self._is_same:
            return Refound(stretch, Certainty.EXACT)
        first, end = self._old.at_or_after(stretch.start), self._old.at_or_after(stretch.end)
        wanted = _letters(quoted)
        if first >= end:
            return self._empty(stretch, wanted)
        led = self._led(first)
        whole = led is not None and self._led(end - 1) == led + end - 1 - first
        if led is not None and whole and wanted and self._new.text.startswith(wanted, led):
            there = (led, led + len(wanted))
            return self._refound(stretch, (first, end), there, Certainty.EXACT)
        sought = self._sought(wanted, first)
        if sought is not None:
            there = (sought, sought + len(wanted))
            return self._refound(stretch, (first, end), there, Certainty.MOVED)
        return self._changed(stretch, first, end)

    def _empty(self, stretch: Stretch, wanted: str) -> Refound:
        """Return where a stretch without letters is, which was lost before or is a picture."""
        first = self._old.at_or_after(stretch.start)
        sought = self._sought(wanted, first)
        if sought is None:
            place = self.nearest(stretch.start)
            return Refound(Stretch(place, place), Certainty.LOST)
        found = Stretch(self._new.begin(sought), self._new.end(sought + len(wanted)))
        return Refound(found, Certainty.MOVED)

    def _changed(self, stretch: Stretch, first: int, end: int) -> Refound:
        """Return what has become of a stretch whose words are not there any more."""
        kept = [there for at in range(first, end) if (there := self._led(at)) is not None]
        if len(kept) < _LEAST_KEPT * (end - first) or kept[0] > kept[-1]:
            place = self._beside(first)
            return Refound(Stretch(place, place), Certainty.LOST)
        before, behind = self._led(first - 1), self._led(end)
        begin = kept[0] if before is None or before >= kept[0] else before + 1
        stop = kept[-1] + 1 if behind is None or behind <= kept[-1] else behind
        if stop - begin > _MOST_GROWN * (end - first):
            begin, stop = kept[0], kept[-1] + 1
        return self._refound(stretch, (first, end), (begin, stop), Certainty.DOUBTFUL)

    def _refound(
        self, stretch: Stretch, old: tuple[int, int], new: tuple[int, int], certainty: Certainty
    ) -> Refound:
        start = self._begin(stretch.start, old[0], new[0])
        return Refound(Stretch(start, self._end(stretch.end, old[1], new[1])), certainty)

    def _led(self, letter: int) -> int | None:
        """Return which letter of the new text a letter of the old one is."""
        number = bisect_right(self._begins, letter) - 1
        if number < 0:
            return None
        run = self._runs[number]
        return run.new + letter - run.old if letter < run.old + run.length else None

    def _beside(self, letter: int) -> Position:
        """Return the place behind the last letter before a lost one that is still there."""
        number = bisect_right(self._begins, letter) - 1
        if number >= 0:
            run = self._runs[number]
            return self._new.end(run.new + run.length)
        return self._new.begin(self._runs[0].new) if self._runs else START

    def _begin(self, place: Position, letter: int, found: int) -> Position:
        """Return a place by the letter behind it, with the same signs in between."""
        mine, there = self._old.begin(letter), self._new.begin(found)
        if mine.block != place.block:
            return there
        before = self._old.texts[mine.block][place.char : mine.char]
        text = self._new.texts[there.block][: there.char]
        common = 0
        while common < min(len(before), len(text)) and before[-1 - common] == text[-1 - common]:
            common += 1
        return Position(there.block, there.char - common)

    def _end(self, place: Position, letter: int, found: int) -> Position:
        """Return a place by the letter before it, with the same signs in between."""
        mine, there = self._old.end(letter), self._new.end(found)
        if mine.block != place.block:
            return there
        behind = self._old.texts[mine.block][mine.char : place.char]
        text = self._new.texts[there.block][there.char :]
        common = 0
        while common < min(len(behind), len(text)) and behind[common] == text[common]:
            common += 1
        return Position(there.block, there.char + common)

    def _sought(self, wanted: str, first: int) -> int | None:
        """Return where letters are in the new text, where it is certain that these are meant."""
        if not wanted:
            return None
        there = list(_occurrences(wanted, self._new.text))
        if not there:
            return None
        around = {place: self._agreement(wanted, first, place) for place in there}
        best = max(there, key=lambda place: (around[place], -abs(place - first)))
        alone = len(there) == 1 and sum(1 for _ in _occurrences(wanted, self._old.text)) <= 1
        is_sure = alone or len(wanted) >= _LONG or around[best] >= _ENOUGH_AROUND
        return best if is_sure else None

    def _agreement(self, wanted: str, first: int, place: int) -> int:
        """Return how many letters on both sides are the same, and whether words begin alike."""
        before = self._old.text[max(0, first - _AROUND) : first]
        text = self._new.text[max(0, place - _AROUND) : place]
        behind = self._old.text[first + len(wanted) :][:_AROUND]
        rest = self._new.text[place + len(wanted) :][:_AROUND]
        whole = self._new.begins_word(place) and self._new.begins_word(place + len(wanted))
        return _common(before[::-1], text[::-1]) + _common(behind, rest) + whole


def _occurrences(wanted: str, text: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _common(one: str, other: str) -> int:
    """Return how many letters two texts have in common from their beginning."""
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return number
    return min(len(one), len(other))


def _letters(text: str) -> str:
    """Return the letters of a text, all of them small."""
    from reader.text.normal import letters_of, small

    return letters_of(small(text))
