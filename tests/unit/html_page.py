"""Reads a page that an article was exported to, strictly."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "meta"}


@dataclass
class Element:
    tag: str
    facts: dict[str, str]
    words: str = ""
    inner: list["Element"] = field(default_factory=list)


class Page(HTMLParser):
    """Reads a page, and fails where an element is not closed as it should be.

    `leaves` are the words of each anchored element, without those of anchored elements in it and
    without the ways back from notes.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.all: list[Element] = []
        self.open: list[Element] = []
        self.leaves: dict[str, str] = {}
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.all.append(element)
        if tag in VOID:
            self.handle_data(" ")
        else:
            self.open.append(element)
            self.leaves.setdefault(self.open[-1].facts.get("id", ""), "")
        if tag in {"td", "th", "caption"}:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.words += data
        for element in reversed(self.open):
            if element.facts.get("role") == "doc-backlink":
                return
            if re.fullmatch(r"b\d+", element.facts.get("id", "")):
                self.leaves[element.facts["id"]] += data
                return

    def of(self, tag: str) -> list[Element]:
        return [element for element in self.all if element.tag == tag]
