"""A site with a feed, and a library that keeps it."""

from datetime import UTC, datetime

from reader.app.feeds import Feeds
from reader.app.reader import Reader
from reader.importers.apart import Apart
from reader.library.store import Library
from reader.sources.fetch import Limits
from tests.servers.fetching import PATIENT, Clock, fetcher
from tests.servers.site import Page, Site

NOW = datetime(2026, 11, 27, 10, tzinfo=UTC)
TEXT = "Държавите прилагат закона за водите, пишат новините, а Комисията следи как го правят."


class Stopping:
    """Stops after so many pieces of news."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.done = 0

    def progress(self, done: int, total: int) -> None:
        self.done = done

    def stopped(self) -> bool:
        return self.done >= self.most


class World:
    """A site with a feed, and a library that keeps it."""

    def __init__(self, site: Site, library: Library) -> None:
        self.site = site
        self.library = library
        self.reader = Reader(library, Apart())
        self.clock = Clock()
        self.now = NOW
        self.be_asked()

    def be_asked(self, limits: Limits = PATIENT) -> None:
        """Have the feeds asked within these limits from now on."""
        web = fetcher(self.clock, limits)
        self.feeds = Feeds(self.reader, Apart(), web, clock=lambda: self.now)

    def tell(self, *titles: str, markup: str = "", **headers: str) -> str:
        """Put a feed of these pieces of news, and their pages."""
        for number, title in enumerate(titles):
            self.site.page(f"/{number}", page(title))
        return self.put(*titles, markup=markup, **headers)

    def put(self, *titles: str, markup: str = "", **headers: str) -> str:
        items = "".join(
            f"<item><title>{title}</title><link>/{number}</link><guid>{title}</guid>"
            f"<pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>"
            f"<description><![CDATA[{markup}]]></description></item>"
            for number, title in enumerate(titles)
        )
        text = f"<rss version='2.0'><channel><title>Новини</title>{items}</channel></rss>"
        answer = Page(text.encode(), "application/rss+xml; charset=utf-8", headers=headers)
        return self.site.put("/rss.xml", answer)

    def titles(self) -> list[str]:
        return sorted(entry.title for entry in self.library.entries())


def page(title: str) -> str:
    return (
        f"<html lang='bg'><head><title>{title}</title></head><body><nav><a href='/'>Начало</a>"
        f"</nav><main><h1>{title}</h1><p>{TEXT} {title}.</p><p>{TEXT}</p></main></body></html>"
    )
