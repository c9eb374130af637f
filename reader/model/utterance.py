"""What the voice says in one go, and which part of the article it stands for."""

from dataclasses import dataclass

from reader.model.position import Extent


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A spoken word (characters `start` to `end` of the utterance's text) and its source."""

    start: int
    end: int
    source: Extent


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence to speak, in one language, with the extent of the article it comes from."""

    text: str
    language: str
    source: Extent
    words: tuple[SpokenWord, ...] = ()
