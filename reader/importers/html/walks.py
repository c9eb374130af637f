"""A walk over the elements of a page: where it stands, and what it yields."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias

from reader.importers.html.inline import PLAIN
from reader.model.raw import RawLine, Run, TagKind


@dataclass(frozen=True, slots=True)
class Place:
    """Where the walk stands: what loose text is, how deep lists are, in which style."""

    kind: TagKind = TagKind.PARAGRAPH
    element: int = 0
    depth: int = 0
    look: Run = PLAIN


# A walk yields lines, and walks into what lies deeper: so no page is too deep for it.
Walk: TypeAlias = Generator["RawLine | Walk", None, None]
