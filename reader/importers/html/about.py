"""What a page says of itself where nobody looks: titles, day, author, language, other versions."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from reader.importers.html.elements import Element, language, words
from reader.importers.html.links import Addresses
from reader.importers.html.translated import is_translated
from reader.importers.told import day, web

_OTHER_DAY = re.compile(r"\s*(\d\d?)[./-](\d\d?)[./-](\d{4})")
_PUBLISHED = (
    "article:published_time", "datepublished", "date_published", "publishdate", "publish_date",
    "pubdate", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "dc.date", "dcterms.date", "citation_publication_date", "og:published_time", "sailthru.date",
    "parsely-pub-date", "article.published", "publication_date", "date",
)  # fmt: skip
_AUTHORS = ("article:author", "author", "dc.creator", "dcterms.creator", "parsely-author", "byl")
_ARTICLES = re.compile(r"Article|Posting|Report|WebPage|CreativeWork|Event", re.IGNORECASE)
_EVENT = re.compile(r"Event\b")
_TEXT = re.compile(r"Article|Posting|Report")
_MOST_DATA = 2**20
_NAME = re.compile(r"[^\W\d_]+(?:[ '’.-]+[^\W\d_]+){1,4}")


@dataclass(frozen=True, slots=True)
class About:
    """What the head of a page and its linked data say."""

    titles: tuple[str, ...]
    language: str
    published: date | None
    author: str
    address: str | None
    versions: tuple[tuple[str, str], ...]
    of_event: bool
    translated: bool  # by the browser that saved it


def read(root: Element, addresses: Addresses) -> About:
    """Return what a page says of itself."""
    told = _told(root)
    data = list(_linked_data(root))
    named = [str(each["headline"]) for each in data if isinstance(each.get("headline"), str)]
    shown = [words(each) for each in root.iter("title")][:1]
    titles = [told.get("og:title", ""), *named, told.get("twitter:title", ""), *shown]
    links = list(root.iter("link"))
    canonical = [each.get("href") for each in links if "canonical" in _relations(each)]
    known = [web(addresses.whole(each)) for each in canonical] + [web(told.get("og:url"))]
    return About(
        tuple(" ".join(each.split()) for each in titles if each.strip()),
        language(root) or "",
        _published(root, told, data),
        _author(told, data),
        next((each for each in known if each), None),
        tuple(_versions(links, addresses)),
        _is_of_event(data),
        is_translated(root),
    )


def base(root: Element) -> str | None:
    """Return the address that the page says others are relative to."""
    return next((each.get("href") for each in root.iter("base") if each.get("href")), None)


def _day(text: str) -> date | None:
    """Return the day that a value of a page's data begins with."""
    if found := _OTHER_DAY.match(text):
        number, month, year = found.groups()
        text = f"{year}-{month:0>2}-{number:0>2}"
    return day(text)


def _told(root: Element) -> dict[str, str]:
    told: dict[str, str] = {}
    for each in root.iter("meta"):
        name = each.get("property") or each.get("name") or each.get("itemprop") or ""
        content = each.get("content") or ""
        if name and content.strip():
            told.setdefault(name.lower(), content.strip())
    return told


def _linked_data(root: Element) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(text) > _MOST_DATA:
            continue
        try:
            found = json.loads(text, strict=False)
        except (ValueError, RecursionError):  # such as a page's own comment in it
            continue
        yield from _records(found)


def _records(found: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  JSON may hold anything
    """Yield the records about a text, those about a text itself first."""
    todo = [found]
    records: list[dict[str, Any]] = []
    while todo:
        here = todo.pop()
        if isinstance(here, list):
            todo += reversed(here)
        elif isinstance(here, dict):
            records.append(here)
            todo += [
                here[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in here
            ]
    articles = [each for each in records if _ARTICLES.search(str(each.get("@type", "")))]
    yield from sorted(articles, key=lambda each: "WebPage" in str(each.get("@type", "")))


def _is_of_event(data: list[dict[str, Any]]) -> bool:
    """Tell whether a page's data are about an event, and about no text."""
    kinds = [str(each.get("@type", "")) for each in data]
    return any(map(_EVENT.search, kinds)) and not any(map(_TEXT.search, kinds))


def _published(root: Element, told: dict[str, str], data: list[dict[str, Any]]) -> date | None:
    values = [each["datePublished"] for each in data if isinstance(each.get("datePublished"), str)]
    values += [told[name] for name in _PUBLISHED if name in told]
    for each in root.iter("time"):
        if each.get("itemprop") == "datePublished" or each.get("pubdate") is not None:
            values.append(each.get("datetime") or "")
    return next((found for value in values if (found := _day(value))), None)


def _author(told: dict[str, str], data: list[dict[str, Any]]) -> str:
    names = [name for each in data for name in _persons(each.get("author"))]
    if names:
        return ", ".join(dict.fromkeys(names))
    found = (told[name] for name in _AUTHORS if name in told)
    return next((name for name in found if _NAME.fullmatch(name)), "")


def _persons(found: Any) -> Iterator[str]:  # noqa: ANN401  JSON may hold anything
    for each in found if isinstance(found, list) else [found]:
        if isinstance(each, dict) and each.get("@type") in ("Person", None):
            name = each.get("name")
            if isinstance(name, str) and _NAME.fullmatch(name.strip()):
                yield name.strip()


def _relations(link: Element) -> list[str]:
    return (link.get("rel") or "").lower().split()


def _versions(links: list[Element], addresses: Addresses) -> Iterator[tuple[str, str]]:
    for link in links:
        language = (link.get("hreflang") or "").strip()
        if "alternate" in _relations(link) and language and language.lower() != "x-default":
            address = web(addresses.whole(link.get("href")))
            if address:
                yield language, address
