"""A real browser for the tests: Chromium without a window, driven through a pipe."""

import runpy
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
# `browser()`: a Chromium that never touches the network.
browser = runpy.run_path(str(PACKAGING / "make-sample"))["browser"]

AXE = Path(
    distribution("axe-playwright-python").locate_file("axe_playwright_python/axe.min.js")
).read_text("utf-8")
# Everything that axe-core knows, best practice too; the size of targets is off by itself.
AXE_RUN = """axe.run(document, {rules: {'target-size': {enabled: true}}}).then(
    found => found.violations.map(
        rule => rule.id + ': ' + rule.nodes.map(node => node.html).join(' ')))"""


class Tab:
    """A tab of the browser."""

    def __init__(self, chromium: Any) -> None:
        self._chromium = chromium
        self._target = chromium.ask("Target.createTarget", url="about:blank")["targetId"]
        attached = chromium.ask("Target.attachToTarget", targetId=self._target, flatten=True)
        self._session = attached["sessionId"]
        self.ask("Page.enable")

    def ask(self, method: str, **facts: object) -> dict[str, Any]:
        """Send a command of the DevTools protocol to the tab and return its result."""
        result: dict[str, Any] = self._chromium.ask(method, self._session, **facts)
        return result

    def open(self, address: str) -> None:
        """Open an address and wait until the page is there."""
        self._chromium.send("Page.navigate", self._session, url=address)
        self._chromium.event("Page.loadEventFired")

    def look(self, *, width: int = 1280, height: int = 800, **media: str) -> None:
        """See the page in a window of this size, in CSS pixels, and with these preferences."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        features = [
            {"name": name.replace("_", "-"), "value": value} for name, value in media.items()
        ]
        self.ask("Emulation.setEmulatedMedia", features=features)

    def value(self, expression: str) -> Any:
        """Return what an expression in the page comes to."""
        answer = self.ask(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def violations(self) -> list[str]:
        """Return what axe-core finds wrong."""
        self.value(f"{AXE};0")
        found: list[str] = self.value(AXE_RUN)
        return found

    def heard(self) -> list[str]:
        """Return role and name, or the words, of all that a screen reader is told, in order."""
        nodes = {node["nodeId"]: node for node in self.ask("Accessibility.getFullAXTree")["nodes"]}
        return list(_heard(next(iter(nodes)), nodes))

    def close(self) -> None:
        """Close the tab."""
        self._chromium.ask("Target.closeTarget", targetId=self._target)


@contextmanager
def tab(chromium: Any) -> Iterator[Tab]:
    """Give a new tab."""
    opened = Tab(chromium)
    try:
        yield opened
    finally:
        opened.close()


def _heard(number: str, nodes: dict[str, Any]) -> Iterator[str]:
    node = nodes[number]
    role, name = node["role"]["value"], node.get("name", {}).get("value", "")
    level = [
        fact["value"]["value"] for fact in node.get("properties", ()) if fact["name"] == "level"
    ]
    if not node["ignored"] and role != "InlineTextBox":
        words = name if role == "StaticText" else " ".join((role, *map(str, level), name))
        yield words.strip()
    for child in node["childIds"]:
        if child in nodes:
            yield from _heard(child, nodes)
