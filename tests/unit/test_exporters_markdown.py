"""Markdown says exactly what the article says, to any reader of CommonMark."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown as python_markdown
from markdown_it import MarkdownIt

from reader.exporters import markdown
from reader.exporters.markdown_inline import paragraph
from reader.model.article import (
    Article,
    Block,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    Quote,
    Source,
    Span,
    Table,
)

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PARENTHESES = "https://ec.europa.eu/a_(b)?c=1&copy;=2"


def words(text: str, **style: object) -> Paragraph:
    return Paragraph((Span(text, **style),))  # type: ignore[arg-type]  # by test


def article(*blocks: Block) -> Article:
    return Article("Заглавие", "bg", (Heading(1, (Span("Заглавие"),)), *blocks), Source("text"))


def body(*blocks: Block) -> str:
    """Return the Markdown below front matter and title."""
    return markdown.render(article(*blocks)).split("# Заглавие\n", 1)[1].strip("\n")


def shown(*blocks: Block) -> str:
    """Return the HTML that a reader of Markdown makes of blocks."""
    return re.sub(r">\n+<", "><", COMMONMARK.render(body(*blocks)).strip())


class Seen(HTMLParser):
    """Collects words, addresses and elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[str] = []
        self.addresses: list[str | None] = []
        self.languages: set[str | None] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name == "href"]
        self.languages.update(value for name, value in attrs if name == "lang")

    def handle_data(self, data: str) -> None:
        self.words += data


SIGNS = st.sampled_from(
    [*"аб1 .)(#-+*_`[]<>&!|~\\„“=:;\"'/", "amp;", "**", "ab", "https://europa.eu "]
)
SPANS = st.lists(
    st.builds(
        Span,
        text=st.lists(SIGNS, min_size=1, max_size=8).map("".join),
        strong=st.booleans(),
        emphasis=st.booleans(),
        link=st.sampled_from([None, None, "https://europa.eu/", PARENTHESES]),
        language=st.sampled_from([None, None, "fr", "sr-Latn"]),
    ),
    min_size=1,
    max_size=5,
).map(tuple)


@given(SPANS)
def test_any_words_in_any_style_come_out_as_they_went_in(spans: tuple[Span, ...]) -> None:
    said = " ".join("".join(span.text for span in spans).split(" "))
    seen = Seen(COMMONMARK.render("\n".join(paragraph(spans))))
    assert re.sub(" +", " ", seen.words).strip() == re.sub(" +", " ", said).strip()
    assert ("strong" in seen.tags) == any(span.strong and span.text.strip() for span in spans)
    assert ("em" in seen.tags) == any(span.emphasis and span.text.strip() for span in spans)
    assert set(seen.addresses) == {s.link for s in spans if s.link and s.text.strip()}
    assert seen.languages == {s.language for s in spans if s.language and s.text.strip()}


def test_words_of_another_language_stand_in_a_span_that_names_it() -> None:
    said = (Span("Тя каза "), Span("à demain", emphasis=True, language="fr"), Span("."))
    assert body(Paragraph(said)) == 'Тя каза <span lang="fr">*à demain*</span>.'
    linked = Paragraph((Span("read ", link=PARENTHESES, language="en"), Span("тук")))
    assert body(linked).startswith('[<span lang="en">read</span>](')


@pytest.mark.check("A88", "Exports keep the structure")
def test_a_link_keeps_its_address_with_brackets_and_ampersands() -> None:
    seen = Seen(shown(words("речта", link=PARENTHESES)))
    assert seen.addresses == [PARENTHESES]


@pytest.mark.check("A88", "Exports keep the structure")
def test_nested_lists_stay_nested() -> None:
    inner = ListBlock(ordered=True, items=((words("а"),), (words("б"),)))
    outer = ListBlock(ordered=False, items=((words("едно"), inner), (words("две"),)))
    assert body(outer) == "- едно\n  1. а\n  2. б\n- две"


def test_an_item_of_two_paragraphs_holds_both() -> None:
    block = ListBlock(ordered=False, items=((words("а"), words("б")), (words("в"),)))
    assert shown(block) == ("<ul><li><p>а</p><p>б</p></li><li><p>в</p></li></ul>")


def test_two_lists_in_a_row_stay_two() -> None:
    block = ListBlock(ordered=False, items=((words("а"),),))
    assert shown(block, block) == "<ul><li>а</li></ul><ul><li>а</li></ul>"


def test_two_quotations_in_a_row_stay_two_and_name_who_spoke() -> None:
    first = Quote((words("„А."), words("Б.“")), (Span("Урсула фон дер Лайен"),))
    assert shown(first, Quote((words("В"),))) == (
        "<blockquote><p>„А.</p><p>Б.“</p><p>– Урсула фон дер Лайен</p></blockquote>"
        "<blockquote><p>В</p></blockquote>"
    )


@pytest.mark.check("A88", "Exports keep the structure")
def test_a_table_keeps_its_cells_also_with_bars_in_them() -> None:
    table = Table(((Span("А|Б"),), (Span("В"),)), (((Span("1"),),),), (Span("Таблица 1"),))
    assert shown(table) == (
        "<p><em>Таблица:</em> Таблица 1</p><table><thead><tr><th>А|Б</th><th>В</th></tr></thead>"
        "<tbody><tr><td>1</td><td></td></tr></tbody></table>"
    )


