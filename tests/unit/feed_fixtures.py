"""A site with a feed and a library beside it, for the tests of feeds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.store import Library
from tests.servers.site import Site
from tests.unit.feed_parts import World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with Site() as site, Library(tmp_path / "home") as library:
        yield World(site, library)
