"""Letters made plain: composed, no ligatures, no look-alikes of the other alphabet."""

from dataclasses import replace

from reader.model.raw import RawDocument, RawLine, Repair, Run
from reader.repair.knowledge import Knowledge
from reader.repair.runs import with_runs
from reader.repair.step import Done, made
from reader.text.addresses import absolute
from reader.text.normal import normal, with_own_letters


def plain_letters(document: RawDocument, _: Knowledge) -> Done:
    """Write letters in one way; a look-alike put right is a repair, a mere code is not."""
    lines: list[RawLine] = []
    repairs: list[Repair] = []
    for line in document.lines:
        plain = with_runs(
            line,
            tuple(
                _written(run, normal(run.text), run.link and absolute(run.link))
                for run in line.runs
            ),
        )
        own = with_runs(
            plain, tuple(_written(run, with_own_letters(run.text), run.link) for run in plain.runs)
        )
        for before, after in zip(plain.text.split(), own.text.split(), strict=True):
            if before != after:
                repairs.append(made("look-alike", line, before, after))
        if own.text.strip():
            lines.append(own)
    return replace(document, lines=tuple(lines)), tuple(repairs)


def _written(run: Run, text: str, link: str | None) -> Run:
    """Return a run with its text and link written so; the same one, mostly."""
    same = text == run.text and link == run.link
    return run if same else replace(run, text=text, link=link)
