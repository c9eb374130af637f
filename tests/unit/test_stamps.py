"""What was printed round the article goes; what belongs to it stays."""

import pytest

from reader.model.raw import TagKind
from tests.unit.builders import (
    Printed,
    article,
    page_document,
    printed_block,
    printed_line,
    repairs,
    tagged,
    text_document,
    texts,
)

HEAD = Printed(y=40, size=9)
FOOT = Printed(y=815, size=9)
BODY = """Комисията обяви днес имената на отличените библиотеки в конкурса за достъпност,
който се провежда за пета поредна година."""
MORE = """Церемонията ще се състои през май в Пловдив. На нея ще присъстват представители на
всички държави членки."""


def two_pages(*edges):
    """Return two pages with (text, place) edge lines on each."""
    lines = []
    for page, body in enumerate((BODY, MORE)):
        lines += [printed_line(text, place.at(page=page)) for text, place in edges]
        lines += printed_block(body, Printed(y=200, page=page))
    return page_document(*lines)


def opening_pages(tops, place):
    """Return two pages, each with a line of its own at its top."""
    lines = []
    for page, (top, body) in enumerate(zip(tops, (BODY, MORE), strict=True)):
        lines.append(printed_line(top, place.at(page=page)))
        lines += printed_block(body, Printed(y=200, page=page))
    return page_document(*lines)


def whole(block):
    return block.replace("\n", " ")


@pytest.mark.parametrize(
    "stamp",
    [
        "11/23/26, 11:21 AM",
        "11/23/26, 5:10 PM        Награда за достъпни библиотеки",
        "23.11.2026 г., 17:10 ч.",
        "https://example.eu/bg/news?prefLang=bg   1/2",
        "file:///home/user/novina.html 1/3",
        "file:///C:/novina.html",
    ],
)
def test_what_a_browser_prints_at_the_edges_goes(stamp):
    text = f"{stamp}\nНаграда за достъпни библиотеки\n\n{BODY}\n\n{MORE}\n{stamp}\n"
    assert texts(text) == ["Награда за достъпни библиотеки", whole(BODY), whole(MORE)]


def test_what_goes_is_a_repair():
    found = repairs(f"11/23/26, 11:21 AM\n{BODY}\n")
    assert [(change.step, change.before, change.after) for change in found][:1] == [
        ("running-head", "11/23/26, 11:21 AM", "")
    ]


def test_the_printed_address_of_the_page_is_remembered():
    text = f"Награда\n\n{BODY}\nhttps://example.eu/bg/nagrada?a=1   1/2\n"
    assert article(text).source.address == "https://example.eu/bg/nagrada?a=1"


def test_an_address_alone_goes_with_the_page_number_beside_it():
    text = f"Награда\n\n{BODY}\n\nhttps://example.eu/bg/nagrada\n1/2\n"
    assert texts(text) == ["Награда", whole(BODY)]


def test_an_address_alone_without_a_page_number_stays():
    text = f"Награда\n\n{BODY}\n\nhttps://example.eu/bg/nagrada\n"
    assert texts(text)[-1].endswith("https://example.eu/bg/nagrada")


@pytest.mark.parametrize("number", ["3", "- 3 -", "Стр. 3", "Страница 3 от 9", "3/9", "page 3"])
def test_page_numbers_at_the_edge_go(number):
    assert texts(two_pages((number, FOOT))) == [whole(BODY), whole(MORE)]


def test_running_heads_go_whatever_numbers_they_count():
    found = two_pages(("Бюлетин за достъпност, брой 7", HEAD))
    assert texts(found) == [whole(BODY), whole(MORE)]


def test_what_stands_in_the_middle_of_each_page_stays():
    found = two_pages(("Това изречение се повтаря.", Printed(y=400)))
    assert texts(found).count("Това изречение се повтаря.") == 2


def test_numbers_in_the_middle_of_a_page_stay():
    lines = [printed_line("27", Printed(y=400)), *printed_block(BODY, Printed(y=200))]
    assert "27" in " ".join(texts(page_document(*lines)))


def test_a_number_alone_stays_in_a_text_without_pages():
    assert "1 234" in " ".join(texts(f"Награда\n\n{BODY}\n\nБрой участници\n1 234\n"))


