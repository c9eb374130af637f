"""What PDFs that this program has made say of themselves, for `reader.exporters.pdf` wrote it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date

from reader.importers.parts import About

_OF_THE_WEB = ("https://", "http://")


def with_ours(about: About, told: Callable[[str], str]) -> About:
    """Return what is known of a PDF with what it says under the names of this program."""
    published = None
    with suppress(ValueError):  # most files say nothing, some another's nonsense
        published = date.fromisoformat(told("ChetivoPublished"))
    return replace(
        about,
        address=_address(told("ChetivoSource")),
        original=_address(told("ChetivoOriginal")),
        published=published,
        author=told("ChetivoAuthor"),
    )


def _address(told: str) -> str | None:
    return told if told.startswith(_OF_THE_WEB) else None
