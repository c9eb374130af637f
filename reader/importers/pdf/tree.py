"""The lines of a tagged PDF, page by page, with their places in the structure tree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from reader.importers.pdf.columns import ReadingOrder
from reader.importers.pdf.letters import Letter, PageLetters
from reader.importers.pdf.lines import line, lines_of_page
from reader.importers.pdf.ours import EMPHASIS, STRONG
from reader.importers.pdf.strips import split
from reader.importers.pdf.tags import NO_CONTENT, Piece
from reader.model.raw import RawLine, Run, Tag, TagKind

# A page with more letters outside the tree, and such a share, is read by their places.
_MOST_OUTSIDE = 200
_BARE = 0.9
_LONGEST_NUMBER = 3  # digits of a note's mark

Placed = tuple[int, RawLine]
_Marked = dict[int, list[Letter]]


class TreeLines:
    """The tree's content by pages: each run of one element on one page has its place."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._by_page: dict[int, list[tuple[int, list[Piece]]]] = defaultdict(list)
        self._count = 0
        self._cells: dict[Tag, set[str]] = defaultdict(set)
        self._order = ReadingOrder()
        for (_, page), run in groupby(pieces, key=lambda piece: (piece.tag, piece.page)):
            self._by_page[page].append((self._count, list(run)))
            self._count += 1
        self._last = -1  # the place of the last line of the pages before

    def __len__(self) -> int:
        return self._count

    def lines(self, page: PageLetters, number: int) -> list[Placed]:
        """Return a page's lines with their places; what is outside the tree has the last one.

        A page that the tree leaves out is read by the places of its letters.
        """
        marked: _Marked = defaultdict(list)
        for letter in page.letters:
            marked[letter.style.content].append(letter)
        found = [
            (order, printed)
            for order, pieces in self._by_page.pop(number, [])
            for printed in self._run_lines(pieces, marked)
        ]
        outside = sum(map(len, marked.values()))
        if outside > max(_MOST_OUTSIDE, _BARE * len(page.letters)):
            left = tuple(letter for letters in marked.values() for letter in letters)
            bare = lines_of_page(replace(page, letters=left), number, self._order)
            found += [(max(self._last, 0), printed) for printed in bare]
        else:
            found += self._left_over(marked, number)
        self._last = max((order for order, _ in found if order < len(self)), default=self._last)
        return found

    def _left_over(self, marked: _Marked, number: int) -> Iterator[Placed]:
        for _, letters in sorted(marked.items()):
            for words in split(letters):
                tag = Tag(TagKind.ARTIFACT, 0)
                yield len(self), line(words, number, [None] * len(words), tag)

    def _run_lines(self, pieces: list[Piece], marked: _Marked) -> Iterator[RawLine]:
        """Yield the printed lines of one element on one page, taking letters out of `marked`."""
        tag = pieces[0].tag
        if pieces[0].content == NO_CONTENT:
            yield RawLine((Run(pieces[0].actual or ""),), pieces[0].page, tag=tag)
            return
        if any(piece.told for piece in pieces):
            yield _told_line(pieces, marked)
            return
        letters: list[Letter] = []
        links: list[str | None] = []
        for piece in pieces:
            found = marked.pop(piece.content, [])
            if piece.actual is not None:
                found = _with_text(found, piece.actual)
            if piece.label and (tag.kind is TagKind.FOOTNOTE or letters):
                # What another element begins with is its own number.
                found = _with_mark(found, begins=not letters)
            letters += found
            links += [piece.link] * len(found)
        if tag.kind is TagKind.CELL and self._is_printed_again(tag, letters):
            tag = Tag(TagKind.ARTIFACT, 0)
        start = 0
        for printed in split(letters):
            end = start + len(printed)
            yield line(printed, pieces[0].page, links[start:end], tag)
            start = end

    def _is_printed_again(self, cell: Tag, letters: list[Letter]) -> bool:
        """Tell whether a cell stood on a page before, as a header does on each page of a table."""
        words = "".join(letter.text for letter in letters)
        again = words in self._cells[cell]
        self._cells[cell].add(words)
        return again


def _told_line(pieces: list[Piece], marked: _Marked) -> RawLine:
    """Return what the pieces tell, whatever their glyphs are taken for."""
    runs: list[Run] = []
    printed: list[Letter] = []
    for piece in pieces:
        found = marked.pop(piece.content, [])
        # The font tells it of older files, but one with pictures for letters has one look for all.
        bold = STRONG in piece.styles or (bool(found) and found[0].style.bold)
        italic = EMPHASIS in piece.styles or (bool(found) and found[0].style.italic)
        runs.append(Run(piece.told or "", bold, italic, piece.link, language=piece.language))
        printed += found
    page, tag = pieces[0].page, pieces[0].tag
    if not printed:
        return RawLine(tuple(runs), page, tag=tag)
    return replace(line(printed, page, [None] * len(printed), tag), runs=tuple(runs))


def _with_text(letters: list[Letter], actual: str) -> list[Letter]:
    """Return the letters with the text that the tree gives for them, such as a soft hyphen."""
    return [letters[0]._replace(text=actual)] if letters and actual else []


def _with_mark(letters: list[Letter], *, begins: bool) -> list[Letter]:
    """Return the label of a note, in the text or before the note itself, written "[1]"."""
    number = "".join(letter.text for letter in letters).strip("[]. ")
    if not number.isdecimal() or len(number) > _LONGEST_NUMBER:
        return letters
    mark = letters[0]._replace(text=f"[{number}] " if begins else f"[{number}]")
    return [mark._replace(right=letters[-1].right)]
