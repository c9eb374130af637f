"""What a tagged PDF says of its text: elements, and the marks of what is drawn for them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the structure tree (ISO 32000-1, 14.8); a kid that is a number is a mark.

    `language` is a BCP 47 tag where it is not that of the elements around; `alt` stands for a
    picture; `address` is where a link leads; `attributes` are those of one owner: ("List", …);
    `title` are the words of a heading or of a link. A link within the file leads to the top of
    `page`, which counts from 0. `told` is what Chetivo reads again of an article among others.
    """

    role: str
    kids: tuple["Element | int", ...] = ()
    language: str | None = None
    alt: str = ""
    address: str | None = None
    attributes: tuple[str, Mapping[str, str]] | None = None
    title: str = ""
    page: int | None = None
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marked:
    """Letters `start` to `end` of a leaf, drawn under one mark."""

    start: int
    end: int
    mark: int


@dataclass(frozen=True, slots=True)
class Area:
    """Where a mark was drawn, in points from the lower left of a page, which counts from 0."""

    mark: int
    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Facts:
    """What a PDF says of itself: its title, and what Chetivo reads again from its own."""

    title: str
    language: str
    told: Mapping[str, str] = field(default_factory=dict)


def marks_in(element: Element) -> Iterator[int]:
    """Yield the marks of an element and of all within it, in order."""
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from marks_in(kid)
        else:
            yield kid
