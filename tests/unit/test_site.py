"""Many articles as pages: all of them, day by day, each leading on to the next."""

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import html as lxml_html

from reader.errors import TargetExistsError
from reader.exporters import html
from reader.exporters.notes import Marked
from reader.exporters.site import places
from reader.exporters.site.site import Dated, SiteWriter
from reader.i18n import Translator
from reader.model.article import Article, Heading, Source, Span
from reader.text.words import search_key
from tests.unit.book_samples import LIBRARIES, TRAINS

MAY = date(2026, 5, 14)
ENGLISH = Article("Water & <air>", "en", (Heading(1, (Span("Water & <air>"),)),), Source("text"))
ARTICLES = (
    Dated(MAY, Marked(LIBRARIES, ())),
    Dated(MAY, Marked(TRAINS, ())),
    Dated(None, Marked(ENGLISH, ())),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("site") / "Новини"
    SiteWriter(Translator("bg"), "Новини").write(ARTICLES, places.folder(path))
    return path


def parsed(path: Path) -> lxml_html.HtmlElement:
    return lxml_html.parse(str(path)).getroot()


def links(path: Path, within: str) -> list[tuple[str, str]]:
    return [(each.get("href"), each.text_content()) for each in parsed(path).iterfind(within)]


def test_the_contents_lead_to_each_article_by_day(site: Path) -> None:
    contents = parsed(site / "index.html")
    days = {
        section.find("h3").text: [each.get("href") for each in section.iter("a")]
        for section in contents.iter("section")
    }
    assert days == {
        "14 май 2026 г.": ["articles/article-1.html", "articles/article-2.html"],
        "Без дата": ["articles/article-3.html"],
    }
    for link in contents.iter("a"):
        assert parsed(site / link.get("href")).findtext(".//h1") == link.text
    (foreign,) = (each for each in contents.iter("li") if each.get("lang"))
    assert foreign.get("lang") == "en"


def test_each_article_leads_on_back_and_to_the_contents(site: Path) -> None:
    second = site / "articles" / "article-2.html"
    assert links(second, ".//nav//a") == [
        ("../index.html", "Новини"),
        ("article-3.html", "Следваща: Water & <air>"),
        ("article-1.html", "Предишна: Книги за всички"),
        ("../index.html", "Съдържание"),
    ]
    first, last = (site / "articles" / f"article-{number}.html" for number in (1, 3))
    assert [words.partition(":")[0] for _, words in links(first, ".//nav//a")][1:] == [
        "Следваща",
        "Съдържание",
    ]
    assert [words.partition(":")[0] for _, words in links(last, ".//nav//a")][1:] == [
        "Предишна",
        "Съдържание",
    ]


def test_an_article_is_the_same_page_as_when_it_is_alone(site: Path) -> None:
    page = (site / "articles" / "article-1.html").read_text("utf-8")
    alone = html.render(LIBRARIES)
    main = re.compile("<main>.*</footer>", re.DOTALL)
    assert main.search(page)[0] == main.search(alone)[0]
    assert page[: page.index("<body>")] == alone[: alone.index("<body>")]


def test_without_its_script_the_contents_are_there_and_the_search_is_not(site: Path) -> None:
    contents = parsed(site / "index.html")
    assert contents.find(".//form").get("hidden") is not None
    assert contents.find(".//*[@role='status']").text is None
    assert not [each for each in contents.iter("li", "section") if each.get("hidden") is not None]


def test_no_page_asks_for_anything_or_runs_what_is_not_its_own(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = path.read_text("utf-8")
        policy = re.search('Content-Security-Policy" content="([^"]*)"', page)[1]
        assert policy.startswith("default-src 'none'; base-uri 'none'; form-action 'none'; style-")
        assert ("script-src 'sha256-" in policy) == (path.name == "index.html")
        assert not re.search(r"<(?:script|img|link|iframe)[^>]*(?:src|href)=", page)


def test_the_index_knows_every_word(site: Path) -> None:
    contents = parsed(site / "index.html")
    index = json.loads(contents.get_element_by_id("index").text)
    places_of = dict(zip(index["keys"].split(" "), index["places"].split(";"), strict=True))
    known = {word: places_of[search_key(word)] for word in ("влакове", "Water", "програмите")}
    assert known == {"влакове": "1", "Water": "2", "програмите": "0"}


def test_what_is_packed_is_what_the_folder_holds(site: Path, tmp_path: Path) -> None:
    path = tmp_path / "Новини.zip"
    now = datetime(2026, 11, 27, tzinfo=UTC)
    for replace in (False, True):
        place = places.packed(path, now, replace=replace)
        assert SiteWriter(Translator("bg"), "Новини").write(ARTICLES, place) == 3
    with ZipFile(path) as pack:
        packed = {name: pack.read(name) for name in pack.namelist()}
    there = (each for each in site.rglob("*") if each.is_file())
    assert packed == {each.relative_to(site).as_posix(): each.read_bytes() for each in there}
    with pytest.raises(TargetExistsError):
        SiteWriter(Translator("bg"), "Новини").write(ARTICLES, places.folder(path))
