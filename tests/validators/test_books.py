"""Books before the judges of the trade: EPUBCheck finds nothing to mind, and neither does Ace."""

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.exporters.bound import Bound
from reader.exporters.epub.book import EpubWriter
from reader.exporters.notes import Marked
from reader.i18n import Translator
from reader.model.article import Article, Heading, Paragraph, Source, Span
from tests.gui.article_sample import SAMPLE
from tests.unit.book_samples import LIBRARIES, TRAINS, spoken
from tests.unit.test_exporters_html_words import BLOCKS
from tests.validators.judges import ace, epubcheck

NOW = datetime(2026, 11, 27, 7, 30, tzinfo=UTC)
ODD_ADDRESSES = (
    "https://a.b/{x}|y^z`",
    "https://exa mple/",
    "http://[::1",
    "http://[::1]:8080/a[b]",
    "https://a.b/%zz",
    "https://a.b/100%",
    "https://a.b/#a#b",
    "https://a.b:99999/",
    "https://пример.бг/път?ред=1",
    "https://?q",
    "https://user:pa@ss@host/",
    "https://a..b/",
    "http:///x",
    "https://a.b/?[]{}",
    "https://a.b/\U0001f600",
    "mailto:a b@c",
    "tel:+359 2 123 456",
    "mailto:?subject=щ",
)
ODD_TITLES = ("", " ", "<b>&amp;", "a\x00b", "„Кавички“ – и тире", "x" * 2000)


def test_any_article_makes_a_valid_book(tmp_path: Path) -> None:
    articles = [SAMPLE, odd_addresses()]
    articles += [Article(title, "bg", (), Source("text")) for title in ODD_TITLES]

    @settings(max_examples=100, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(BLOCKS, max_size=4).map(tuple), st.sampled_from(["bg", "en", "de-AT"]))
    def any_other(blocks, language) -> None:
        articles.append(Article("Заглавие & <x>", language, blocks, Source("text")))

    any_other()
    path = tmp_path / "a.epub"
    bound = (Bound(Marked(article, ())) for article in articles)
    EpubWriter(Translator("bg"), NOW, "Новини").write(bound, path)
    assert epubcheck(path) == []


def test_a_talking_book_is_valid_and_accessible(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    articles = (LIBRARIES, SAMPLE, TRAINS)
    bound = [Bound(Marked(article, ()), spoken(article)) for article in articles]
    EpubWriter(Translator("bg"), NOW, "Новини").write(bound, path)
    assert epubcheck(path) == []
    assert ace(path, tmp_path / "report") == []


def odd_addresses() -> Article:
    lines = (Paragraph((Span("тук", link=address),)) for address in ODD_ADDRESSES)
    source = Source("html", address=ODD_ADDRESSES[0])
    return Article("Адреси", "bg", (Heading(1, (Span("Адреси"),)), *lines), source)
