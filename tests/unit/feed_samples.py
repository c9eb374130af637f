"""Feeds made of a few lines, and what is read of them."""

from reader.model.feed import Feed, FeedItem
from reader.sources.feeds import read

SITE = "https://ec.europa.eu/bg/rss.xml"
RSS = (
    '<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel>{inner}</channel></rss>'
)
NEWS = "Комисията прие закона за водите"


def rss(*items: str, encoding: str = "utf-8") -> str:
    return RSS.format(encoding=encoding, inner="<title>Новини</title>" + "".join(items))


def item(title: str = NEWS, **more: str) -> str:
    fields = {"title": title, "link": "https://ec.europa.eu/1", "guid": "1", **more}
    return "<item>" + "".join(f"<{n}>{v}</{n}>" for n, v in fields.items() if v) + "</item>"


def feed(text: str, address: str = SITE) -> Feed:
    return read(text.encode(), address)


def only(text: str, address: str = SITE) -> FeedItem:
    (found,) = feed(text, address).items
    return found
