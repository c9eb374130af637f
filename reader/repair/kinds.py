"""What each block is: title, heading, list item, quotation, date, note."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby, takewhile

from reader.model.raw import RawDocument, RawLine, Repair, TagKind
from reader.repair import marks
from reader.repair.cells import with_empty_cells
from reader.repair.kinds_page import typed_headings, with_depths, with_headings
from reader.repair.kinds_text import (
    UNSAID,
    bare_lists,
    headings_by_words,
    kind_of,
    link_lists,
    quotations_closed,
    reads_like_heading,
    with_kind,
)
from reader.repair.knowledge import Knowledge
from reader.repair.runs import part, with_runs
from reader.repair.step import Done, made
from reader.text.dates import is_date

_SHOWN = 40
_SHORTEST_QUOTE = 60
_WHOLE_QUOTE = re.compile(
    r"^(?:„[^„“”]*(?:„[^„“”]*[“”][^„“”]*)*[“”]|«[^«»]*(?:«[^«»]*»[^«»]*)*»)[.,]?$"
)


def find_kinds(document: RawDocument, _: Knowledge) -> Done:
    """Name the kind of every block; what the format itself says is kept."""
    found = document.lines
    printed = bool(found) and all(line.box for line in found)
    by_type = printed and not all(line.tag for line in found)
    headings = typed_headings(found) if by_type else None
    lines, repairs = _marked_items(found, headings)
    lines = bare_lists(lines)
    if not any(kind_of(line) is TagKind.TITLE for line in lines):
        lines = headings_by_words(lines) if headings is None else with_headings(lines, headings)
    lines = with_depths(lines) if by_type else lines
    lines = tuple(_named(line) for line in lines)
    lines = with_empty_cells(quotations_closed(link_lists(lines)))
    return replace(document, lines=lines), repairs


def _marked_items(
    lines: tuple[RawLine, ...], headings: tuple[int, ...] | None
) -> tuple[tuple[RawLine, ...], tuple[Repair, ...]]:
    """Take the bullets and numbers off list items; the numbers of headings stay."""
    bare = _bare_numbers(lines)
    dashes = _dash_bullets(lines)
    numbered = _numbered_headings(lines) if headings is None else _numbered(lines, headings)
    named = []
    for index, line in enumerate(lines):
        if index in numbered:
            named.append(line)
        elif index in bare:
            named.append(_without_marker(line, bare[index], ordered=True))
        else:
            named.append(_unmarked(line, is_dash=index in dashes))
    repairs = tuple(
        made(
            "list-marker",
            line,
            line.text[: len(line.text) - len(after.text) + _SHOWN],
            after.text[:_SHOWN],
        )
        for line, after in zip(lines, named, strict=True)
        if len(after.text) < len(line.text)
    )
    return tuple(named), repairs


def _unmarked(line: RawLine, *, is_dash: bool) -> RawLine:
    if kind_of(line) not in (*UNSAID, TagKind.ITEM):
        return line
    length = marks.bullet(line.text) or (marks.dash(line.text) if is_dash else 0)
    if not length or (line.bold and marks.number(line.text) is not None):
        return line
    return _without_marker(line, length, ordered=marks.number(line.text) is not None)


def _without_marker(line: RawLine, length: int, *, ordered: bool) -> RawLine:
    unmarked = with_runs(line, part(line.runs, length, len(line.text)))
    level = line.tag.level if line.tag else 1
    return with_kind(unmarked, TagKind.ITEM, level=level, ordered=ordered)


def _bare_numbers(lines: tuple[RawLine, ...]) -> dict[int, int]:
    """Return the blocks that begin with a number of a list, and the length of that number.

    Some programs print the numbers without a full stop: "…:", "1 …", "2 …".
    """
    found: dict[int, int] = {}
    for index, line in enumerate(lines):
        if not line.text.endswith(":"):
            continue
        items = list(takewhile(_begins_with, enumerate(lines[index + 1 :], 1)))
        if len(items) > 1:
            found |= {index + number: len(f"{number} ") for number, _ in items}
    return found


def _begins_with(numbered: tuple[int, RawLine]) -> bool:
    number, line = numbered
    return kind_of(line) in UNSAID and re.match(rf"{number} [^\W\d]", line.text) is not None


def _dash_bullets(lines: tuple[RawLine, ...]) -> set[int]:
    """Return the blocks whose dash is a bullet, not that of a speaker."""
    found: set[int] = set()
    alike = groupby(range(len(lines)), key=lambda index: marks.dash(lines[index].text) > 0)
    for is_dashed, group in alike:
        run = list(group)
        if not is_dashed:
            continue
        above = lines[run[0] - 1].text.rstrip() if run[0] else ""
        introduced = above.endswith((":", ";")) or marks.bullet(above) > 0
        if introduced or (len(run) > 1 and not _is_dialogue([lines[index] for index in run])):
            found.update(run)
    return found


def _is_dialogue(lines: list[RawLine]) -> bool:
    """Tell whether all blocks are sentences: "– Кой е там?", "– Аз съм."."""
    spoken = [line.text[marks.dash(line.text) :] for line in lines]
    return all(text[:1].isupper() and text.endswith((".", "?", "!", "…")) for text in spoken)


def _numbered_headings(lines: tuple[RawLine, ...]) -> set[int]:
    """Return the numbered blocks that are headings of a text copy: short ones, no list's items."""
    numbers = [marks.number(line.text) for line in lines]
    return {
        index
        for index in range(len(lines) - 1)
        if numbers[index] is not None
        and numbers[index + 1] is None
        and (index == 0 or numbers[index - 1] is None)
        and lines[index].box is None
        and reads_like_heading(lines[index])
        and not (index and lines[index - 1].text.endswith(":"))
    }


def _numbered(lines: tuple[RawLine, ...], headings: tuple[int, ...]) -> set[int]:
    return {index for index in headings if marks.number(lines[index].text) is not None}


def _named(line: RawLine) -> RawLine:
    for kind, test in _TESTS:
        if kind_of(line) in UNSAID and test(line):
            return with_kind(line, kind)
    return line


def _is_date(line: RawLine) -> bool:
    return is_date(line.text)


def _is_note(line: RawLine) -> bool:
    return marks.note_label(line.text) is not None


def _is_quotation(line: RawLine) -> bool:
    text = line.text
    return len(text) > _SHORTEST_QUOTE and _WHOLE_QUOTE.match(text) is not None


_TESTS: tuple[tuple[TagKind, Callable[[RawLine], bool]], ...] = (
    (TagKind.DATE, _is_date),
    (TagKind.FOOTNOTE, _is_note),
    (TagKind.QUOTE, _is_quotation),
)
