"""An article that was exported as PDF and comes in again is the same, whatever is in it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import importers
from reader.importers.incoming import from_file
from reader.importers.pdf.ours import told_in
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
    Spans,
    Table,
)
from reader.model.correction import Rewrite
from reader.model.leaves import Kind, leaves
from reader.repair import proved
from reader.repair.by_hand import correction_for
from tests.gui.pdf_parts import made, opened, read_again
from tests.unit.test_markdown_there_and_back import ALL_BLOCKS, KNOWN, NOTICE, TITLE
from tests.unit.test_there_and_back import FOREIGN

pytestmark = pytest.mark.usefixtures("qapp")
HEADING = Heading(1, (Span(TITLE),))
quick = settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def of(*blocks: Block) -> Article:
    return Article(TITLE, "bg", (HEADING, *blocks), Source("pdf"))


def paragraph(text: str, role: ParagraphRole = ParagraphRole.BODY) -> Paragraph:
    return Paragraph((Span(text),), role)


def is_bold_where_names_are(block: Block) -> bool:
    """Tell whether bold is lost on paper: names have it, and a bold first row is names."""
    if not isinstance(block, Table):
        return False
    bold = [any(span.strong for span in cell) for cell in block.header or block.rows[0]]
    return any(bold) if block.header else all(bold)


@quick
@given(ALL_BLOCKS, KNOWN, st.sampled_from([8, 12, 28]))
def test_an_article_comes_back_as_it_was(tmp_path, blocks, known, size):
    notice = (Notice((Span(NOTICE),)),) if known["machine_translated"] else ()
    article = Article(
        TITLE,
        "bg",
        (
            HEADING,
            *(block for block in blocks if not is_bold_where_names_are(block)),
            *notice,
        ),
        Source("pdf", address="https://ec.europa.eu/bg/a_b", publisher="ec"),
        **known,
    )
    back = read_again(made(article, tmp_path, print_size=size))
    assert back.blocks == article.blocks
    assert replace(back, blocks=(), references=()) == replace(article, blocks=(), references=())


@quick
@given(st.lists(st.text(), min_size=5, max_size=5))
def test_every_letter_is_told_whatever_it_is(tmp_path, texts):
    title, words, item, cell, label = texts
    article = of(
        Heading(2, (Span(title),)),
        Paragraph((Span(words), Span(item, strong=True, link="https://europa.eu/"))),
        ListBlock(False, ((paragraph(item),),)),
        Table((), (((Span(cell),), (Span(words),)),)),
        Figure(words, (Span(title),)),
        Footnote(label, (Span(words),)),
    )
    told = "".join("".join(told_in(opened(made(article, tmp_path))).values()).split())
    for text in texts:
        assert "".join(text.split()) in told


@pytest.mark.parametrize(
    "text",
    [
        "Думата שלום עולם и после مرحبا بالعالم.",
        "Ελληνικά, 中文 日本語 한국어.",
        "Здравей 😀 и знаме 🇧🇬, 👩\u200d💻 и ❤️\u200d🔥 накрая",
        "дума" * 2000,
        "https://europa.eu/" + "a" * 2000,
        "±5 °C – 12,5 %; §3; 100 000 €",
    ],
    ids=["right-to-left", "scripts", "emoji", "word", "address", "signs"],
)
def test_unusual_words_come_back(tmp_path, text):
    article = of(paragraph(text), paragraph("Следващ абзац."))
    back = read_again(made(article, tmp_path))
    assert [leaf.text for leaf in leaves(back)] == [leaf.text for leaf in leaves(article)]


@pytest.mark.parametrize("link", [None, "https://europa.eu/bg"])
def test_pictures_among_letters_keep_what_sets_them_off(tmp_path, link):
    article = of(
        Paragraph(
            (
                Span("Слънце "),
                Span("🌞🌻", strong=True, link=link),
                Span(", дъжд "),
                Span("🌧", emphasis=True, link=link),
                Span(" и буря "),
                Span("⛈ 🌩", strong=True, emphasis=True, link=link),
                Span("."),
            )
        ),
        ListBlock(False, ((Paragraph((Span("🐝", emphasis=True), Span(" пчели"))),),)),
    )
    assert read_again(made(article, tmp_path)).blocks == article.blocks


def test_foreign_words_come_back_in_their_languages(tmp_path):
    article = of(
        paragraph("Новите правила за библиотеките влизат в сила през март."),
        *FOREIGN,
    )
    assert read_again(made(article, tmp_path)).blocks == article.blocks


def test_when_an_article_was_fetched_comes_back(tmp_path):
    fetched = datetime(2024, 3, 5, 9, 40, 11, tzinfo=UTC)
    article = replace(of(paragraph("Текст.")), source=Source("pdf", retrieved=fetched))
    assert read_again(made(article, tmp_path)).source.retrieved == fetched


def test_what_is_empty_leaves_the_rest_as_it_is(tmp_path):
    empty: Spans = ()
    blocks = (
        paragraph(""),
        Heading(2, (Span(" "),)),
        ListBlock(False, ()),
        ListBlock(True, ((), (paragraph(""),))),
        Quote(()),
        Table((), ()),
        Table((), ((),)),
        Table((), ((empty, empty),), (Span(""),)),
        Figure(""),
        Notice(()),
    )
    last = paragraph("Последен абзац.")
    assert read_again(made(of(*blocks, last), tmp_path)).blocks == (HEADING, last)


def test_parts_keep_what_they_are_for(tmp_path):
    article = of(
        paragraph("Държавите членки се договориха.", ParagraphRole.LEAD),
        paragraph("14 май 2025 г.", ParagraphRole.DATE),
        paragraph("Комисията представи нови правила."),
    )
    assert read_again(made(article, tmp_path)).blocks == article.blocks


def test_hundreds_of_headings_come_back_each_with_its_bookmark(tmp_path):
    sections = [
        block
        for number in range(300)
        for block in (Heading(2, (Span(f"Раздел {number}"),)), paragraph("Неговият текст."))
    ]
    article = of(*sections)
    path = made(article, tmp_path)
    assert read_again(path).blocks == article.blocks
    assert len(opened(path).outline[1]) == 300


def test_a_deep_list_comes_back(tmp_path):
    deep = ListBlock(False, ((paragraph("Дъно"),),))
    for level in range(20):
        deep = ListBlock(level % 2 == 0, ((paragraph(f"Ниво {level}"), deep),))
    article = of(deep)
    assert read_again(made(article, tmp_path)).blocks == article.blocks


def test_a_table_over_many_pages_comes_back(tmp_path):
    names = ((Span("Страна"),), (Span("Брой"),))
    rows = tuple(((Span(f"Ред {row}"),), (Span(str(row * 7)),)) for row in range(200))
    article = of(Table(names, rows, (Span("Списък"),)))
    path = made(article, tmp_path)
    assert len(opened(path).pages) > 5
    assert read_again(path).blocks == article.blocks


def test_tables_that_follow_one_another_stay_apart_however_small(tmp_path):
    def table(*words: str) -> Table:
        return Table((), (tuple((Span(word),) if word else () for word in words),))

    article = of(
        table("Ден", "Час"),
        table("Понеделник", "Осем"),
        table("Само ден"),
        table("Само час"),
        Table((), (((Span("Вторник"),), ()), ((Span("А"),), (Span("Б"),)))),
        Table((), (((), (Span("Сряда"),)), ((Span("В"),), (Span("Г"),)))),
    )
    assert read_again(made(article, tmp_path)).blocks == article.blocks


def test_paragraphs_of_an_item_come_back_in_it_and_stay_there_when_one_is_corrected(tmp_path):
    inner = ListBlock(False, ((paragraph("Понеделник"), paragraph("От девет часа.")),))
    article = of(
        ListBlock(
            True,
            (
                (
                    paragraph("Читалището"),
                    paragraph("Отворено е."),
                    inner,
                    paragraph("И в събота."),
                ),
                (paragraph("Галерията"), paragraph("Затворена е.")),
            ),
        )
    )
    raw = importers.read(from_file(made(article, tmp_path)))
    assert proved(raw).article.blocks == article.blocks
    corrections = []
    for block, words in ((2, "Отворено е до късно."), (4, "До обяд."), (5, "Без събота.")):
        wish = Rewrite(block, Kind.ITEM, words)
        found = correction_for(proved(raw, corrections).article, wish)
        assert found is not None
        corrections.append(found)
    corrected = proved(raw, corrections).article
    _, listed = corrected.blocks
    assert listed == ListBlock(
        True,
        (
            (
                paragraph("Читалището"),
                paragraph("Отворено е до късно."),
                ListBlock(False, ((paragraph("Понеделник"), paragraph("До обяд.")),)),
                paragraph("Без събота."),
            ),
            (paragraph("Галерията"), paragraph("Затворена е.")),
        ),
    )
    assert read_again(made(corrected, tmp_path)).blocks == corrected.blocks
