"""Articles in the books and pages that this program writes, and what these tell of them."""

from dataclasses import dataclass
from datetime import date, datetime

from lxml import etree

from reader.importers.own_words import beginnings
from reader.importers.told import day, moment, web
from reader.text import institutions

_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Told:
    """What a chapter or a page tells of its article; `author` is "" where it names none."""

    address: str | None = None
    original: str | None = None
    author: str = ""
    published: date | None = None
    machine_translated: bool = False
    retrieved: datetime | None = None


def taken_off(body: etree._Element) -> Told | None:
    """Take off what a book of ours writes round an article, and return what it tells.

    None where a chapter is not of such a book.
    """
    chapter = body.find("section[@role='doc-chapter']")
    return _taken_off(chapter, chapter) if chapter is not None else None


def taken_off_page(body: etree._Element) -> Told | None:
    """Take off what a page of ours has round its article, and return what it tells.

    None where there is no article, as on the page with the contents of many.
    """
    main = body.find("main")
    article = main.find("article") if main is not None else None
    if main is None or article is None:
        return None
    told = _taken_off(article, body)
    for part in (*body.findall("nav"), *article.findall("nav[@aria-labelledby='contents']")):
        _remove(part)
    _remove(main.find("section[@aria-labelledby='notes']"))  # the person's own
    return told


def _taken_off(chapter: etree._Element, around: etree._Element) -> Told | None:
    header = chapter.find("header")
    if header is None or header.find("h1") is None:
        return None
    for table in chapter.iter("table"):
        table.set("role", "table")  # also one that looks as if it only placed things
    footer = around.find("footer")
    lines = list(footer) if footer is not None else []
    notices = header.findall("div[@role='note']")  # that a machine translated it, and no more
    address = _address(lines, "Source: {source}")
    about = header.find("p[@class='about']")
    told = Told(
        address,
        _address(lines, "Original: {address}"),
        _author(about, address),
        next((day(each.get("datetime")) for each in header.iter("time")), None),
        bool(notices),
        _retrieved(lines),
    )
    for part in (about, footer, *notices):
        _remove(part)
    for part in chapter.findall("section[@aria-labelledby='notes']"):  # the person's own
        _remove(part)
    etree.strip_tags(chapter, "time")  # the line says what day it is: „Публикация 20 май 2025“
    for picture in chapter.iter("div"):
        _name_picture(picture)
    for notes in chapter.findall("section[@role='doc-endnotes']"):
        _name_notes(notes)
    return told


def _address(lines: list[etree._Element], message: str) -> str | None:
    """Return the address in the line that begins like a message."""
    for line in lines:
        link = line.find("a")
        if link is not None and (line.text or "") in beginnings(message):
            return web(link.get("href"))
    return None


def _retrieved(lines: list[etree._Element]) -> datetime | None:
    """Return when the line that tells it says that the article was fetched."""
    for line in lines:
        told = line.find("time")
        if told is not None and (line.text or "") in beginnings("Retrieved: {day}"):
            return moment(told.get("datetime"))
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


def _name_notes(section: etree._Element) -> None:
    """Call each of the notes one, also where no words of the text lead to it."""
    for note in section.iter("li"):
        note.tag = "p"
        note.set("class", "footnote")
    etree.strip_tags(section, "ul")


def _name_picture(element: etree._Element) -> None:
    """Make a picture of the words that stand for one."""
    alt = element.get("aria-label")
    if element.get("role") == "img" and alt:
        element.clear()
        element.tag = "img"
        element.set("alt", alt)
