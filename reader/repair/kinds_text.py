"""What a block is, told by its words alone: headings, lists without bullets, quotations."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from reader.model.raw import RawLine, Tag, TagKind
from reader.repair import imprint, marks
from reader.text.dates import is_date

Lines = tuple[RawLine, ...]
# What a format does not say, or says of everything it has no word for.
UNSAID = None, TagKind.PARAGRAPH
# Where nothing else says which heading is below which, headings of a text copy are of one level.
SECTION = 2
_SHORTEST_HEADING = 3
_LONGEST_HEADING = 180
_LONGEST_QUESTION = 110
_LONGEST_TITLE = 300
_LONGEST_ITEM = 90
_LONGEST_ADDRESS = 40
# So many short lines in a row are lines of an address or a signature, no headings.
_MOST_HEADINGS = 2
# Lines of a paragraph stand at most this many letter sizes apart.
_SINGLE_SPACED = 1.7
# "тел. +359 2 …", "1040 Брюксел": how to reach somebody.
_CONTACT = re.compile(
    r"\bтел\.|\+\d{2,3}[ (\d]|\S@\S|(?:^|,\s*)(?:[A-Z]{1,2}[ -])?\d{4,5}\s[^\W\d_a-zа-я]"
)
_CAPITALISED = re.compile(r"(?<![^\s(])[^\W\d_a-zа-я][^\W\d_]*")
_PREPOSITION = re.compile(r"\s(?:в|във|на|за|и|с|със|от|до|по|към|при)\s")
_STREET = re.compile(r"\b(?:ул|бул|пл|гр|ж\.\s?к)\.\s|№\s?\d")
_FIGURES = re.compile(r"(?:\s[-–+]?\d[\d.,]*%?){2,}$")
# So many names of columns stand above a table.
_FEWEST_NAMES = 3
_CLOSED = re.compile(r"[“”»][.,]?$")


def kind_of(line: RawLine) -> TagKind | None:
    """Return what is known of a line's kind."""
    return line.tag.kind if line.tag else None


def with_kind(line: RawLine, kind: TagKind, *, level: int = 0, ordered: bool = False) -> RawLine:
    """Return the line as one of a kind."""
    element = line.tag.element if line.tag else 0
    return replace(line, tag=Tag(kind, element, level=level, ordered=ordered))


def headings_by_words(lines: Lines) -> Lines:
    """Name the title and the headings of a text that shows no type: short, without an end."""
    title = _imprints_above(lines)
    headings = _headings(lines)
    named = []
    for index, line in enumerate(lines):
        if index < title:
            named.append(line)
        elif index == title and _may_be_title(line) and not _is_sentence(line.text):
            named.append(with_kind(line, TagKind.TITLE))
        elif index in headings:
            named.append(with_kind(line, TagKind.HEADING, level=SECTION))
        else:
            named.append(line)
    return tuple(named)


def _imprints_above(lines: Lines) -> int:
    """Return how many lines above the title tell the day, the sort of text, the author."""
    return sum(1 for _ in takewhile(lambda line: imprint.read(line.text), lines[:-1]))


def _may_be_title(line: RawLine) -> bool:
    fits = kind_of(line) in UNSAID and len(line.text) < _LONGEST_TITLE
    return fits and not imprint.stands_alone(line.text)


def _headings(lines: Lines) -> set[int]:
    """Return the lines that read like headings and stand above a text, not among their like."""
    found: set[int] = set()
    alike = groupby(enumerate(lines[:-1]), key=lambda numbered: reads_like_heading(numbered[1]))
    for is_alike, group in alike:
        run = [index for index, _ in group]
        below = lines[run[-1] + 1]
        beside = (lines[run[0] - 1], below) if run[0] else (below,)
        free = not any(map(_is_line_of_address, beside)) and not is_date(below.text)
        # Short lines that end a text are those of a signature.
        free = free and not (below is lines[-1] and reads_like_heading(below))
        free = free and not (run[0] and lines[run[0] - 1].text.endswith(","))
        if is_alike and len(run) <= _MOST_HEADINGS and free:
            found.update(run)
    return {index for index in found if not _names_columns(lines[index], lines[index + 1])}


def _names_columns(line: RawLine, below: RawLine) -> bool:
    """Tell whether a line of capitalised words is the head of a table that is none for sure."""
    if len(_CAPITALISED.findall(line.text)) < _FEWEST_NAMES:
        return False
    if _PREPOSITION.search(line.text):
        return False
    plain = kind_of(below) is None and marks.ends_sentence(below.text)
    return not plain or len(re.findall(r"\d+", below.text)) >= _FEWEST_NAMES


def _is_line_of_address(line: RawLine) -> bool:
    """Tell whether a block is a short line that begins with a number or small letter."""
    bare = kind_of(line) is None and not marks.ends_sentence(line.text)
    return bare and not line.text[:1].isupper() and len(line.text) < _LONGEST_ADDRESS


