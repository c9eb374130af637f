"""The parts of a library that neither its list nor an article needs."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.adding import Adding
from reader.library.annotations import Annotations
from reader.library.connections import Connections
from reader.library.originals import Originals

if TYPE_CHECKING:
    from reader.library.archive.making import Making
    from reader.library.archive.merging import Merging
    from reader.library.archive.restoring import Restoring
    from reader.library.feeds import Feeds
    from reader.library.link_notes import LinkNotes
    from reader.library.original_texts import OriginalTexts
    from reader.library.pins import Pins
    from reader.library.versions import Versions


class SeldomParts:
    """Read in and made when they are asked for, so that the window comes sooner."""

    annotations: Annotations
    _path: Path
    _connections: Connections
    _originals: Originals
    _adding: Adding

    @cached_property
    def versions(self) -> "Versions":
        """The older versions of articles."""
        from reader.library.versions import Versions

        return Versions(self._connections)

    @cached_property
    def original_texts(self) -> "OriginalTexts":
        """The articles in their original languages."""
        from reader.library.original_texts import OriginalTexts

        return OriginalTexts(self._connections, self._path)

    @cached_property
    def pins(self) -> "Pins":
        """The pairs that a person has made between articles and their originals."""
        from reader.library.pins import Pins

        return Pins(self._connections, self._path)

    @cached_property
    def link_notes(self) -> "LinkNotes":
        """What is known of the links of articles."""
        from reader.library.link_notes import LinkNotes

        return LinkNotes(self._connections)

    @cached_property
    def feeds(self) -> "Feeds":
        """The feeds, and what they told of."""
        from reader.library.feeds import Feeds

        return Feeds(self._connections)

    @cached_property
    def archiving(self) -> "Making":
        """What makes archives."""
        from reader.library.archive.making import Making

        return Making(self._connections, self._originals)

    @cached_property
    def merging(self) -> "Merging":
        """What takes notes and tags of archives over."""
        from reader.library.archive.merging import Merging

        return Merging(self._connections, self.annotations)

    @cached_property
    def restoring(self) -> "Restoring":
        """What takes the copy of a whole library in."""
        from reader.library.archive.restoring import Restoring

        return Restoring(self._connections, self._adding, self.merging)
