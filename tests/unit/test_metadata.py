"""What an article tells of itself: title, day, author, publisher, lead-in, links."""

import json
from datetime import date

import pytest

from reader import app
from reader.exporters import flat
from reader.importers.apart import Apart
from reader.importers.incoming import from_text
from reader.model.article import Paragraph, ParagraphRole, Table, plain
from reader.model.raw import RawDocument, Run, TagKind
from tests.unit.builders import (
    PdfFile,
    PdfPage,
    Printed,
    article,
    outline,
    page_document,
    printed_block,
    printed_line,
    tagged,
    text_document,
)

TITLE = "Нови правила за читалищата"
TEXT = """Министрите одобриха днес правила, с които читалищата в малките населени места ще получават
повече средства за книги, компютри и ремонти. Правилата ще се прилагат от 1 март 2027 г. във
всички държави, които са заявили участие, съобщи председателят на срещата.

Читалищата могат да кандидатстват до края на годината. Сумата за едно читалище е до 20 000
евро, а за най-малките от тях се предвижда и помощ за подготовка на документите.
"""
DAY = date(2026, 10, 15)


def above(*lines: str) -> str:
    """Return a text with lines between the title and the text."""
    return "\n\n".join((TITLE, *lines, TEXT))


def meta(text: str) -> dict[str, object]:
    return json.loads(app.render(app.clean(from_text(text), Apart()), "json"))["meta"]


@pytest.mark.parametrize(
    "line",
    [
        "15 октомври 2026 г.",
        "15.10.2026 г.",
        "2026-10-15",
        "Люксембург, 15 октомври 2026 г.",
        "15 октомври 2026 г., Люксембург",
        "Люксембург 15 октомври 2026 г.",
        "Четвъртък, 15 октомври 2026 г.",
        "Публикувано на 15 октомври 2026 г.",
        "Дата на публикуване: 15.10.2026",
        "Съобщение за медиите | 15 октомври 2026 г. | Люксембург",
        "Новина · 15 октомври 2026 г. · 14:30 ч.",
        "Прессъобщение 15-10-2026 - 09:05",
        "Published on October 15, 2026",
        "Press release, 15 October 2026",
        "IP/26/1204 – 15 октомври 2026 г.",
    ],
)
def test_the_day_is_found_in_what_is_printed_round_the_title(line: str) -> None:
    found = article(above(line))
    assert found.published == DAY
    assert found.title == TITLE
    assert len(found.blocks) == 4


@pytest.mark.parametrize(
    "line",
    [
        "Краен срок: 15 октомври 2026 г.",
        "Начало 15 октомври 2026 г.",
        "Последна актуализация: 15 октомври 2026 г.",
        "Регистрация до 15 октомври 2026 г.",
        "Изложбата е открита от 15 октомври 2026 г. в Пловдив.",
        "От 15 октомври 2026 г. до 20 октомври 2026 г.",
        "31 февруари 2026 г.",
    ],
)
def test_other_dates_are_no_day_of_publication(line: str) -> None:
    assert article(above(line)).published is None


def test_a_date_below_a_heading_belongs_to_it() -> None:
    paragraph = TagKind.PARAGRAPH
    lines = (
        tagged(TITLE, TagKind.TITLE, 1),
        tagged("Кога се кандидатства", TagKind.HEADING, 2),
        tagged("15 октомври 2026 г.", paragraph, 3),
    )
    assert article(text_document(*lines)).published is None
    assert article(text_document(lines[0], lines[2])).published == DAY


def test_a_date_that_ends_a_wrapped_title_is_part_of_it() -> None:
    title = "Кандидатстването за средства за читалищата\nв малките населени места приключва на"
    found = article(f"{title}\n1 март 2027 г.\n15 октомври 2026 г.\n{TEXT}")
    assert found.title.endswith("приключва на 1 март 2027 г.")
    assert found.published == DAY


def test_a_dateline_is_the_day_of_the_report() -> None:
    assert article(above(f"Люксембург, 15 октомври 2026 г. – {TEXT}")).published == DAY
    assert (
        article(above(f"На срещата в Люксембург, 15 октомври 2026 г. – {TEXT}")).published is None
    )


def test_the_day_and_the_author_may_stand_below_the_text() -> None:
    found = article(f"{above()}\n{TEXT}\n{TEXT}\nАвтор: Мария Иванова\n\nСофия, 15.10.2026 г.\n")
    assert (found.published, found.author) == (DAY, "Мария Иванова")


