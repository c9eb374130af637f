"""A whole PDF file: by its tags where they cover the text, else by the letters' places."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium

from reader.errors import DamagedFileError, GarbledTextError, NoTextLayerError, PasswordError
from reader.importers.incoming import Incoming
from reader.importers.pdf.columns import ReadingOrder
from reader.importers.pdf.continued import with_whole_tables
from reader.importers.pdf.letters import Letter, PageLetters, page_letters
from reader.importers.pdf.lines import line, lines_of_page
from reader.importers.pdf.notes import body_size, with_note_marks, with_notes
from reader.importers.pdf.strips import split
from reader.importers.pdf.tags import Piece, Structure, read_structure
from reader.importers.pdf.trust import is_usable, with_one_title
from reader.model.raw import RawDocument, RawLine, Run, Tag, TagKind
from reader.text.normal import looks_garbled

_FORMAT = "pdf"
# A page with more letters outside the tree, and such a share, is read by their places.
_MOST_OUTSIDE = 200
_BARE = 0.9
# Fewer letters a page than this beside pictures are a scan's stamp, not its text.
_LEAST_LETTERS = 20


def read_document(incoming: Incoming) -> RawDocument:
    """Return the lines of a PDF file; the errors are those of `reader.importers.pdf.read`."""
    document = _open(incoming)
    try:
        pages = [page_letters(document, index) for index in range(len(document))]
        title = _title(document)
        tagged = bool(pdfium.FPDFCatalog_IsTagged(document.raw))
    except pypdfium2.PdfiumError as error:
        raise DamagedFileError(incoming.where) from error
    finally:
        document.close()
    _check_text(incoming, pages)
    pages = with_note_marks(pages)
    structure = read_structure(incoming.data, incoming.password) if tagged else None
    lines = _tagged_lines(pages, structure) if structure else None
    if lines is None:
        order = ReadingOrder()
        lines = [
            printed
            for number, page in enumerate(pages)
            for printed in lines_of_page(page, number, order)
        ]
        lines = with_whole_tables(lines, [page.page for page in pages])
    lines = with_notes(lines, body_size(pages))
    return RawDocument(
        _FORMAT,
        tuple(lines),
        tuple(page.page for page in pages),
        title,
        structure.language if structure else "",
    )


def _open(incoming: Incoming) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(incoming.data, password=incoming.password)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise PasswordError(incoming.where, wrong=bool(incoming.password)) from error
        raise DamagedFileError(incoming.where) from error


def _title(document: pypdfium2.PdfDocument) -> str:
    try:
        return str(document.get_metadata_value("Title"))
    except UnicodeDecodeError:  # cut off in the middle of a letter
        return ""


def _check_text(incoming: Incoming, pages: list[PageLetters]) -> None:
    letters = sum(len(page.letters) for page in pages)
    pictures = any(page.shapes.pictures for page in pages)
    if letters == 0 or (pictures and letters < _LEAST_LETTERS * len(pages)):
        raise NoTextLayerError(incoming.where, len(pages))
    text = "".join(letter.gap + letter.text for page in pages for letter in page.letters)
    if looks_garbled(text):
        raise GarbledTextError(incoming.where, " ".join(text.split())[:60])


def _tagged_lines(pages: list[PageLetters], structure: Structure) -> list[RawLine] | None:
    """Return the lines in the tree's order, then those outside it, as artifacts.

    Pages that the tree leaves out are read by the places of their letters. None where the tree
    is of no use.
    """
    marked = _by_content(pages)
    total = sum(len(page.letters) for page in pages)
    lines = [
        printed
        for _, pieces in groupby(structure.pieces, key=lambda piece: piece.tag)
        for printed in _element_lines(list(pieces), marked)
    ]
    if not is_usable(lines, total):
        return None
    return _with_bare_pages(with_one_title(lines), pages, marked) + list(_left_over(marked))


def _with_bare_pages(
    lines: list[RawLine], pages: list[PageLetters], marked: dict[tuple[int, int], list[Letter]]
) -> list[RawLine]:
    """Return the lines with those of pages that the tree leaves out, taken out of `marked`."""
    outside: Counter[int] = Counter()
    for (number, _), letters in marked.items():
        outside[number] += len(letters)
    order = ReadingOrder()
    for number, page in enumerate(pages):
        if outside[number] <= max(_MOST_OUTSIDE, _BARE * len(page.letters)):
            continue
        left = [key for key in marked if key[0] == number]
        bare = tuple(letter for key in left for letter in marked.pop(key))
        found = lines_of_page(replace(page, letters=bare), number, order)
        place = next((i for i, known in enumerate(lines) if known.page > number), len(lines))
        lines = [*lines[:place], *found, *lines[place:]]
    return lines


def _by_content(pages: list[PageLetters]) -> dict[tuple[int, int], list[Letter]]:
    marked: dict[tuple[int, int], list[Letter]] = defaultdict(list)
    for number, page in enumerate(pages):
        for letter in page.letters:
            marked[number, letter.style.content].append(letter)
    return marked


def _element_lines(
    pieces: list[Piece], marked: dict[tuple[int, int], list[Letter]]
) -> Iterator[RawLine]:
    """Yield the printed lines of one element, taking their letters out of `marked`."""
    tag = pieces[0].tag
    seen: set[str] = set()
    for page, on_page in groupby(pieces, key=lambda piece: piece.page):
        letters: list[Letter] = []
        links: list[str | None] = []
        for piece in on_page:
            if tag.kind is TagKind.FIGURE:
                yield RawLine((Run(piece.actual or ""),), page, tag=tag)
                continue
            found = marked.pop((page, piece.content), [])
            if piece.actual is not None:
                found = _with_text(found, piece.actual)
            letters += found
            links += [piece.link] * len(found)
        # A table's header is one element, however many pages print it.
        words = "".join(letter.text for letter in letters)
        again = tag.kind is TagKind.CELL and words in seen
        seen.add(words)
        start = 0
        for printed in split(letters):
            end = start + len(printed)
            shown = Tag(TagKind.ARTIFACT, 0) if again else tag
            yield line(printed, page, links[start:end], shown)
            start = end


def _with_text(letters: list[Letter], actual: str) -> list[Letter]:
    """Return the letters with the text that the tree gives for them, such as a soft hyphen."""
    return [replace(letters[0], text=actual)] if letters and actual else []


def _left_over(marked: dict[tuple[int, int], list[Letter]]) -> Iterator[RawLine]:
    for (page, _), letters in sorted(marked.items(), key=lambda item: item[0]):
        for printed in split(letters):
            yield line(printed, page, [None] * len(printed), Tag(TagKind.ARTIFACT, 0))
