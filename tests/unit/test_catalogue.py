"""The catalogue names feeds that can be asked for, in both languages."""

import re

from reader.sources.catalogue import topics
from reader.sources.fetch.target import target_of

CYRILLIC = re.compile("[а-яА-Я]")


def test_every_feed_has_an_address_and_a_name_in_both_languages() -> None:
    bulgarian, english = topics("bg"), topics("en")
    for here, there in zip(bulgarian, english, strict=True):
        assert CYRILLIC.search(here.name)
        assert not CYRILLIC.search(there.name)
        for feed, same in zip(here.feeds, there.feeds, strict=True):
            assert feed.address == same.address
            assert target_of(feed.address).secure
            assert feed.language in ("bg", "en")
            assert not CYRILLIC.search(same.title)
            assert CYRILLIC.search(feed.title)
    addresses = [feed.address for topic in bulgarian for feed in topic.feeds]
    assert len(addresses) == len(set(addresses))
    assert any(feed.certain for topic in bulgarian for feed in topic.feeds)
    assert not all(feed.certain for topic in bulgarian for feed in topic.feeds)
