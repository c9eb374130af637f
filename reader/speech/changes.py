"""What is said otherwise than it is written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from reader.model.article import plain, runs
from reader.model.leaves import Kind, Leaf, cells
from reader.model.notes import MARK
from reader.model.speaking import Speaking, Telling
from reader.speech.announcing import wording

# An address in brackets goes with its brackets; of a bare one the site's name is left.
_ADDRESS = re.compile(
    r"(?P<bracketed>(?:(?<!\s)\s++)?\((?:https?://|www\.)[^\s()]*\))"
    r"|(?P<scheme>https?://(?:www\.)?|www\.)[^\s/()„“”]+"
    r"(?P<path>/(?:[^\s()„“”]*[^\s()„“”.,;:!?])?)?"
)
_NOTE_MARK = re.compile(r"(?<=\S)\[\d{1,3}\]")
_CELL_END = re.compile(r" \| ")
_NAMED_COLUMNS = 3  # with so many, what stands in a row needs the names of its columns


@dataclass(frozen=True, slots=True)
class Change:
    """Words that are said in the place of the characters `start` to `end` of a leaf's text.

    Where there are no characters, the words are not the article's own; `language` is theirs, if
    they are told before those that follow.
    """

    start: int
    end: int
    words: str = ""
    language: str = ""

    def within(self, start: int, end: int) -> "Change":
        """Return what of it concerns a stretch; its words go with its beginning."""
        words = self.words if start <= self.start else ""
        return replace(self, start=max(self.start, start), end=min(self.end, end), words=words)


def changes(leaf: Leaf, home: str, speaking: Speaking) -> list[Change]:
    """Return all that is said otherwise than it is written, in order, none inside another."""
    left_out = sorted(_left_out(leaf.text, speaking), key=_place)
    found = sorted(
        chain(
            left_out,
            _label(leaf, home, speaking),
            _marks(leaf, home, speaking),
            _cells(leaf, home, speaking),
            _links(leaf, home, speaking, left_out),
        ),
        key=_place,
    )
    return list(_apart(found))


def link_starts(leaf: Leaf, left_out: Iterable[Change] = ()) -> Iterator[tuple[int, str | None]]:
    """Yield where each link begins of which anything is said, and its language."""
    text = leaf.text
    silent = {n for change in left_out for n in range(change.start, change.end)}
    for address, start, end, spans in runs(leaf.spans, lambda span: span.link):
        if address and any(text[n].isalnum() and n not in silent for n in range(start, end)):
            yield start, spans[0].language


def _left_out(text: str, speaking: Speaking) -> Iterator[Change]:
    """Yield the printed addresses and marks of notes that the person does not want to hear."""
    if not speaking.marks:
        for mark in _NOTE_MARK.finditer(text):
            yield Change(mark.start(), mark.end())
    if not speaking.addresses:
        for address in _ADDRESS.finditer(text):
            for part in ("bracketed", "scheme", "path"):
                if address[part]:
                    yield Change(*address.span(part))


def _marks(leaf: Leaf, home: str, speaking: Speaking) -> Iterator[Change]:
    """Yield "[2]" as ", note 2"."""
    if speaking.marks:
        _ = wording(home)
        for mark in _NOTE_MARK.finditer(leaf.text):
            yield from _around(mark, _(", note {label}"))


def _label(leaf: Leaf, home: str, speaking: Speaking) -> Iterator[Change]:
    """Yield the label of a note, "[1]", as "Note 1." or as nothing."""
    label = MARK.match(leaf.text) if leaf.kind is Kind.FOOTNOTE else None
    if label is None:
        return
    if speaking.notes is Telling.WORD:
        _ = wording(home)
        yield from _around(label, _("Note {label}."))
    elif speaking.marks:
        yield from _around(label, "{label}.")
    else:
        yield Change(label.start(), label.end() + len(" "))


def _around(mark: re.Match[str], words: str) -> Iterator[Change]:
    """Yield words in the place of the brackets of a mark."""
    before, _, behind = words.partition("{label}")
    start, end = mark.span()
    yield Change(start, start, before)
    yield Change(start, start + 1)
    yield Change(end - 1, end, behind)


def _cells(leaf: Leaf, home: str, speaking: Speaking) -> Iterator[Change]:
    """Yield what is said between the cells of a table, and the names of their columns."""
    if leaf.kind is not Kind.TABLE:
        return
    text = leaf.text
    for between in _CELL_END.finditer(text):
        yield Change(between.start(), between.end(), ", ")
    if speaking.tables is Telling.WORD and leaf.has_header and len(leaf.rows[0]) >= _NAMED_COLUMNS:
        names = [plain(name).strip() for name in leaf.rows[0]]
        for cell in cells(leaf):
            named = cell.row and 0 < cell.column < len(names) and names[cell.column]
            if named and text[cell.start : cell.end].strip():
                yield Change(cell.start, cell.start, f"{names[cell.column]}: ", home)


def _links(
    leaf: Leaf, home: str, speaking: Speaking, left_out: Iterable[Change]
) -> Iterator[Change]:
    """Yield the word before each link; within the sentence, so that its melody stays whole."""
    if speaking.links is Telling.WORD:
        for start, own in link_starts(leaf, left_out):
            language = own if own and speaking.names else home
            _ = wording(language)
            yield Change(start, start, f"{_('link')} ", language)


def _place(change: Change) -> tuple[int, int]:
    return change.start, change.end


def _apart(found: Iterable[Change]) -> Iterator[Change]:
    """Yield changes that do not reach into each other: a mark may stand in an address."""
    end = 0
    for change in found:
        if change.start >= end:
            yield change
            end = max(end, change.end)
