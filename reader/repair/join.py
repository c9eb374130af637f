"""Lines joined to blocks, with the hyphens at their ends decided."""

import re
from dataclasses import replace
from itertools import pairwise

from reader.model.raw import RawDocument, RawLine, Repair, Run
from reader.repair import marks
from reader.repair.flow import Flow, make_flow
from reader.repair.knowledge import Knowledge
from reader.repair.runs import Runs, merged, part, text_of
from reader.repair.step import Done, made
from reader.text.hyphens import Hyphens, whole_words

# Letters of context that a repair shows on both sides.
_SHOWN = 24
# No address or word reaches further back than this.
_REACH = 2000
_TYPOGRAPHIC = "\u2010"
# "км/⏎ч", "EU:C:⏎2027:188": programs end a line after a stroke or a colon inside a word.
_CUT_AT_MARK = re.compile(r"[^\W_]/$|\b[A-Z]+:[A-Z]+:$")


def join_lines(document: RawDocument, knowledge: Knowledge) -> Done:
    """Make one line of all the lines of a block; each join is a repair."""
    joiner = _Joiner(_hyphens(document, knowledge))
    groups = _groups(document.lines, make_flow(document))
    blocks = tuple(joiner.joined(group) for group in groups)
    return replace(document, lines=blocks), tuple(joiner.repairs)


def _groups(lines: tuple[RawLine, ...], flow: Flow) -> list[list[RawLine]]:
    groups: list[list[RawLine]] = []
    for line in lines:
        if groups and not flow.starts(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _hyphens(document: RawDocument, knowledge: Knowledge) -> Hyphens:
    texts = [line.text for line in document.lines]
    # A program that cuts words with U+2010 writes the hyphens of the words themselves as "-".
    # With neither inside a line, nothing tells what U+2010 means: the rules decide.
    words = whole_words(texts)
    inside = any(_TYPOGRAPHIC in text[:-1] for text in texts)
    typographic = not inside and any("-" in word for word in words)
    dashes = any(" - " in text for text in texts)
    return Hyphens(knowledge.hyphens, words, typographic, dashes)


class _Joiner:
    """Joins lines and remembers what it did."""

    def __init__(self, hyphens: Hyphens) -> None:
        self._hyphens = hyphens
        self.repairs: list[Repair] = []

    def joined(self, lines: list[RawLine]) -> RawLine:
        """Return one line that holds the letters of all."""
        runs = list(_stripped(lines[0].runs))
        text = text_of(tuple(runs))
        for previous, line in pairwise(lines):
            added = _stripped(line.runs)
            after = text_of(added)
            before = text
            cut, glue = self._seam(before, after)
            _shorten(runs, cut)
            runs += (*_glue(glue, runs, added), *added)
            # Of a long block only the end matters from here on.
            text = (before[: len(before) - cut] + glue + after)[-_REACH:]
            self._note(previous, before, after, (cut, glue))
        sources = tuple(number for line in lines for number in line.sources)
        return replace(lines[0], runs=merged(tuple(runs)), sources=sources)

    def _seam(self, before: str, after: str) -> tuple[int, str]:
        """Return how many letters go from the end of the first text, and what stands between."""
        if marks.has_open_address(before) or marks.has_cut_address(before, after):
            return 0, ""
        if not self._hyphens.cuts(before, after):
            return 0, "" if _CUT_AT_MARK.search(before) and after[:1].isalnum() else " "
        bare = before[:-1].rstrip()
        if _ends_with_open_address(bare):
            return 0, ""
        return len(before) - len(bare), self._hyphens.glue(before, after)

    def _note(self, previous: RawLine, before: str, after: str, seam: tuple[int, str]) -> None:
        cut, glue = seam
        left, right = _tail(before), _head(after)
        self.repairs.append(
            made(
                "hyphen" if self._hyphens.cuts(before, after) else "line-break",
                previous,
                f"{left}\n{right}",
                left[: len(left) - cut] + glue + right,
            )
        )


def _tail(text: str) -> str:
    """Return the last words of a text, whole ones."""
    if len(text) <= _SHOWN:
        return text
    return "…" + text[-_SHOWN:].split(" ", 1)[-1]


def _head(text: str) -> str:
    """Return the first words of a text, whole ones."""
    if len(text) <= _SHOWN:
        return text
    return text[:_SHOWN].rsplit(" ", 1)[0] + "…"


def _stripped(runs: Runs) -> Runs:
    text = text_of(runs)
    return part(runs, len(text) - len(text.lstrip()), len(text.rstrip()))


def _shorten(runs: list[Run], count: int) -> None:
    """Take letters off the end."""
    while count > 0 and runs:
        last = runs.pop()
        if len(last.text) > count:
            runs.append(replace(last, text=last.text[:-count]))
        count -= len(last.text)


def _glue(text: str, left: list[Run], right: Runs) -> Runs:
    """Return what stands between two lines; a space is part of a link that goes on over it."""
    if not text or not left:
        return (Run(text),) if text else ()
    if text == " ":
        return (Run(" ", link=left[-1].link if left[-1].link == right[0].link else None),)
    return (replace(left[-1], text=text),)


def _ends_with_open_address(text: str) -> bool:
    word = text.rsplit(maxsplit=1)[-1] if text.split() else ""
    return "://" in word or word.startswith("www.") or "@" in word
