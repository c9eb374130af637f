"""Pages with contents and a search, opened from a folder in a real browser, without a network."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reader.exporters.notes import Marked
from reader.exporters.site import places
from reader.exporters.site.site import Dated, SiteWriter
from reader.i18n import Translator
from reader.model.article import Heading, Paragraph, Span
from reader.paths import resource
from reader.text.key_tables import tables
from reader.text.words import search_key, sought_keys, words
from tests.browser.chromium import browser, tab
from tests.browser.test_page import ARTICLE, MAGNIFIED, READERS
from tests.gui.article_sample import SAMPLE

PROJECT = Path(__file__).resolve().parents[2]
MAY = date(2026, 5, 14)


def made_up(title, text, language="bg"):
    blocks = (Heading(1, (Span(title),)), Paragraph((Span(text),)))
    return replace(SAMPLE, title=title, blocks=blocks, language=language)


ARTICLES = (
    Dated(MAY, Marked(ARTICLE, ())),
    Dated(MAY, Marked(made_up("Реките се изчистват", "Язовирите са по-чисти."), ())),
    Dated(date(2026, 5, 13), Marked(made_up("Влакове", "Влакът взема пътници към морето."), ())),
    Dated(date(2026, 5, 13), Marked(made_up("Clean <water>", "Rivers & lakes.", "en"), ())),
    Dated(None, Marked(made_up("constructor __proto__", "Думи."), ())),
)


@pytest.fixture(scope="module")
def chromium():
    with browser() as chromium:
        yield chromium


@pytest.fixture
def page(chromium):
    with tab(chromium) as page:
        page.look()
        yield page


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    path = tmp_path_factory.mktemp("site") / "Новини # 1"
    SiteWriter(Translator("bg"), "Новини от май").write(ARTICLES, places.folder(path))
    return path


@pytest.fixture
def contents(page, site):
    """The page with the contents, opened from its file."""
    page.open((site / "index.html").as_uri())
    return page


def ask_for(page, text):
    """Type words into the field, from the keyboard alone, and press Enter."""
    page.value("document.getElementById('words').select()")
    page.ask("Input.insertText", text=text)
    page.ask(
        "Input.dispatchKeyEvent",
        type="keyDown",
        key="Enter",
        code="Enter",
        text="\r",
        windowsVirtualKeyCode=13,
    )
    return page.value("document.querySelector('[role=status]').textContent")


def shown(page):
    """Return the titles that are seen, and the days above them."""
    return page.value(
        "[...document.querySelectorAll('h3, li a')].filter(x => x.checkVisibility())"
        ".map(x => x.textContent)"
    )


@pytest.mark.parametrize("media", READERS.values(), ids=READERS)
def test_axe_finds_nothing_on_the_contents_for_any_reader(contents, media):
    contents.look(**media)
    assert contents.violations() == []
    ask_for(contents, "вода")
    assert contents.violations() == []


@pytest.mark.parametrize("number", range(1, len(ARTICLES) + 1))
def test_axe_finds_nothing_on_the_page_of_an_article(page, site, number):
    page.open((site / "articles" / f"article-{number}.html").as_uri())
    assert page.violations() == []
    page.look(**MAGNIFIED)
    assert page.violations() == []


def test_at_four_times_the_size_nothing_is_wider_than_the_window(contents):
    contents.look(**MAGNIFIED)
    assert contents.value("document.documentElement.scrollWidth <= innerWidth")
    assert contents.violations() == []


def test_any_form_of_a_word_finds_an_article_and_the_number_is_told(contents):
    assert ask_for(contents, "вземах влаковете") == "Намерена е 1 статия от общо 5."
    assert shown(contents) == ["13 май 2026 г.", "Влакове"]
    assert ask_for(contents, "ЯЗОВИРА чистите") == "Намерена е 1 статия от общо 5."
    assert shown(contents) == ["14 май 2026 г.", "Реките се изчистват"]
    assert ask_for(contents, "думи") == "Намерена е 1 статия от общо 5."
    assert ask_for(contents, "ябълки") == "Няма статия с тези думи."
    assert shown(contents) == []
    assert ask_for(contents, "constructor toString") == "Няма статия с тези думи."
    assert ask_for(contents, "__proto__") == "Намерена е 1 статия от общо 5."
    assert ask_for(contents, " \U0001f600 …") == "Няма статия с тези думи."
    assert shown(contents) == []
    assert ask_for(contents, " ") == ""
    assert len(shown(contents)) == 8
    assert ask_for(contents, "\u2605") == "Няма статия с тези думи."
    assert ask_for(contents, "") == ""
    assert len(shown(contents)) == 8


def test_the_keyboard_alone_reaches_the_search_and_what_it_finds(contents):
    tab_key = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
    reached = []
    for _ in range(3):
        contents.ask("Input.dispatchKeyEvent", type="rawKeyDown", **tab_key)
        reached.append(contents.value("document.activeElement.tagName"))
    assert reached == ["INPUT", "BUTTON", "A"]


def test_a_screen_reader_is_told_what_there_is(contents):
    ask_for(contents, "язовир")
    heard = contents.heard()
    assert "heading 1 Новини от май" in heard
    assert "search" in heard
    assert "searchbox Думи във всяка тяхна форма" in heard
    assert "button Търсене" in heard
    status = heard.index("status")
    assert heard[status + 1] == "Намерена е 1 статия от общо 5."
    assert heard.index("navigation Съдържание") > status
    assert "link Реките се изчистват" in heard
    assert "link Влакове" not in heard


def test_links_lead_through_all_articles_and_back(contents, site):
    for number in range(1, len(ARTICLES) + 1):
        link = "a[rel=next]" if number > 1 else "li a"
        address = contents.value(f"document.querySelector('{link}').href")
        contents.open(address)
        title = ARTICLES[number - 1].marked.article.title
        assert contents.value("document.querySelector('h1').textContent") == title
    home = contents.value("document.querySelector('nav a').href")
    assert home == (site / "index.html").as_uri()


def test_nothing_is_asked_of_the_network_and_no_other_script_runs(contents):
    assert contents.value("performance.getEntriesByType('resource').length") == 0
    run = "let s = document.createElement('script'); s.textContent = 'window.ran = 1'; "
    assert contents.value(f"{run}document.body.append(s); typeof window.ran") == "undefined"
    refused = "fetch('https://example.eu/').then(() => 'sent', () => 'refused')"
    assert contents.value(refused) == "refused"


def test_the_pages_make_the_same_keys_as_the_program(page):
    """All words that the tests of the keys know, forms of one word and of different ones."""
    lists = [
        *PROJECT.glob("tests/unit/word_families/*.txt"),
        resource("irregular_words_bg.txt"),
        resource("irregular_words_en.txt"),
        PROJECT / "tests/unit/english_words.py",
    ]
    found = {word for each in lists for word in words(each.read_text("utf-8"))}
    asked = sorted(found | {"И\u0301ван", "ѝ", "toString", "а", "2025"})
    page.value(f"{(resource('site') / 'keys.js').read_text('utf-8')};0")
    page.value(f"var keys = keysOf({json.dumps(tables())});0")
    made = page.value(f"{json.dumps(asked)}.map(x => [keys.key(x), keys.sought(x)])")
    assert [key for key, _sought in made] == list(map(search_key, asked))
    assert [set(sought) for _key, sought in made] == [set(sought_keys(each)) for each in asked]
