"""What has changed in an article since an older version of it."""

from typing import TYPE_CHECKING

from reader.library.store import Library
from reader.model.leaves import leaves

if TYPE_CHECKING:
    from reader.model.version import Change


def changes(library: Library, identifier: int, number: int) -> "tuple[Change, ...]":
    """Return what differs between an older version and the article as it is now.

    Raises `UnknownArticleError`, `LibraryError`.
    """
    from reader.text.differences import differences

    before = leaves(library.versions.article(identifier, number))
    after = leaves(library.article(identifier))
    return differences([leaf.text for leaf in before], [leaf.text for leaf in after])
