"""An article checked against the page of the same announcement."""

from pathlib import Path

import pytest

from reader.app import Reader
from reader.app.truth import accept, offers
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming, from_text
from reader.library.store import Library
from reader.model.article import Article, Heading, ListBlock, Paragraph, Source, Span, Table
from reader.model.leaves import leaves
from reader.repair import truth

FIRST = "Комисията обяви днес нова мрежа за наблюдение на пчелите в цяла Европа."
SECOND = "Държавите членки ще получат сто милиона евро за документи и обучение на пчелари."
THIRD = "Мрежата започва работа през януари и ще бъде отворена за всички."


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Span(text),)) for text in texts)


def article(*blocks) -> Article:
    title = Heading(1, (Span("Мрежа за пчелите"),))
    return Article("Мрежа за пчелите", "bg", (title, *blocks), Source("pdf"))


def offered(mine: Article, theirs: Article) -> list[tuple[str, str, int]]:
    return [(each.before, each.after, each.block) for each in truth.offers(mine, theirs)]


def test_an_article_that_reads_like_the_page_needs_nothing() -> None:
    mine = article(*paragraphs(FIRST, SECOND))
    assert offered(mine, article(*paragraphs(FIRST, SECOND))) == []


def test_a_word_cut_by_a_hyphen_is_offered_whole() -> None:
    wrong = SECOND.replace("документи", "доку-менти")
    mine = article(*paragraphs(FIRST, wrong, THIRD))
    assert offered(mine, article(*paragraphs(FIRST, SECOND, THIRD))) == [(wrong, SECOND, 2)]


def test_paragraphs_that_were_joined_are_offered_apart_and_the_other_way_round() -> None:
    joined, apart = article(*paragraphs(f"{FIRST} {SECOND}")), article(*paragraphs(FIRST, SECOND))
    assert offered(joined, apart) == [(f"{FIRST} {SECOND}", f"{FIRST}\n{SECOND}", 1)]
    assert offered(apart, joined) == [(f"{FIRST}\n{SECOND}", f"{FIRST} {SECOND}", 1)]


def test_a_lost_paragraph_and_a_stamp_of_the_page_are_offered() -> None:
    page = article(*paragraphs(FIRST, SECOND, THIRD))
    lost = article(*paragraphs(FIRST, THIRD))
    assert offered(lost, page) == [(FIRST, f"{FIRST}\n{SECOND}", 1)]
    stamped = article(*paragraphs(FIRST, SECOND, "Стр. 2 от 3", THIRD))
    assert offered(stamped, page) == [("Стр. 2 от 3", "", 3)]


def test_what_a_page_has_round_its_text_is_not_offered() -> None:
    page = article(*paragraphs(FIRST, SECOND, "Свързани теми", "Последно обновяване: 5 май"))
    assert offered(article(*paragraphs(FIRST, SECOND)), page) == []


def test_tables_are_left_alone() -> None:
    table = Table((), (((Span("едно"),), (Span("две"),)),))
    other = Table((), (((Span("едно"),), (Span("три"),)),))
    mine, page = (article(*paragraphs(FIRST, SECOND), each) for each in (table, other))
    assert offered(mine, page) == []


def test_a_page_about_something_else_offers_nothing() -> None:
    other = article(*paragraphs("Влаковете тръгват по нов график.", "Билетите поевтиняват."))
    assert offered(article(*paragraphs(FIRST, SECOND)), other) == []


def test_each_offer_keeps_what_the_block_is() -> None:
    item = ListBlock(ordered=False, items=(paragraphs(FIRST), paragraphs(SECOND + " и")))
    page = ListBlock(ordered=False, items=(paragraphs(FIRST), paragraphs(SECOND)))
    (offer,) = truth.offers(article(item), article(page))
    assert [piece.tag.kind for piece in offer.correction.after] == ["li"]


@pytest.fixture
def reader(tmp_path: Path):
    with Library(tmp_path) as library, Apart() as apart:
        yield Reader(library, apart)


def test_accepted_offers_are_corrections_like_any_other(reader: Reader) -> None:
    wrong = SECOND.replace("милиона", "милионаа")
    text = "\n\n".join(("Мрежа за пчелите", FIRST, wrong, THIRD))
    number = reader.keep(from_text(text)).entry.identifier
    body = "".join(f"<p>{each}</p>" for each in (FIRST, SECOND, THIRD))
    page = f"<html><body><main><h1>Мрежа за пчелите</h1>{body}</main></body></html>"
    with Apart():
        found = offers(reader, number, Incoming(page.encode(), "page.html"))
    assert [(each.before, each.after) for each in found] == [(wrong, SECOND)]
    opened = accept(reader, number, found)
    assert SECOND in [leaf.text for leaf in leaves(opened.article)]
    assert len(reader.corrections(number)) == 1
    assert wrong in [leaf.text for leaf in leaves(reader.take_back(number).article)]
