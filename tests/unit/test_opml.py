"""Lists of feeds go out and come back, and nothing harmful comes in with them."""

import pytest

from reader.errors import NoFeedListError
from reader.model.feed import Outline
from reader.sources.opml import read, written


def test_a_list_comes_back_as_it_went_out() -> None:
    feeds = [Outline("https://a.eu/rss?a=1&b=2", "А <& „Б“"), Outline("https://b.eu/", "Б")]
    assert read(written(feeds, "Моите"), "x.opml") == feeds


def test_groups_are_kept_as_names_and_each_feed_comes_once() -> None:
    data = """<?xml version="1.0" encoding="utf-8"?>
    <opml version="1.0"><head><title>x</title></head><body>
    <outline text="ЕС"><outline text="Съвет"><outline title=" Прес  релийз" xmlUrl="https://a.eu/1"
    /></outline><outline text="Б" xmlurl="feed://b.eu/rss"/></outline>
    <outline text="пак" xmlUrl="https://a.eu/1"/>
    <outline text="x" xmlUrl="javascript:x"/><outline text="x" xmlUrl="file:///etc/passwd"/>
    <outline text="нищо"/></body></opml>""".encode()
    assert read(data, "x.opml") == [
        Outline("https://a.eu/1", "Прес релийз", ("ЕС", "Съвет")),
        Outline("https://b.eu/rss", "Б", ("ЕС",)),
    ]


BAD = [
    b"",
    b"<html></html>",
    b"text",
    b'<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body>&x;</body></opml>',
    b'<!DOCTYPE opml [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><opml><body>&b;</body></opml>',
]


@pytest.mark.parametrize("data", BAD)
def test_what_is_no_list_is_said_so(data: bytes) -> None:
    with pytest.raises(NoFeedListError) as refused:
        read(data, "новини.opml")
    assert refused.value.where == "новини.opml"


def test_a_thousand_groups_within_groups_end() -> None:
    deep = b"<outline text='x'>" * 200 + b"</outline>" * 200
    assert read(b"<opml><body>" + deep + b"</body></opml>", "x") == []
