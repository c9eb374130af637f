"""What stands in a feed is read as it was meant, or refused with the reason."""

import json
from datetime import date

import pytest

from reader.model.feed import Feed, FeedItem
from reader.sources.feeds import read
from tests.unit.feed_samples import NEWS, SITE, feed, item, only, rss


def test_rss_2() -> None:
    whole = rss(
        "<language>bg</language><link>https://ec.europa.eu/bg</link>",
        item(pubDate="Mon, 23 Nov 2026 00:30:00 +0200", description="&lt;p&gt;Днес.&lt;/p&gt;"),
    )
    assert feed(whole) == Feed(
        "Новини",
        "bg",
        "https://ec.europa.eu/bg",
        (FeedItem("1", NEWS, "https://ec.europa.eu/1", date(2026, 11, 23), "<p>Днес.</p>"),),
    )


def test_rss_1() -> None:
    found = only(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<channel rdf:about="https://a.eu/"><title>А</title></channel>'
        f'<item rdf:about="https://a.eu/1"><title>{NEWS}</title><link>https://a.eu/1</link>'
        "<dc:date>2026-11-23T10:00:00+02:00</dc:date></item></rdf:RDF>"
    )
    assert found == FeedItem("https://a.eu/1", NEWS, "https://a.eu/1", date(2026, 11, 23))


def test_rss_091_with_the_doctype_of_its_time() -> None:
    found = only(
        '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"'
        ' "http://my.netscape.com/publish/formats/rss-0.91.dtd">'
        f'<rss version="0.91"><channel><title>А</title><item><title>{NEWS}</title>'
        "<link>https://a.eu/1</link></item></channel></rss>"
    )
    assert (found.key, found.title) == ("https://a.eu/1", NEWS)


ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="bg" xml:base="https://a.eu/bg/">'
    "<title>А</title><entry><id>urn:1</id><title type='html'>Закон &lt;b&gt;за&lt;/b&gt; водите"
    '</title><link rel="alternate" type="application/pdf" href="1.pdf"/>'
    '<link rel="alternate" type="text/html" href="1"/><link rel="self" href="x"/>'
    "<published>2026-11-23T10:00:00Z</published><updated>2026-11-25T10:00:00Z</updated>"
    "<summary>Кратко</summary><content type='xhtml'>"
    "<div xmlns='http://www.w3.org/1999/xhtml'><p>Дълго и <a href='/2'>цяло</a>.</p></div>"
    "</content></entry></feed>"
)


def test_atom() -> None:
    found = only(ATOM)
    assert found.title == "Закон за водите"
    assert found.address == "https://a.eu/bg/1"
    assert found.published == date(2026, 11, 23)
    assert '<p>Дълго и <a href="/2">цяло</a>.</p>' in found.markup


def test_atom_that_knows_only_when_it_was_changed() -> None:
    published = "<published>2026-11-23T10:00:00Z</published>"
    assert only(ATOM.replace(published, "")).published == date(2026, 11, 25)


def test_json_feed() -> None:
    found = read(
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "А",
                "items": [
                    {"id": 7, "url": "/1", "title": NEWS, "date_published": "2026-11-23T10:00:00Z"},
                    {"id": "8", "content_text": "a < b", "title": 3},
                    "нищо",
                ],
            }
        ).encode(),
        "https://a.eu/feed.json",
    )
    assert found.items == (
        FeedItem("7", NEWS, "https://a.eu/1", date(2026, 11, 23)),
        FeedItem("8", "", None, None, "<p>a &lt; b</p>"),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "utf-16", "iso-8859-5"])
def test_an_encoding_that_is_declared(encoding: str) -> None:
    data = rss(item(), encoding=encoding).encode(encoding)
    assert read(data, SITE).items[0].title == NEWS


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("utf-8", "windows-1251"),
        ("windows-1251", "utf-8"),
        ("none-such", "utf-8"),
        ("us-ascii", "utf-8"),
        ("iso-8859-1", "windows-1251"),
        ("base64", "utf-8"),
    ],
)
def test_an_encoding_that_is_declared_wrongly(declared: str, real: str) -> None:
    data = rss(item(description="Държавите прилагат закона."), encoding=declared).encode(real)
    assert read(data, SITE).items[0].title == NEWS


@pytest.mark.parametrize("charset", ["windows-1251", "iso-8859-1", None])
def test_an_encoding_that_the_host_alone_knows_or_knows_wrongly(charset: str | None) -> None:
    data = rss(item()).split("?>")[1].encode("windows-1251")
    assert read(data, SITE, charset).items[0].title == NEWS


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1251", None])
def test_a_letter_cut_in_the_middle_does_not_spoil_the_others(charset: str | None) -> None:
    data = rss(item(description="Думата свърши по средата щ ")).encode()
    broken = data.replace("щ ".encode(), "щ".encode()[:1])
    assert read(broken, SITE, charset).items[0].title == NEWS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_two_or_four_bytes_a_letter_without_a_mark(encoding: str) -> None:
    assert read(rss(item()).encode(encoding), SITE).items[0].title == NEWS


def test_signs_that_xml_forbids_are_left_out() -> None:
    assert only("\n \ufeff" + rss(item("Нов\x0bини\x00"))).title == "Новини"


