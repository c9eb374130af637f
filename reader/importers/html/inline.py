"""The words of a piece of a page as runs: styles, addresses, marks of notes, pictures met."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Protocol, TypeAlias

from reader.importers.html.elements import Element, names, tag
from reader.importers.html.links import Addresses
from reader.importers.html.tags import BLOCKS
from reader.model.raw import Run

Runs: TypeAlias = tuple[Run, ...]
Content: TypeAlias = str | Element
Worded: TypeAlias = tuple[Run, str]  # a style and words in it

PLAIN = Run("")
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em", "cite", "var", "dfn"})
_BEHIND = frozenset({"span", "small", "em", "i", "time"})
_PICTURES = frozenset({"img", "svg"})
_SPACE = re.compile(r"[^\S\n]+")
_LINE_END = "\n"
_BREAK = "\v"  # no page has one: controls are taken out before it is parsed
_CLOSING = (".", "%", ")", "\u201c", "\u201d", "\u00bb")
_PRIVATE = re.compile("[\uf020-\uf0ff]")
# What the symbol fonts of word processors draw for letters that no other font has.
_SYMBOLS = {
    "\uf02d": "–", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0e0": "→",
}  # fmt: skip
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SLANTED = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)


class Reading(Protocol):
    """What is known of the elements of a page."""

    @property
    def addresses(self) -> Addresses:
        """What the addresses of the page are relative to."""

    @property
    def marks(self) -> Mapping[Element, str]:
        """The elements that are marks of notes, with their labels."""

    def language(self, element: Element) -> str | None:
        """Return the language of the words of an element where it is told, or None."""

    def reads(self, element: Element) -> bool:
        """Tell whether an element is part of the article."""

    def stands_apart(self, element: Element) -> bool:
        """Tell whether an element is named as what is set off from the words before it."""


@dataclass(slots=True)
class Gathered:
    """What was found in a piece: its words, its pictures, and what is a block of its own.

    Words are told with the style that they are in.
    """

    pieces: list[Worded] = field(default_factory=list)
    nested: list[Element] = field(default_factory=list)
    pictures: list[Element] = field(default_factory=list)

    def runs(self) -> Runs:
        """Return the words as one line."""
        return _closed((look, text.replace(_BREAK, " ")) for look, text in self.pieces)

    def ends_in_word(self) -> bool:
        """Tell whether the last letter found so far would run into a word behind it."""
        last = self._last()
        return last.isalnum() or last in _CLOSING

    def ends_in_figure(self) -> bool:
        """Tell whether the last letter found so far is one of a number, such as 46,3%."""
        last = self._last()
        return last.isdigit() or last == "%"

    def _last(self) -> str:
        return self.pieces[-1][1][-1:] if self.pieces else ""

    def ends_in_link(self) -> bool:
        """Tell whether the last word found so far is that of a link."""
        return bool(self.pieces) and self.pieces[-1][0].link is not None

    def paragraphs(self) -> Iterator[Runs]:
        """Yield the words as paragraphs: two line breaks end one."""
        paragraph: list[Worded] = []
        breaks = 0
        for look, words in self.pieces:
            for number, text in enumerate(words.split(_BREAK)):
                breaks += number > 0
                if text.strip():
                    if breaks > 1:
                        yield _closed(paragraph)
                        paragraph = []
                    elif breaks:
                        paragraph.append((PLAIN, " "))
                    breaks = 0
                paragraph.append((look, text))
        yield _closed(paragraph)


def gather(
    contents: Iterable[Content],
    reading: Reading,
    look: Run = PLAIN,
    stops: frozenset[str] = frozenset(),
) -> Gathered:
    """Return the words of some texts and elements; elements of the tags `stops` are set aside."""
    found = Gathered()
    todo: list[tuple[Content, Run]] = [(content, look) for content in contents]
    todo.reverse()
    while todo:
        content, here = todo.pop()
        if isinstance(content, str):
            told = _PRIVATE.sub(_shown, content.replace(_LINE_END, " "))
            found.pieces.append((here, told))
        elif reading.reads(content):
            todo += _opened(content, here, reading, found, stops)
    return found


def _shown(letter: re.Match[str]) -> str:
    return _SYMBOLS.get(letter.group(), letter.group())


def _opened(
    element: Element, look: Run, reading: Reading, found: Gathered, stops: frozenset[str]
) -> list[tuple[Content, Run]]:
    """Return what an element holds, the last first."""
    name = tag(element)
    if name in stops:
        found.nested.append(element)
        return [(" ", look)]
    if name in _PICTURES:
        found.pictures.append(element)
        return []
    if element in reading.marks:
        mark = reading.marks[element]
        space = " " if (element.text or "")[:1].isspace() else ""
        return [(f"{space}[{mark}]", replace(look, link=None))] if mark else []
    if name == "br":
        found.pieces.append((look, _BREAK))
        return []
    inner = look_of(element, look, reading)
    parts: list[tuple[Content, Run]] = [(text, inner) for text in _texts(element.text)]
    for child in element:
        parts.append((child, inner))
        parts += ((text, inner) for text in _texts(child.tail))
    before, after = _around(name)
    if name == "span" and "num" in names(element):  # the number of a paragraph stands apart
        after = [" "]
    if found.ends_in_word() and (
        reading.stands_apart(element)
        or (found.ends_in_link() and inner.link is None and _begins_anew(element))
        or (name == "span" and found.ends_in_figure() and (element.text or "")[:1].isalpha())
    ):
        before = [" "]
    parts = [(text, look) for text in before] + parts + [(text, look) for text in after]
    parts.reverse()
    return parts


def _begins_anew(element: Element) -> bool:
    """Tell whether words that stand right behind a link are others: “Report<span>PDF”."""
    first = (element.text or "")[:1]
    return tag(element) in _BEHIND and (first.isupper() or first == "(")


def _around(name: str) -> tuple[list[str], list[str]]:
    if name == "q":
        return ["„"], ["“"]
    return ([" "], [" "]) if name in BLOCKS else ([], [])


def _worded(look: Run, text: str) -> Run:
    """Return a text in a style; `dataclasses.replace` takes three times as long."""
    return Run(text, look.bold, look.italic, look.link, language=look.language)


def _texts(text: str | None) -> list[str]:
    return [text] if text else []


def is_wordless(runs: Runs) -> bool:
    """Tell whether runs are but signs, such as those between links."""
    return not any(map(str.isalnum, "".join(run.text for run in runs)))


def look_of(element: Element, look: Run, reading: Reading) -> Run:
    """Return the style of the words in an element which stands in words of a style."""
    name = tag(element)
    style = element.get("style") or ""
    bold = look.bold or name in _BOLD or bool(style and _HEAVY.search(style))
    italic = look.italic or name in _ITALIC or bool(style and _SLANTED.search(style))
    link = reading.addresses.whole(element.get("href")) if name == "a" else look.link
    language = reading.language(element)
    if (bold, italic, link, language) == (look.bold, look.italic, look.link, look.language):
        return look
    return Run("", bold, italic, link, language=language)


def _closed(pieces: Iterable[Worded]) -> Runs:
    """Return runs with spaces as shown: single ones, none at the ends, none at a link's edge."""
    spaced: list[Worded] = []
    open_end = True
    for look, words in pieces:
        text = _SPACE.sub(" ", words)
        if open_end:
            text = text.lstrip()
        if text:
            open_end = text.endswith(" ")
            spaced.append((look, text))
    while spaced and not spaced[-1][1].strip():
        spaced.pop()
    if not spaced:
        return ()
    look, text = spaced[-1]
    spaced[-1] = (look, text.rstrip())
    runs = [_worded(look, text) for look, text in spaced]
    return tuple(
        run for link, group in groupby(runs, key=_link) for run in _edged(link, list(group))
    )


def _link(run: Run) -> str | None:
    return run.link


def _edged(link: str | None, runs: list[Run]) -> Iterator[Run]:
    """Yield the runs of one link with the spaces at its edges outside of it."""
    if link is None:
        yield from runs
        return
    text = "".join(run.text for run in runs)
    if not text.strip():
        yield Run(text)
        return
    first, last = runs[0], runs[-1]
    if first.text.startswith(" "):
        yield Run(" ")
        runs[0] = _worded(first, first.text[1:])
    ends = last.text.endswith(" ")
    if ends:
        runs[-1] = replace(runs[-1], text=runs[-1].text[:-1])
    yield from (run for run in runs if run.text)
    if ends:
        yield Run(" ")
