"""The reading keys: which letter was meant, and what it looks for.

A layout with Latin letters gives the letter itself. On a Cyrillic layout (БДС or phonetic) the
key's place on the keyboard counts, so that the key marked H finds headings on both.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from reader.gui.article.outline import Sort
from reader.i18n import mark
from reader.model.annotation import AnnotationKind
from reader.model.leaves import Kind

# Rows of a Latin keyboard by the number that X11 and Wayland give to their first key.
_ROWS = {10: "123456", 24: "qwertyuiop", 38: "asdfghjkl", 52: "zxcvbnm"}
_EVDEV = {start + place: key for start, row in _ROWS.items() for place, key in enumerate(row)}
# Windows names keys by their Latin letter on Cyrillic layouts too.
_WINDOWS = {ord(key.upper()): key for row in _ROWS.values() for key in row}
# macOS numbers keys by their place; "·" stands for a key that is neither letter nor digit here.
_MACOS = {
    place: key
    for place, key in enumerate("asdfhgzxcv·bqweryt123465·······ou·ip·lj·k····nm")
    if key != "·"
}
_BDS_COMMA = (",", "q")  # the one key for a letter on which БДС has none
_PLACES: Mapping[str, Mapping[int, str]] = {"windows": _WINDOWS, "cocoa": _MACOS}


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed key: what it types, and its number on this platform (see `key_numbers`)."""

    text: str
    number: int
    shift: bool = False


def key_numbers(platform: str) -> Mapping[int, str]:
    """Return the Latin letters and digits by key number on a Qt platform.

    The number is the native virtual key on Windows and macOS, else the native scan code.
    """
    return _PLACES.get(platform, _EVDEV)


def letter(press: Press, numbers: Mapping[int, str]) -> str | None:
    """Return the Latin letter or the digit that was meant, in lower case."""
    typed = press.text.lower()
    if len(typed) != 1:
        return None
    if typed.isascii() and typed.isalnum():
        return typed
    placed = numbers.get(press.number, "")
    if "\u0400" <= typed <= "\u04ff" or (typed, placed) == _BDS_COMMA:
        return placed or None
    # Shift makes "!" of 1; where it makes 1 of "&" (AZERTY), the digit was typed itself.
    return placed if press.shift and placed.isdigit() else None


@dataclass(frozen=True, slots=True)
class Target:
    """What a key looks for: leaves of some kinds, or links where there are none.

    `level` narrows headings down; a list or a quotation that is `whole` counts as one; `marks`
    takes in what leads to notes. `cells` is the way to the next cell of a table instead, in rows
    and columns, `annotations` are the person's own marks. The messages tell that there is no
    further one.
    """

    kinds: frozenset[Kind]
    none_after: str
    none_before: str
    level: int = 0
    whole: Sort | None = None
    marks: bool = False
    cells: tuple[int, int] | None = None
    annotations: frozenset[AnnotationKind] = frozenset()


_HEADINGS = frozenset({Kind.TITLE, Kind.HEADING})
_PARAGRAPHS = frozenset({Kind.PARAGRAPH, Kind.LEAD, Kind.DATE})
_EDGE = (mark("Edge of the table."), mark("Edge of the table."))
_NO_LEVEL = (
    mark("No next heading at level {level}."),
    mark("No previous heading at level {level}."),
)

TARGETS: Mapping[str, Target] = {
    "h": Target(_HEADINGS, mark("No next heading."), mark("No previous heading.")),
    **{str(level): Target(_HEADINGS, *_NO_LEVEL, level=level) for level in range(1, 7)},
    "k": Target(frozenset(), mark("No next link."), mark("No previous link.")),
    "q": Target(
        frozenset({Kind.QUOTE}),
        mark("No next quotation."),
        mark("No previous quotation."),
        whole=Sort.QUOTE,
    ),
    "i": Target(frozenset({Kind.ITEM}), mark("No next list item."), mark("No previous list item.")),
    "l": Target(
        frozenset({Kind.ITEM}), mark("No next list."), mark("No previous list."), whole=Sort.LIST
    ),
    "p": Target(_PARAGRAPHS, mark("No next paragraph."), mark("No previous paragraph.")),
    "t": Target(frozenset({Kind.TABLE}), mark("No next table."), mark("No previous table.")),
    "g": Target(frozenset({Kind.FIGURE}), mark("No next picture."), mark("No previous picture.")),
    "n": Target(
        frozenset({Kind.FOOTNOTE}), mark("No next note."), mark("No previous note."), marks=True
    ),
    "b": Target(
        frozenset(),
        mark("No next bookmark."),
        mark("No previous bookmark."),
        annotations=frozenset({AnnotationKind.BOOKMARK}),
    ),
    # "A" as in the annotations of NVDA; N leads to the notes that the article itself has.
    "a": Target(
        frozenset(),
        mark("No next note or highlight of yours."),
        mark("No previous note or highlight of yours."),
        annotations=frozenset({AnnotationKind.NOTE, AnnotationKind.HIGHLIGHT}),
    ),
    # Alt+Shift changes the layout on many a Bulgarian keyboard: the arrows with it are lost there.
    "c": Target(frozenset(), *_EDGE, cells=(0, 1)),
    "v": Target(frozenset(), *_EDGE, cells=(1, 0)),
}
