"""What a person puts right by hand is made again whenever the article is repaired anew."""

from itertools import count

import pytest

from reader import importers, repair
from reader.importers.incoming import Incoming, from_text
from reader.model.article import ListBlock, plain
from reader.model.correction import Join, Rewrite, Split, TakeBack
from reader.model.leaves import Kind, leaves
from reader.model.position import Position
from reader.repair.by_hand import correction_for
from tests.unit.builders import PdfFile, PdfPage

TEXT = """Библиотеките отварят врати за всички
15 октомври 2025 г.

Комисията представи днес план за достъпни библио-
теки във всички държави. Планът предвижда
обучение на служителите и нови каталози.

Повече подробности има в съобщението
(https://example.eu/bg/plan) от вчера.
"""


def proof(text=TEXT, corrections=()):
    return repair.proved(importers.read(from_text(text)), corrections)


def texts(article):
    return [leaf.text for leaf in leaves(article)]


def repair_of(found, words):
    return next(each for each in found.repairs if words in each.after)


def test_every_repair_knows_where_it_shows():
    found = proof()
    whole = texts(found.article)
    join = repair_of(found, "предвижда обучение")
    assert whole[join.place.block][: join.place.char].endswith("Планът предвижда")
    hyphen = repair_of(found, "библиотеки")
    assert whole[hyphen.place.block][hyphen.place.char :].startswith("теки във")
    address = repair_of(found, "в съобщението")
    assert address.place.block == len(whole) - 1


def test_every_leaf_knows_its_printed_lines():
    found = proof()
    raw = importers.read(from_text(TEXT))
    printed = [[raw.lines[line].text for line in lines] for lines in found.origins]
    assert printed[0] == ["Библиотеките отварят врати за всички"]
    assert printed[2][-1] == "обучение на служителите и нови каталози."
    assert sum(map(len, printed)) == len(raw.lines)


def test_what_was_taken_out_is_shown_where_it_had_stood():
    pages = [PdfPage() for _ in range(2)]
    for number, page in enumerate(pages, 1):
        page.write(f"Стр. {number}", y=20)
        page.write(f"Изречение на страница {number}, което продължава на", y=200)
        page.write("втория ред.", y=214)
    found = repair.proved(importers.read(Incoming(PdfFile(*pages).data())))
    stamps = [each for each in found.repairs if each.step == "running-head"]
    assert [each.place.block for each in stamps] == [0, 1]


def test_a_join_is_undone():
    article = proof().article
    join = repair_of(proof(), "предвижда обучение")
    again = proof(corrections=[correction_for(article, TakeBack(join))])
    assert texts(again.article)[2].endswith("Планът предвижда")
    assert texts(again.article)[3] == "обучение на служителите и нови каталози."
    assert again.repairs[-1].step == "correction"


def test_a_hyphen_is_undone_and_back_again():
    first = proof()
    one = correction_for(first.article, TakeBack(repair_of(first, "библиотеки")))
    second = proof(corrections=[one])
    assert "достъпни библио-теки във" in texts(second.article)[2]
    two = correction_for(second.article, TakeBack(repair_of(first, "библиотеки")))
    assert texts(proof(corrections=[one, two]).article) == texts(first.article)


def test_blocks_are_joined_and_keep_their_links():
    article = proof().article
    joined = proof(corrections=[correction_for(article, Join(2))]).article
    assert texts(joined)[2].endswith("каталози. Повече подробности има в съобщението от вчера.")
    links = [span.link for span in leaves(joined)[2].spans if span.link]
    assert links == ["https://example.eu/bg/plan"]


def test_a_block_is_written_anew_and_is_another_kind():
    article = proof().article
    wish = correction_for(article, Rewrite(3, Kind.HEADING, "Подробности за съобщението"))
    last = leaves(proof(corrections=[wish]).article)[-1]
    assert (last.kind, last.text) == (Kind.HEADING, "Подробности за съобщението")
    gone = correction_for(article, Rewrite(3, Kind.PARAGRAPH, ""))
    assert len(texts(proof(corrections=[gone]).article)) == 3


def test_a_correction_holds_when_the_printed_lines_differ():
    wish = correction_for(proof().article, Rewrite(2, Kind.PARAGRAPH, "Първо.\nВторо."))
    other = TEXT.replace("Планът предвижда\nобучение", "Планът\nпредвижда обучение")
    assert texts(proof(other, [wish]).article)[2:4] == ["Първо.", "Второ."]


def test_of_equal_blocks_the_one_that_was_meant_is_corrected():
    text = "Заглавие на съобщението\n\n" + "\n\n".join(
        ["Едно изречение се повтаря\nдума по дума на две места.", "Друго стои\nпомежду им."] * 2
    )
    article = proof(text).article
    wish = correction_for(article, Rewrite(3, Kind.QUOTE, texts(article)[3]))
    kinds = [leaf.kind for leaf in leaves(proof(text, [wish]).article)]
    assert kinds[1:] == [Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.QUOTE, Kind.PARAGRAPH]


def test_what_cannot_be_parted_or_joined_is_not():
    article = proof().article
    assert correction_for(article, Split(Position(2, 0))) is None
    assert correction_for(article, Join(len(texts(article)) - 1)) is None


def test_a_correction_whose_words_are_gone_changes_nothing():
    wish = correction_for(proof().article, Rewrite(2, Kind.PARAGRAPH, "Друго."))
    other = "Съвсем друг текст\n\nТук няма нищо от онзи текст."
    assert texts(proof(other, [wish]).article) == texts(proof(other).article)


