"""Markdown: Chetivo's own exports, and the notes and pages that other programs keep."""

from dataclasses import replace

from reader.errors import DamagedFileError
from reader.importers import html
from reader.importers.html.decoding import without_controls
from reader.importers.incoming import Incoming
from reader.importers.markdown.front_matter import front_matter
from reader.importers.markdown.signs import is_named, looks_like_markdown
from reader.importers.told import moment
from reader.model.raw import RawDocument
from reader.text.encodings import decoded

__all__ = ["FORMAT", "is_named", "read", "recognises"]

FORMAT = "markdown"


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are a text with front matter, or with several marks of Markdown."""
    text = decoded(data)
    if text is None:
        return False
    text = _with_line_ends(text)
    return front_matter(text).end > 0 or looks_like_markdown(text)


def read(incoming: Incoming) -> RawDocument:
    """Return the lines of a Markdown text.

    Raises `SourceError`: damaged, too large, or with garbled text.
    """
    # Python-Markdown takes a twentieth of a second to load.
    from reader.importers.markdown.page import page

    text = decoded(incoming.data)
    if text is None:
        raise DamagedFileError(incoming.where)
    text = without_controls(_with_line_ends(text))
    front = front_matter(text)
    try:
        markup = page(text[front.end :])
    except RecursionError as error:
        raise DamagedFileError(incoming.where) from error
    address = incoming.address or front.address("source")
    found = html.from_markup(markup, replace(incoming, address=address), format=FORMAT, whole=True)
    return replace(
        found,
        title=front.word("title") or found.title,
        language=front.word("language"),
        published=front.day("published"),
        author=front.word("author"),
        original=front.address("original"),
        retrieved=moment(front.word("retrieved")),
    )


def _with_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
