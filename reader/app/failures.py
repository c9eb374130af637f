"""Errors as the library keeps them: by name and facts, so that they can be worded at any time."""

from pathlib import Path

from reader import errors
from reader.errors import ReaderError
from reader.model.feed import Failure


def failure_of(error: ReaderError) -> Failure:
    """Return an error as it can be kept."""
    facts = tuple(
        (name, str(value) if isinstance(value, Path) else value)
        for name, value in vars(error).items()
        if isinstance(value, (str, int, float, Path))
    )
    return Failure(type(error).__name__, facts)


def error_of(failure: Failure) -> ReaderError:
    """Return the error again; one that this version does not know is a plain `FeedError`."""
    kind = getattr(errors, failure.kind, errors.FeedError)
    error: ReaderError = kind.__new__(kind)
    vars(error).update(failure.facts)
    if kind is errors.FeedError and "where" not in vars(error):
        vars(error)["where"] = failure.kind
    return error
