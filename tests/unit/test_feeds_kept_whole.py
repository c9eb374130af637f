"""Feeds outlive what happens to a library: damage, a repair, a backup that is restored."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.importers.apart import Apart
from reader.library.place import FILE
from reader.library.store import Library
from reader.model.feed import Deed, FeedItem, ItemState
from tests.unit.care_parts import PAGE, care_of, damage, fill

FEEDS = 40
RULES = 3


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library whose articles have come by feeds, with rules."""
    folder = tmp_path_factory.mktemp("whole")
    fill(folder)
    with Library(folder) as library:
        for number in range(FEEDS):
            address = f"https://example.eu/{number}.xml"
            feed = library.feeds.add(address, f"Емисия {number}").identifier
            told = [FeedItem(f"{number}", f"Новина {number}", None, None)]
            library.feeds.answered(feed, f'"{number}"', None, told)
            (item,) = library.feeds.items(feed, ItemState.NEW)
            if number + 1 != 7:  # which was removed
                library.feeds.kept(item.identifier, number + 1)
        for number in range(RULES):
            library.feeds.add_rule(f"вода {number}", Deed.TAG, "води")
    return folder


@pytest.fixture
def library(whole: Path, tmp_path: Path) -> Path:
    """A copy of it, to be damaged."""
    return shutil.copytree(whole, tmp_path / "library")


def kept(folder: Path) -> tuple[list[str], list[str], int]:
    """Return the feeds, the words of the rules, and how many articles came by feeds."""
    with Library(folder) as library, library._connections.reading() as connection:
        query = "SELECT count(*) FROM feed_item WHERE article IS NOT NULL"
        news = connection.execute(query).fetchone()[0]
        feeds = sorted(feed.address for feed in library.feeds.all())
        return feeds, [rule.words for rule in library.feeds.rules()], news


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", ["byte", "page", "cut", "header"])
def test_after_a_repair_feeds_are_there_or_their_loss_is_named(
    library: Path, whole: Path, kind: str, seed: int
) -> None:
    feeds, rules, _news = kept(whole)
    damage(library, kind, random.Random(f"{kind}{seed}"))
    salvaged = care_of(library, Apart()).repair()
    left, words, _left = kept(library)
    assert set(left) <= set(feeds)
    if kind == "header" or salvaged.whole:  # of the header alone, no row is lost
        assert (left, words) == (feeds, rules)
    named = dict(salvaged.rows)
    if not salvaged.unknown:
        assert named.get("feed", 0) == len(feeds) - len(left)
        assert named.get("feed_rule", 0) == len(rules) - len(words)


def test_a_page_of_feeds_that_is_lost_takes_nothing_else_along_and_is_named(library: Path) -> None:
    with closing(sqlite3.connect(library / FILE)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'feed_rule'"
        root = connection.execute(query).fetchone()[0]
    data = bytearray((library / FILE).read_bytes())
    data[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)
    (library / FILE).write_bytes(data)
    salvaged = care_of(library, Apart()).repair()
    assert salvaged.lost == ()
    feeds, rules, news = kept(library)
    assert (len(feeds), rules, news) == (FEEDS, [], FEEDS - 1)
    assert salvaged.rows == (("feed_rule", RULES),)


def test_feeds_are_in_a_backup_and_come_back_with_it(library: Path) -> None:
    before = kept(library)
    care = care_of(library, Apart())
    backup = care.back_up()
    with Library(library) as opened:
        for feed in opened.feeds.all():
            opened.feeds.remove(feed.identifier)
    care.restore(backup.name)
    assert kept(library) == before
