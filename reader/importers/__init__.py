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


def read(incoming: Incoming) -> RawDocument:
    """Return the document that the bytes hold.

    Raises `SourceError`: empty, of unknown format, damaged, in need of a password, without text.
    """
    if not incoming.data.strip():
        raise EmptyDocumentError(incoming.where)
    # A text may begin with the mark of another format.
    for importer in (plain,) if incoming.pasted else IMPORTERS:
        if importer.recognises(incoming.data):
            document = importer.read(incoming)
            if not document.lines:
                raise EmptyDocumentError(incoming.where)
            return document
    raise UnknownFormatError(incoming.where)
