"""What no screen shows of a page: by its attributes, its own style and its names."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from reader.importers.html.elements import Element, names, tag, words
from reader.importers.html.rules import Names, Rules, has_word

_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_NEAR = 3  # elements from what is hidden up to what stands right behind what opens it
_MOST_INSIDE = 20  # elements of what opens a part
_DRAWN = frozenset({"icon", "icons", "glyph"})
_ACCORDIONS = frozenset({"accordion", "accordions", "collapsible", "expandable", "faq"})
_TABS = frozenset({"tab", "pill"})
_SHOWN_BY = ("aria-controls", "href", "data-target", "data-bs-target")
_HIDDEN_FROM = frozenset(
    f"{system}d-{width}-none"
    for system in ("", "ecl-u-")
    for width in ("m", "l", "xl", "md", "lg", "xxl")
)
_SHOWN_AGAIN = re.compile(
    r"(?:ecl-u-)?d-(?:s|m|l|xl|sm|md|lg|xxl)-(?:block|flex|inline|inline-block|inline-flex|grid|table)"
    r"|(?:sm|md|lg|xl):(?:block|flex|inline|grid)"
)
_PLAIN_SELECTORS = re.compile(r"(?:[.#][\w-]+\s*,\s*)*[.#][\w-]+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MEDIA = re.compile(r"@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")


class Hidden:
    """Knows what a page hides."""

    def __init__(self, root: Element, rules: Rules) -> None:
        self._rules = rules
        self._hiding = _hidden_names(root)
        self._tabbed = frozenset(_tabbed(root))

    def holds(self, element: Element, own: tuple[str, ...]) -> bool:
        """Tell whether an element with names of its own is hidden and stays so."""
        style = element.get("style")
        hidden = (
            element.get("hidden") is not None
            or element.get("aria-hidden") == "true"
            or bool(style and _HIDDEN_STYLE.search(style))
            or not self._hiding.isdisjoint(own)
        )
        if hidden:
            return not self._is_panel(element, own)
        if not self._is_hidden_by_name(own) or self._is_of_tab(element):
            return False
        return not self._is_said_instead(element, own)

    def _is_hidden_by_name(self, own: tuple[str, ...]) -> bool:
        if not _HIDDEN_FROM.isdisjoint(own):
            return True
        named = not self._rules.hidden.isdisjoint(own)
        return named and not any(map(_SHOWN_AGAIN.fullmatch, own))

    def _is_said_instead(self, element: Element, own: tuple[str, ...]) -> bool:
        """Tell whether words for screen readers stand for shown ones that they are to leave out.

        A day in letters beside its number and its month apart.
        """
        beside = (element.getprevious(), element.getnext())
        return not self._rules.spoken.isdisjoint(own) and any(
            each is not None and _is_shown_alone(each) for each in beside
        )

    def _is_panel(self, element: Element, own: tuple[str, ...]) -> bool:
        """Tell whether a hidden element opens at a press: its text is part of the article.

        What opens by itself, at its own summary, is hidden by its editor.
        """
        if tag(element) == "details":
            return False
        if has_word(own, self._rules.panels) or element.get("role") == "region":
            return True
        return self._is_of_tab(element) or _is_opened(element)

    def _is_of_tab(self, element: Element) -> bool:
        """Tell whether an element is what one of several tabs shows."""
        return element.get("role") == "tabpanel" or element.get("id") in self._tabbed


def _is_shown_alone(element: Element) -> bool:
    """Tell whether an element holds words that a screen reader leaves out; icons hold names."""
    if element.get("aria-hidden") != "true" or tag(element) in ("i", "svg"):
        return False
    return not has_word(names(element), _DRAWN) and any(map(str.isalnum, words(element)))


def _is_opened(element: Element) -> bool:
    """Tell whether what opens an element stands right before it, in what is named an accordion.

    Menus open, too.
    """
    first = element
    for above in islice(element.iterancestors(), _NEAR):
        if (before := first.getprevious()) is not None:
            near = (above, *islice(above.iterancestors(), _NEAR))
            return _opens(before) and any(has_word(names(x), _ACCORDIONS) for x in near)
        first = above
    return False


def _tabbed(root: Element) -> Iterator[str]:
    """Yield the ids of what tabs show: their own panels, all but the first of them hidden."""
    for opener in root.iter("a", "button", "li", "div"):
        sorts = (opener.get("role"), opener.get("data-toggle"), opener.get("data-bs-toggle"))
        if not _TABS.isdisjoint(sorts):
            told = (opener.get(each) or "" for each in _SHOWN_BY)
            yield from (name for each in told if (name := each.strip().removeprefix("#")))


def _opens(element: Element) -> bool:
    """Tell whether an element, or one in it, says whether what follows is open."""
    return any(x.get("aria-expanded") for x in islice(element.iter(), _MOST_INSIDE))


def _hidden_names(root: Element) -> Names:
    """Return the names that the page's own style hides on a screen; of its rules the plain ones."""
    found: set[str] = set()
    for style in root.iter("style"):
        if (style.get("media") or "screen") in ("screen", "all"):
            plain = _MEDIA.sub("", style.text or "")
            found.update(_names_in(_hiding_selectors(plain)))
    return frozenset(found)


def _hiding_selectors(style: str) -> Iterator[str]:
    """Yield the plain selectors of rules that hide; a rule without an end is none."""
    for rule in style.split("}")[:-1]:
        head, _brace, said = rule.rpartition("{")
        selectors = re.split("[{;]", head)[-1].strip()
        if _PLAIN_SELECTORS.fullmatch(selectors) and _HIDING.search(said):
            yield selectors


def _names_in(selectors: Iterable[str]) -> Iterator[str]:
    for selector in selectors:
        yield from re.findall(r"[.#]([\w-]+)", selector)
