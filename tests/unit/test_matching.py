"""The words of a search are found in an article, each place from its first letter to its last."""

import pytest

from reader.model.article import Article, Heading, Paragraph, Source, Span, Table
from reader.model.leaves import leaves
from reader.text.matching import matches, sought
from tests.gui.article_sample import SAMPLE


def article(*blocks) -> Article:
    return Article("", "bg", blocks, Source("text"))


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def found(typed: str, *blocks, exact: bool = False) -> list[str]:
    """Return the words that are found, as they stand."""
    pieces = leaves(article(*blocks))
    return [
        pieces[place.block].text[place.start : place.end]
        for place in matches(pieces, sought(typed, exact=exact))
    ]


TEXT = paragraph("Законът за медиите влезе в сила. Новите закони и новият закон се четат.")


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("закон", ["Законът", "закони", "закон"]),
        ("ЗАКОНИТЕ", ["Законът", "закони", "закон"]),
        ("=закон", ["закон"]),
        ("„нов закон“", ["Новите закони", "новият закон"]),
        ("меди*", ["медиите"]),
        ("сила медии", ["медиите", "сила"]),
        ("медии ИЛИ сила", ["медиите", "сила"]),
        ("закон -медии", ["Законът", "закони", "закон"]),
        ("закон „нов закон“", ["Законът", "Новите закони", "новият закон"]),
        ("жираф", []),
        ("…", []),
        ("", []),
    ],
)
def test_each_place_of_the_terms_is_found_once_in_reading_order(
    typed: str, places: list[str]
) -> None:
    assert found(typed, TEXT) == places


def test_an_exact_search_finds_the_very_form() -> None:
    assert found("закони", TEXT, exact=True) == ["закони"]


def test_what_chooses_among_articles_is_no_word_beside_words_and_a_word_alone() -> None:
    text = paragraph("Само прочетени закони.")
    assert found("закон само:прочетени", text) == ["закони"]
    assert found("само:прочетени", text) == ["Само", "прочетени"]


def test_words_for_the_title_are_found_in_it_alone() -> None:
    blocks = (Heading(1, (Span("Закони"),)), Heading(2, (Span("Закони"),)), TEXT)
    places = matches(leaves(article(*blocks)), sought("заглавие:закон"))
    assert [place.block for place in places] == [0]
    assert found("бележки:закон", *blocks) == []


def test_a_phrase_may_go_over_links_and_lines_but_not_from_cell_to_cell() -> None:
    linked = Paragraph((Span("нов"), Span("ия\nзакон", link="https://e.org"), Span(".")))
    row = ((Span("нов"),), (Span("закон"),))
    table = Table(row, (row,), (Span("Нови закони"),))
    assert found("„нов закон“", linked, table) == ["новия\nзакон", "Нови закони"]
    assert len(found("закон", table)) == 3


def test_headings_items_quotations_cells_notes_and_the_notice_are_looked_through() -> None:
    pieces = leaves(SAMPLE)
    kinds = {
        typed: [pieces[place.block].kind.value for place in matches(pieces, sought(typed))]
        for typed in ("превозвач", "досие", "река", "констанца", "карта", "текуща", "отговорност")
    }
    assert kinds == {
        "превозвач": ["heading"],
        "досие": ["li"],
        "река": ["quote"],
        "констанца": ["table"],
        "карта": ["figure"],
        "текуща": ["footnote"],
        "отговорност": ["notice"],
    }
