"""CommonMark as Python-Markdown reads it: four spaces a level, something between two lists.

Chetivo, like most programs of today, puts what belongs to an item below the item's first letter,
begins a new list with another mark, and a new quotation after an empty line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LEVEL = " " * 4
_TAB = 4
_PARTING = "<!-- -->"
_ITEM = re.compile(r"([-+*]|\d{1,9}[.)])( +|$)")
_RULE = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_QUOTE = re.compile(r" {0,3}> ?")
# "#таг" is a word to CommonMark and a heading to Python-Markdown.
_HASH = re.compile(r" *#{1,6}[^#\s]")
_DEEPEST = 20  # quotations in quotations


@dataclass(frozen=True, slots=True)
class _Item:
    """An open item: how far its text stands to the right, and the last letter of its mark."""

    indent: int
    mark: str


def readable(text: str, depth: int = 0) -> str:
    """Return a text of CommonMark in the way that Python-Markdown takes it."""
    lines = text.split("\n")
    made: list[str] = []
    lists = _Lists()
    place, quoted = 0, False
    while place < len(lines):
        is_outside = depth < _DEEPEST and not lists.hold(lines[place])
        end = _end_of_quotation(lines, place) if is_outside else place
        if end > place:
            inner = "\n".join(_QUOTE.sub("", line, count=1) for line in lines[place:end])
            made += [""] if made and made[-1].strip() else []
            made += [_PARTING, ""] if quoted else []
            made += [f"> {line}".rstrip() for line in readable(inner, depth + 1).split("\n")]
            place, quoted = end, True
            lists = _Lists()
            continue
        end = _end_of_code(lines, place)
        if end > place:
            made += lines[place:end]
        else:
            end = place + 1
            made += lists.lines(lines[place])
        quoted = quoted and not "".join(lines[place:end]).strip()
        place = end
    return "\n".join(made)


def _end_of_quotation(lines: list[str], start: int) -> int:
    """Return the line after a quotation that begins here, or the line itself."""
    end = start
    while end < len(lines) and _QUOTE.match(lines[end]):
        end += 1
    return end


def _end_of_code(lines: list[str], start: int) -> int:
    """Return the line after a piece of code between fences that begins here, or the line itself."""
    fence = _FENCE.match(lines[start])
    if fence is None:
        return start
    for place in range(start + 1, len(lines)):
        if lines[place].strip().startswith(fence[1]):
            return place + 1
    return start


class _Lists:
    """Puts the lines of lists where Python-Markdown looks for them."""

    def __init__(self) -> None:
        self._open: list[_Item] = []
        self._after_blank = True

    def hold(self, line: str) -> bool:
        """Tell whether a line that begins a block stands far enough to the right for an item."""
        wide = line.expandtabs(_TAB)
        return any(each.indent <= len(wide) - len(wide.lstrip(" ")) for each in self._open)

    def lines(self, line: str) -> Iterator[str]:
        """Yield what stands for a line."""
        line = line.expandtabs(_TAB)
        text = line.lstrip(" ")
        if not text:
            self._after_blank = True
            yield ""
            return
        indent = len(line) - len(text)
        item = None if _RULE.match(text) else _ITEM.match(text)
        if item is not None and self._begins(item, indent):
            yield from self._item(item, text, indent)
        elif self._after_blank or text.startswith("#"):
            self._close(indent)
            yield self._placed(text, line)
        else:  # a paragraph goes on, wherever its line begins
            yield self._placed(text, text)
        self._after_blank = False

    def _begins(self, item: re.Match[str], indent: int) -> bool:
        """Tell whether a mark begins an item; in a paragraph "2024. …" is a number."""
        inside = sum(each.indent <= indent for each in self._open)
        at = self._open[inside - 1].indent if inside else 0
        if indent - at >= _TAB:
            return False
        return self._after_blank or bool(self._open) or item[1] in ("-", "+", "*", "1.", "1)")

    def _item(self, item: re.Match[str], text: str, indent: int) -> Iterator[str]:
        fresh = not self._open
        closed = self._close(indent)
        mark, depth = item[1][-1], len(self._open)
        if closed is not None and closed.mark != mark:
            yield from ("", _LEVEL * depth + _PARTING, "")
        elif fresh and not self._after_blank:
            yield ""
        sign = item[1] if mark in "-+*" else f"{item[1][:-1]}."
        self._open.append(_Item(indent + len(item[0]) + (not item[2]), mark))
        yield f"{_LEVEL * depth}{sign} {_without_headings(text[item.end() :])}"

    def _close(self, indent: int) -> _Item | None:
        """Close the items that a line so far to the right is not in; return the outermost."""
        closed = None
        while self._open and self._open[-1].indent > indent:
            closed = self._open.pop()
        return closed

    def _placed(self, text: str, line: str) -> str:
        """Return a line that is no item, in the item that is open."""
        if self._open or line == text:
            line = _LEVEL * len(self._open) + text
        return _without_headings(line)


def _without_headings(line: str) -> str:
    """Return a line so that what is no heading to CommonMark is none."""
    return line.replace("#", "\\#", 1) if _HASH.match(line) else line