def test_names_of_letters_that_xml_does_not_know() -> None:
    assert only(rss(item("Закон&nbsp;за водите &mdash; днес"))).title == "Закон за водите — днес"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("<![CDATA[Закон <em>за</em> водите]]>", "Закон за водите"),
        ("AT&amp;amp;T и ЕС", "AT&T и ЕС"),
        ("5 &lt; 7 и 8 &gt; 3", "5 < 7 и 8 > 3"),
        ("  Закон\n   за водите ", "Закон за водите"),
        ("", ""),
    ],
)
def test_a_title_is_words_in_one_line(written: str, title: str) -> None:
    assert only(rss(item(written))).title == title


def test_the_same_guid_is_one_entry() -> None:
    items = feed(rss(item("Първа"), item("Втора"), item("Трета", guid="2"))).items
    assert [each.title for each in items] == ["Първа", "Трета"]


def test_without_a_guid_the_address_tells_entries_apart_and_without_either_the_title() -> None:
    twice = item("Едно", guid=""), item("Едно", guid=""), item("Две", guid="")
    assert [each.title for each in feed(rss(*twice)).items] == ["Едно", "Две"]
    nameless = item("А", guid="", link=""), item("Б", guid="", link="")
    assert [each.address for each in feed(rss(*nameless)).items] == [None, None]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Mon, 23 Nov 2026 23:59:00 -0500", date(2026, 11, 23)),
        ("23 Nov 2026 10:00 GMT", date(2026, 11, 23)),
        ("2026-11-23", date(2026, 11, 23)),
        ("2026-11-23T10:00:00.123+02:00", date(2026, 11, 23)),
        ("20261123T100000", date(2026, 11, 23)),
        ("2026-11-23 10:00", date(2026, 11, 23)),
        ("23 ноември 2026 г.", date(2026, 11, 23)),
        ("23.11.2026", date(2026, 11, 23)),
        ("23 ноем. 2026 г.", date(2026, 11, 23)),
        ("сряда, 23 септ. 2026", date(2026, 9, 23)),
        ("23 Sept. 2026", date(2026, 9, 23)),
        ("Mon, 31 Feb 2026 10:00:00 GMT", None),
        ("2026-02-30T10:00:00Z", None),
        ("2026-13-45", None),
        ("0000-00-00", None),
        ("Mon, 23 Nov 2026 25:61:00 GMT", None),
        ("вчера", None),
        ("99", None),
        ("", None),
    ],
)
def test_a_day_is_the_one_that_is_written_or_none(written: str, day: date | None) -> None:
    assert only(rss(item(pubDate=written))).published == day


@pytest.mark.parametrize(
    ("language", "written", "days"),
    [
        (None, ["03/14/2026"], [date(2026, 3, 14)]),
        (None, ["14/03/2026"], [date(2026, 3, 14)]),
        (None, ["05/05/2026"], [date(2026, 5, 5)]),
        (None, ["03/04/2026"], [None]),
        ("en", ["03/04/2026"], [None]),
        ("en-us", ["03/04/2026", "12-01-2026"], [date(2026, 3, 4), date(2026, 12, 1)]),
        ("en-GB", ["03/04/2026"], [date(2026, 4, 3)]),
        ("bg", ["3/4/2026 10:00:00"], [date(2026, 4, 3)]),
        (None, ["6/7/2026 9:15:00 AM", "6/30/2026"], [date(2026, 6, 7), date(2026, 6, 30)]),
        (None, ["06/07/2026", "Tue, 30/06/2026 - 9:15"], [date(2026, 7, 6), date(2026, 6, 30)]),
        # What stands in the feed weighs more than the language that its maker left as it was.
        ("en-US", ["06/07/2026", "30/06/2026"], [date(2026, 7, 6), date(2026, 6, 30)]),
        ("de", ["06/07/2026", "06/30/2026"], [date(2026, 6, 7), date(2026, 6, 30)]),
        (
            "de",
            ["06/07/2026", "06/30/2026", "30/06/2026"],
            [None, date(2026, 6, 30), date(2026, 6, 30)],
        ),
        ("en-US", ["06.07.2026", "2026-07-06"], [date(2026, 7, 6), date(2026, 7, 6)]),
        (None, ["31/02/2026", "13/13/2026"], [None, None]),
    ],
)
def test_whether_day_or_month_is_first_is_proved_by_the_feed_itself(
    language: str | None, written: list[str], days: list[date | None]
) -> None:
    news = (item(guid=str(number), pubDate=each) for number, each in enumerate(written))
    told = f"<language>{language}</language>" if language else ""
    assert [each.published for each in feed(rss(told, *news)).items] == days


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/bg/2", "https://ec.europa.eu/bg/2"),
        ("//europa.eu/2", "https://europa.eu/2"),
        ("https://ec.europa.eu/нова страница", "https://ec.europa.eu/нова%20страница"),
        ("https://ec.europa.eu/?a=1&amp;b=2", "https://ec.europa.eu/?a=1&b=2"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://[", None),
        ("", None),
    ],
)
def test_an_address_is_whole_and_of_the_web(written: str, address: str | None) -> None:
    assert only(rss(item(link=written))).address == address


def test_a_guid_that_is_an_address_serves_as_one() -> None:
    assert only(rss(item(link="", guid="https://a.eu/9"))).address == "https://a.eu/9"


def test_a_feed_without_news_is_a_feed() -> None:
    assert feed(rss()).items == ()


def test_an_entry_that_is_cut_off_is_left_out() -> None:
    whole = rss(item("Първа"), item("Втора", guid="2"))
    cut = whole[: whole.index("Втора") + 3]
    assert [each.title for each in feed(cut).items] == ["Първа"]


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    broken = rss(item("А & Б <br> В"), item("Г", guid="2"))
    assert [each.title for each in feed(broken).items] == ["А & Б В", "Г"]
