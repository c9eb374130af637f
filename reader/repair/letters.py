"""Letters made plain: composed, no ligatures, no Latin look-alikes in Cyrillic words."""

from dataclasses import replace

from reader.model.raw import RawDocument, RawLine, Repair
from reader.repair.knowledge import Knowledge
from reader.repair.runs import with_runs
from reader.repair.step import Done, made
from reader.text.normal import normal, with_own_letters

_SCHEMES = ("https://", "http://", "mailto:")


def plain_letters(document: RawDocument, _: Knowledge) -> Done:
    """Write letters in one way; a look-alike put right is a repair, a mere code is not."""
    lines: list[RawLine] = []
    repairs: list[Repair] = []
    for line in document.lines:
        plain = with_runs(
            line,
            tuple(replace(run, text=normal(run.text), link=_safe(run.link)) for run in line.runs),
        )
        own = with_runs(
            plain, tuple(replace(run, text=with_own_letters(run.text)) for run in plain.runs)
        )
        for before, after in zip(plain.text.split(), own.text.split(), strict=True):
            if before != after:
                repairs.append(made("look-alike", line, before, after))
        if own.text.strip():
            lines.append(own)
    return replace(document, lines=tuple(lines)), tuple(repairs)


def _safe(link: str | None) -> str | None:
    """Return an address that a browser or mail program opens, else None.

    A file may also hold addresses of programs on this computer.
    """
    return link if link and link.lower().startswith(_SCHEMES) else None
