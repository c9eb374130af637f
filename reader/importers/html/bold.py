"""Headings that a page only sets bold: editors of press rooms write them so."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.model.raw import RawLine, Tag, TagKind
from reader.text import dates

_LONGEST = 100  # letters; a lead-in set bold is longer
_DEEPEST = 6
_LONGEST_CREDIT = 40
_CREDIT = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?: ")  # „Снимка: БТА“
_NAME = re.compile(r"[А-Я][а-я]+(?:[ -][А-Я][а-я]+){1,2}")  # who wrote it
_CLOSING = "”“\"»)]’' \u00a0"
_SENTENCE_ENDS = tuple(".!…:;,")
# What stands below a heading.
_TEXT = frozenset({TagKind.PARAGRAPH, TagKind.ITEM, TagKind.QUOTE, TagKind.TERM})
# What a bold line is the name of where it comes before any sentence: "Chart 1", "(in percent)".
_NAMED = frozenset({TagKind.CAPTION, TagKind.CELL, TagKind.FIGURE})
_LINES_OF_NAME = 4


def with_headings(lines: Iterable[RawLine]) -> tuple[RawLine, ...]:
    """Return the lines, with those as headings that are set bold alone and have a text below.

    They are a level below the last heading that the page itself names.
    """
    told = list(lines)
    level, found = 1, []
    for number, line in enumerate(told):
        if _kind(line) is TagKind.HEADING and line.tag is not None:
            level = line.tag.level
        below = told[number + 1 : number + 1 + _LINES_OF_NAME]
        if _is_set_off(line) and _has_text(below):
            found.append(_heading(line, min(level + 1, _DEEPEST)))
        else:
            found.append(line)
    return tuple(found)


def _kind(line: RawLine) -> TagKind | None:
    return line.tag.kind if line.tag is not None else None


def _is_set_off(line: RawLine) -> bool:
    """Tell whether a paragraph is short, no sentence, and bold to the last letter."""
    words = line.text.strip()
    bold = all((run.bold and not run.link) or not run.text.strip() for run in line.runs)
    is_short = len(words) <= _LONGEST and any(map(str.isalpha, words))
    may_be = _kind(line) is TagKind.PARAGRAPH and bold and is_short and not _ends(words)
    return may_be and not _is_beside_title(words)


def _is_beside_title(words: str) -> bool:
    """Tell whether words are a day with its place, a name, or whose the picture is."""
    credit = len(words) <= _LONGEST_CREDIT and _CREDIT.match(words) is not None
    return credit or _NAME.fullmatch(words) is not None or bool(dates.find(words))


def _ends(words: str) -> bool:
    """Tell whether a sentence, or part of one, ends with the words; a question may be a heading."""
    return words.rstrip(_CLOSING).endswith(_SENTENCE_ENDS)


def _has_text(below: Sequence[RawLine]) -> bool:
    """Tell whether lines are a text under a heading, and not a table or a picture by its name."""
    if not below or _kind(below[0]) not in _TEXT or _is_set_off(below[0]):
        return False
    for line in below:
        if _kind(line) in _NAMED:
            return False
        if _kind(line) is not TagKind.PARAGRAPH or _ends(line.text.strip()):
            return True
    return True


def _heading(line: RawLine, level: int) -> RawLine:
    runs = tuple(replace(run, bold=False) for run in line.runs)
    element = line.tag.element if line.tag is not None else 0
    return replace(line, runs=runs, tag=Tag(TagKind.HEADING, element, level=level))
