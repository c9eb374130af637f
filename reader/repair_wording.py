"""What was repaired, in a person's words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.i18n import Translator, mark

if TYPE_CHECKING:
    from reader.model.raw import Repair

STEPS = {
    "garbled": mark("Doubtful: letters encoded wrongly"),
    "leader": mark("Dots before a page number"),
    "missing-letters": mark("Missing letters put in"),
    "hidden": mark("Text that does not show taken out"),
    "aslant": mark("Text across the page taken out"),
    "look-alike": mark("Letter that only looked right"),
    "encoding": mark("Letters of a wrong encoding put right"),
    "origin": mark("Source and terms below the text read and taken out"),
    "correction": mark("Put right by hand"),
    "running-head": mark("Head or foot of a page taken out"),
    "printed-address": mark("Printed address taken out"),
    "hyphen": mark("Word joined at a hyphen"),
    "space": mark("Space put right"),
    "notice": mark("Notice put together"),
    "list-marker": mark("Mark of a list item taken out"),
    "columns": mark("Columns put one below the other"),
    "note": mark("Number of a note named"),
    "line-break": mark("Line joined"),
}


# Steps whose outcome a person had better look at: what they found may mislead.
TO_CHECK = frozenset({"garbled", "missing-letters", "hidden", "aslant", "look-alike"})


def count_to_check(repairs: "Iterable[Repair]") -> int:
    """Return how many repairs a person had better look at."""
    return sum(repair.step in TO_CHECK for repair in repairs)


def step_name(step: str, _: Translator) -> str:
    """Return what a step of repair did, in words."""
    known = STEPS.get(step)
    return _(known) if known else step
