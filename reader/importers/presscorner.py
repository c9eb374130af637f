"""Announcements of the Commission as its press corner hands them out: a page's parts as JSON."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from reader.errors import DamagedFileError, NoAnnouncementError
from reader.importers import html
from reader.importers.incoming import Incoming
from reader.model.raw import RawDocument, RawLine, Run, Tag, TagKind
from reader.text import dates
from reader.text.addresses import absolute

FORMAT = "presscorner"
_Record: TypeAlias = Mapping[str, object]

_SITE = "https://ec.europa.eu/commission/presscorner"
_HOST = re.compile(r"https?://ec\.europa\.eu/commission/presscorner/", re.IGNORECASE)
_KEYS = (b'"docuLanguageResource"', b'"refCd"')
_NOTHING = (b"", b"null", b"{}", b"[]")
_TITLES = ("title", "label", "description", "fileName", "name")
_ADDRESSES = ("url", "link", "href")
_FILES = ("attachmentId", "docuAttachmentId", "id")
# Elements of the lines round the body, whose own count from 1.
_FIRST_ELEMENT = -10


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are an answer of the press corner."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and any(
        key in data for key in _KEYS
    )


def is_mute(incoming: Incoming) -> bool:
    """Tell whether the press corner was asked and has nothing to say."""
    asked = _HOST.match(incoming.address or "") is not None
    return asked and incoming.data.strip() in _NOTHING


def read(incoming: Incoming) -> RawDocument:
    """Return the announcement: title, lead, day, text, then files, links and whom to ask.

    Raises `SourceError`: no JSON, or without a text in this language.
    """
    try:
        found = json.loads(incoming.data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DamagedFileError(incoming.where) from error
    text = _record(found, "docuLanguageResource")
    title, body = _words(text, "title"), _markup(text)
    if not title and not body:
        raise NoAnnouncementError(incoming.address or incoming.where)
    language = _language(text.get("language"))
    address = incoming.address or _address(found, language)
    lines = [*_head(found, text, language), *_body(body, incoming, address), *_tail(found, text)]
    return RawDocument(
        FORMAT,
        tuple(lines),
        title=title,
        language=language,
        address=address,
        marked_up=True,
        published=_day(found.get("publishDate")) or _day(found.get("eventDate")),
        versions=tuple(_versions(found, text)),
    )


def _head(found: _Record, text: _Record, language: str) -> Iterator[RawLine]:
    if title := _words(text, "title"):
        yield _line(TagKind.TITLE, -1, Run(title))
    day = _day(found.get("eventDate")) or _day(found.get("publishDate"))
    told = (
        _words(_record(found, "docutypeResource"), "description"),
        dates.written(day, language) if day else "",
        _words(_record(found, "placeResource"), "description", "name"),
    )
    if any(told):
        yield _line(TagKind.DATE, -2, Run(" | ".join(filter(None, told))))
    if lead := _words(text, "subtitle"):
        yield _line(TagKind.LEAD, -3, Run(lead))


def _body(markup: str, incoming: Incoming, address: str | None) -> tuple[RawLine, ...]:
    if not markup:
        return ()
    page = f"<html><body><main>{markup}</main></body></html>"
    return html.from_markup(page, replace(incoming, address=address), format=FORMAT).lines


def _tail(found: _Record, text: _Record) -> Iterator[RawLine]:
    """Yield the files and links as one list, and the persons to ask as another."""
    for each in _records(text, "attachmentResources"):
        if name := _words(each, *_TITLES):
            yield _item(_FIRST_ELEMENT, Run(name, link=_file(each)))
    for each in _records(text, "linkResources"):
        address = absolute(_words(each, *_ADDRESSES))
        if name := _words(each, *_TITLES) or (address or ""):
            yield _item(_FIRST_ELEMENT, Run(name, link=address))
    for each in _records(found, "contactsResource"):
        if runs := _contact(each):
            yield _item(_FIRST_ELEMENT - 1, *runs)


def _contact(found: _Record) -> tuple[Run, ...]:
    """Return who can be asked: name, office, telephone, address of mail."""
    names = (_words(found, "firstName"), _words(found, "lastName") or _words(found, "name"))
    told = [Run(" ".join(filter(None, names)))]
    told += [Run(_words(found, key)) for key in ("function", "title", "phone", "telephone")]
    mail = _words(found, "email", "mail")
    told.append(Run(mail, link=absolute(mail)))
    runs: list[Run] = []
    for run in filter(lambda run: run.text, told):
        runs += [Run(", "), run] if runs else [run]
    return tuple(runs)


def _file(found: _Record) -> str | None:
    if address := absolute(_words(found, *_ADDRESSES)):
        return address
    number, name = _words(found, *_FILES), _words(found, "fileName")
    return absolute(f"{_SITE}/api/files/attachment/{number}/{name}") if number and name else None


def _versions(found: _Record, text: _Record) -> Iterator[tuple[str, str]]:
    """Yield in which languages the announcement is there, and where."""
    others = found.get("languages", text.get("languages"))
    named = [found.get("originalLanguage"), text.get("language")]
    named += others if isinstance(others, list) else []
    for code in dict.fromkeys(filter(None, map(_language, named))):
        if address := _address(found, code):
            yield code, address


def _address(found: object, language: str) -> str | None:
    reference = _words(found, "refCd") if isinstance(found, dict) else ""
    slug = reference.replace("/", "_").lower()
    return f"{_SITE}/detail/{language}/{slug}" if slug and language else None


def _language(found: object) -> str:
    """Return a code such as "bg", of "BG" or of a record that names it; else nothing."""
    if isinstance(found, dict):
        found = _words(found, "code", "language", "isoCode")
    code = found.strip().lower() if isinstance(found, str) else ""
    return code if re.fullmatch("[a-z]{2}", code) else ""


def _day(found: object) -> date | None:
    """Return the day that a time begins with: 2025-02-11T10:30:00."""
    try:
        return date.fromisoformat(found[:10]) if isinstance(found, str) else None
    except ValueError:
        return None


def _markup(text: _Record) -> str:
    found = text.get("htmlContent")
    return found.strip() if isinstance(found, str) else ""


def _record(found: object, key: str) -> _Record:
    inner = found.get(key) if isinstance(found, dict) else None
    return inner if isinstance(inner, dict) else {}


def _records(found: _Record, key: str) -> list[_Record]:
    inner = found.get(key) if isinstance(found, dict) else None
    return [each for each in inner if isinstance(each, dict)] if isinstance(inner, list) else []


def _words(found: _Record, *keys: str) -> str:
    """Return the first of these that says anything; numbers count, markup does not."""
    for key in keys:
        value = found.get(key)
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            plain = " ".join(re.sub(r"<[^>]*>", " ", str(value)).split())
            if plain:
                return plain
    return ""


def _line(kind: TagKind, element: int, *runs: Run) -> RawLine:
    return RawLine(runs, tag=Tag(kind, element))


def _item(element: int, *runs: Run) -> RawLine:
    return RawLine(runs, tag=Tag(TagKind.ITEM, element, level=1))
