"""A plugin of pytest: with --outcomes FILE, run the tests with marks alone and write how they end.

Run: pytest -p tests.accessibility.outcomes --outcomes FILE
"""

import json
from pathlib import Path

import pytest

WORST = ("passed", "skipped", "failed")  # of several outcomes of a test, the last of these counts


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--outcomes", type=Path, help="run marked tests alone; write their outcomes")


def pytest_configure(config: pytest.Config) -> None:
    if path := config.getoption("--outcomes"):
        config.pluginmanager.register(Outcomes(path, config.rootpath / "tests"))


class Outcomes:
    """Notes how each test ends; the cases of one test and its fixtures count together."""

    def __init__(self, path: Path, root: Path) -> None:
        self._path = path
        self._root = root
        self._outcomes: dict[str, str] = {}

    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        marked = [item for item in items if item.get_closest_marker("check")]
        config.hook.pytest_deselected(items=[item for item in items if item not in marked])
        items[:] = marked

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        test = report.nodeid.partition("[")[0].removeprefix(f"{self._root.name}/")
        before = self._outcomes.get(test, "passed")
        self._outcomes[test] = max(before, report.outcome, key=WORST.index)

    def pytest_sessionfinish(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(json.dumps(self._outcomes, indent=1, sort_keys=True), "utf-8")
