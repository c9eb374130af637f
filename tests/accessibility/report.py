"""Write docs/accessibility.md: what was checked, by which tests, and how it went.

Run: make accessibility-report; with ARGS=--again, from what the last run found.
"""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

import pytest

from tests.accessibility.checks import (
    HERE,
    TESTS,
    Chapter,
    Check,
    Clause,
    Mark,
    chapters,
    checks,
    marks,
)

ROOT = TESTS.parent
DOCUMENT = ROOT / "docs" / "accessibility.md"
OUTCOMES = ROOT / "build" / "accessibility.json"
SOURCES = {
    "fundamentals": "Основни проверки на epubtest.org",
    "read-aloud": "Четене на глас по epubtest.org",
    "software": "Прозорецът и управлението",
    "reading-keys": "Клавиши за четене",
    "tree": "Какво намира екранният четец в статията",
    "window": "Какво се чува в програмата",
}


class State(StrEnum):
    """How a check or a clause stands."""

    PASSED = "преминато"
    PARTLY = "отчасти"
    FAILED = "не е преминато"
    UNTESTED = "не е проверено"
    NOT_APPLICABLE = "не се прилага"


class Results:
    """What the last run says of each check."""

    def __init__(
        self, known: Sequence[Check], marked: Sequence[Mark], outcomes: Mapping[str, str]
    ) -> None:
        self.known = {check.id: check for check in known}
        self._outcomes = outcomes
        self._tests: dict[str, list[str]] = defaultdict(list)
        for mark in marked:
            self._tests[mark.check].append(mark.test)

    def tests(self, check: str) -> list[str]:
        """Return the tests that prove a check."""
        return sorted(self._tests[check])

    def state(self, check: str) -> State:
        """Tell how a check went: passed only if all of its tests were run and did."""
        found = {self._outcomes.get(test, "missing") for test in self.tests(check)}
        if "failed" in found:
            return State.FAILED
        return State.PASSED if found == {"passed"} else State.UNTESTED

    def state_of_clause(self, clause: Clause) -> State:
        """Tell how a clause stands by the checks that prove it."""
        if clause.not_applicable:
            return State.NOT_APPLICABLE
        found = {self.state(check) for check in clause.checks}
        if State.FAILED in found:
            return State.FAILED
        if State.PASSED in found:
            return State.PARTLY if State.UNTESTED in found else State.PASSED
        return State.UNTESTED

    def proof(self, check: str) -> str:
        """Return the tests of a check, or why it has none."""
        names = ", ".join(f"`{test}`" for test in self.tests(check))
        return names or self.known[check].untested

    def proof_of_clause(self, clause: Clause) -> str:
        """Return the checks of a clause and which of them are wanting, or why there are none."""
        parts = []
        for check in clause.checks:
            state = self.state(check)
            parts.append(check if state is State.PASSED else f"{check} ({state})")
        return clause.not_applicable or clause.untested or ", ".join(parts)


def rendered(results: Results, standard: Sequence[Chapter], by_hand: str, head: str) -> str:
    """Return the whole report."""
    parts = [head.rstrip(), *_totals(results, standard), "## Проверки"]
    for source, title in SOURCES.items():
        parts += [f"### {title}", _table(_check_rows(results, source), "№", "Какво")]
    parts.append("## EN 301 549 V3.2.1")
    for chapter in standard:
        title = f"### Глава {chapter.number}: {chapter.title}"
        parts += [title, _table(_clause_rows(results, chapter), "Точка", "За какво е")]
    return "\n\n".join([*parts, by_hand.rstrip()]) + "\n"


def _check_rows(results: Results, source: str) -> Iterator[tuple[str, str, str, str]]:
    for check in results.known.values():
        if check.source == source:
            yield check.id, check.bg, results.state(check.id), results.proof(check.id)


def _clause_rows(results: Results, chapter: Chapter) -> Iterator[tuple[str, str, str, str]]:
    for each in chapter.clauses:
        state, proof = results.state_of_clause(each), results.proof_of_clause(each)
        yield each.number, each.title, state, proof


def _totals(results: Results, standard: Sequence[Chapter]) -> Iterator[str]:
    states = [results.state(check) for check in results.known]
    clauses = [results.state_of_clause(each) for chapter in standard for each in chapter.clauses]
    rows = (
        (state.value, str(states.count(state)), str(clauses.count(state)))
        for state in State
        if state in states or state in clauses
    )
    yield "\n".join(
        (
            "| Резултат | Проверки | Точки от стандарта |",
            "|---|---:|---:|",
            *(f"| {' | '.join(row)} |" for row in rows),
        )
    )


def _table(rows: Iterator[tuple[str, str, str, str]], number: str, what: str) -> str:
    head = f"| {number} | {what} | Резултат | Доказано от, или защо не |"
    return "\n".join((head, "|---|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)))


def run_tests(path: Path) -> bool:
    """Run the tests with marks and have their outcomes written; tell whether it came to its end."""
    argv = [sys.executable, "-m", "pytest", "-p", "tests.accessibility.outcomes"]
    path.unlink(missing_ok=True)
    done = subprocess.run([*argv, "--outcomes", str(path)], cwd=ROOT, check=False)
    return done.returncode in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}


def main(arguments: Sequence[str]) -> int:
    """Write the report; return 1 if a check failed, 2 if the tests did not come to their end."""
    if "--again" not in arguments and not run_tests(OUTCOMES):
        print("The tests did not run to their end; the report stays as it was.")
        return 2
    results = Results(checks(), marks(), json.loads(OUTCOMES.read_text("utf-8")))
    head, by_hand = ((HERE / name).read_text("utf-8") for name in ("head.md", "by_hand.md"))
    DOCUMENT.write_text(rendered(results, chapters(), by_hand, head), "utf-8")
    failed = [check for check in results.known if results.state(check) is State.FAILED]
    print(f"{DOCUMENT.relative_to(ROOT)}: failed {', '.join(failed) or 'none'}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
