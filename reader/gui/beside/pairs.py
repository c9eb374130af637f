"""Which sentence a place is in, and which sentences of the other text say the same."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, auto

from reader.app import Paired
from reader.model.bilingual import Bead, Sentence
from reader.model.position import START, Extent, Position


class Side(Enum):
    """One of the two texts."""

    ARTICLE = auto()
    ORIGINAL = auto()

    @property
    def other(self) -> "Side":
        """The other one."""
        return Side.ORIGINAL if self is Side.ARTICLE else Side.ARTICLE


@dataclass(frozen=True, slots=True)
class Match:
    """Sentences of one text, by number, and those of the other that say the same.

    `other` is empty where nothing there says it; `doubtful` tells that the pair is a guess.
    """

    own: tuple[int, ...]
    other: tuple[int, ...]
    doubtful: bool = False


class Pairs:
    """The sentences of an article and its original, found by their places in either text."""

    def __init__(self, paired: Paired) -> None:
        self.paired = paired
        self._sentences = {Side.ARTICLE: paired.left, Side.ORIGINAL: paired.right}
        self._places = {side: list(map(_place, some)) for side, some in self._sentences.items()}
        self._beads = {
            Side.ARTICLE: {i: bead for bead in paired.alignment.beads for i in bead.left},
            Side.ORIGINAL: {j: bead for bead in paired.alignment.beads for j in bead.right},
        }

    def sentences(self, side: Side) -> tuple[Sentence, ...]:
        """Return the sentences of a text, in reading order."""
        return self._sentences[side]

    def at(self, side: Side, place: Position) -> int | None:
        """Return the sentence at a place; None in a leaf that has none, such as the notice.

        A place between two sentences belongs to the one before.
        """
        places = self._places[side]
        number = bisect_right(places, place) - 1
        if number >= 0 and places[number].block == place.block:
            return number
        follows = number + 1 < len(places) and places[number + 1].block == place.block
        return number + 1 if follows else None

    def match(self, side: Side, number: int) -> Match:
        """Return what a sentence is paired with."""
        bead = self._beads[side][number]
        own, other = _sides(bead, side)
        return Match(own, other, bool(other) and bead.doubtful)

    def nearest(self, side: Side, number: int) -> int | None:
        """Return the sentence of the other text that is nearest to what belongs to one of this.

        None where no sentences are paired at all.
        """
        if found := self.match(side, number).other:
            return found[0]
        after = range(number + 1, len(self._sentences[side]))
        for numbers, place in ((range(number - 1, -1, -1), -1), (after, 0)):
            for each in numbers:
                if found := self.match(side, each).other:
                    return found[place]
        return None

    def in_article(self, side: Side, place: Position) -> Position:
        """Return a place of the article, or of the original the start of what says the same."""
        if side is Side.ARTICLE:
            return place
        number = self.at(side, place)
        near = None if number is None else self.nearest(side, number)
        return START if near is None else self._places[Side.ARTICLE][near]

    def extents(self, side: Side, numbers: tuple[int, ...]) -> tuple[Extent, ...]:
        """Return where sentences of a text stand."""
        return tuple(_extent(self._sentences[side][number]) for number in numbers)

    def text(self, side: Side, numbers: tuple[int, ...]) -> str:
        """Return the words of sentences of a text."""
        return " ".join(self._sentences[side][number].text for number in numbers)


def _sides(bead: Bead, side: Side) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return (bead.left, bead.right) if side is Side.ARTICLE else (bead.right, bead.left)


def _extent(sentence: Sentence) -> Extent:
    assert sentence.extent is not None  # noqa: S101  those of an article have all one
    return sentence.extent


def _place(sentence: Sentence) -> Position:
    extent = _extent(sentence)
    return Position(extent.block, extent.start)
