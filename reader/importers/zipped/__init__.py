"""Documents that are zip files: Word (.docx) and EPUB; the others of this family are named."""

from typing import TYPE_CHECKING

from reader.errors import OtherFormatError
from reader.importers.incoming import Incoming
from reader.model.raw import RawDocument

if TYPE_CHECKING:
    from reader.importers.zipped.container import Container

_PART = b"PK\x03\x04"
# Office Open XML names the kinds of its parts, OpenDocument and EPUB themselves.
_TYPES = "[Content_Types].xml"
_KIND = "mimetype"
_LONGEST_KIND = 200
_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml."
_WORD_WITH_MACROS = b"application/vnd.ms-word."
_OFFICE = {b"spreadsheetml": ".xlsx", b"presentationml": ".pptx"}
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_OPEN = {b"text": ".odt", b"spreadsheet": ".ods", b"presentation": ".odp", b"graphics": ".odg"}
_BOOK_KIND = b"application/epub+zip"
_BOOK = "META-INF/container.xml"


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are a zip file; what is in it is looked at when it is read."""
    return data.startswith(_PART)


def read(incoming: Incoming) -> RawDocument:
    """Return the lines of the document in a zip file.

    Raises `SourceError`: damaged, too large, protected, unsafe, or `OtherFormatError` where it
    holds anything but a Word document or an EPUB.
    """
    # mammoth and lxml take a tenth of a second to load.
    from reader.importers.zipped.container import Container
    from reader.importers.zipped.documents import read_book, read_word

    container = Container(incoming.data, incoming.where)
    if _TYPES in container:
        types = container.part(_TYPES)
        if _WORD in types or _WORD_WITH_MACROS in types:
            return read_word(container, incoming)
        kind = next((name for sort, name in _OFFICE.items() if sort in types), ".zip")
        raise OtherFormatError(incoming.where, kind)
    if _BOOK in container:
        return read_book(container, incoming)
    raise OtherFormatError(incoming.where, _other_kind(container))


def is_book(data: bytes) -> bool:
    """Tell whether bytes begin as those of a book do: with its kind, so that all may know it."""
    return recognises(data) and _BOOK_KIND in data[:_LONGEST_KIND]


def members(incoming: Incoming) -> tuple[Incoming, ...]:
    """Return the articles of a book that is a collection of such, each as a book of its own.

    None for all others. Raises `SourceError`.
    """
    from reader.importers.zipped.container import Container
    from reader.importers.zipped.documents import members_of_book

    container = Container(incoming.data, incoming.where)
    return members_of_book(container, incoming) if _BOOK in container else ()


def _other_kind(container: "Container") -> str:
    """Return the usual ending of a document that is not read; ".zip" where it is none."""
    if _KIND not in container:
        return ".zip"
    kind = container.part(_KIND)[:_LONGEST_KIND].strip()
    return _OPEN.get(kind.removeprefix(_OPEN_DOCUMENT), ".zip")
