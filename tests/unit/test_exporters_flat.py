"""The flat list of blocks that scripts read."""

import json
from datetime import date

from reader.exporters import flat
from reader.model.article import (
    Article,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    ParagraphRole,
    Quote,
    Reference,
    Source,
    Span,
    Table,
)
from reader.model.raw import Repair

SPEECH = "https://ec.europa.eu/commission/presscorner/detail/bg/speech_25_471"


def article(*blocks: object) -> Article:
    return Article("Заглавие", "bg", blocks, Source("text"))  # type: ignore[arg-type]  # by test


def test_a_block_has_kind_text_and_links_and_nothing_else() -> None:
    assert flat.blocks(article(Paragraph((Span("Добър ден."),)))) == [
        {"kind": "p", "text": "Добър ден.", "links": []}
    ]


def test_the_title_has_no_level_and_a_heading_has_one() -> None:
    found = flat.blocks(article(Heading(1, (Span("Заглавие"),)), Heading(3, (Span("Част"),))))
    assert found == [
        {"kind": "title", "text": "Заглавие", "links": []},
        {"kind": "heading", "text": "Част", "links": [], "level": 3},
    ]


def test_neighbours_with_one_address_are_one_link() -> None:
    spans = (
        Span("Вижте "),
        Span("реч", link=SPEECH),
        Span("та ", strong=True, link=SPEECH),
        Span("и "),
        Span("пак речта", link=SPEECH),
        Span("."),
    )
    (block,) = flat.blocks(article(Paragraph(spans)))
    assert block["links"] == [
        {"text": "речта", "url": SPEECH},
        {"text": "пак речта", "url": SPEECH},
    ]


def test_a_line_break_inside_a_block_becomes_a_space() -> None:
    (block,) = flat.blocks(article(Paragraph((Span("един\nред"),))))
    assert block["text"] == "един ред"


def test_an_item_has_no_marker_and_a_quotation_is_a_block_a_paragraph() -> None:
    items = ListBlock(ordered=True, items=((Paragraph((Span("първо"),)),),))
    quote = Quote((Paragraph((Span("„А."),)), Paragraph((Span("Б.“"),))))
    found = flat.blocks(article(items, quote))
    assert [(block["kind"], block["text"]) for block in found] == [
        ("li", "първо"),
        ("quote", "„А."),
        ("quote", "Б.“"),
    ]


def test_a_table_has_rows_with_its_header_first() -> None:
    table = Table(((Span("Държава"),), (Span("Дял"),)), (((Span("България"),), (Span("12,4"),)),))
    (block,) = flat.blocks(article(table))
    assert block["rows"] == [["Държава", "Дял"], ["България", "12,4"]]
    assert block["text"] == "Държава | Дял\nБългария | 12,4"


def test_notes_and_notices_keep_their_kind() -> None:
    found = flat.blocks(article(Footnote("1", (Span("Бележка."),)), Notice((Span("Превод."),))))
    assert [(block["kind"], block["text"]) for block in found] == [
        ("footnote", "[1] Бележка."),
        ("notice", "Превод."),
    ]


def test_each_address_is_listed_once_with_its_first_words() -> None:
    first = Paragraph((Span("речта", link=SPEECH), Span(" и "), Span("друго", link="https://a.b/")))
    second = Paragraph((Span("тук", link=SPEECH),))
    assert flat.links(article(first, second)) == [("речта", SPEECH), ("друго", "https://a.b/")]


def test_the_list_is_printed_as_readable_json() -> None:
    printed = flat.render(article(Paragraph((Span("Здравейте"),))))
    assert "Здравейте" in printed
    assert json.loads(printed) == [{"kind": "p", "text": "Здравейте", "links": []}]


def test_the_document_tells_what_is_known_and_what_was_repaired() -> None:
    whole = Article(
        "Заглавие",
        "bg",
        (Paragraph((Span("Текст"),), ParagraphRole.OPENING),),
        Source("pdf", address="https://a.b/bg", publisher="ecb"),
        published=date(2025, 2, 11),
        original="https://a.b/en",
        machine_translated=True,
        references=(Reference("IP/25/467", "https://a.b/ip"),),
        author="Мария Иванова",
    )
    printed = json.loads(flat.document(whole, (Repair("join_lines", 0, "а-\nб", "аб"),)))
    assert printed == {
        "meta": {
            "title": "Заглавие",
            "language": "bg",
            "published": "2025-02-11",
            "author": "Мария Иванова",
            "publisher": "Европейска централна банка",
            "lead": "Текст",
            "source_url": "https://a.b/bg",
            "original_url": "https://a.b/en",
            "machine_translated": True,
            "references": [{"name": "IP/25/467", "url": "https://a.b/ip"}],
        },
        "blocks": [{"kind": "p", "text": "Текст", "links": []}],
        "repairs": [{"step": "join_lines", "page": 1, "before": "а-\nб", "after": "аб"}],
    }


def test_what_is_not_known_is_null() -> None:
    meta = json.loads(flat.document(article(), ()))["meta"]
    unknown = ("published", "author", "publisher", "lead", "source_url", "original_url")
    assert [meta[name] for name in unknown] == [None] * len(unknown)


def test_a_link_that_is_only_inferred_is_listed_but_stands_in_no_block() -> None:
    block = Paragraph((Span("Вж. "), Span("речта", link=SPEECH, inferred=True)))
    assert flat.blocks(article(block))[0]["links"] == []
    assert flat.links(article(block)) == [("речта", SPEECH)]


def test_words_that_stand_for_a_picture_are_not_printed() -> None:
    flag, chart = Figure("Знаме на Съюза"), Figure("Графика", (Span("Дял на книгите по години"),))
    article = Article("Новини", "bg", (flag, chart), Source("pdf"))
    assert [(block["kind"], block["text"]) for block in flat.blocks(article)] == [
        ("figure", "Дял на книгите по години")
    ]


def test_a_quotation_of_nothing_tells_who_said_it() -> None:
    page = Article("Заглавие", "bg", (Quote((), (Span("Мая Илиева"),)),), Source("html"))
    assert [block["text"] for block in flat.blocks(page)] == ["Мая Илиева"]