def _is_sentence(text: str) -> bool:
    """Tell whether a text ends like a sentence; "… 2025 г." may end a title, too."""
    return text.endswith((".", ":", ";")) and not text.endswith(" г.")


def reads_like_heading(line: RawLine) -> bool:
    """Tell whether a line is short, without a sentence's end, or a question."""
    text = line.text
    begins = text[:1].isupper() or marks.is_section(text)
    if kind_of(line) is not None or not begins or any(run.link for run in line.runs):
        return False
    if imprint.stands_alone(text) or text.endswith(",") or _CONTACT.search(text):
        return False
    if _FIGURES.search(text) or len(text) < _SHORTEST_HEADING:
        return False
    if text.endswith("?"):
        return len(text) < _LONGEST_QUESTION
    return len(text) < _LONGEST_HEADING and not marks.ends_sentence(text)


def quotations_closed(lines: Lines) -> Lines:
    """Mark the paragraphs of a quotation that ends in a later paragraph."""
    named = list(lines)
    for index, line in enumerate(lines):
        opens = line.text.startswith(("„", "«")) and marks.open_quotes(line.text) > 0
        if kind_of(line) not in UNSAID or not opens:
            continue
        end = _closing(lines, index)
        for inside in range(index, end + 1):
            named[inside] = with_kind(lines[inside], TagKind.QUOTE)
    return tuple(named)


def _closing(lines: Lines, start: int) -> int:
    """Return the index of the paragraph, of the next two, that closes a quotation, or `start`."""
    for index in range(start + 1, min(start + 3, len(lines))):
        if kind_of(lines[index]) not in UNSAID:
            break
        if _CLOSED.search(lines[index].text):
            return index
    return start


def link_lists(lines: Lines) -> Lines:
    """Make list items of close lines after "…:" that are nothing but a link each.

    Where a format says what they are, or the line above is a heading, they are left alone.
    """
    named = list(lines)
    for index in _introductions(lines):
        links = list(takewhile(_is_bare_link, lines[index + 1 :]))
        if len(links) > 1 and all(_is_near(*pair) for pair in pairwise(links)):
            named[index + 1 : index + 1 + len(links)] = [_item(link) for link in links]
    return tuple(named)


def bare_lists(lines: Lines) -> Lines:
    """Make list items of the blocks after "…:" that begin with small letters or are short."""
    named = list(lines)
    for index in _introductions(lines):
        count = _count_bare(lines[index + 1 :])
        items = lines[index + 1 : index + 1 + count]
        if count > 1 and not any(is_address(item.text) for item in items):
            named[index + 1 : index + 1 + count] = [_item(item) for item in items]
    return tuple(named)


def is_address(text: str) -> bool:
    """Tell whether a line is one of a postal address, or tells how to reach somebody."""
    return _STREET.search(text) is not None or _CONTACT.search(text) is not None


def _introductions(lines: Lines) -> list[int]:
    return [
        index
        for index, line in enumerate(lines)
        if line.text.endswith(":") and kind_of(line) in UNSAID
    ]


def _count_bare(lines: Sequence[RawLine]) -> int:
    """Return how many blocks from here on are items of a list.

    Small letters and ";" tell items for sure. Short lines among them or after them are items as
    well, but the last is a heading if a paragraph follows it.
    """
    sure = count = 0
    for number, line in enumerate(lines, 1):
        if _is_bare_item(line):
            sure = count = number
        elif _is_short_item(line, lines[0]):
            count = number
        else:
            break
    heading = count > sure and count < len(lines) and _is_paragraph(lines[count])
    return count - 1 if heading and (sure or lines[count - 1].blank_before) else count


def _is_bare_item(line: RawLine) -> bool:
    small = line.text[:1].islower() or line.text.endswith(";")
    return kind_of(line) is None and small and not _is_bare_link(line)


def _is_short_item(line: RawLine, first: RawLine) -> bool:
    """Tell whether a line of a text copy may be an item: short, no sentence, not apart."""
    plain = kind_of(line) is None and line.box is None and not _is_bare_link(line)
    apart = line.blank_before > first.blank_before
    short = len(line.text) < _LONGEST_ITEM and line.text[:1].isalnum()
    return plain and not apart and short and not marks.ends_sentence(line.text)


def _is_paragraph(line: RawLine) -> bool:
    return kind_of(line) in UNSAID and not _is_short_item(line, line)


def _item(line: RawLine) -> RawLine:
    return with_kind(line, TagKind.ITEM, level=1)


def _is_bare_link(line: RawLine) -> bool:
    return kind_of(line) is None and bool(line.runs) and all(run.link for run in line.runs)


def _is_near(above: RawLine, below: RawLine) -> bool:
    """Tell whether no more room is left between two lines than inside a paragraph."""
    if above.box is None or below.box is None:
        return below.blank_before <= 1
    gap = below.box.bottom - above.box.bottom
    return 0 < gap < _SINGLE_SPACED * (below.font_size or 0)
