"""What is no feed, or would do harm, is refused with the reason."""

import pytest

from reader.errors import NotAFeedError, UnsafeFeedError
from reader.sources.feeds import read
from tests.unit.feed_samples import SITE, feed, item, only, rss

BOMB = "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};">' for n in range(1, 30))
UNSAFE = [
    f'<!DOCTYPE rss [<!ENTITY e0 "лол">{BOMB}]>',
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE rss [<!ENTITY x PUBLIC "a" "https://evil.eu/x">]>',
    '<!DOCTYPE rss [<!ENTITY % x SYSTEM "https://evil.eu/x.dtd"> %x;]>',
    f'<!DOCTYPE rss [<!ENTITY x "{"а" * 100_000}">]>',
    '<!-- <rss> --><?x <a?>\n<!doctype rss [<!-- <a> --><!entity x system "file:///etc/passwd">]>',
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("doctype", UNSAFE)
def test_what_grows_or_leads_out_of_the_feed_is_refused(doctype: str, encoding: str) -> None:
    text = rss(item("&x;"), encoding=encoding).replace("?>", "?>" + doctype, 1)
    with pytest.raises(UnsafeFeedError) as refused:
        read(text.encode(encoding), SITE)
    assert refused.value.where == SITE


def test_an_entity_that_is_a_letter_does_no_harm() -> None:
    doctype = '<!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY shy "">]>'
    text = rss(item("Новини&nbsp;от ЕС")).replace("?>", "?>" + doctype, 1)
    assert only(text).title == "Новини от ЕС"


PAGE = """<html><head><base href="https://a.eu/bg/"><title>Новини</title>
<link rel="alternate" hreflang="en" href="/en">
<link rel="Alternate feed" type="application/rss+xml" title=" Всички  новини" href="rss.xml">
<link rel="alternate" type="application/atom+xml" href="/atom">
</head><body><a href="https://b.eu/node/7/rss_bg">RSS</a> <a href="rss.xml">пак</a>
<a href="/bg/rss/press.ashx">X</a> <a href="javascript:rss">Y</a> <a href="/feedback">Z</a>
<a href="/BG/display-feed.rss?rssId=162">W</a></body></html>"""


def test_a_page_is_no_feed_but_names_some() -> None:
    with pytest.raises(NotAFeedError) as refused:
        feed(PAGE, "https://a.eu/")
    assert refused.value.where == "https://a.eu/"
    assert refused.value.feeds == (
        "https://a.eu/bg/rss.xml",
        "https://a.eu/atom",
        "https://b.eu/node/7/rss_bg",
        "https://a.eu/bg/rss/press.ashx",
        "https://a.eu/BG/display-feed.rss?rssId=162",
    )


NO_FEEDS = [
    b"",
    b"  \n",
    b"\x00\x01\x02",
    b"%PDF-1.7 ...",
    "Само текст.".encode(),
    b"<rss",
    b"<svg xmlns='http://www.w3.org/2000/svg'><title>x</title></svg>",
    b"<opml version='2.0'><body><outline xmlUrl='https://a.eu/'/></body></opml>",
    b'{"items": []}',
    b"[" * 100_000,
    b"{" * 100_000,
    b'{"a":' * 100_000,
    b"\xff\xfe",
]


@pytest.mark.parametrize("data", NO_FEEDS)
def test_what_is_no_feed_is_said_so(data: bytes) -> None:
    with pytest.raises(NotAFeedError) as refused:
        read(data, name="новини.xml")
    assert (refused.value.where, refused.value.feeds) == ("новини.xml", ())
