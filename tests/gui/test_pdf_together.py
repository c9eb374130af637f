"""Several articles in one PDF: its contents lead to each, and each comes in again as it was."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from reader import importers
from reader.app import Reader
from reader.errors import DamagedFileError, StoppedError
from reader.exporters.pdf.contents import Entry, Together, contents
from reader.exporters.pdf.marks import numbers
from reader.gui.printing.pdf import write
from reader.gui.printing.printed import Setting
from reader.gui.printing.sizes import print_size
from reader.i18n import Translator
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming, from_file
from reader.library.store import Library
from reader.model.article import Article, Heading, Paragraph, Source, Span
from reader.repair import repaired
from reader.settings import Settings
from tests.gui.pdf_parts import elements, opened, read_again, roles, text_of
from tests.gui.test_pdf import FERRIES, sentence

pytestmark = pytest.mark.usefixtures("qapp")
TITLE = "Новини от 14 май 2025 г."
LONG = Article(
    "Речни вълни",
    "bg",
    (
        Heading(1, (Span("Речни вълни"),)),
        *(Paragraph((Span(sentence(number) * 4),)) for number in range(30)),
        Heading(2, (Span("Какво следва"),)),
        Paragraph((Span("Повече на "), Span("сайта", link="https://example.eu/valni"))),
    ),
    Source("pdf", address="https://example.eu/reki"),
    author="Ана Илиева",
)
ENGLISH = Article(
    "Bridges for all",
    "en",
    (
        Heading(1, (Span("Bridges for all"),)),
        Paragraph((Span("The new bridges will be open to all who walk and to the trains."),)),
    ),
    Source("pdf"),
)
ARTICLES = (FERRIES, LONG, ENGLISH)
ENDS = ("", "г", "т", "и", "ш", "щ", "гг", "гт", "тт", "ги", "гш", "тш")  # of many widths


def together(path: Path, *articles: Article, done=lambda _count: None, **settings) -> Path:
    write(Together(articles, TITLE, Translator("bg"), done), Settings(**settings), path)
    return path


def members(path: Path) -> list[Article]:
    return [repaired(importers.read(each))[0] for each in importers.members(from_file(path))]


def alone(article: Article, path: Path) -> Article:
    write(article, Settings(), path)
    return read_again(path)


@pytest.fixture(scope="module")
def path(qapp, tmp_path_factory):
    return together(tmp_path_factory.mktemp("pdf") / "новини.pdf", *ARTICLES)


def opened_bytes(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def page_of(reader, place) -> int:
    return next(
        number for number, page in enumerate(reader.pages) if page.indirect_reference == place
    )


def first_pages(reader) -> list[int]:
    """Return the pages that the articles' bookmarks lead to."""
    top = [each for each in reader.outline if not isinstance(each, list)]
    return [reader.get_destination_page_number(each) for each in top[1:]]


@pytest.mark.parametrize("size", [8, 28])
def test_the_contents_lead_to_the_page_that_they_name(tmp_path, size):
    reader = opened(together(tmp_path / "a.pdf", *ARTICLES * 12, print_size=size))
    starts = first_pages(reader)
    links = [
        annotation.get_object()
        for page in reader.pages[: starts[0]]
        for annotation in page.get("/Annots", [])
    ]
    led = [page_of(reader, link["/A"]["/D"][0].indirect_reference) for link in links]
    assert list(dict.fromkeys(led)) == starts
    assert len(starts) == 36
    assert (starts[0] > 1) == (size == 28)
    listed = " ".join(page.extract_text() for page in reader.pages[: starts[0]])
    numbers = list(map(int, re.findall(r"страница\s+(\d+)", listed)))
    assert numbers == [start + 1 for start in starts]


def short(title: str) -> Article:
    return Article(title, "bg", (Paragraph((Span("Кратка новина."),)),), Source("pdf"))


def pages_of_contents(titles: list[str], first: int) -> int:
    """Return how many pages contents take, if articles of a page each follow from `first` on."""
    entries = [Entry(title, "bg", first + number) for number, title in enumerate(titles)]
    chosen = Settings()
    setting = Setting(print_size(chosen), chosen.typography)
    plan = contents(TITLE, entries, numbers(), Translator("bg"))
    return len(setting.sheets(plan).pages)


def test_contents_that_no_count_of_their_pages_suits_name_the_right_pages(tmp_path):
    """With page 10 the line of the ninth article breaks, with page 11 it does not."""
    short_ones = [f"Новина {number}" for number in range(1, 9)]
    room = next(
        count for count in range(60) if pages_of_contents([*short_ones, *["Още"] * count], 1) > 1
    )
    tuned = ("Заглавие" + " и" * words + end for words in range(30, 50) for end in ENDS)
    lists = ([*short_ones, title, *["Още"] * (room - 2)] for title in tuned)
    found = next(
        titles
        for titles in lists
        if pages_of_contents(titles, 1) == 2 and pages_of_contents(titles, 2) == 1
    )
    reader = opened(together(tmp_path / "a.pdf", *map(short, found)))
    starts = first_pages(reader)
    assert len(starts) == len(found)
    for title, start in zip(found, starts, strict=True):
        assert title in " ".join(reader.pages[start].extract_text().split())
        assert "Кратка новина." in reader.pages[start].extract_text()
    listed = " ".join(page.extract_text() for page in reader.pages[: starts[0]])
    told = list(map(int, re.findall(r"страница\s+(\d+)", listed)))
    assert told == [start + 1 for start in starts]
    assert [each.title for each in members(tmp_path / "a.pdf")] == found


