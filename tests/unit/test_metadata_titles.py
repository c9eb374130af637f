"""What an article tells of itself: title, lead-in, links, languages."""

import json

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
from tests.unit.metadata_parts import DAY, TITLE, above


def meta(text: str) -> dict[str, object]:
    return json.loads(app.render(app.clean(from_text(text), Apart()), "json"))["meta"]


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
        return tagged(text, TagKind.CELL, 1, row=row, column=column)

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
