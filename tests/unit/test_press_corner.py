"""Announcements as the press corner hands them out."""

import json
from datetime import date
from typing import Any

import pytest

from reader import importers, repair
from reader.errors import DamagedFileError, NoAnnouncementError, UnknownFormatError
from reader.exporters import flat
from reader.importers import presscorner
from reader.importers.incoming import Incoming
from reader.model.article import Article

PAGE = "https://ec.europa.eu/commission/presscorner/detail/bg/ip_25_467"


def answer(**changes: Any) -> dict[str, Any]:
    """Return an announcement as the press corner tells of it."""
    text = {
        "title": "ЕС пуска инициативата InvestAI",
        "subtitle": "Комисията обяви днес 200 млрд. евро.",
        "htmlContent": (
            '<p>Днес <b>председателят</b> обяви <a href="https://europa.eu/x_bg">плана</a>.</p>'
            "<h2>Следващи стъпки</h2><ul><li>първо</li><li>второ</li></ul>"
            "<script>alert(1)</script>"
        ),
        "language": "bg",
        "original": False,
        "attachmentResources": [{"attachmentId": 880123, "fileName": "Factsheet_BG.pdf"}],
        "linkResources": [
            {"title": "Стратегията", "url": "https://digital-strategy.ec.europa.eu/bg"},
            {"title": "Лоша", "url": "javascript:alert(1)"},
        ],
    }
    whole = {
        "refCd": "IP/25/467",
        "eventDate": "2025-02-11",
        "publishDate": "2025-02-11T10:30:00.000+0000",
        "originalLanguage": "EN",
        "docuLanguageResource": text,
        "docutypeResource": {"code": "IP", "description": "Съобщение за медиите"},
        "placeResource": {"description": "Брюксел"},
        "contactsResource": [
            {
                "firstName": "Ива",
                "lastName": "Ганчева",
                "email": "iva@ec.europa.eu",
                "phone": "+32 2",
            }
        ],
        "languages": ["EN", "BG", {"code": "de"}],
    }
    return whole | changes


def incoming(found: object, address: str | None = PAGE) -> Incoming:
    return Incoming(json.dumps(found, ensure_ascii=False).encode(), address=address)


def read(found: object, address: str | None = PAGE) -> Article:
    return repair.repaired(importers.read(incoming(found, address)))[0]


def test_an_announcement_is_read_whole_and_in_order() -> None:
    assert [(block["kind"], block["text"]) for block in flat.blocks(read(answer()))] == [
        ("title", "ЕС пуска инициативата InvestAI"),
        ("date", "Съобщение за медиите | 11 февруари 2025 г. | Брюксел"),
        ("lead", "Комисията обяви днес 200 млрд. евро."),
        ("p", "Днес председателят обяви плана."),
        ("heading", "Следващи стъпки"),
        ("li", "първо"),
        ("li", "второ"),
        ("li", "Factsheet_BG.pdf"),
        ("li", "Стратегията"),
        ("li", "Лоша"),
        ("li", "Ива Ганчева, +32 2, iva@ec.europa.eu"),
    ]


def test_what_is_known_of_it_is_kept() -> None:
    article = read(answer())
    assert article.title == "ЕС пуска инициативата InvestAI"
    assert article.language == "bg"
    assert article.published == date(2025, 2, 11)
    assert article.source.address == PAGE
    assert article.source.publisher == "ec"
    assert article.original == PAGE.replace("/bg/", "/en/")


def test_links_lead_on_and_hostile_ones_do_not() -> None:
    assert flat.links(read(answer())) == [
        ("плана", "https://europa.eu/x_bg"),
        (
            "Factsheet_BG.pdf",
            "https://ec.europa.eu/commission/presscorner/api/files/attachment/880123/Factsheet_BG.pdf",
        ),
        ("Стратегията", "https://digital-strategy.ec.europa.eu/bg"),
        ("iva@ec.europa.eu", "mailto:iva@ec.europa.eu"),
    ]


def test_without_an_address_the_reference_tells_it() -> None:
    assert read(answer(), address=None).source.address == PAGE


def test_it_is_read_with_little_more_than_a_text() -> None:
    text = {"title": "Реч", "htmlContent": "<p>Уважаеми дами и господа!</p>", "language": "bg"}
    article = read({"refCd": "SPEECH/25/1", "docuLanguageResource": text})
    assert [block["kind"] for block in flat.blocks(article)] == ["title", "p"]


@pytest.mark.parametrize("data", [b"", b"  \n", b"null", b"{}"])
def test_an_empty_answer_is_named_as_such(data: bytes) -> None:
    with pytest.raises(NoAnnouncementError) as caught:
        importers.read(Incoming(data, address=PAGE))
    assert caught.value.where == PAGE


@pytest.mark.parametrize(
    "text", [None, {}, [], "x", {"title": None, "htmlContent": None}, {"title": " "}]
)
def test_an_answer_without_a_text_in_the_language_is_named_as_such(text: object) -> None:
    with pytest.raises(NoAnnouncementError):
        importers.read(incoming(answer(docuLanguageResource=text)))


def test_a_broken_answer_is_refused() -> None:
    with pytest.raises(DamagedFileError):
        importers.read(Incoming(b'{"refCd": "IP/25/467", "docuLang', address=PAGE))


@pytest.mark.parametrize(
    "change",
    [
        {"eventDate": 7, "publishDate": "soon"},
        {"docutypeResource": None, "placeResource": []},
        {"contactsResource": "x", "languages": {"a": 1}, "originalLanguage": 5},
        {"refCd": None},
    ],
)
def test_parts_that_are_not_what_they_should_be_are_left_out(change: dict[str, Any]) -> None:
    assert read(answer(**change), address=None).title == "ЕС пуска инициативата InvestAI"


def test_other_json_is_not_taken_for_an_announcement() -> None:
    assert not presscorner.recognises(b'{"items": []}')
    assert not presscorner.recognises(b'see "refCd"')
    with pytest.raises(UnknownFormatError):
        importers.read(Incoming(b"\x00\x01\x02\x03" * 100, address=PAGE))
