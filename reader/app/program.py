"""Which version of the program this is, and how it shows itself to others."""

from collections.abc import Iterable

from reader.sources.fetch import Fetcher


def version() -> str:
    """Return the version, or "" in a checkout that has not been installed."""
    from importlib import metadata

    try:
        return metadata.version("chetivo")
    except metadata.PackageNotFoundError:
        return ""


def fetcher(allowed: Iterable[str] = ()) -> Fetcher:
    """Return what fetches pages as this program; these hosts of private networks are allowed."""
    return Fetcher(version(), allowed=allowed)
