"""Articles in the books that this program writes: what stands round their text is told apart."""

from dataclasses import dataclass
from datetime import date

from lxml import etree

from reader.importers.own_words import beginnings
from reader.importers.zipped.properties import day
from reader.text import institutions

_BETWEEN = " · "
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Told:
    """What a chapter tells of its article; `author` is "" where it names none."""

    address: str | None = None
    original: str | None = None
    author: str = ""
    published: date | None = None


def taken_off(body: etree._Element) -> Told | None:
    """Take off what a book of ours writes round an article, and return what it tells.

    None where a chapter is not of such a book.
    """
    chapter = body.find("section[@role='doc-chapter']")
    header = chapter.find("header") if chapter is not None else None
    if chapter is None or header is None or header.find("h1") is None:
        return None
    footer = chapter.find("footer")
    lines = list(footer) if footer is not None else []
    address = _address(lines, "Source: {source}")
    about = header.find("p[@class='about']")
    told = Told(
        address,
        _address(lines, "Original: {address}"),
        _author(about, address),
        next((day(each.get("datetime")) for each in header.iter("time")), None),
    )
    for part in (about, footer, *header.findall("div[@role='note']")):
        _remove(part)
    for part in chapter.findall("section[@aria-labelledby='notes']"):  # the person's own
        _remove(part)
    etree.strip_tags(chapter, "time")  # the line says what day it is: „Публикация 20 май 2025“
    for picture in chapter.iter("div"):
        _name_picture(picture)
    return told


def _address(lines: list[etree._Element], message: str) -> str | None:
    """Return the address in the line that begins like a message."""
    for line in lines:
        link = line.find("a")
        if link is not None and (line.text or "") in beginnings(message):
            found = link.get("href") or ""
            return found if found.startswith(_WEB) else None
    return None


def _author(about: etree._Element | None, address: str | None) -> str:
    """Return whom the line below the title names beside the day and the publisher."""
    if about is None:
        return ""
    days = {"".join(map(str, each.itertext())) for each in about.iter("time")}
    known = institutions.known(institutions.publisher(address))
    publishers = set(known.names.values()) if known is not None else set()
    parts = "".join(map(str, about.itertext())).split(_BETWEEN)
    names = [part for part in parts if part not in days | publishers]
    return names[0] if len(names) > 1 or (known is not None and names) else ""


def _remove(part: etree._Element | None) -> None:
    above = part.getparent() if part is not None else None
    if part is not None and above is not None:
        above.remove(part)


def _name_picture(element: etree._Element) -> None:
    """Make a picture of the words that stand for one."""
    alt = element.get("aria-label")
    if element.get("role") == "img" and alt:
        element.clear()
        element.tag = "img"
        element.set("alt", alt)