def test_each_article_begins_on_a_page_of_its_own_under_its_bookmark(path):
    reader = opened(path)
    top = [each for each in reader.outline if not isinstance(each, list)]
    assert [each["/Title"] for each in top] == [TITLE, *(each.title for each in ARTICLES)]
    for article, start in zip(ARTICLES, first_pages(reader), strict=True):
        assert " ".join(article.title.split()[:2]) in reader.pages[start].extract_text()
    inner = [each for each in reader.outline if isinstance(each, list)]
    assert [each["/Title"] for each in inner[0]] == ["Съдържание"]
    assert [each["/Title"] for each in inner[-1]] == ["Какво следва"]


def test_pages_are_numbered_through_the_whole(path):
    reader = opened(path)
    count = len(reader.pages)
    assert f"Страница 2 от {count}" in reader.pages[1].extract_text()
    assert f"Page {count} of {count}" in reader.pages[-1].extract_text()


def test_the_tree_has_the_contents_and_each_article_in_its_language(path):
    reader = opened(path)
    assert roles(reader)[:4] == ["Document", "H1", "H2", "TOC"]
    assert [each.get("/Lang") for each in elements(reader, "Art")] == [None, None, "en"]
    assert len(elements(reader, "TOCI")) == len(ARTICLES)
    listed = [each for each in elements(reader, "Link") if each["/P"]["/S"] == "/Reference"]
    assert [each.get("/Lang") for each in listed] == [None, None, "en"]
    assert reader.root_object["/Lang"] == "bg"


def test_from_each_piece_of_content_the_way_leads_to_its_element(path):
    for data in (path.read_bytes(), *(each.data for each in importers.members(from_file(path)))):
        reader = opened_bytes(data)
        ways = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        by_key = dict(zip(ways[::2], ways[1::2], strict=True))
        for number, page in enumerate(reader.pages):
            for owner in by_key[page["/StructParents"]].get_object():
                element = owner.get_object()
                pages = {
                    page_of(reader, kid["/Pg"].indirect_reference)
                    for kid in element["/K"]
                    if kid.get_object().get("/Type") == "/MCR"
                }
                assert number in pages
            for link in page.get("/Annots", []):
                owner = by_key[link.get_object()["/StructParent"]].get_object()
                assert owner["/S"] == "/Link"


def test_each_article_comes_in_again_as_from_a_pdf_of_its_own(path, tmp_path):
    found = members(path)
    assert found == [
        alone(article, tmp_path / f"{number}.pdf") for number, article in enumerate(ARTICLES)
    ]
    assert [each.title for each in found] == [each.title for each in ARTICLES]


def test_the_same_file_gives_the_same_bytes(path):
    once, again = (list(importers.members(from_file(path))) for _time in range(2))
    assert once == again
    assert not any(importers.may_be_collection(each.data) for each in once)


def test_a_library_takes_in_the_articles_one_by_one(path, tmp_path):
    with Library(tmp_path / "library") as library, Apart() as apart:
        reader = Reader(library, apart)
        kept = reader.keep(from_file(path))
        assert [each.entry.title for each in (kept, *kept.others)] == [
            each.title for each in ARTICLES
        ]
        originals = {library.original(each.entry.identifier) for each in (kept, *kept.others)}
        assert len(originals) == len(ARTICLES)


def test_what_others_have_changed_is_read_as_one_text(path, tmp_path):
    plain = path.read_bytes().replace(b"/ChetivoPages", b"/ChetivoOther")
    changed = Incoming(plain, "новини.pdf")
    assert list(importers.members(changed)) == []
    article, _ = repaired(importers.read(changed))
    words = " ".join(str(block) for block in article.blocks)
    assert "Bridges for all" in words
    assert "https://example.eu/reki" in words
    assert article.title == TITLE


def test_a_file_whose_articles_lie_elsewhere_is_called_damaged(path):
    data = path.read_bytes()
    start = data.index(b"/ChetivoPages (") + len(b"/ChetivoPages (")
    hostile = Incoming(data[:start] + b"x" + data[start + 1 :], "новини.pdf")
    with pytest.raises(DamagedFileError):
        list(importers.members(hostile))


def test_articles_that_lie_in_each_other_are_called_damaged(path):
    starts = first_pages(opened(path))
    second = b"/ChetivoPages (%d " % starts[1]
    data = path.read_bytes()
    assert data.count(second) == 1
    hostile = Incoming(data.replace(second, b"/ChetivoPages (%d " % (starts[1] - 1)), "новини.pdf")
    with pytest.raises(DamagedFileError):
        list(importers.members(hostile))


def test_whoever_stops_it_gets_no_file(tmp_path):
    def stop(count: int) -> None:
        if count:
            raise StoppedError

    with pytest.raises(StoppedError):
        together(tmp_path / "a.pdf", *ARTICLES, done=stop)
    assert list(tmp_path.iterdir()) == []


def test_all_words_of_all_articles_are_there(path):
    text = text_of(path)
    for article in ARTICLES:
        assert article.title in text
    assert "Повече на сайта" in text
    assert "https://example.eu/reki" in text
