"""Pages before the Nu checker of the W3C: no error and no warning, whatever an article holds."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.exporters import html
from reader.exporters.notes import Marked
from reader.exporters.site import places
from reader.exporters.site.site import Dated, SiteWriter
from reader.i18n import Translator
from reader.model.article import Article, Source
from tests.gui.article_sample import SAMPLE
from tests.unit.book_samples import LIBRARIES
from tests.unit.test_exporters_html_words import BLOCKS
from tests.validators.judges import nu
from tests.validators.test_books import ODD_TITLES, odd_addresses


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    articles = [SAMPLE, LIBRARIES, odd_addresses()]
    articles += [Article(title, "bg", (), Source("text")) for title in ODD_TITLES]

    @settings(max_examples=60, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(BLOCKS, max_size=4).map(tuple), st.sampled_from(["bg", "en", "de-AT"]))
    def any_other(blocks, language) -> None:
        articles.append(Article("Заглавие & <x>", language, blocks, Source("text")))

    any_other()
    return articles


def test_any_article_makes_a_valid_page(articles: list[Article], tmp_path: Path) -> None:
    for number, article in enumerate(articles):
        (tmp_path / f"{number}.html").write_text(html.render(article, 0), "utf-8")
    assert nu(*sorted(tmp_path.iterdir())) == []


def test_any_articles_make_valid_pages_with_contents(
    articles: list[Article], tmp_path: Path
) -> None:
    path = tmp_path / "site"
    dated = (
        Dated(date(2026, 5, 14) if number % 2 else None, Marked(article, ()))
        for number, article in enumerate(articles)
    )
    SiteWriter(Translator("bg"), "Новини & <още>").write(dated, places.folder(path))
    assert nu(*sorted(path.rglob("*.html"))) == []
