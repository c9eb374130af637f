"""What each block is: title, heading, list item, quotation, date, note."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise, takewhile

from reader.model.raw import RawDocument, RawLine, Repair, Tag, TagKind
from reader.repair import imprint, marks
from reader.repair.kinds_page import typed_headings, with_depths, with_headings
from reader.repair.knowledge import Knowledge
from reader.repair.runs import part, with_runs
from reader.repair.step import Done, made
from reader.text.dates import is_date

_SHOWN = 40
# Lines of a paragraph stand at most this many letter sizes apart.
_SINGLE_SPACED = 1.7
_LONGEST_HEADING = 130
_LONGEST_QUESTION = 90
_LONGEST_TITLE = 300
_SHORTEST_QUOTE = 60
_WHOLE_QUOTE = re.compile(r"^„[^“”]*(?:„[^“”]*[“”][^“”]*)*[“”][.,]?$")
_UNSAID = None, TagKind.PARAGRAPH
# Where nothing else says which heading is below which, headings of a text copy are of one level.
_SECTION = 2


def find_kinds(document: RawDocument, _: Knowledge) -> Done:
    """Name the kind of every block; what the format itself says is kept."""
    found = document.lines
    printed = bool(found) and all(line.box for line in found)
    by_type = printed and not all(line.tag for line in found)
    headings = typed_headings(found) if by_type else None
    lines, repairs = _marked_items(found, headings or ())
    lines = _titled(lines, headings)
    lines = with_depths(lines) if by_type else lines
    lines = tuple(_named(line) for line in lines)
    lines = _quotations_closed(_bare_lists(_link_lists(lines)))
    return replace(document, lines=lines), repairs


def _kind(line: RawLine) -> TagKind | None:
    return line.tag.kind if line.tag else None


def _with_kind(line: RawLine, kind: TagKind, *, level: int = 0, ordered: bool = False) -> RawLine:
    element = line.tag.element if line.tag else 0
    return replace(line, tag=Tag(kind, element, level=level, ordered=ordered))


def _marked_items(
    lines: tuple[RawLine, ...], headings: tuple[int, ...]
) -> tuple[tuple[RawLine, ...], tuple[Repair, ...]]:
    """Take the bullets and numbers off list items; the numbers of headings stay."""
    bare = _bare_numbers(lines)
    numbered = {index for index in headings if marks.number(lines[index].text) is not None}
    named = tuple(
        line
        if index in numbered
        else _without_marker(line, bare[index], ordered=True)
        if index in bare
        else _unmarked(line, lines[max(0, index - 1)], lines[min(index + 1, len(lines) - 1)])
        for index, line in enumerate(lines)
    )
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
    return named, repairs


def _unmarked(line: RawLine, above: RawLine, below: RawLine) -> RawLine:
    kind = _kind(line)
    if kind not in (*_UNSAID, TagKind.ITEM):
        return line
    length = marks.bullet(line.text)
    if not length and marks.dash(line.text) and _dash_is_bullet(line, above, below):
        length = marks.dash(line.text)
    if not length or (line.bold and marks.number(line.text) is not None):
        return line
    return _without_marker(line, length, ordered=marks.number(line.text) is not None)


def _without_marker(line: RawLine, length: int, *, ordered: bool) -> RawLine:
    unmarked = with_runs(line, part(line.runs, length, len(line.text)))
    level = line.tag.level if line.tag else 1
    return _with_kind(unmarked, TagKind.ITEM, level=level, ordered=ordered)


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
    return _kind(line) in _UNSAID and re.match(rf"{number} [^\W\d]", line.text) is not None


def _dash_is_bullet(line: RawLine, above: RawLine, below: RawLine) -> bool:
    """Tell whether a dash begins an item: after "…:", after an item, or one of several."""
    if above.text.rstrip().endswith((":", ";")) or marks.bullet(above.text):
        return True
    return any(marks.dash(near.text) and near is not line for near in (above, below))


def _titled(lines: tuple[RawLine, ...], headings: tuple[int, ...] | None) -> tuple[RawLine, ...]:
    if any(_kind(line) is TagKind.TITLE for line in lines):
        return lines
    return _by_words(lines) if headings is None else with_headings(lines, headings)


def _may_be_heading(line: RawLine) -> bool:
    fits = _kind(line) in _UNSAID and len(line.text) < _LONGEST_TITLE
    return fits and not imprint.stands_alone(line.text)


def _by_words(lines: tuple[RawLine, ...]) -> tuple[RawLine, ...]:
    """Name the title and the headings of a text that shows no type: short, without an end."""
    named = []
    imprints = _imprints_above(lines)
    for index, line in enumerate(lines):
        last = index == len(lines) - 1
        first = index == imprints
        if index < imprints:
            named.append(line)
        elif first and _may_be_heading(line) and not _is_sentence(line.text):
            named.append(_with_kind(line, TagKind.TITLE))
        elif not last and _reads_like_heading(line) and _goes_before(lines[index + 1]):
            named.append(_with_kind(line, TagKind.HEADING, level=_SECTION))
        else:
            named.append(line)
    return tuple(named)


def _imprints_above(lines: tuple[RawLine, ...]) -> int:
    """Return how many lines above the title tell the day, the sort of text, the author."""
    return sum(1 for _ in takewhile(lambda line: imprint.read(line.text), lines[:-1]))


def _is_sentence(text: str) -> bool:
    """Tell whether a text ends like a sentence; "… 2025 г." may end a title, too."""
    return text.endswith((".", ":", ";")) and not text.endswith(" г.")


def _reads_like_heading(line: RawLine) -> bool:
    text = line.text
    if _kind(line) is not None or not text[:1].isupper() or any(run.link for run in line.runs):
        return False
    if imprint.stands_alone(text):
        return False
    if text.endswith("?"):
        return len(text) < _LONGEST_QUESTION
    return len(text) < _LONGEST_HEADING and not marks.ends_sentence(text)


def _goes_before(below: RawLine) -> bool:
    """Tell whether a heading may stand above a block: not above another bare short line."""
    return not is_date(below.text)


def _named(line: RawLine) -> RawLine:
    for kind, test in _TESTS:
        if _kind(line) in _UNSAID and test(line):
            return _with_kind(line, kind)
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


def _quotations_closed(lines: tuple[RawLine, ...]) -> tuple[RawLine, ...]:
    """Mark the paragraphs of a quotation that ends in a later paragraph."""
    named = list(lines)
    for index, line in enumerate(lines):
        opens = line.text.startswith("„") and marks.open_quotes(line.text) > 0
        if _kind(line) not in _UNSAID or not opens:
            continue
        end = _closing(lines, index)
        for inside in range(index, end + 1):
            named[inside] = _with_kind(lines[inside], TagKind.QUOTE)
    return tuple(named)


def _closing(lines: tuple[RawLine, ...], start: int) -> int:
    """Return the index of the paragraph, of the next two, that closes a quotation, or `start`."""
    for index in range(start + 1, min(start + 3, len(lines))):
        if _kind(lines[index]) not in _UNSAID:
            break
        if re.search(r"[“”][.,]?$", lines[index].text):
            return index
    return start


def _link_lists(lines: tuple[RawLine, ...]) -> tuple[RawLine, ...]:
    """Make list items of close lines after "…:" that are nothing but a link each.

    Where a format says what they are, or the line above is a heading, they are left alone.
    """
    named = list(lines)
    for index, line in enumerate(lines):
        if not line.text.endswith(":") or _kind(line) not in _UNSAID:
            continue
        links = list(takewhile(_is_bare_link, lines[index + 1 :]))
        if len(links) > 1 and all(_is_near(*pair) for pair in pairwise(links)):
            named[index + 1 : index + 1 + len(links)] = [
                _with_kind(link, TagKind.ITEM, level=1) for link in links
            ]
    return tuple(named)


def _bare_lists(lines: tuple[RawLine, ...]) -> tuple[RawLine, ...]:
    """Make list items of the blocks after "…:" that begin with small letters."""
    named = list(lines)
    for index, line in enumerate(lines):
        if not line.text.endswith(":") or _kind(line) not in _UNSAID:
            continue
        items = list(takewhile(_is_bare_item, lines[index + 1 :]))
        if len(items) > 1:
            named[index + 1 : index + 1 + len(items)] = [
                _with_kind(item, TagKind.ITEM, level=1) for item in items
            ]
    return tuple(named)


def _is_bare_item(line: RawLine) -> bool:
    return _kind(line) is None and line.text[:1].islower() and not _is_bare_link(line)


def _is_bare_link(line: RawLine) -> bool:
    return _kind(line) is None and bool(line.runs) and all(run.link for run in line.runs)


def _is_near(above: RawLine, below: RawLine) -> bool:
    """Tell whether no more room is left between two lines than inside a paragraph."""
    if above.box is None or below.box is None:
        return below.blank_before <= 1
    gap = below.box.bottom - above.box.bottom
    return 0 < gap < _SINGLE_SPACED * (below.font_size or 0)