def test_a_table_is_corrected_by_its_rows():
    page = PdfPage()
    for row, cells in enumerate((("Държава", "Дял"), ("България", "12"), ("Румъния", "14"))):
        page.write(cells[0], x=60, y=200 + 20 * row)
        page.write(cells[1], x=260, y=200 + 20 * row)
    raw = importers.read(Incoming(PdfFile(page).data()))
    article = repair.proved(raw).article
    (table,) = (index for index, leaf in enumerate(leaves(article)) if leaf.kind is Kind.TABLE)
    text = leaves(article)[table].text.replace("14", "15")
    again = repair.proved(raw, [correction_for(article, Rewrite(table, Kind.TABLE, text))])
    assert leaves(again.article)[table].text == text
    assert len(again.origins) == len(leaves(again.article))


def tagged_pdf(around, *blocks):
    """Return a tagged PDF of items or quotations, each of them a role and its paragraphs."""
    page, elements, numbers = PdfPage(), [], count()
    for role, texts_ in blocks:
        paragraphs = []
        for text in texts_:
            number = next(numbers)
            page.write(text, y=100 + 40 * number, content=number)
            paragraphs.append(("P", [(0, number)]))
        elements.append((role, paragraphs))
    return importers.read(Incoming(PdfFile(page, elements=[(around, elements)]).data()))


def shape(article):
    """Return the paragraphs of each item or quotation."""
    return [
        [plain(paragraph.spans) for paragraph in group]
        for block in article.blocks
        for group in (block.items if isinstance(block, ListBlock) else [block.blocks])
    ]


HOUSES = (
    ("Читалището в Ловеч", "Отваря всеки ден.", "В събота има концерт."),
    ("Галерията в Русе", "Изложбата е нова."),
)


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (
            Rewrite(1, Kind.ITEM, "Отваря всяка вечер."),
            [[HOUSES[0][0], "Отваря всяка вечер.", HOUSES[0][2]], [*HOUSES[1]]],
        ),
        (
            Rewrite(2, Kind.ITEM, "В събота е затворено."),
            [[*HOUSES[0][:2], "В събота е затворено."], [*HOUSES[1]]],
        ),
        (
            Rewrite(0, Kind.ITEM, "Читалището във Враца"),
            [["Читалището във Враца", *HOUSES[0][1:]], [*HOUSES[1]]],
        ),
        (
            Rewrite(3, Kind.ITEM, "Галерията в Силистра"),
            [[*HOUSES[0]], ["Галерията в Силистра", HOUSES[1][1]]],
        ),
        (
            Split(Position(2, len("В събота "))),
            [[*HOUSES[0][:2], "В събота", "има концерт."], [*HOUSES[1]]],
        ),
        (Join(1), [[HOUSES[0][0], f"{HOUSES[0][1]} {HOUSES[0][2]}"], [*HOUSES[1]]]),
        (
            Join(2),
            [[*HOUSES[0][:2], f"{HOUSES[0][2]} {HOUSES[1][0]}", HOUSES[1][1]]],
        ),
        (Rewrite(1, Kind.ITEM, ""), [[HOUSES[0][0], HOUSES[0][2]], [*HOUSES[1]]]),
    ],
    ids=["second", "last", "first", "next", "parted", "joined", "items-joined", "taken-out"],
)
def test_a_further_paragraph_stays_in_its_item_when_it_is_corrected(wish, expected):
    raw = tagged_pdf("L", *(("LI", item) for item in HOUSES))
    article = repair.proved(raw).article
    assert shape(article) == [[*item] for item in HOUSES]
    again = repair.proved(raw, [correction_for(article, wish)])
    assert shape(again.article) == expected


def test_corrections_of_one_item_follow_each_other():
    raw = tagged_pdf("L", *(("LI", item) for item in HOUSES))
    corrections = []
    for block, words in enumerate(("Музеят", "Отваря в девет.", "В неделя почива.")):
        article = repair.proved(raw, corrections).article
        corrections.append(correction_for(article, Rewrite(block, Kind.ITEM, words)))
    assert shape(repair.proved(raw, corrections).article) == [
        ["Музеят", "Отваря в девет.", "В неделя почива."],
        [*HOUSES[1]],
    ]


@pytest.mark.parametrize("block", [0, 1, 2])
@pytest.mark.parametrize("page", [True, False], ids=["page", "pdf"])
def test_a_quotation_stays_one_when_a_paragraph_of_it_is_corrected(page, block):
    said = ["Четем на глас.", "Идват деца и баби.", "Всички са доволни."]
    if page:
        markup = "<blockquote>" + "".join(f"<p>{text}</p>" for text in said) + "</blockquote>"
        raw = importers.read(Incoming(f"<html><body>{markup}</body></html>".encode()))
    else:
        raw = tagged_pdf("Document", ("BlockQuote", said))
    article = repair.proved(raw).article
    assert shape(article) == [said]
    wish = correction_for(article, Rewrite(block, Kind.QUOTE, "Пеем на глас."))
    said[block] = "Пеем на глас."
    assert shape(repair.proved(raw, [wish]).article) == [said]


def test_what_is_no_longer_there_cannot_be_corrected():
    article = proof().article
    beyond = len(texts(article))
    assert correction_for(article, Split(Position(beyond, 3))) is None
    assert correction_for(article, Rewrite(beyond, Kind.PARAGRAPH, "Нови думи.")) is None


def test_words_that_stay_keep_their_style_around_a_correction():
    article = proof().article
    old = texts(article)[3]
    new = old.replace("Повече подробности", "Всички подробности").replace("вчера", "днес")
    wish = correction_for(article, Rewrite(3, Kind.PARAGRAPH, new))
    last = leaves(proof(corrections=[wish]).article)[-1]
    assert last.text == new
    assert [span.text for span in last.spans if span.link] == [
        span.text.replace("Повече", "Всички") for span in leaves(article)[-1].spans if span.link
    ]
