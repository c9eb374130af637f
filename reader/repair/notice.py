"""The remark that a page is a machine translation: found, put together, its links read."""

from dataclasses import replace

from reader.model.raw import RawDocument, RawLine, Repair, Run, Tag, TagKind
from reader.repair.knowledge import Knowledge, Notices
from reader.repair.runs import linked, text_of, with_runs
from reader.repair.step import Done, made

_PIECES = (TagKind.PARAGRAPH, TagKind.NOTICE)
# The element number of a notice put together from several elements.
_NO_ELEMENT = -1


def join_notice(document: RawDocument, knowledge: Knowledge) -> Done:
    """Make one block of a notice that was printed in pieces, and mark it."""
    notices = knowledge.notices
    lines: list[RawLine] = []
    repairs: list[Repair] = []
    for line in document.lines:
        if lines and _is_notice(lines[-1]) and _goes_on(line, notices):
            before = lines[-1]
            whole = replace(before, sources=before.sources + line.sources)
            lines[-1] = with_runs(whole, (*before.runs, Run(" "), *line.runs))
            shown = f"{before.text[-24:]}\n{line.text[:24]}"
            repairs.append(made("notice", line, shown, shown.replace("\n", " ")))
        elif _begins(line, notices):
            lines.append(replace(line, tag=Tag(TagKind.NOTICE, _NO_ELEMENT)))
        else:
            lines.append(line)
    lines = [_with_anchors(line, notices) if _is_notice(line) else line for line in lines]
    return replace(document, lines=tuple(lines)), tuple(repairs)


def original_address(line: RawLine, notices: Notices) -> str | None:
    """Return the address of the original version that a notice leads to.

    It is the last link that does not lead to the terms of use.
    """
    found = [run.link for run in line.runs if run.link and not _is_terms(run.link, notices)]
    return found[-1] if found else None


def _is_terms(address: str, notices: Notices) -> bool:
    return any(part in address for part in notices.terms_address)


def _is_notice(line: RawLine) -> bool:
    return line.tag is not None and line.tag.kind is TagKind.NOTICE


def _begins(line: RawLine, notices: Notices) -> bool:
    if line.tag is not None and line.tag.kind not in _PIECES:
        return False
    if not line.text.startswith(notices.begins):
        return False
    terms = any(run.link and _is_terms(run.link, notices) for run in line.runs)
    return terms or notices.service in line.text or line.text in notices.begins


def _goes_on(line: RawLine, notices: Notices) -> bool:
    if line.tag is not None and line.tag.kind not in _PIECES:
        return False
    return line.text.startswith(notices.goes_on)


def _with_anchors(line: RawLine, notices: Notices) -> RawLine:
    """Return the notice with its two links on the words that the page itself links.

    A print cut into pieces can leave the address on some of these words only.
    """
    runs = line.runs
    for phrase in (*notices.terms, *notices.original):
        start = text_of(runs).find(phrase)
        inside = {run.link for run in linked_part(line, start, start + len(phrase))}
        addresses = inside - {None}
        if start >= 0 and len(addresses) == 1:
            runs = linked(runs, start, start + len(phrase), str(addresses.pop()))
    return with_runs(line, runs)


def linked_part(line: RawLine, start: int, end: int) -> tuple[Run, ...]:
    """Return the runs that a stretch of a line's text touches."""
    touched = []
    offset = 0
    for run in line.runs:
        if offset < end and offset + len(run.text) > start:
            touched.append(run)
        offset += len(run.text)
    return tuple(touched)
