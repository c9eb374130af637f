"""The page says exactly what the article says, in the words of HTML."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from reader.exporters import html
from reader.model.article import (
    Article,
    Block,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    ParagraphRole,
    Quote,
    Source,
    Span,
    Table,
)
from tests.unit.html_page import Page

TITLE = Heading(1, (Span("Заглавие"),))


def words(text: str, **style: object) -> Paragraph:
    return Paragraph((Span(text, **style),))  # type: ignore[arg-type]  # by test


def article(*blocks: Block) -> Article:
    return Article("Заглавие", "bg", (TITLE, *blocks), Source("text"))


def body(*blocks: Block) -> str:
    """Return the HTML of blocks below the title."""
    page = html.render(article(*blocks))
    return page.split("</header>")[1].split("\n</article>")[0].strip("\n")


@pytest.mark.check("A88", "Exports keep the structure")
def test_words_have_their_styles_links_and_languages() -> None:
    spans = (
        Span("Вж. "),
        Span("реч", link="https://a.b/"),
        Span("та", strong=True, link="https://a.b/"),
        Span(" на "),
        Span("the press", emphasis=True, language="en"),
        Span(" release", language="en"),
    )
    assert body(Paragraph(spans)) == (
        '<p id="b1">Вж. <a href="https://a.b/">реч<strong>та</strong></a> на '
        '<span lang="en"><em>the press</em> release</span></p>'
    )


@pytest.mark.check("A88", "Exports keep the structure")
def test_a_block_in_another_language_names_it_once() -> None:
    english = (Span("The text, ", language="en"), Span("bold.", strong=True, language="en"))
    assert (
        body(Heading(2, english)) == '<h2 id="b1" lang="en">The text, <strong>bold.</strong></h2>'
    )
    linked = Span("press release", link="https://a.b/", language="en")
    assert body(Paragraph((Span("Вж. "), linked))) == (
        '<p id="b1">Вж. <a href="https://a.b/" lang="en">press release</a></p>'
    )


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ('https://a.b/?x=1&y="2"\'', "https://a.b/?x=1&amp;y=%222%22&#x27;"),
        ("HTTP://a.b/ново място", "HTTP://a.b/ново%20място"),
        ("mailto:press@a.b", "mailto:press@a.b"),
        ("tel:+359 2 123", "tel:+359%202%20123"),
        ("https://a.b/{x}[1]?y|z#a#b", "https://a.b/%7Bx%7D%5B1%5D?y%7Cz%23a#b"),
        ("https://a.b/100%", "https://a.b/100%25"),
        ("https://[::1]:80/", "https://[::1]:80/"),
        ("https://a..b/", None),
        ("https://a.b:99999/", None),
        ("https://one@two@a.b/", None),
        ("javascript:alert(1)", None),
        (" https://a.b/", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,<p>", None),
        ("file:///etc/passwd", None),
        ("https:", None),
    ],
)
def test_only_addresses_of_the_web_of_mail_and_of_telephones_are_links(
    address: str, kept: str | None
) -> None:
    link = f'<a href="{kept}">тук</a>' if kept else "тук"
    assert body(words("тук", link=address)) == f'<p id="b1">{link}</p>'


def test_what_no_page_may_hold_is_replaced_and_line_breaks_stay() -> None:
    assert body(words("а\x00б\ud800\r\nв\u2028г")) == '<p id="b1">а\ufffdб\ufffd<br>в<br>г</p>'


@pytest.mark.check("A88", "Exports keep the structure")
def test_lists_are_nested_and_an_item_may_hold_paragraphs() -> None:
    inner = ListBlock(ordered=True, items=((words("а"),), (words("б"), words("още"))))
    outer = ListBlock(ordered=False, items=((words("едно"), inner), ()))
    assert body(outer).replace("\n", "") == (
        '<ul><li id="b1">едно<ol><li id="b2">а</li>'
        '<li><p id="b3">б</p><p id="b4">още</p></li></ol></li><li></li></ul>'
    )


@pytest.mark.check("A88", "Exports keep the structure")
def test_a_quotation_names_who_spoke() -> None:
    quote = Quote((words("„А.“"),), (Span("Урсула фон дер Лайен"),))
    assert body(quote).replace("\n", "") == (
        '<figure class="quote"><blockquote><p id="b1">„А.“</p></blockquote>'
        '<figcaption id="b2">Урсула фон дер Лайен</figcaption></figure>'
    )
    assert body(Quote((words("А"),))) == '<blockquote>\n<p id="b1">А</p>\n</blockquote>'


@pytest.mark.check("A88", "Exports keep the structure")
def test_a_table_has_heads_for_its_columns_and_a_name() -> None:
    table = Table(((Span("А"),), ()), (((Span("1"),),),), (Span("Дял"),))
    assert body(table).replace("\n", "") == (
        '<div class="table" role="group" tabindex="0" aria-label="Дял"><table id="b1">'
        '<caption>Дял</caption><thead><tr><th scope="col">А</th><td></td></tr></thead>'
        "<tbody><tr><td>1</td><td></td></tr></tbody></table></div>"
    )
    bare = Table((), (((Span("1"),),),))
    assert 'aria-label="Таблица 2"><table id="b2">' in body(bare, bare).replace("\n", "")


@pytest.mark.check("A88", "Exports keep the structure")
def test_a_picture_stands_by_its_description() -> None:
    assert body(Figure("Сграда <1>", (Span("Снимка: ЕС"),))).replace("\n", "") == (
        '<figure id="b1"><div class="picture" role="img" aria-label="Сграда &lt;1&gt;">'
        "Изображение: Сграда &lt;1&gt;</div><figcaption>Снимка: ЕС</figcaption></figure>"
    )
    assert body(Figure("")) == ""


def test_the_day_of_publication_is_a_time() -> None:
    line = Paragraph((Span("Брюксел, 14 май 2025 г."),), ParagraphRole.DATE)
    assert body(line) == (
        '<p id="b1" class="date">Брюксел, <time datetime="2025-05-14">14 май 2025 г.</time></p>'
    )


def test_the_notice_is_a_note_and_is_not_said_twice() -> None:
    translated = replace(article(Notice((Span("Превод."),))), machine_translated=True)
    shown = '<div role="note" class="notice"><p id="b1">Превод.</p></div>'
    assert shown in html.render(translated)
    assert "Машинен превод." not in html.render(translated)
    bare = replace(article(), machine_translated=True)
    assert '<div role="note" class="notice"><p>Машинен превод.</p></div>' in html.render(bare)


@pytest.mark.check("A88", "Exports keep the structure")
def test_a_mark_and_its_note_lead_to_each_other() -> None:
    text = body(words("Според доклада[1] и данните[2]."), Footnote("1", (Span("Доклад."),)))
    assert '<a id="m0" href="#b2" role="doc-noteref">[1]</a> и данните[2].' in text
    assert text.endswith(
        '<section class="notes" role="doc-endnotes" aria-label="Бележки под линия">\n'
        "<ul>\n"
        '<li id="b2">[1] Доклад. <a href="#m0" role="doc-backlink" '
        'aria-label="Обратно в текста, бележка 1">\u21a9\ufe0e</a></li>\n</ul>\n</section>'
    )


def test_notes_at_the_foot_of_each_page_stand_alone() -> None:
    note = Footnote("1", (Span("Бележка."),))
    text = body(words("Едно[1]"), note, words("Две[1]"), note)
    assert 'href="#b2" role="doc-noteref"' in text
    assert 'href="#b4" role="doc-noteref"' in text
    assert text.count('role="doc-footnote"') == 2
    assert "doc-endnotes" not in text


def test_the_title_is_put_on_top_where_the_document_shows_none() -> None:
    bare = replace(article(), blocks=(words("Текст."),))
    assert '<h1>Заглавие</h1>\n</header>\n<p id="b0">Текст.</p>' in html.render(bare)
    nameless = replace(bare, title="", source=Source("text", "файл.txt"))
    assert "<title>файл.txt</title>" in html.render(nameless)


def test_a_second_title_is_a_heading_like_any_other() -> None:
    page = Page(html.render(article(Heading(1, (Span("Още едно"),)))))
    assert [element.words for element in page.of("h1")] == ["Заглавие", "Още едно"]
    assert len(page.of("header")) == 1


def test_only_a_long_article_has_contents_nested_as_its_sections() -> None:
    sections = [Heading(level, (Span(f"Раздел {level}"),)) for level in (2, 3, 4, 3, 2)]
    assert "<nav" not in html.render(article(*sections))
    page = html.render(article(words("а" * 10_000), *sections))
    contents = page.split("<nav")[1].split("</nav>")[0].replace("\n", "")
    assert re.sub("<a [^>]*>|</a>", "", contents).split("</h2>")[1] == (
        "<ul><li>Раздел 2<ul><li>Раздел 3<ul><li>Раздел 4</li></ul></li><li>Раздел 3</li></ul></li>"
        "<li>Раздел 2</li></ul>"
    )
    assert '<a href="#b2">Раздел 2</a>' in contents
    assert page.index("</nav>") < page.index('<h2 id="b2"')


LICENCE = "https://creativecommons.org/licenses/by/4.0/"
KNOWN = replace(
    article(),
    source=Source(
        "pdf", "x.pdf", "https://ec.europa.eu/x_bg", datetime(2025, 2, 12, tzinfo=UTC), "ec"
    ),
    published=date(2025, 2, 11),
    original="https://ec.europa.eu/x_en",
    author="Мария <Иванова>",
)


def test_who_and_when_stand_below_the_title() -> None:
    assert (
        '<p class="about"><time datetime="2025-02-11">11 февруари 2025 г.</time> · '
        "Мария &lt;Иванова&gt; · Европейска комисия</p>\n</header>"
    ) in html.render(KNOWN)


def test_source_and_licence_stand_at_the_end() -> None:
    foot = html.render(KNOWN).split("<footer>\n")[1].split("\n</footer>")[0]
    terms = f'© Европейски съюз, 2025. Лиценз: <a href="{LICENCE}">{LICENCE}</a>.'
    assert foot.splitlines() == [
        '<p>Източник: <a href="https://ec.europa.eu/x_bg">https://ec.europa.eu/x_bg</a></p>',
        '<p>Оригинал: <a href="https://ec.europa.eu/x_en">https://ec.europa.eu/x_en</a></p>',
        '<p>Получена на: <time datetime="2025-02-12">12 февруари 2025 г.</time></p>',
        f"<p>{terms} Направени са промени.</p>",
    ]


def test_an_article_of_which_nothing_is_known_has_no_foot() -> None:
    assert "<footer" not in html.render(article())


def test_what_the_page_adds_to_an_article_in_a_third_language_is_english_and_says_so() -> None:
    page = html.render(replace(KNOWN, language="de"))
    assert '<html lang="de">' in page
    assert '<footer lang="en">\n<p>Source: ' in page
    assert '<p class="about" lang="en"><time datetime="2025-02-11">11 February 2025</time>' in page


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    page = html.render(KNOWN)
    head, rest = page.split("</head>")
    assert "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-" in head
    assert not re.search(r"url\(|@import|src=|<link|<script|http-equiv=\"refresh", page)
    assert not re.search(r"\son\w+=|\sstyle=", rest)


def test_the_page_opens_at_the_leaf_that_was_asked_for() -> None:
    page = Page(html.render(article(words("а"), words("б")), 2))
    (focused,) = [element for element in page.all if "autofocus" in element.facts]
    assert (focused.facts["id"], focused.words) == ("b2", "б")
    assert "autofocus" not in html.render(article(words("а")))
