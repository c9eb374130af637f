"""Puts what belongs to articles of an archive beside those of the library."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.library.annotations import Annotations, moved
from reader.library.archive import belongings
from reader.library.archive.belongings import Belongings
from reader.library.connections import Connections
from reader.text.anchors import Moves


@dataclass(frozen=True, slots=True)
class Heir:
    """An article of the library, whether it has just been added, and what it is to get.

    `moves` leads from the archive's text to the library's where the two differ.
    """

    article: int
    new: bool
    found: Belongings
    moves: Moves | None = None


class Merging:
    """Gives articles of the library what an archive has beside the same ones.

    Nothing is lost that was there: tags are united, of two notes with one key the one changed
    last is kept, and a place of reading is only given to what nobody has begun.
    """

    def __init__(self, connections: Connections, annotations: Annotations) -> None:
        self._connections = connections
        self._annotations = annotations

    def keep(self, heirs: Sequence[Heir], *, places: bool) -> int:
        """Give all at once, places of reading where asked for; return how many notes are new.

        Doing it again changes nothing. Raises `LibraryError`, `UnknownArticleError`.
        """
        with self._connections.writing() as connection:
            for heir in heirs:
                found = heir.found
                if heir.moves is not None:
                    found = replace(found, place=heir.moves.nearest(found.place))
                belongings.keep(connection, heir.article, found, new=heir.new, places=places)
        return sum(self._keep_notes(heir) for heir in heirs)

    def _keep_notes(self, heir: Heir) -> int:
        if not heir.found.annotations:
            return 0
        before = {(each.key, each.changed) for each in self._annotations.of(heir.article)}
        kept = [
            self._annotations.put(replace(each, article=heir.article))
            for each in (
                moved(mark, heir.moves) if heir.moves else mark for mark in heir.found.annotations
            )
        ]
        return sum((each.key, each.changed) not in before for each in kept)
