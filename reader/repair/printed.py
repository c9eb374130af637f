"""Printed addresses taken out of the text and made links on the words before them."""

import re
from dataclasses import dataclass, replace

from reader.model.raw import RawDocument, Repair
from reader.repair.coloured import Look, body_look, coloured_part
from reader.repair.knowledge import Knowledge, Notices
from reader.repair.runs import Runs, linked, part, substitute, text_of, with_runs
from reader.repair.step import Done, made
from reader.text import references

_IN_BRACKETS = re.compile(
    r"\s*\(\s*((?:https?://|www\.|mailto:)[^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\s*\)"
)
_BARE = re.compile(
    r"(?:https?://|www\.)[^\s()<>„“”\"]+[^\s()<>„“”\".,;:!?]|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w"
)
_SENTENCE_START = re.compile(r"[.!?…:;]\s+(?=[А-ЯA-Z„])|[,„–—]\s*")
_CONNECTIVES = r"и|или|в|във|с|със|на|от|за|към|чрез|по|до|при|вж\.|виж|както и"
_LEADING = re.compile(rf"^(?:[\s.,;:)–—]|(?:{_CONNECTIVES})\s)+")
# Not "на", "за", "от": these stand inside names, "Закон за ИИ".
_STRONG = re.compile(r"\s(?:и|или|в|във|с|със|към|чрез|при)\s")
_NAME = re.compile(_STRONG.pattern + "(?=[А-ЯA-Z])")
_LONGEST_WHOLE = 6
_SHOWN = 40
_LONGEST_LINE = 16


@dataclass(frozen=True, slots=True)
class _Printed:
    """An address in brackets: where it stands with the space before it, and what it says."""

    start: int
    end: int
    address: str


def take_addresses(document: RawDocument, knowledge: Knowledge) -> Done:
    """Take out addresses printed in brackets; the words before each become its link."""
    repairs: list[Repair] = []
    lines = []
    body = body_look(document)
    for line in document.lines:
        runs = line.runs
        found = _printed(text_of(runs))
        for number, printed in reversed(list(enumerate(found))):
            floor = found[number - 1].end if number else 0
            before = text_of(runs)
            runs = _taken(runs, printed, floor, knowledge.notices, body)
            words = before[floor : printed.start]
            if len(words) > _SHOWN:
                words = "…" + words[-_SHOWN:].split(" ", 1)[-1]
            shown = words + before[printed.start : printed.end]
            repairs.append(made("printed-address", line, shown, words))
        lines.append(with_runs(line, _bare_linked(runs)))
    return replace(document, lines=tuple(lines)), tuple(repairs)


def _printed(text: str) -> list[_Printed]:
    return [_Printed(*found.span(), found.group(1)) for found in _IN_BRACKETS.finditer(text)]


def _taken(runs: Runs, printed: _Printed, floor: int, notices: Notices, body: Look) -> Runs:
    """Return the runs without a printed address; it becomes a link unless there is one."""
    text = text_of(runs)
    address = with_scheme(printed.address)
    known = part(runs, printed.start - 1, printed.start)
    cut = substitute(runs, printed.start, printed.end, "")
    if printed.start == floor or (known and known[-1].link):
        return cut
    if coloured := coloured_part(runs, floor, printed.start, body):
        return linked(cut, *coloured, address)
    alone = floor == 0 and not text[printed.end :].strip(" .,;")
    start = floor + _anchor_start(text[floor : printed.start], notices, alone=alone)
    return linked(cut, start, printed.start, address)


def _anchor_start(words: str, notices: Notices, *, alone: bool) -> int:
    """Return where, in the words before a printed address, its link begins.

    A page gives that exactly; in plain text it is a matter of judgement: the name or the short
    piece of the sentence just before the address, or all where the block is nothing else.
    """
    known = _known_start(words, notices)
    if known is not None:
        return known
    if alone and len(words.split()) <= _LONGEST_LINE:
        return 0
    start = max((found.end() for found in _SENTENCE_START.finditer(words)), default=0)
    start += _skipped(words[start:])
    piece = words[start:]
    names = [found.end() for found in _NAME.finditer(piece)]
    if names:
        return start + names[-1]
    strong = [found.end() for found in _STRONG.finditer(piece)]
    if strong and len(piece.split()) > _LONGEST_WHOLE:
        return start + strong[-1]
    return start


def _known_start(words: str, notices: Notices) -> int | None:
    """Return where a phrase of the notice, or the name of a document, begins at the words' end."""
    for phrase in (*notices.terms, *notices.original):
        if words.endswith(phrase):
            return len(words) - len(phrase)
    named = [start for start, end, _ in references.find(words) if end == len(words)]
    return named[-1] if named else None


def _skipped(words: str) -> int:
    found = _LEADING.match(words)
    return found.end() if found else 0


def _bare_linked(runs: Runs) -> Runs:
    """Return the runs with addresses that stand in the text leading to themselves."""
    text = text_of(runs)
    for found in _BARE.finditer(text):
        if not any(run.link for run in part(runs, *found.span())):
            runs = linked(runs, *found.span(), with_scheme(found.group()))
    return runs


def with_scheme(address: str) -> str:
    """Return an absolute address."""
    if address.startswith("www."):
        return "https://" + address
    if "@" in address and ":" not in address:
        return "mailto:" + address
    return address
