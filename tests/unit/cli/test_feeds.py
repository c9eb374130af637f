"""Feeds on the command line: listed, added, brought in, exchanged, read."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.__main__ import main
from tests.servers.site import Page, Site

ALLOW = ("--allow", "127.0.0.1")
TEXT = "Държавите прилагат закона за водите, а Комисията следи как го правят всяка година."
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Новини</title>
<item><title>Води</title><link>/1</link><guid>1</guid>
<pubDate>Mon, 23 Nov 2026 10:00:00 +0200</pubDate></item>
<item><title>Води</title><link>/1</link><guid>1</guid></item>
<item><title>Пчели</title><pubDate>вчера</pubDate><guid isPermaLink="false">2</guid></item>
</channel></rss>"""
ITEMS = [
    {"title": "Води", "url": "{site}/1", "published": "2026-11-23"},
    {"title": "Пчели", "url": None, "published": None},
]

pytestmark = pytest.mark.usefixtures("nobody_waits")


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        running.put("/rss.xml", Page(FEED.encode(), "application/rss+xml"))
        running.page("/1", f"<html><body><main><h1>Води</h1><p>{TEXT}</p></main></body></html>")
        yield running


def test_a_feed_is_read_as_json(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    address = site.address("/rss.xml")
    assert main(["feeds", "read", address, *ALLOW]) == 0
    whole = json.loads(json.dumps(ITEMS).replace("{site}", site.address("")))
    assert json.loads(capsys.readouterr().out) == whole


def test_a_file_is_read_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.xml").write_text(FEED.replace("/1", "https://a.eu/1", 1), "utf-8")
    assert main(["feeds", "read", "a.xml"]) == 0
    assert [each["url"] for each in json.loads(capsys.readouterr().out)] == ["https://a.eu/1", None]


def test_a_page_that_is_no_feed_names_those_it_knows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = "<link rel='alternate' type='application/rss+xml' href='https://a.eu/rss'>"
    (tmp_path / "a.html").write_text(f"<html><head>{link}</head></html>", "utf-8")
    assert main(["feeds", "read", "a.html"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "„a.html“ не е емисия. Потърсете в сайта връзка „RSS“ или изберете емисия от каталога.\n"
        "https://a.eu/rss\n"
    )


def test_a_private_host_is_asked_only_where_that_is_said(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feeds", "read", site.address("/rss.xml")]) == 1
    assert "127.0.0.1" in capsys.readouterr().err
    assert site.asked == []


def test_a_feed_is_kept_brought_in_paused_and_forgotten(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    address = site.address("/rss.xml")
    assert main(["feeds", "add", address, *ALLOW]) == 0
    assert capsys.readouterr().out == f"1\t0\tНовини\t{address}\tза изтегляне: 2\n".replace(
        "\tза изтегляне: 2", ""
    )
    assert main(["feeds", "add", address, *ALLOW]) == 1
    assert "вече е сред Вашите" in capsys.readouterr().err
    assert main(["feeds", "update"]) == 1
    said = capsys.readouterr()
    assert said.out == "Новини: 1 нова статия\n"
    assert said.err.startswith("Пчели: ")
    assert main(["feeds", "rename", "1", "Моите"]) == 0
    assert main(["feeds", "pause", "1", "7"]) == 1
    assert "Няма емисия с номер 7" in capsys.readouterr().err
    assert main(["feeds", "list"]) == 0
    line = capsys.readouterr().out
    assert line == f"1\t1\tМоите\t{address}\tна пауза, неизтеглени: 1\n"
    assert main(["feeds", "update"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["feeds", "resume", "1"]) == 0
    assert main(["feeds", "update", "1", "--again"]) == 1
    capsys.readouterr()
    assert main(["feeds", "remove", "1"]) == 0
    assert main(["feeds", "list"]) == 0
    assert capsys.readouterr().out == ""
    main(["list"])
    assert "Води" in capsys.readouterr().out


def test_lists_of_feeds_go_out_and_come_in(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    main(["feeds", "add", site.address("/rss.xml"), *ALLOW])
    assert main(["feeds", "opml", "export", "а.opml"]) == 0
    assert main(["feeds", "opml", "export", "а.opml"]) == 1  # nothing is written over
    capsys.readouterr()
    assert main(["--library", "other", "feeds", "opml", "import", "а.opml"]) == 0
    assert capsys.readouterr().out == "Нови емисии: 1, вече добавени: 0\n"
    assert main(["--library", "other", "feeds", "opml", "import", "a.txt"]) == 1
    assert "не е списък с емисии" in capsys.readouterr().err


def test_rules_are_listed_made_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feeds", "rules", "вода", "закон", "--tag", "екология", "--star"]) == 0
    assert capsys.readouterr().out == ("1\tвода закон\tетикет „екология“\n2\tвода закон\tзвезда\n")
    assert main(["feeds", "rules", "--remove", "1"]) == 0
    assert main(["feeds", "rules", "--remove", "1"]) == 1
    assert main(["feeds", "rules", "x", "--star", "--feed", "9"]) == 1


def test_the_catalogue_is_in_the_persons_language(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["feeds", "catalogue"]) == 0
    assert "Пресцентър на Комисията\thttps://ec.europa.eu/" in capsys.readouterr().out
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert main(["feeds", "catalogue"]) == 0
    assert "Press corner of the Commission\thttps://ec.europa.eu/" in capsys.readouterr().out
