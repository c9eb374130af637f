"""The page of an article in a real browser: nothing that axe-core minds, and nothing lost."""

from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from reader.exporters import html
from reader.model.article import Footnote, Heading, Paragraph, Span, Table
from tests.browser.chromium import browser, tab
from tests.gui.article_sample import SAMPLE

WIDE_TABLE = Table(
    tuple((Span(f"Показател номер {column}"),) for column in range(9)),
    (tuple((Span("12 345,67"),) for _column in range(9)),),
)
ADDRESS = "https://example.eu/" + "mnogo-dylyg-adres-" * 12
SECTIONS = tuple(
    block
    for number in range(6)
    for block in (
        Heading(2 + number % 2, (Span(f"Раздел {number}"),)),
        Paragraph((Span("Текст на раздела, който не е кратък. " * 60),)),
    )
)
ARTICLE = replace(
    SAMPLE,
    source=replace(SAMPLE.source, retrieved=datetime(2025, 5, 15, tzinfo=UTC)),
    author="Мария Иванова",
    blocks=(
        *(block for block in SAMPLE.blocks if not isinstance(block, Footnote)),
        Paragraph((Span("Средствата[1] са посочени отделно."),)),
        Paragraph((Span(ADDRESS, link=ADDRESS),)),
        WIDE_TABLE,
        *SECTIONS,
        Footnote("1", (Span("Сумите са по текущи цени."),)),
    ),
)
READERS = {
    "light": {},
    "dark": {"prefers_color_scheme": "dark"},
    "more contrast": {"prefers_contrast": "more"},
    "more contrast in the dark": {"prefers_contrast": "more", "prefers_color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}
# A window of 1280 × 1024 at 400 %.
MAGNIFIED = {"width": 320, "height": 256}


@pytest.fixture(scope="module")
def chromium():
    with browser() as chromium:
        yield chromium


@pytest.fixture
def page(chromium):
    with tab(chromium) as page:
        page.look()
        yield page


@pytest.fixture
def address(tmp_path):
    """The address of the article as a page that opens at its leaf 20."""
    path = tmp_path / "Статия # 1.html"
    path.write_text(html.render(ARTICLE, 20), "utf-8")
    return path.as_uri()


@pytest.mark.check("A81", "Read in the browser")
@pytest.mark.parametrize("media", READERS.values(), ids=READERS)
def test_axe_finds_nothing_for_any_reader(page, address, media):
    page.look(**media)
    page.open(address)
    assert page.violations() == []


@pytest.mark.check("A81", "Read in the browser")
def test_at_four_times_the_size_only_a_table_is_wider_than_the_window(page, address):
    page.look(**MAGNIFIED)
    page.open(address)
    assert page.value("document.documentElement.scrollWidth <= innerWidth")
    wider = "[...document.querySelectorAll('.table')].filter(x => x.scrollWidth > x.clientWidth)"
    assert page.value(f"{wider}.every(x => x.tabIndex == 0) && {wider}.length") > 0
    assert page.violations() == []


def test_the_lines_are_no_longer_than_they_should_be(page, address):
    page.open(address)
    width = page.value("document.querySelector('main').clientWidth")
    letter = page.value("parseFloat(getComputedStyle(document.body).fontSize)")
    assert 25 * letter < width < 45 * letter


class Tokens(HTMLParser):
    """Collects the tags, attributes and words of a page, without spaces between the tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self._words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self._tag((tag, sorted((name, value or "") for name, value in attrs)))

    def handle_endtag(self, tag):
        self._tag(f"/{tag}")

    def handle_data(self, data):
        self._words += data

    def _tag(self, token):
        if self._words.strip():
            self.found.append(self._words.strip())
        self._words = ""
        self.found.append(token)


@pytest.mark.check("A93", "The page for the browser is without errors")
def test_the_browser_has_nothing_to_put_right(page, address):
    page.open(address)
    understood = page.value("document.documentElement.outerHTML")
    assert Tokens(understood).found == Tokens(html.render(ARTICLE, 20)).found


def test_the_page_is_styled_and_can_do_nothing_else(page, address):
    page.open(address)
    assert page.value("getComputedStyle(document.body).margin") == "0px"
    run = "let s = document.createElement('script'); s.textContent = 'window.ran = 1'; "
    assert page.value(f"{run}document.body.append(s); typeof window.ran") == "undefined"
    assert page.value("performance.getEntriesByType('resource').length") == 0
    assert page.value("fetch('https://example.eu/').then(() => 'sent', () => 'refused')") == (
        "refused"
    )


@pytest.mark.check("A81", "Read in the browser")
@pytest.mark.parametrize("fragment", ["#b20", ""], ids=["by its address", "by the focus"])
def test_the_page_opens_where_reading_stands(page, address, fragment):
    page.look(height=300)
    page.open(address + fragment)
    page.value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    place = page.value("document.getElementById('b20').getBoundingClientRect().top")
    assert page.value("scrollY") > 0
    assert 0 <= place < 300
    assert page.value("document.querySelector(':target, :focus').id") == "b20"


def test_the_keyboard_leads_from_there_to_the_next_link(page, address):
    page.open(f"{address}#b20")
    page.ask(
        "Input.dispatchKeyEvent", type="keyDown", key="Tab", code="Tab", windowsVirtualKeyCode=9
    )
    assert page.value("document.activeElement.textContent") == "the original press release"
    assert page.value("getComputedStyle(document.activeElement).outlineWidth") == "3px"


@pytest.mark.check("A81", "Read in the browser")
@pytest.mark.check("A88", "Exports keep the structure")
def test_a_screen_reader_hears_what_everything_is(page, address):
    page.open(address)
    heard = page.heard()
    for words in (
        f"heading 1 {ARTICLE.title}",
        "heading 2 Какво се променя за превозвачите",
        "listitem 2",
        "blockquote",
        "table Средства по държави до 2030 г.",
        "columnheader Държава",
        "image Карта на Дунав с дванадесетте пристанища, включени в плана",
        "navigation Съдържание",
        "doc-noteref [1]",
        "doc-endnotes Бележки под линия",
        "doc-backlink Обратно в текста, бележка 1",
        "note",
        "contentinfo",
    ):
        assert words in heard, heard


@pytest.mark.check("A16", "To a footnote and back")
@pytest.mark.check("A81", "Read in the browser")
def test_a_mark_leads_to_its_note_and_back(page, address):
    page.open(address)
    page.value("document.querySelector('[role=doc-noteref]').click()")
    assert page.value("document.querySelector(':target').textContent").startswith("[1] Сумите")
    page.value("document.querySelector(':target [role=doc-backlink]').click()")
    assert page.value("document.querySelector(':target').textContent") == "[1]"
