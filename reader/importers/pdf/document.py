"""A whole PDF file: by its tags where they cover the text, else by the letters' places.

It is read some pages at a time: the letters of one page take as much memory as the lines of fifty.
"""

from collections import Counter
from collections.abc import Callable, Generator, Iterator
from functools import partial

import pypdfium2
import pypdfium2.raw as pdfium

from reader.errors import DamagedFileError, GarbledTextError, NoTextLayerError, PasswordError
from reader.importers.incoming import Incoming
from reader.importers.parts import About, PagePart, PageRead
from reader.importers.pdf.columns import ReadingOrder
from reader.importers.pdf.garbled import doubtful_parts
from reader.importers.pdf.hidden import without_hidden
from reader.importers.pdf.letters import PageLetters, page_letters
from reader.importers.pdf.lines import lines_of_page
from reader.importers.pdf.notes import with_note_marks
from reader.importers.pdf.ours import with_ours
from reader.importers.pdf.scripts import with_scripts
from reader.importers.pdf.tags import Structure, read_structure
from reader.importers.pdf.tree import Placed, TreeLines
from reader.importers.pdf.trust import covers, cuts_sentences, letters_in
from reader.model.raw import Repair
from reader.text.normal import looks_garbled

# So many pages are in memory at once. Note marks are told by the notes among them, and whether a
# structure tree is of use by the first of them.
_AT_ONCE = 25
# Fewer letters a page than this beside pictures are a scan's stamp, not its text.
_LEAST_LETTERS = 20
# A long text is judged in pieces of so many letters.
_JUDGED_LETTERS = 500_000


def read_parts(incoming: Incoming, beat: Callable[[], None]) -> Iterator[PagePart]:
    """Yield the pages of a PDF file, then what it says of itself.

    `beat` is called now and then while there is no page to tell of. The errors are those of
    `reader.importers.pdf.read`; they may come after the last page.
    """
    document = _open(incoming)
    try:
        structure = None
        if pdfium.FPDFCatalog_IsTagged(document.raw):
            structure = read_structure(incoming.data, incoming.password, beat)
        told = partial(_told, document)
        trusted = structure is not None and structure.is_told
        pages = _Pages(document, _Judge(incoming, trusted=trusted), beat)
        tagged = yield from pages.parts(structure)
        language = structure.language if structure else ""
        about = About(told("Title"), language, pages.body_size(), tagged)
        yield with_ours(about, told)
    except pypdfium2.PdfiumError as error:
        raise DamagedFileError(incoming.where) from error
    finally:
        document.close()


def _open(incoming: Incoming) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(incoming.data, password=incoming.password)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise PasswordError(incoming.where, wrong=bool(incoming.password)) from error
        raise DamagedFileError(incoming.where) from error


def _told(document: pypdfium2.PdfDocument, key: str) -> str:
    """Return what a document says of itself under a name, or ""."""
    try:
        return str(document.get_metadata_value(key))
    except UnicodeDecodeError:  # cut off in the middle of a letter
        return ""


class _Judge:
    """Refuses a file that has no text, or no readable one; a `trusted` one is known to have it."""

    def __init__(self, incoming: Incoming, *, trusted: bool) -> None:
        self.trusted = trusted
        self._where = incoming.where
        self._pages = 0
        self._letters = 0
        self._pictures = False
        self._text: list[str] = []

    def take(self, number: int, page: PageLetters) -> bool:
        """Look at a page, once; return whether it is new; raises `GarbledTextError`."""
        if number < self._pages:
            return False
        self._pages = number + 1
        self._letters += len(page.letters)
        self._pictures = self._pictures or page.shapes.pictures > 0
        self._text += (letter.gap + letter.text for letter in page.letters)
        if len(self._text) >= _JUDGED_LETTERS:
            self._judge_text()
        return True

    def finish(self) -> None:
        """Judge the whole; raises `NoTextLayerError` or `GarbledTextError`."""
        stamps_only = self._pictures and self._letters < _LEAST_LETTERS * self._pages
        if self._letters == 0 or stamps_only:
            raise NoTextLayerError(self._where, self._pages)
        self._judge_text()

    def _judge_text(self) -> None:
        text, self._text = "".join(self._text), []
        if not self.trusted and looks_garbled(text):
            raise GarbledTextError(self._where, " ".join(text.split())[:60])


class _Pages:
    """The pages of an open file in turn."""

    def __init__(
        self, document: pypdfium2.PdfDocument, judge: _Judge, beat: Callable[[], None]
    ) -> None:
        self._document = document
        self._judge = judge
        self._beat = beat
        self._total = len(document)
        self._first: list[PageLetters] = []
        self._repairs: dict[int, tuple[Repair, ...]] = {}
        self._sizes: Counter[float] = Counter()

    def parts(self, structure: Structure | None) -> Generator[PageRead, None, bool]:
        """Yield each page; again, without tags, where the structure tree turns out useless.

        Returns whether the lines have their tags from the tree.
        """
        useful = structure is not None and (yield from self._tagged(TreeLines(structure.pieces)))
        if not useful:
            self._judge.trusted = False  # what is told is read by the tree alone
            order = ReadingOrder()
            for number, page in self._pages():
                lines = [(number, printed) for printed in lines_of_page(page, number, order)]
                yield self._part(number, page, lines)
        self._judge.finish()
        return useful

    def body_size(self) -> float:
        """Return the size, in points, that most letters have."""
        return self._sizes.most_common(1)[0][0] if self._sizes else 0.0

    def _tagged(self, tree: TreeLines) -> Generator[PageRead, None, bool]:
        """Yield each page by its tags; return False where the structure tree is of no use."""
        covered = total = 0
        seen: list[Placed] = []
        for number, page in self._pages():
            lines = tree.lines(page, number)
            total += len(page.letters)
            inside = [(order, printed) for order, printed in lines if order < len(tree)]
            covered += sum(letters_in(printed) for _, printed in inside)
            if number < _AT_ONCE:
                seen += inside
            judged = number + 1 == min(_AT_ONCE, self._total) and not self._judge.trusted
            if judged and not _is_usable(seen, total):
                return False
            yield self._part(number, page, lines)
        return covers(covered, total)

    def _pages(self) -> Iterator[tuple[int, PageLetters]]:
        """Yield the pages with their numbers; the first ones are kept for a second round."""
        for start in range(0, self._total, _AT_ONCE):
            pages = self._first if start == 0 else []
            if not pages:
                numbers = range(start, min(start + _AT_ONCE, self._total))
                pages = with_note_marks([self._read(number) for number in numbers])
            if start == 0:
                self._first = pages
            yield from enumerate(pages, start)

    def _read(self, number: int) -> PageLetters:
        self._beat()
        page, hidden = without_hidden(page_letters(self._document, number), number)
        page = with_scripts(page)
        if self._judge.take(number, page):
            self._sizes.update(letter.style.size for letter in page.letters)
        self._repairs[number] = (*hidden, *doubtful_parts(page, number))
        return page

    def _part(self, number: int, page: PageLetters, lines: list[Placed]) -> PageRead:
        repairs = self._repairs[number]
        return PageRead(number, self._total, page.page, tuple(lines), repairs)


def _is_usable(placed: list[Placed], letters: int) -> bool:
    """Tell whether the first pages of a tree hold enough of their letters, in whole paragraphs."""
    lines = [printed for _, printed in sorted(placed, key=lambda pair: pair[0])]
    return covers(sum(map(letters_in, lines)), letters) and not cuts_sentences(lines)
