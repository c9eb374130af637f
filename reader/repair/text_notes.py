"""Marks that a copy of a page leaves behind: notes under the text, bullets beside it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.model.raw import RawDocument, RawLine, Repair
from reader.repair import marks
from reader.repair.knowledge import Knowledge
from reader.repair.runs import part, substitute, with_runs
from reader.repair.step import Done, made
from reader.text.hyphens import ends_with_hyphen

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_RAISED, "0123456789")
_LABEL = re.compile(rf"\s*(\d{{1,2}}|[{_RAISED}]{{1,2}})(?:\s+(?=[^\W\d_a-zа-я„])|$)")
# "… от договора.2 Съдът": a number that stands close after a word or its mark. After a short word,
# as in "чл.5", it is one only where a sentence ended; "км²" is a unit.
_MARK = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[%“”»)])|(?<=\d г)(?=\.)"
    r"|(?<=\s[^\W\d_]{2})(?<!чл|ал|гл|бр|ст)(?=[.!?]\d{1,2}(?:\s+[А-ЯA-Z„]|$)))"
    r"[.,;:!?]?[“”»)]?(\d{1,2})(?=[\s.,;:)]|$)"
    rf"|(?<![\s\d{_RAISED}])(?<!\b[мmк])(?<!\b[ксдkcd][мm])([{_RAISED}]{{1,2}})(?![\d{_RAISED}])"
)
_ABBREVIATED = re.compile(r"(?:^|[\s.])[а-я]{1,2}\.$")
# No note is longer, in lines.
_LONGEST = 12
_LONE = re.compile(r"\s*(?:[•▪‣◦●○■·*–—\-\uf0b7\uf0a7]|\d{1,2}[.)])\s*")


def name_notes(document: RawDocument, _: Knowledge) -> Done:
    """Write notes and their marks as "[1]" where a text has both, and take out lone bullets."""
    if any(line.box for line in document.lines):
        return document, ()
    lines, repairs = _without_stray(document.lines)
    labels = _labels(lines)
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
    lines, moved = _moved(_joined(_raised(named, set(labels.values()))))
    return replace(document, lines=lines), repairs + moved


def _written(line: RawLine, span: tuple[int, int], text: str) -> RawLine:
    return with_runs(line, substitute(line.runs, *span, text))


def _with_marks(line: RawLine, labels: set[str]) -> RawLine:
    for found in reversed(list(_MARK.finditer(line.text))):
        label = f"[{_number(found)}]"
        if label in labels:
            line = _written(line, found.span(found.lastindex or 0), label)
    return line


def _number(found: re.Match[str]) -> str:
    return found.group(found.lastindex or 0).translate(_DIGITS)


def _raised(lines: Sequence[RawLine], labels: set[str]) -> list[RawLine]:
    """Return the lines with marks that stood alone in a line after their words."""
    kept: list[RawLine] = []
    for line in lines:
        mark = f"[{line.text.strip().translate(_DIGITS)}]"
        if mark in labels and kept and _is_raised(kept[-1], line):
            whole = replace(kept[-1], sources=kept[-1].sources + line.sources)
            runs = substitute(line.runs, 0, len(line.text), mark)
            kept[-1] = with_runs(whole, part(whole.runs, 0, len(whole.text.rstrip())) + runs)
        else:
            kept.append(line)
    return kept


def _is_raised(above: RawLine, line: RawLine) -> bool:
    """Tell whether a number alone in a line may be a mark printed above the line before."""
    in_table = above.tag or line.tag
    return not in_table and marks.ends_sentence(above.text.rstrip()) and line.text.strip().isdigit()


def _moved(lines: Sequence[RawLine]) -> tuple[tuple[RawLine, ...], tuple[Repair, ...]]:
    """Put notes that stand in the middle of a sentence, at a page's foot, to the end."""
    kept: list[RawLine] = []
    notes: list[RawLine] = []
    repairs: list[Repair] = []
    index = 0
    while index < len(lines):
        end = _notes_end(lines, index)
        if end > index and kept and end < len(lines) and _is_cut(kept[-1], lines[end]):
            notes += lines[index:end]
            shown = lines[index].text.strip()
            repairs.append(made("note", lines[index], shown, shown))
        else:
            end = max(end, index + 1)
            kept += lines[index:end]
        index = end
    return (*kept, *notes), tuple(repairs)


def _notes_end(lines: Sequence[RawLine], start: int) -> int:
    """Return where notes end that begin at a line: after a sentence, or at the page's end."""
    end = start
    while end < len(lines) and marks.note_label(lines[end].text.strip()):
        last = min(len(lines), end + _LONGEST)
        end += 1
        while end < last and not _ends_note(lines[end - 1], lines[end]):
            end += 1
    return end


def _ends_note(above: RawLine, below: RawLine) -> bool:
    text = above.text.rstrip()
    ended = marks.ends_sentence(text) and not _ABBREVIATED.search(text)
    label = marks.note_label(below.text.strip()) is not None
    return ended or label or below.page != above.page


def _is_cut(above: RawLine, below: RawLine) -> bool:
    """Tell whether a sentence goes on from one line into the other."""
    text = above.text.rstrip()
    cut = ends_with_hyphen(text) or below.text.lstrip()[:1].islower()
    return cut and not marks.ends_sentence(text)


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
        if line.tag:
            continue
        label = _LABEL.match(line.text)
        number = _number(label) if label else ""
        last = index == len(lines) - 1
        # Some programs count anew on every page.
        if number in seen and int(number) in {1, due}:
            if label and (label.end() < len(line.text) or not last):
                found[index] = f"[{number}]"
                seen.discard(number)
                due = int(number) + 1
        elif number and index and _is_raised(lines[index - 1], line):
            seen.add(number)
        else:
            seen.update(_number(match) for match in _MARK.finditer(line.text))
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
