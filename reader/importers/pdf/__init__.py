"""PDF files: the letters by pdfium, the structure tree by pypdf, or the letters' places."""

from reader.importers.incoming import Incoming
from reader.model.raw import RawDocument

FORMAT = "pdf"
# The header may follow some rubbish: ISO 32000-1, implementation note 13.
_HEADER_WITHIN = 1024


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are a PDF file."""
    return b"%PDF-" in data[:_HEADER_WITHIN]


def read(incoming: Incoming) -> RawDocument:
    """Return the lines of a PDF file.

    Raises `SourceError`: damaged, in need of a password, without text, or with garbled text.
    """
    # pdfium and pypdf take a tenth of a second to load; only those who open a PDF wait for it.
    from reader.importers.pdf.document import read_document

    return read_document(incoming)
