"""Printed addresses taken out of the text and made links on the words before them."""

import re
from dataclasses import dataclass, replace

from reader.model.raw import RawDocument, Repair, Run
from reader.repair.coloured import Look, body_look, coloured_part
from reader.repair.knowledge import Knowledge, Notices
from reader.repair.runs import Runs, split_at, text_of, with_runs
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
        runs, shown = _taken(line.runs, knowledge.notices, body)
        repairs += (made("printed-address", line, *words) for words in shown)
        lines.append(with_runs(line, _bare_linked(runs)))
    return replace(document, lines=tuple(lines)), tuple(repairs)


def _printed(text: str) -> list[_Printed]:
    return [_Printed(*found.span(), found.group(1)) for found in _IN_BRACKETS.finditer(text)]


def _taken(runs: Runs, notices: Notices, body: Look) -> tuple[Runs, list[tuple[str, str]]]:
    """Return the runs without printed addresses, and what each repair shows before and after.

    An address becomes a link on the words before it unless there is one.
    """
    text = text_of(runs)
    found = _printed(text)
    floors = [0, *(printed.end for printed in found)]
    cuts = []
    for floor, printed in zip(floors, found, strict=False):
        anchor = coloured_part(runs, floor, printed.start, body)
        start, end = anchor or (_link_start(text, floor, printed, notices), printed.start)
        cuts += [start, end, printed.start, printed.end]
    pieces = split_at(runs, cuts)
    kept: list[Run] = []
    for number, printed in enumerate(found):
        before, anchored, after = pieces[4 * number : 4 * number + 3]
        known = (*before, *anchored, *after)[-1:]
        linked = known and known[0].link
        led = anchored if linked else _led(anchored, with_scheme(printed.address))
        kept += (*before, *led, *after)
    shown = [_shown(text, *pair) for pair in zip(floors, found, strict=False)]
    return (*kept, *pieces[-1]), shown


def _link_start(text: str, floor: int, printed: _Printed, notices: Notices) -> int:
    alone = floor == 0 and not text[printed.end :].strip(" .,;")
    return floor + _anchor_start(text[floor : printed.start], notices, alone=alone)


def _led(runs: Runs, address: str) -> Runs:
    return tuple(replace(run, link=address) for run in runs)


def _shown(text: str, floor: int, printed: _Printed) -> tuple[str, str]:
    words = text[floor : printed.start]
    if len(words) > _SHOWN:
        words = "…" + words[-_SHOWN:].split(" ", 1)[-1]
    return words + text[printed.start : printed.end], words


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
    found = list(_BARE.finditer(text_of(runs)))
    pieces = split_at(runs, [place for address in found for place in address.span()])
    for number, address in enumerate(found):
        piece = pieces[2 * number + 1]
        if not any(run.link for run in piece):
            pieces[2 * number + 1] = _led(piece, with_scheme(address.group()))
    return tuple(run for piece in pieces for run in piece)


def with_scheme(address: str) -> str:
    """Return an absolute address."""
    if address.startswith("www."):
        return "https://" + address
    if "@" in address and ":" not in address:
        return "mailto:" + address
    return address
