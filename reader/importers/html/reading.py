"""A page as it is read: its elements, and what is known of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from reader.importers.html.around import Parts
from reader.importers.html.elements import Element
from reader.importers.html.links import Addresses
from reader.importers.html.tree import Row


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of the elements of a page before its article is read."""

    row: Row
    addresses: Addresses
    marks: Mapping[Element, str]
    bodies: Mapping[Element, str]
    parts: Parts
    tongues: Mapping[Element, str]
    is_whole: bool  # there is nothing round the article

    def language(self, element: Element) -> str | None:
        """Return the language of the words of an element where it is told, or None."""
        return self.tongues.get(element)

    def reads(self, element: Element) -> bool:
        """Tell whether an element is part of the article."""
        place = self.row.place.get(element)
        return place is not None and place not in self.parts.dropped

    def leaves_out(self, element: Element) -> bool:
        """Tell whether an element is shown, and is no part of the article."""
        return self.row.place.get(element, -1) in self.parts.dropped
