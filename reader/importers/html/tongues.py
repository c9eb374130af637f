"""The languages that parts of a page say they are in, as far as their words agree."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set

from reader.importers.html.elements import Element, language
from reader.importers.html.tree import Row
from reader.text.languages import agrees

_MOST_LETTERS = 20_000  # so many tell whether a claim is true
# What these say is of the whole page, and is weighed with the words of the whole article.
_PAGE = frozenset({"html", "body"})


def tongues(row: Row, dropped: Set[int]) -> Mapping[Element, str]:
    """Return the languages that elements are said, and seem, to be in, with those inside them.

    `dropped` are the places of what is not read. A claim is judged by the words that no claim
    deeper down is about, so that what encloses a whole site does not speak for its names alone.
    """
    claims = _claims(row)
    if not claims:
        return {}
    said = _said(row, dropped, claims)
    found: dict[Element, str] = {}
    known: list[str | None] = []
    for place, node in enumerate(row.nodes):
        above = known[node.parent] if place else None
        told = _told(claims.get(place), said.get(place, ""), above)
        known.append(told)
        if told is not None:
            found[node.element] = told
    return found


def _told(claim: str | None, words: str, above: str | None) -> str | None:
    """Return the language of the words of a claim, and of what lies deeper without one."""
    if claim is None:
        return above
    if not any(map(str.isalpha, words)):
        return above or claim  # figures are read as the words round them
    return claim if agrees(words, claim) else None


def _claims(row: Row) -> dict[int, str]:
    """Return the languages that elements name, by their places."""
    return {
        place: named
        for place, node in enumerate(row.nodes)
        if node.tag not in _PAGE and (named := language(node.element))
    }


def _said(row: Row, dropped: Set[int], claims: Mapping[int, str]) -> Mapping[int, str]:
    """Return the words that each claim is about, those that are read."""
    parts: defaultdict[int, list[str]] = defaultdict(list)
    owners: list[int] = []  # of each element, the place of the claim about its words, or 0
    end = 0
    for place, node in enumerate(row.nodes):
        owners.append(place if place in claims or not place else owners[node.parent])
        end = max(end, node.end) if place in dropped else end
        if owners[place] in claims and place >= end:
            parts[owners[place]] += (node.element.text or "", *_between(node.element))
    return {owner: " ".join(texts)[:_MOST_LETTERS] for owner, texts in parts.items()}


def _between(element: Element) -> Iterator[str]:
    return (child.tail for child in element if child.tail)
