"""Pages of the web: the one place where the program touches the network.

`fetcher` leads a request over redirects, `exchange` has one of them answered in a thread that can
be left behind; the rest tells hosts, limits and troubles apart.
"""

from reader.sources.fetch.fetcher import HOMEPAGE, Fetched, Fetcher
from reader.sources.fetch.limits import Limits
from reader.sources.fetch.pace import Pace

__all__ = ["HOMEPAGE", "Fetched", "Fetcher", "Limits", "Pace"]
