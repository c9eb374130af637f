"""What the voice says in one go, and which part of the article it stands for."""

from dataclasses import dataclass

from reader.model.leaves import Kind
from reader.model.position import Extent


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A spoken word (characters `start` to `end` of its part's text) and its source."""

    start: int
    end: int
    source: Extent


@dataclass(frozen=True, slots=True)
class Part:
    """What is said in one language without a change of voice."""

    text: str
    language: str
    words: tuple[SpokenWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence to speak, with the extent of the article it comes from.

    `kind` and `level` are those of the leaf that it belongs to.
    """

    parts: tuple[Part, ...]
    source: Extent
    kind: Kind = Kind.PARAGRAPH
    level: int = 0

    @property
    def text(self) -> str:
        """All that is said, whatever the language."""
        return " ".join(part.text for part in self.parts)
