"""The checks and clauses of the report as data, and the tests that carry marks of checks."""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
TESTS = HERE.parent


@dataclass(frozen=True, slots=True)
class Check:
    """Something a person needs; `untested` is the reason while no test proves it."""

    id: str
    en: str
    bg: str
    source: str
    untested: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the standard: the checks that prove it, or why there are none."""

    number: str
    title: str
    checks: tuple[str, ...] = ()
    not_applicable: str = ""
    untested: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the standard."""

    number: str
    title: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on a test, such as ("gui/test_theme.py::test_…", "A44", "Text contrast of …")."""

    test: str
    check: str
    name: str


def checks() -> tuple[Check, ...]:
    """Return all checks."""
    return tuple(Check(**row) for row in _data("checks")["check"])


def chapters() -> tuple[Chapter, ...]:
    """Return the chapters with their clauses."""
    return tuple(
        Chapter(row["number"], row["title"], tuple(_clause(**clause) for clause in row["clause"]))
        for row in _data("clauses")["chapter"]
    )


def marks() -> tuple[Mark, ...]:
    """Return the marks on all tests, as they stand in the sources."""
    return tuple(mark for path in sorted(TESTS.rglob("test_*.py")) for mark in marks_of(path))


def marks_of(path: Path) -> Iterator[Mark]:
    """Yield the marks on the tests of a file."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            test = f"{path.relative_to(TESTS).as_posix()}::{node.name}"
            for call in node.decorator_list:
                if ast.unparse(call).startswith("pytest.mark.check("):
                    yield Mark(test, *(ast.literal_eval(each) for each in call.args))


def _clause(number: str, title: str, checks: tuple[str, ...] = (), **why: str) -> Clause:
    return Clause(number, title, tuple(checks), **why)


def _data(name: str) -> dict:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))
