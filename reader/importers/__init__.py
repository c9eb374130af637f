"""From the bytes of a file to a raw document; the importer is picked by content, not by name."""

from typing import Protocol

from reader.errors import (
    EmptyDocumentError,
    HugeFileError,
    NoAnnouncementError,
    UnknownFormatError,
)
from reader.importers import html, pdf, plain, presscorner
from reader.importers.incoming import Incoming
from reader.model.raw import RawDocument


class Importer(Protocol):
    """A module that knows a format."""

    def recognises(self, data: bytes) -> bool:
        """Tell whether the bytes are of the format."""

    def read(self, incoming: Incoming) -> RawDocument:
        """Return the lines of the document."""


# Four thousand pages of text, and half a minute of work; the texts of a day are far smaller.
_MOST_TEXT = 16 * 2**20
IMPORTERS: tuple[Importer, ...] = (pdf, html, presscorner, plain)


def importer_of(incoming: Incoming) -> Importer:
    """Return the importer for the bytes.

    Raises `EmptyDocumentError`, `NoAnnouncementError`, `UnknownFormatError`, or `HugeFileError` for
    text, which is read in the program itself.
    """
    if presscorner.is_mute(incoming):
        raise NoAnnouncementError(incoming.address or incoming.where)
    if not incoming.data.strip():
        raise EmptyDocumentError(incoming.where)
    # A text may begin with the mark of another format.
    for importer in (plain,) if incoming.pasted else IMPORTERS:
        if importer.recognises(incoming.data):
            if importer is plain and len(incoming.data) > _MOST_TEXT:
                raise HugeFileError(incoming.where, _MOST_TEXT // 2**20)
            return importer
    raise UnknownFormatError(incoming.where)


def read(incoming: Incoming) -> RawDocument:
    """Return the document that the bytes hold, read right here; see `reader.importers.apart`.

    Raises `SourceError`: empty, of unknown format, damaged, in need of a password, without text.
    """
    document = importer_of(incoming).read(incoming)
    if not document.lines:
        raise EmptyDocumentError(incoming.where)
    return document
