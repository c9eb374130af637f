"""A fetcher that finds the hosts of the world on a site on loopback."""

from urllib.parse import urlsplit

from reader.model.watch import Watch
from reader.sources.fetch import Fetched, Fetcher
from tests.servers.fetching import fetcher
from tests.servers.site import Site


class Elsewhere:
    """Asks the site for "/host/path" where somebody asks for an address of a host.

    What the site tells of itself, such as where a redirect has led, is told of the host.
    """

    def __init__(self, site: Site, asking: Fetcher | None = None) -> None:
        self._site = site
        self._asking = asking or fetcher()

    def allow(self, host: str) -> None:
        """Ask for hosts of private networks, too: all of them are on the site."""

    def get(
        self,
        address: str,
        *,
        languages: tuple[str, ...] = (),
        accept: str = "",
        watch: Watch | None = None,
    ) -> Fetched:
        """Return what the site has in the place of the address."""
        parts = urlsplit(address)
        query = f"?{parts.query}" if parts.query else ""
        there = self._site.address(f"/{parts.hostname}{parts.path}{query}")
        found = self._asking.get(there, languages=languages, accept=accept, watch=watch)
        path = found.address.removeprefix(self._site.address("/"))
        return Fetched(
            f"{parts.scheme}://{path}",
            found.status,
            found.data,
            found.media_type,
            found.charset,
            found.etag,
            found.modified,
            found.not_modified,
        )
