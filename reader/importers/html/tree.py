"""A parsed page as a row of elements in their order, without what nobody is shown."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from reader.importers.html.rules import Names, Rules, has_word

Element = etree._Element  # noqa: SLF001 - the only name that lxml has for it

_NEVER = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "link",
        "meta",
        "input",
        "select",
        "textarea",
        "option",
        "datalist",
        "iframe",
        "object",
        "embed",
        "applet",
        "canvas",
        "video",
        "audio",
        "map",
        "area",
        "progress",
        "meter",
        "frameset",
        "param",
        "source",
        "track",
        "base",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_BREAKPOINT = re.compile(r"(?:ecl-u-)?d-(?:m|l|xl|md|lg|xxl)-(none|block|flex|inline|grid|table)")
_SHOWN_AGAIN = re.compile(
    r"(?:ecl-u-)?d-(?:s|m|l|xl|sm|md|lg|xxl)-(?:block|flex|inline|inline-block|inline-flex|grid|table)"
    r"|(?:sm|md|lg|xl):(?:block|flex|inline|grid)"
)
_HIDING_RULE = re.compile(
    r"(?:^|[{};])\s*((?:[.#][\w-]+\s*,\s*)*[.#][\w-]+)\s*\{[^{}]*"
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden)[^{}]*\}",
    re.IGNORECASE,
)
_MEDIA = re.compile(r"@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_MOST_NAMES = 50
_SPACE = re.compile(r"\s+")
_XML = re.compile(r"^[\s\ufeff]*<\?xml[^>]*\?>")
_WRAPPERS = re.compile(
    r"</?(?!(?:a|p|h[1-6]|title|meta|link|head|html|body|script|style|template|noscript)\b)"
    r"([a-zA-Z][\w:-]*)[^<>]*>"
)


def parsed(markup: str) -> Element | None:
    """Return the root of a page, however broken.

    One whose elements lie too deep in each other is read flat: headings, links and paragraphs
    alone. None where that is of no help, or where there is no element at all.
    """
    text = _bare(markup)
    root = _parsed(text)
    return root if root is not None else _parsed(_WRAPPERS.sub(_flat, text))


def _parsed(markup: str) -> Element | None:
    parser = etree.HTMLParser(
        remove_comments=True, remove_pis=True, no_network=True, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(markup, parser)
    except etree.XMLSyntaxError:
        return None
    cut = any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log)
    return None if cut else root


def _flat(found: re.Match[str]) -> str:
    return "<p>" if found.group(1).lower() in BLOCKS else ""


def _bare(markup: str) -> str:
    """Return a page without the mark of XML, which names an encoding that it no longer has."""
    return _XML.sub("", markup)


def names(element: Element) -> list[str]:
    """Return the classes and the id of an element."""
    found = (element.get("class") or "").split(maxsplit=_MOST_NAMES)[:_MOST_NAMES]
    own = element.get("id")
    return [*found, own] if own else found


def tag(element: Element) -> str:
    """Return the name of an element, without a prefix of XML."""
    return element.tag.rpartition("}")[2].lower()


def words(element: Element) -> str:
    """Return the text of an element, spaces as they are shown."""
    return _SPACE.sub(" ", "".join(map(str, element.itertext()))).strip()


@dataclass(slots=True)
class Node:
    """An element that is shown: the places of its parent and of its end, and its letters."""

    element: Element
    tag: str
    names: list[str]
    parent: int
    end: int = 0
    size: int = 0
    has_blocks: bool = False
    has_headings: bool = False


class Row:
    """The elements that are shown, in the order of the page."""

    def __init__(self, root: Element, rules: Rules) -> None:
        self._rules = rules
        self._hiding = _hidden_names(root)
        self.nodes: list[Node] = []
        self.place: dict[Element, int] = {}
        self._named: defaultdict[str, list[int]] = defaultdict(list)
        self._tagged: defaultdict[str, list[int]] = defaultdict(list)
        self._add_all(root)
        self._measure()

    def inside(self, place: int) -> Iterator[int]:
        """Yield the places of the elements inside one."""
        return iter(range(place + 1, self.nodes[place].end))

    def children(self, place: int) -> Iterator[int]:
        """Yield the places of the elements right inside one."""
        child = place + 1
        while child < self.nodes[place].end:
            yield child
            child = self.nodes[child].end

    def above(self, place: int) -> Iterator[int]:
        """Yield the places of the elements round one, the nearest first."""
        place = self.nodes[place].parent
        while place >= 0:
            yield place
            place = self.nodes[place].parent

    def holds(self, outer: int, inner: int) -> bool:
        """Tell whether one element is another, or holds it."""
        return outer <= inner < self.nodes[outer].end

    def named(self, wanted: Names | Sequence[str]) -> list[int]:
        """Return the places of the elements with one of some names, in order."""
        return sorted({place for name in wanted for place in self._named.get(name, ())})

    def words(self, place: int) -> str:
        """Return the text of an element that is shown, spaces as they are shown."""
        texts: list[str] = []
        todo: list[Element | str] = [self.nodes[place].element]
        while todo:
            here = todo.pop()
            if isinstance(here, str):
                texts.append(here)
                continue
            for child in reversed(here):
                todo.append(child.tail or "")
                if child in self.place:
                    todo.append(child)
            texts.append(here.text or "")
        return _SPACE.sub(" ", "".join(texts)).strip()

    def tagged(self, *tags: str) -> list[int]:
        """Return the places of the elements of some tags, in order."""
        return sorted(place for name in tags for place in self._tagged.get(name, ()))

    def _add_all(self, root: Element) -> None:
        stack: list[tuple[int, Iterator[Element]]] = []
        self._add(root, -1)
        stack.append((0, iter(root)))
        while stack:
            parent, children = stack[-1]
            child = next(children, None)
            if child is None:
                self.nodes[parent].end = len(self.nodes)
                stack.pop()
            elif self._is_shown(child):
                place = self._add(child, parent)
                stack.append((place, iter(child)))

    def _add(self, element: Element, parent: int) -> int:
        place = len(self.nodes)
        node = Node(element, tag(element), names(element), parent)
        self.nodes.append(node)
        self.place[element] = place
        self._tagged[node.tag].append(place)
        for name in node.names:
            self._named[name].append(place)
        return place

    def _is_shown(self, element: Element) -> bool:
        name = tag(element)
        if name in _NEVER:
            return False
        if name == "svg":
            return element.get("role") == "img"
        return not self._is_hidden(element)

    def _is_hidden(self, element: Element) -> bool:
        own = names(element)
        hidden = (
            element.get("hidden") is not None
            or element.get("aria-hidden") == "true"
            or bool(_HIDDEN_STYLE.search(element.get("style") or ""))
            or not self._hiding.isdisjoint(own)
        )
        if hidden:
            return not self._is_panel(element, own)
        return self._is_hidden_by_name(own)

    def _is_hidden_by_name(self, own: list[str]) -> bool:
        again = any(_SHOWN_AGAIN.fullmatch(name) for name in own)
        if not self._rules.hidden.isdisjoint(own) and not again:
            return True
        return any(name.endswith("-none") and _BREAKPOINT.fullmatch(name) for name in own)

    def _is_panel(self, element: Element, own: list[str]) -> bool:
        """Tell whether a hidden element opens at a press: its text is part of the article."""
        return has_word(own, self._rules.panels) or element.get("role") in ("tabpanel", "region")

    def _measure(self) -> None:
        for node in reversed(self.nodes):
            node.size += _length(node.element.text)
            tail = _length(node.element.tail)
            if node.parent >= 0:
                above = self.nodes[node.parent]
                above.size += node.size + tail
                above.has_blocks |= node.has_blocks or node.tag in BLOCKS
                above.has_headings |= node.has_headings or node.tag in HEADINGS


def _length(text: str | None) -> int:
    return len(_SPACE.sub(" ", text).strip()) if text else 0


def _hidden_names(root: Element) -> Names:
    """Return the names that the page's own style hides on a screen; of its rules the plain ones."""
    found: set[str] = set()
    for style in root.iter("style"):
        if (style.get("media") or "screen") in ("screen", "all"):
            plain = _MEDIA.sub("", style.text or "")
            found.update(_names_in(match.group(1) for match in _HIDING_RULE.finditer(plain)))
    return frozenset(found)


def _names_in(selectors: Iterable[str]) -> Iterator[str]:
    for selector in selectors:
        yield from re.findall(r"[.#]([\w-]+)", selector)
