"""The accessible tree as a test sees it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Accessible:
    """One object of a program, as it is offered to screen readers.

    `labels` are the words of what labels it, `extents` its place on the screen (x, y, width,
    height), `path` its address on the bus.
    """

    role: str
    name: str
    description: str
    locale: str
    attributes: dict[str, str]
    states: frozenset[str]
    text: str
    caret: int
    actions: tuple[str, ...]
    children: tuple["Accessible", ...] = ()
    labels: tuple[str, ...] = ()
    extents: tuple[int, int, int, int] = (0, 0, 0, 0)
    path: str = ""

    def walk(self) -> Iterator["Accessible"]:
        """Yield this object and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, role: str, words: str = "") -> "Accessible":
        """Return the first object of a role whose name or text has the words."""
        for each in self.walk():
            if each.role == role and (words in each.name or words in each.text):
                return each
        raise AssertionError(f"no {role!r} with {words!r} among:\n{self.shown()}")

    def all(self, role: str) -> list["Accessible"]:
        """Return all objects of a role."""
        return [each for each in self.walk() if each.role == role]

    def shown(self, depth: int = 0) -> str:
        """Return the tree in lines, for a failing test."""
        line = f"{'  ' * depth}{self.role} {self.name!r} {self.text[:60]!r}"
        return "\n".join((line, *(child.shown(depth + 1) for child in self.children)))


def parsed(text: str) -> list[Accessible]:
    """Return the programs in the output of read_tree.py."""
    return [_made(node) for node in json.loads(text)]


def _made(node: dict) -> Accessible:
    children = tuple(_made(child) for child in node.pop("children"))
    states = frozenset(node.pop("states"))
    rows = {name: tuple(node.pop(name)) for name in ("actions", "labels", "extents")}
    return Accessible(**node, **rows, states=states, children=children)
