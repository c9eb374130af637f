"""Marks that a copy of a page leaves behind: notes under the text, bullets beside it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.model.raw import RawDocument, RawLine, Repair
from reader.repair.knowledge import Knowledge
from reader.repair.runs import substitute, with_runs
from reader.repair.step import Done, made

_LABEL = re.compile(r"\s*(\d{1,2})(?:\s+(?=[^\W\d_a-zа-я„])|$)")
# "… от договора.2 Съдът": a number that stands close after a word or its mark.
_MARK = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[%“”»)]))[.,;:!?]?[“”»)]?(\d{1,2})(?=[\s.,;:)]|$)")
_LONE = re.compile(r"\s*(?:[•▪‣◦●○■·*–—\-\uf0b7\uf0a7]|\d{1,2}[.)])\s*")


def name_notes(document: RawDocument, _: Knowledge) -> Done:
    """Write notes and their marks as "[1]" where a text has both, and take out lone bullets."""
    if any(line.box for line in document.lines):
        return document, ()
    lines, repairs = _without_stray(document.lines)
    labels = _labels(lines)
    if not labels:
        return replace(document, lines=lines), repairs
    named: list[RawLine] = []
    for index, line in enumerate(lines):
        if index in labels:
            found = _LABEL.match(line.text)
            changed = _written(line, found.span() if found else (0, 0), labels[index] + " ")
        else:
            changed = _with_marks(line, set(labels.values()))
        if changed != line:
            repairs = (*repairs, made("note", line, line.text, changed.text))
        named.append(changed)
    return replace(document, lines=_joined(named)), repairs


def _written(line: RawLine, span: tuple[int, int], text: str) -> RawLine:
    return with_runs(line, substitute(line.runs, *span, text))


def _with_marks(line: RawLine, labels: set[str]) -> RawLine:
    for found in reversed(list(_MARK.finditer(line.text))):
        label = f"[{found.group(1)}]"
        if label in labels:
            line = _written(line, found.span(1), label)
    return line


def _joined(lines: Sequence[RawLine]) -> tuple[RawLine, ...]:
    """Return the lines with each label that stood alone before its note."""
    kept: list[RawLine] = []
    label: RawLine | None = None
    for line in lines:
        if label is not None:
            whole = replace(line, sources=label.sources + line.sources)
            kept.append(with_runs(whole, label.runs + line.runs))
            label = None
        elif re.fullmatch(r"\[\d{1,2}\] ", line.text):
            label = line
        else:
            kept.append(line)
    return tuple(kept)


def _labels(lines: Sequence[RawLine]) -> dict[int, str]:
    """Return the lines that begin a note, "1 Вж. …", by their numbers in the text before them."""
    seen: set[str] = set()
    found: dict[int, str] = {}
    due = 1
    for index, line in enumerate(lines):
        label = _LABEL.match(line.text)
        last = index == len(lines) - 1
        if label and label.group(1) in seen and int(label.group(1)) == due:
            if label.end() < len(line.text) or not last:
                found[index] = f"[{due}]"
                due += 1
        else:
            seen.update(match.group(1) for match in _MARK.finditer(line.text))
    return found


def _without_stray(
    lines: tuple[RawLine, ...],
) -> tuple[tuple[RawLine, ...], tuple[Repair, ...]]:
    """Take out bullets that stand alone below a page's text, away from their items."""
    stray = {index for index in range(len(lines)) if _is_stray(lines, index)}
    repairs = tuple(
        made("list-marker", lines[index], lines[index].text.strip(), "") for index in sorted(stray)
    )
    return tuple(line for index, line in enumerate(lines) if index not in stray), repairs


def _is_stray(lines: Sequence[RawLine], index: int) -> bool:
    if not _LONE.fullmatch(lines[index].text):
        return False
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is None or below.page != lines[index].page:
        return True
    return _LONE.fullmatch(below.text) is not None
