"""The identifiers of articles: those of the library, and of archives open beside it."""

ARCHIVE_BITS = 40
"""An identifier is an archive's number, 0 for the library, and below it so many bits of its own."""


def archive_of(identifier: int) -> int:
    """Return the number of the open archive that an article is in; 0 for the person's library."""
    return identifier >> ARCHIVE_BITS


def own_number(identifier: int) -> int:
    """Return an article's number in its own archive or library."""
    return identifier & ((1 << ARCHIVE_BITS) - 1)


def in_archive(archive: int, own: int) -> int:
    """Return the identifier of an article of an open archive."""
    return archive << ARCHIVE_BITS | own