def test_a_print_date_is_no_day_of_publication() -> None:
    assert article(f"15.10.2026 г., 9:20 ч. {TITLE}\n\n{above()}").published is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Автор: Мария Иванова", "Мария Иванова"),
        ("Автори: Мария Иванова, Петър ван дер Меер", "Мария Иванова, Петър ван дер Меер"),
        ("Автор: Мария Иванова, кореспондент в Брюксел", "Мария Иванова"),
        ("от Мария Иванова и Петър Колев | 15 октомври 2026 г.", "Мария Иванова и Петър Колев"),
        ("By Anna Schmidt, 15 October 2026", "Anna Schmidt"),
        ("Автор: БТА", "БТА"),
        ("Говорител: Мария Иванова", None),
        ("За контакти: Мария Иванова, тел. 02 123 45 67", None),
        ("от всички държави", None),
        ("Снимка: Мария Иванова", None),
    ],
)
def test_authors_are_known_by_their_byline(line: str, author: str | None) -> None:
    assert article(above(line)).author == author


def test_an_institution_in_a_byline_is_the_publisher() -> None:
    found = article(above("Автор: Европейска сметна палата"))
    assert (found.author, found.source.publisher) == (None, "eca")


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"ЕВРОПЕЙСКА КОМИСИЯ\n\n{above()}", "ec"),
        (f"Съвет на ЕС – Съобщение за медиите\n\n{above()}", "council"),
        (above("IP/26/1204"), "ec"),
        (above("15-10-2026 20261015IPR01234"), "ep"),
        (above("Европейският парламент одобри правилата."), None),
        (above(), None),
    ],
)
def test_the_publisher_shows_by_letterhead_and_number(text: str, publisher: str | None) -> None:
    assert article(text).source.publisher == publisher


def test_an_address_tells_the_publisher_before_any_letterhead() -> None:
    lines = text_document("Европейска комисия", TITLE, *TEXT.split("\n\n")).lines
    assert article(RawDocument("text", lines)).source.publisher == "ec"
    elsewhere = RawDocument("text", lines, address="https://example.org/novini")
    assert article(elsewhere).source.publisher is None


@pytest.mark.parametrize(
    ("named", "title"),
    [
        (f"{TITLE} - Европейска комисия", TITLE),
        (f"{TITLE} | Новини | Европейски парламент", TITLE),
        (f"Microsoft Word - {TITLE}.docx", TITLE),
        ("Съобщение - Европейска комисия", "Кратък текст."),
        ("IP_26_1204_BG.pdf", "Кратък текст."),
        ("ip_26_1204", "Кратък текст."),
        ("Untitled", "Кратък текст."),
        ("Библиотеки – мост между поколенията", "Библиотеки – мост между поколенията"),
    ],
)
def test_the_title_of_a_file_goes_without_its_site(named: str, title: str) -> None:
    document = text_document(tagged("Кратък текст.", TagKind.PARAGRAPH, 1))
    assert article(RawDocument("pdf", document.lines, title=named)).title == title


def test_a_pdf_without_a_printed_title_has_the_one_it_names() -> None:
    page = PdfPage().lines(
        "Министрите одобриха днес правила за читалищата\nв малките населени места."
    )
    assert article(PdfFile(page).data(f"{TITLE} - Europa")).title == TITLE


def test_the_sort_of_text_is_no_title() -> None:
    lines = (
        tagged("Съобщение за медиите", TagKind.TITLE, 1),
        tagged(TITLE, TagKind.HEADING, 2),
        tagged("Текст.", TagKind.PARAGRAPH, 3),
    )
    assert article(text_document(*lines)).title == TITLE


def test_a_letterhead_larger_than_the_title_is_not_the_title() -> None:
    body = "\n".join(["Правилата ще се прилагат от догодина във всички държави,"] * 6) + "."
    place = Printed()
    document = page_document(
        printed_line("Прессъобщение", place.at(y=70, size=28, bold=True)),
        printed_line(TITLE, place.at(y=120, size=20, bold=True)),
        printed_line("15 октомври 2026 г.", place.at(y=160)),
        *printed_block(body, place.at(y=200)),
    )
    assert outline(document)[:3] == [
        ("heading", "Прессъобщение"),
        ("title", TITLE),
        ("date", "15 октомври 2026 г."),
    ]
    assert (article(document).title, article(document).published) == (TITLE, DAY)


