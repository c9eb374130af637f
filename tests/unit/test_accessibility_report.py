"""The report on accessibility says only what there is, and how it stands."""

import json
import re

import pytest

from tests.accessibility.checks import Chapter, Check, Clause, Mark, chapters, checks, marks
from tests.accessibility.report import DOCUMENT, SOURCES, Results, State, rendered

pytest_plugins = ("pytester",)

KNOWN = (
    Check("A01", "Start", "Стартиране", "fundamentals"),
    Check("A02", "Exit", "Излизане", "fundamentals"),
    Check("A03", "Bookmarks", "Отметки", "window", "Още няма."),
)
MARKED = (
    Mark("gui/test_window.py::test_start", "A01", "Start"),
    Mark("gui/test_window.py::test_start_again", "A01", "Start"),
    Mark("gui/test_window.py::test_exit", "A02", "Exit"),
)
ALL_WELL = {mark.test: "passed" for mark in MARKED}


def results(**outcomes):
    changed = {f"gui/test_window.py::test_{name}": outcome for name, outcome in outcomes.items()}
    return Results(KNOWN, MARKED, ALL_WELL | changed)


def test_a_check_is_passed_only_if_all_of_its_tests_are():
    assert results().state("A01") is State.PASSED
    assert results(start_again="failed").state("A01") is State.FAILED
    assert results(start_again="skipped").state("A01") is State.UNTESTED
    assert Results(KNOWN, MARKED, {}).state("A01") is State.UNTESTED
    assert results().state("A03") is State.UNTESTED


@pytest.mark.parametrize(
    ("clause", "state"),
    [
        (Clause("5.2", "", ("A01", "A02")), State.PASSED),
        (Clause("5.2", "", ("A01", "A03")), State.PARTLY),
        (Clause("5.2", "", ("A03",)), State.UNTESTED),
        (Clause("5.3", "", not_applicable="Няма."), State.NOT_APPLICABLE),
        (Clause("5.4", "", untested="Още не."), State.UNTESTED),
    ],
)
def test_a_clause_stands_as_its_checks_do(clause, state):
    assert results().state_of_clause(clause) is state


def test_one_failed_check_fails_the_clause():
    clause = Clause("5.2", "", ("A01", "A02", "A03"))
    assert results(exit="failed").state_of_clause(clause) is State.FAILED


def test_the_report_tells_what_proves_it_and_what_is_wanting():
    standard = (Chapter("5", "Общи", (Clause("5.2", "Включване", ("A01", "A03")),)),)
    text = rendered(results(), standard, "## На ръка\n", "# Достъпност\n")
    assert text.startswith("# Достъпност\n\n| Резултат")
    proof = "`gui/test_window.py::test_start`, `gui/test_window.py::test_start_again`"
    assert f"| A01 | Стартиране | преминато | {proof} |" in text
    assert "| A03 | Отметки | не е проверено | Още няма. |" in text
    assert "| 5.2 | Включване | отчасти | A01, A03 (не е проверено) |" in text
    assert text.endswith("\n\n## На ръка\n")


def test_every_mark_is_of_a_check_and_calls_it_by_its_name():
    names = {check.id: check.en for check in checks()}
    assert [mark for mark in marks() if names.get(mark.check) != mark.name] == []


def test_every_check_has_either_a_test_or_a_reason_why_not():
    proven = {mark.check for mark in marks()}
    assert [check for check in checks() if check.id not in proven and not check.untested] == []
    assert [check for check in checks() if check.id in proven and check.untested] == []
    assert {check.source for check in checks()} == set(SOURCES)


def test_every_clause_has_checks_that_there_are_or_a_reason_why_not():
    known = {check.id for check in checks()}
    for clause in (clause for chapter in chapters() for clause in chapter.clauses):
        ways = [bool(clause.checks), bool(clause.not_applicable), bool(clause.untested)]
        assert ways.count(True) == 1, clause
        assert set(clause.checks) <= known, clause


def test_the_document_holds_each_check_with_the_tests_that_carry_its_mark():
    text = DOCUMENT.read_text("utf-8")
    rows = re.findall(r"^\| (A\d\d) \| [^|]+ \| [^|]+ \| ([^|]+) \|$", text, re.MULTILINE)
    assert [check for check, _proof in rows] == [
        check.id for source in SOURCES for check in checks() if check.source == source
    ]
    shown = {(test, check) for check, proof in rows for test in re.findall(r"`([^`]+)`", proof)}
    assert shown == {(mark.test, mark.check) for mark in marks()}


def test_outcomes_of_cases_and_fixtures_are_put_together(pytester):
    pytester.makeini("[pytest]\nmarkers = check\naddopts = -p tests.accessibility.outcomes")
    pytester.mkdir("tests").joinpath("test_it.py").write_text(
        "import pytest\n"
        "@pytest.fixture\n"
        "def broken():\n"
        "    raise ValueError\n"
        "@pytest.mark.check('A01', '')\n"
        "@pytest.mark.parametrize('number', [1, 2])\n"
        "def test_cases(number):\n"
        "    assert number == 1\n"
        "@pytest.mark.check('A02', '')\n"
        "def test_fixture(broken):\n"
        "    pass\n"
        "@pytest.mark.check('A02', '')\n"
        "def test_sound():\n"
        "    pass\n"
        "def test_unmarked():\n"
        "    pass\n"
    )
    pytester.runpytest_inprocess("--outcomes", "found.json")
    assert json.loads((pytester.path / "found.json").read_text()) == {
        "test_it.py::test_cases": "failed",
        "test_it.py::test_fixture": "failed",
        "test_it.py::test_sound": "passed",
    }
