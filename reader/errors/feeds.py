"""Feeds that cannot be read or kept."""

from reader.errors.base import ReaderError


class FeedError(ReaderError):
    """The feed called `where`, its address or its file, cannot be used."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class NotAFeedError(FeedError):
    """What lies there is no feed; `feeds` are addresses of some that it names."""

    def __init__(self, where: str, feeds: tuple[str, ...] = ()) -> None:
        super().__init__(where)
        self.feeds = feeds


class UnsafeFeedError(FeedError):
    """The feed is written so that reading it would fetch files or fill the memory."""


class KnownFeedError(FeedError):
    """The feed is kept already."""


class UnknownFeedError(ReaderError):
    """No feed that is kept has this number."""

    def __init__(self, identifier: int) -> None:
        super().__init__(str(identifier))
        self.identifier = identifier


class NoFeedListError(FeedError):
    """The file is no list of feeds (OPML)."""


class UnknownRuleError(ReaderError):
    """There is no rule with this number."""

    def __init__(self, identifier: int) -> None:
        super().__init__(str(identifier))
        self.identifier = identifier