def test_the_lead_in_of_a_page_shows_by_its_type() -> None:
    lead = """Министрите одобриха днес правила, с които читалищата в малките
населени места ще получават повече средства за книги и ремонти."""
    body = "\n".join(["Правилата ще се прилагат от догодина във всички държави,"] * 6) + "."
    place = Printed()
    document = page_document(
        printed_line(TITLE, place.at(size=20, bold=True)),
        *printed_block(lead, place.at(y=140, bold=True)),
        *printed_block(body, place.at(y=190)),
        printed_line("Как се кандидатства", place.at(y=310, size=14, bold=True)),
        *printed_block(body, place.at(y=340)),
    )
    found = article(document)
    roles = [block.role for block in found.blocks if isinstance(block, Paragraph)]
    assert roles == [ParagraphRole.OPENING, ParagraphRole.BODY, ParagraphRole.BODY]
    assert [kind for kind, _ in outline(document)] == ["title", "p", "p", "heading", "p"]
    assert json.loads(flat.document(found, ()))["meta"]["lead"] == lead.replace("\n", " ")


def test_documents_named_in_the_text_become_links_of_the_articles_own_language() -> None:
    (_, block) = article(
        f"{TITLE}\n\nВж. Директива (ЕС) 2019/882 и IP/26/1204 за подробности."
    ).blocks
    shown = [(span.text, span.link, span.inferred) for span in block.spans if span.link]
    assert shown == [
        (
            "Директива (ЕС) 2019/882",
            "https://eur-lex.europa.eu/legal-content/BG/TXT/?uri=CELEX:32019L0882",
            True,
        ),
        (
            "IP/26/1204",
            "https://ec.europa.eu/commission/presscorner/detail/bg/ip_26_1204",
            True,
        ),
    ]


def test_the_flat_list_has_the_documents_own_links_only() -> None:
    found = article(above("Вж. Директива (ЕС) 2019/882 и https://example.eu/pravila за още."))
    own = [link["url"] for block in flat.blocks(found) for link in block["links"]]
    assert own == ["https://example.eu/pravila"]
    assert [words for words, _ in flat.links(found)] == [
        "Директива (ЕС) 2019/882",
        "https://example.eu/pravila",
    ]


def test_no_link_is_put_inside_a_link() -> None:
    line = tagged("", TagKind.PARAGRAPH, 1)
    runs = (Run("Вижте "), Run("текста на Директива (ЕС) 2019/882", link="https://a.eu/"), Run("."))
    (block,) = article(RawDocument("html", (type(line)(runs, tag=line.tag),))).blocks
    assert [(span.text, span.inferred) for span in block.spans] == [
        ("Вижте ", False),
        ("текста на Директива (ЕС) 2019/882", False),
        (".", False),
    ]


def test_figures_in_a_table_of_numbers_are_no_documents() -> None:
    def cell(text: str, row: int, column: int):
        return tagged(text, TagKind.CELL, 10 * row + column, row=row, column=column)

    def table(*texts: str) -> Table:
        cells = (cell(text, place // 3, place % 3) for place, text in enumerate(texts))
        (block,) = article(RawDocument("html", tuple(cells))).blocks
        return block

    numbers = table("C-12/25", "14,2", "15", "16", "T-3/24", "17")
    assert not any(span.link for row in numbers.rows for spans in row for span in spans)
    acts = table("Дело", "Съд", "C-12/25", "Данъци", "Общ съд", "T-3/24")
    assert sum(span.inferred for row in acts.rows for spans in row for span in spans) == 2


def test_foreign_words_are_told_from_bulgarian_ones() -> None:
    text = (
        f"{TITLE}\n\nПомага European Innovation Council (EIC), каза Ursula von der Leyen в Брюксел."
    )
    (_, block) = article(text).blocks
    told = [(span.text, span.language) for span in block.spans if span.language]
    assert told == [("European Innovation Council", "en")]
    assert plain(block.spans) == text.split("\n\n")[1]


def test_scripts_read_all_that_is_known() -> None:
    found = meta(above("Автор: Мария Иванова", "IP/26/1204", "Люксембург, 15 октомври 2026 г."))
    assert found == {
        "title": TITLE,
        "language": "bg",
        "published": "2026-10-15",
        "author": "Мария Иванова",
        "publisher": "Европейска комисия",
        "lead": None,
        "source_url": None,
        "original_url": None,
        "machine_translated": False,
        "references": [
            {
                "name": "IP/26/1204",
                "url": "https://ec.europa.eu/commission/presscorner/detail/bg/ip_26_1204",
            }
        ],
    }