def test_page_numbers_go_where_a_form_feed_marks_the_pages():
    text = f"Награда\n\n{BODY}\n\nСтр. 1\n\f{MORE}\n\nСтр. 2\n"
    assert texts(text) == ["Награда", whole(BODY), whole(MORE)]


def test_what_a_format_calls_an_artifact_goes():
    found = text_document(
        tagged("Награда за библиотеки", TagKind.TITLE, 1),
        tagged("Конкурсът приключи.", TagKind.PARAGRAPH, 2),
        tagged("1/2", TagKind.ARTIFACT, 3),
    )
    assert texts(found) == ["Награда за библиотеки", "Конкурсът приключи."]
    assert [(change.before, change.after) for change in repairs(found)] == [("1/2", "")]


def test_empty_lines_round_a_stamp_still_part_paragraphs():
    text = f"Награда\n\n{BODY}\n\n11/23/26, 11:21 AM\n\n{MORE}\n"
    assert texts(text) == ["Награда", whole(BODY), whole(MORE)]


def test_a_sentence_goes_on_over_the_stamps_between_two_pages():
    first, rest = BODY.split("\n")
    text = (
        f"Награда за библиотеки\n\n{MORE}\n\n{first}\n\n\n"
        f"https://example.eu/bg/nagrada   1/2\n11/23/26, 5:10 PM    Награда\n\n{rest}\n"
    )
    assert texts(text)[-1] == whole(BODY)


def test_short_running_heads_go_by_their_place():
    assert texts(two_pages(("BG", HEAD))) == [whole(BODY), whole(MORE)]


def test_a_file_of_one_page_has_a_foot_too_where_it_is_small_and_apart():
    foot = [
        printed_line("Служба за печата", Printed(y=810, size=8)),
        printed_line("Страница 1 от 1", Printed(x=450, y=810, size=8)),
    ]
    assert texts(page_document(*printed_block(BODY, Printed(y=200)), *foot)) == [whole(BODY)]


@pytest.mark.parametrize(
    "foot",
    ["Европейска комисия", "pechat.example.eu", "© Служба за печата", "IP/26/118", "pokana.docx"],
)
def test_a_small_line_apart_goes_where_it_reads_as_a_foot(foot):
    line = printed_line(foot, Printed(y=790, size=8))
    assert texts(page_document(*printed_block(BODY, Printed(y=200)), line)) == [whole(BODY)]


@pytest.mark.parametrize(
    "said",
    [
        "За въпроси: Елена Стоянова, тел. 02 987 65 43",
        "Входът за читатели е откъм градината",
        "Записване: biblioteka@example.eu",
    ],
)
def test_a_small_line_apart_stays_where_it_says_something(said):
    line = printed_line(said, Printed(y=790, size=8))
    number = printed_line("– 1 –", Printed(x=500, y=815, size=8))
    body = printed_block(BODY, Printed(y=200))
    assert texts(page_document(*body, line)) == [whole(BODY), said]
    if ":" in said:
        assert texts(page_document(*body, line, number)) == [whole(BODY), said]


@pytest.mark.parametrize("y", [70, 110])
@pytest.mark.parametrize(
    "headings",
    [
        ("Част 1", "Част 2"),
        ("Модул 4", "Модул 7"),
        ("2019", "2020"),
        ("Доклад 2023", "Доклад 2024"),
    ],
)
def test_large_headings_that_differ_by_a_number_stay(headings, y):
    assert texts(opening_pages(headings, Printed(y=y, size=18))) == [
        headings[0],
        whole(BODY),
        headings[1],
        whole(MORE),
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ("Бюлетин за достъпност", "Бюлетин за достъпност"),
        ("Бюлетин, страница 6", "Бюлетин, страница 7"),
        ("6", "7"),
    ],
)
def test_large_heads_go_where_they_are_the_same_or_count_the_pages(heads):
    assert texts(opening_pages(heads, Printed(y=70, size=18))) == [whole(BODY), whole(MORE)]


def test_a_sentence_in_small_type_at_the_foot_stays():
    foot = printed_line("Снимката е от архива.", Printed(y=810, size=8))
    found = page_document(*printed_block(BODY, Printed(y=200)), foot)
    assert texts(found)[-1] == "Снимката е от архива."
