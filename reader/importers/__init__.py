"""From the bytes of a file to a raw document; the importer is picked by content, not by name."""

from typing import Protocol

from reader.errors import EmptyDocumentError, UnknownFormatError
from reader.importers import pdf, plain
from reader.importers.incoming import Incoming
from reader.model.raw import RawDocument


class Importer(Protocol):
    """A module that knows a format."""

    def recognises(self, data: bytes) -> bool:
        """Tell whether the bytes are of the format."""

    def read(self, incoming: Incoming) -> RawDocument:
        """Return the lines of the document."""


IMPORTERS: tuple[Importer, ...] = (pdf, plain)


def importer_of(incoming: Incoming) -> Importer:
    """Return the importer for the bytes; raises `EmptyDocumentError`, `UnknownFormatError`."""
    if not incoming.data.strip():
        raise EmptyDocumentError(incoming.where)
    for importer in IMPORTERS:
        if importer.recognises(incoming.data):
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
