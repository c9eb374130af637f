"""PDF files: the letters by pdfium, the structure tree by pypdf, or the letters' places."""

from collections.abc import Callable, Iterable, Iterator

from reader.importers.incoming import Incoming
from reader.importers.parts import PagePart, gathered
from reader.model.raw import RawDocument

FORMAT = "pdf"
# The header may follow some rubbish: ISO 32000-1, implementation note 13.
_HEADER_WITHIN = 1024
_OF_SEVERAL = b"/ChetivoArticles"


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are a PDF file."""
    return b"%PDF-" in data[:_HEADER_WITHIN]


def is_of_several(data: bytes) -> bool:
    """Tell whether bytes are of a PDF that this program has made of several articles."""
    return recognises(data) and _OF_SEVERAL in data


def members(incoming: Incoming) -> Iterator[Incoming]:
    """Yield the articles of such a PDF, each as a PDF of its own; none where it was changed.

    Raises `SourceError`, maybe after some.
    """
    from reader.importers.pdf.collection import members as found

    return found(incoming)


def read(incoming: Incoming) -> RawDocument:
    """Return the lines of a PDF file.

    Raises `SourceError`: damaged, in need of a password, without text, or with garbled text.
    """
    return assembled(parts(incoming, lambda: None))


def assembled(found: Iterable[PagePart]) -> RawDocument:
    """Return the document that the parts make; no foreign parser takes part in this."""
    from reader.importers.pdf.finish import finished

    return finished(*gathered(FORMAT, found))


def parts(incoming: Incoming, beat: Callable[[], None]) -> Iterator[PagePart]:
    """Yield the document page by page; `beat` is called while there is no page to tell of.

    Raises what `read` raises, maybe after the last page.
    """
    # pdfium and pypdf take a tenth of a second to load; only those who open a PDF wait for it.
    from reader.importers.pdf.document import read_parts

    return read_parts(incoming, beat)
