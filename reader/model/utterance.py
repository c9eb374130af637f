"""What the voice says in one go, and which part of the article it stands for."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

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
    """What is said in one language without a change of voice.

    Words that the article does not have, such as "Quotation.", are in the text alone. `at_home` is
    the same in the letters of the article's language, for where no voice speaks this one.
    """

    text: str
    language: str
    words: tuple[SpokenWord, ...] = ()
    at_home: "Part | None" = None


class Cue(StrEnum):
    """What a short sound stands for."""

    HEADING = "heading"
    QUOTE = "quote"
    QUOTE_END = "quote_end"
    LIST = "list"
    ITEM = "item"
    LINK = "link"
    NOTE = "note"
    PICTURE = "picture"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Tone:
    """A short sound, heard as the word at `char` of the leaf's text begins.

    At the sentence's first letter it is heard before the sentence, at its end behind it.
    """

    cue: Cue
    char: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence to speak, with the extent of the article it comes from.

    `said` are its parts, or what makes them: a long article has many words, and most sentences of
    it are only counted. `kind` and `level` are those of the leaf that it belongs to. A sentence of
    the original that is read beside an article stands at `original` there, as its words do, and
    `source` is what says the same in the article.
    """

    said: tuple[Part, ...] | Callable[[], tuple[Part, ...]]
    source: Extent
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    tones: tuple[Tone, ...] = ()
    original: Extent | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """All that is said, a part for each run of a language; made anew at each call."""
        return self.said() if callable(self.said) else self.said

    @property
    def text(self) -> str:
        """All that is said, whatever the language."""
        return " ".join(part.text for part in self.parts)