def test_a_table_without_a_header_has_an_empty_one() -> None:
    assert body(Table((), (((Span("1"),), (Span("2"),)),))) == "|  |  |\n| --- | --- |\n| 1 | 2 |"


def test_the_notice_is_a_quote_with_a_marker() -> None:
    assert body(Notice((Span("Това е машинен превод."),))) == (
        "> [!NOTE]\n> Това е машинен превод."
    )


@pytest.mark.check("A88", "Exports keep the structure")
def test_notes_figures_and_headings_are_there() -> None:
    assert body(
        Heading(2, (Span("Езикът C#"),)),
        Footnote("1", (Span("По данни на Евростат."),)),
        Figure("Сграда", (Span("Снимка: ЕС"),)),
    ) == ("## Езикът C\\#\n\n\\[1\\] По данни на Евростат.\n\n*Изображение: Сграда*\\\nСнимка: ЕС")


def test_bold_words_with_a_space_between_are_one_run() -> None:
    spans = (Span("две", strong=True), Span(" "), Span("думи", strong=True), Span(" тук"))
    assert body(Paragraph(spans)) == "**две думи** тук"


def test_a_heading_is_not_bold_twice() -> None:
    bold = (Span("Нова", strong=True), Span(" "), Span("глава", strong=True))
    assert body(Heading(2, bold)) == "## Нова глава"
    assert body(Heading(2, (Span("Нова "), Span("глава", strong=True)))) == "## Нова **глава**"


def test_the_title_is_put_on_top_where_the_document_shows_none() -> None:
    bare = Article("Заглавие", "bg", (words("Текст."),), Source("text"))
    assert markdown.render(bare).endswith("---\n\n# Заглавие\n\nТекст.\n")


def test_front_matter_tells_where_the_article_comes_from() -> None:
    known = replace(
        article(),
        title='Който „рече“: "да" \\ не\u2028#',
        source=Source(
            "pdf",
            "x.pdf",
            "https://ec.europa.eu/x_bg",
            datetime(2025, 2, 12, 8, 30, tzinfo=UTC),
            "ec",
        ),
        published=date(2025, 2, 11),
        original="https://ec.europa.eu/x_en",
        machine_translated=True,
    )
    front = markdown.render(known).split("---\n")[1].splitlines()
    values = dict(line.split(": ", 1) for line in front)
    assert json.loads(values["title"]) == known.title
    assert "\u2028" not in values["title"]
    assert values["source"] == '"https://ec.europa.eu/x_bg"'
    assert values["publisher"] == '"Европейска комисия"'
    assert values["original"] == '"https://ec.europa.eu/x_en"'
    assert values["published"] == "2025-02-11"
    assert values["retrieved"] == "2025-02-12T08:30:00+00:00"
    assert values["machine-translated"] == "true"
    assert values["licence"] == (
        '"© Европейски съюз, 2025. Лиценз: https://creativecommons.org/licenses/by/4.0/. '
        'Направени са промени."'
    )


def test_an_unknown_publisher_gets_no_licence() -> None:
    front = markdown.render(article()).split("---\n")[1]
    assert "licence" not in front
    assert "publisher" not in front


def test_an_inferred_link_is_a_link_and_the_author_stands_in_front() -> None:
    named = Span("IP/25/467", link="https://a.b/", inferred=True)
    found = replace(article(Paragraph((Span("Вж. "), named))), author="Мария Иванова")
    assert "Вж. [IP/25/467](https://a.b/)" in markdown.render(found)
    assert 'author: "Мария Иванова"' in markdown.render(found)


@pytest.mark.parametrize("caption", ["--", "- -", "==", "|-|", ":-:", "--- | ---"])
def test_no_caption_makes_a_heading_or_a_table_of_the_picture_above_it(caption: str) -> None:
    seen = Seen(shown(Figure("Мост | река", (Span(caption),))))
    assert seen.tags == ["p", "em", "br"]
    assert seen.words.split("\n")[-1] == caption


@pytest.mark.parametrize("text", ["--", "- -", "-", "---", "– –"])
def test_an_item_of_dashes_is_no_line_across_the_page(text: str) -> None:
    seen = Seen(shown(ListBlock(ordered=False, items=((words(text),), (words("б"),)))))
    assert seen.tags == ["ul", "li", "li"]
    assert text in seen.words


@pytest.mark.parametrize(
    "address",
    ['https://a.eu/"b"', "https://a.eu/b'c'", "https://a.eu/`b`c`", "https://a.eu/?a=&quot;"],
)
def test_an_address_is_the_same_to_every_reader(address: str) -> None:
    source = "\n".join(paragraph((Span("виж ", link=None), Span("тук", link=address))))
    for read in (COMMONMARK.render, python_markdown):
        (found,) = Seen(read(source)).addresses
        assert unquote(found or "") == address


def test_a_space_of_any_kind_in_an_address_is_written_as_its_bytes() -> None:
    line = paragraph((Span("тук", link="https://a.eu/б\u2003в\u00a0г"),))
    assert line == ["[тук](https://a.eu/б%E2%80%83в%C2%A0г)"]
