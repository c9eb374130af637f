"""What a person marks in an article: places to come back to, words, and notes on them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reader.model.position import Position


class AnnotationKind(StrEnum):
    """What a mark is: a bookmark is a place alone, a note has words of the person's own."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A bookmark, highlight or note at a stretch of an article, which may span several leaves.

    `key` is the same in every copy of the library. `quoted` are the words of the article there
    (of a bookmark the words that follow it), by which the place is found again in an article that
    was repaired anew. `text` is Markdown.
    """

    identifier: int
    key: str
    article: int
    kind: AnnotationKind
    start: Position
    end: Position
    quoted: str
    text: str
    created: datetime
    changed: datetime
