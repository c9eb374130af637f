"""What documents tell of themselves is taken where it can be meant."""

from datetime import UTC, datetime

import pytest

from reader.app.documents import clean
from reader.exporters import markdown
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming
from reader.importers.told import moment
from reader.model.article import Article, Paragraph, Source, Span

FETCHED = datetime(2024, 3, 5, 9, 40, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("2024-03-05T09:40:11+00:00", FETCHED),
        ("2024-03-05T11:40:11+02:00", FETCHED),
        ("2024-03-05T09:40:11", FETCHED),
        (" 2024-03-05 ", datetime(2024, 3, 5, 12, tzinfo=UTC)),
        ("0001-01-01", None),
        ("9999-12-31T23:59:59-12:00", None),
        ("вчера", None),
        ("", None),
        (None, None),
    ],
)
def test_a_moment_is_one_that_can_be_meant(told: str | None, found: datetime | None) -> None:
    assert moment(told) == found


@pytest.mark.parametrize("address", [None, "https://europa.eu/b"])
def test_a_file_that_tells_when_its_text_was_fetched_is_believed_but_what_is_fetched_is_new(
    address: str | None,
) -> None:
    source = Source("", address="https://europa.eu/a", retrieved=FETCHED)
    article = Article("Мостове", "bg", (Paragraph((Span("Мостът е готов."),)),), source)
    incoming = Incoming(markdown.render(article).encode(), "а.md", address=address)
    with Apart() as apart:
        found = clean(incoming, apart).article.source.retrieved
    assert found is not None
    assert (found == FETCHED) is (address is None)
