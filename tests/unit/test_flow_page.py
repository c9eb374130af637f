"""Where blocks begin on a printed page, by places, sizes and what would have fitted."""

import pytest

from reader.repair.layout import Layout
from tests.unit.builders import (
    Printed,
    outline,
    page_document,
    printed_block,
    printed_line,
    texts,
    wide,
)

BODY = Printed(y=170)
TITLE = Printed(y=90, size=20, bold=True)
FIRST = """Комисията обяви днес имената на отличените библиотеки в конкурса за достъпност,
който се провежда за пета поредна година. Наградата се дава на библиотеки, които са
направили книгите си достъпни за хора с увредено зрение и за възрастни хора, казва
журито."""
SECOND = """Церемонията ще се състои през май в Пловдив. На нея ще присъстват представители на
всички държави членки, както и писатели, издатели и читатели от целия Европейски
съюз."""
THIRD = """През следващата година конкурсът ще бъде отворен и за училищни библиотеки, а
правилата за участие ще бъдат публикувани на всички официални езици до края на
декември."""


def whole(block):
    return block.replace("\n", " ")


def document(*blocks):
    """Return a document of (text, place) blocks."""
    return page_document(
        *(printed for text, place in blocks for printed in printed_block(text, place))
    )


def test_lines_of_a_paragraph_are_one_block():
    assert texts(document((FIRST, BODY), (SECOND, BODY.at(y=240)))) == [whole(FIRST), whole(SECOND)]


def test_paragraphs_with_no_room_between_them_part_where_a_sentence_ends_early():
    assert texts(document((FIRST, BODY), (SECOND, BODY.at(y=230)), (THIRD, BODY.at(y=275)))) == [
        whole(FIRST),
        whole(SECOND),
        whole(THIRD),
    ]


def test_an_indented_first_line_begins_a_paragraph():
    indented = [
        printed_line(words, BODY.at(x=60 if number else 80, y=230 + 15 * number))
        for number, words in enumerate(SECOND.split("\n"))
    ]
    found = page_document(*printed_block(FIRST, BODY), *indented)
    assert texts(found) == [whole(FIRST), whole(SECOND)]


def test_an_indent_begins_a_paragraph_though_the_line_above_is_full():
    first = (
        "Наградата се дава за пета поредна година на библиотеки и училища, които вече са",
        "направили книгите си достъпни за хора с увредено зрение и за възрастните хора.",
    )
    found = page_document(
        printed_line(first[0], BODY.at(y=170)),
        printed_line(first[1], BODY.at(y=185)),
        printed_line(THIRD.split("\n", maxsplit=1)[0], BODY.at(x=80, y=200)),
        printed_line(THIRD.split("\n")[1], BODY.at(y=215)),
        printed_line(THIRD.split("\n")[2], BODY.at(y=230)),
    )
    assert texts(found) == [" ".join(first), whole(THIRD)]


def test_larger_letters_make_the_title_and_bold_ones_headings():
    found = document(
        ("Награда за най-достъпните\nбиблиотеки в Европа", TITLE),
        (FIRST, BODY),
        ("Какво следва", BODY.at(y=250, size=14, bold=True)),
        (SECOND, BODY.at(y=275)),
        ("Кой може да участва", BODY.at(y=340, bold=True)),
        (THIRD, BODY.at(y=360)),
    )
    assert outline(found) == [
        ("title", "Награда за най-достъпните библиотеки в Европа"),
        ("p", whole(FIRST)),
        ("heading", "Какво следва"),
        ("p", whole(SECOND)),
        ("heading", "Кой може да участва"),
        ("p", whole(THIRD)),
    ]


def test_a_title_over_three_lines_is_one_block():
    title = "Награда за най-достъпните\nбиблиотеки и читалища\nв държавите членки"
    found = printed_block(title, TITLE, leading=24)
    assert texts(page_document(*found, *printed_block(FIRST, BODY)))[0] == whole(title)


def test_bold_in_a_text_that_is_all_bold_makes_no_headings():
    found = document((FIRST, BODY.at(bold=True)), (SECOND, BODY.at(y=250, bold=True)))
    assert "heading" not in [kind for kind, _ in outline(found)]


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_sentence_goes_on_over_a_page_break(cut):
    lines = FIRST.split("\n")
    found = document(
        (SECOND, BODY.at(y=300)),
        ("\n".join(lines[:cut]), BODY.at(y=700)),
        ("\n".join(lines[cut:]), BODY.at(y=90, page=1)),
        (THIRD, BODY.at(y=170, page=1)),
    )
    assert texts(found) == [whole(SECOND), whole(FIRST), whole(THIRD)]


def test_a_quotation_goes_on_over_a_page_break_though_a_sentence_ended():
    said = "„" + FIRST.removesuffix(", казва\nжурито.") + " и деца."
    found = document(
        (THIRD, BODY.at(y=300)),
        (said, BODY.at(y=700)),
        (SECOND.removesuffix(".") + ".“", BODY.at(y=90, page=1)),
        (THIRD, BODY.at(y=170, page=1)),
    )
    assert outline(found)[1] == ("quote", whole(f"{said} {SECOND.removesuffix('.')}.“"))


def test_a_short_last_line_ends_a_paragraph_of_a_quotation_at_the_page_break():
    found = document(
        (THIRD, BODY.at(y=300)),
        (f"„{FIRST}", BODY.at(y=700)),
        (f"{SECOND}“", BODY.at(y=90, page=1)),
    )
    assert texts(found)[1:] == [f"„{whole(FIRST)}", f"{whole(SECOND)}“"]


def test_a_paragraph_that_ended_ends_at_the_page_break():
    found = document((FIRST, BODY.at(y=700)), (SECOND, BODY.at(y=90, page=1)))
    assert texts(found) == [whole(FIRST), whole(SECOND)]


def test_text_goes_on_in_the_next_column():
    left = (
        "Комисията обяви днес\nимената на отличените\nбиблиотеки в конкурса\nза достъпност, който"
    )
    right = "се провежда за пета\nпоредна година."
    found = document((left, BODY), (right, BODY.at(x=310)))
    assert texts(found) == [whole(f"{left} {right}")]


def test_lines_of_bullets_are_items():
    items = ("• общ каталог на достъпните книги;", "• обучение на учителите;", "• проверка.")
    listed = [(item, BODY.at(x=75, y=245 + 15 * number)) for number, item in enumerate(items)]
    found = document((FIRST, BODY), *listed, (SECOND, BODY.at(y=310)))
    assert outline(found)[1:] == [
        ("li", "общ каталог на достъпните книги;"),
        ("li", "обучение на учителите;"),
        ("li", "проверка."),
        ("p", whole(SECOND)),
    ]


def test_an_item_goes_on_under_its_own_text():
    first = "• общ каталог на достъпните книги, който се обновява всяка седмица и се чете с"
    found = page_document(
        *printed_block(FIRST, BODY),
        printed_line(first, BODY.at(x=75, y=245)),
        printed_line("екранен четец;", BODY.at(x=87, y=260)),
        printed_line("• обучение на учителите.", BODY.at(x=75, y=275)),
        *printed_block(SECOND, BODY.at(y=310)),
    )
    assert outline(found)[1:3] == [
        ("li", f"{first[2:]} екранен четец;"),
        ("li", "обучение на учителите."),
    ]


def test_text_right_under_a_list_is_no_part_of_it():
    found = page_document(
        *printed_block(FIRST, BODY),
        printed_line("• общ каталог;", BODY.at(x=75, y=245)),
        printed_line("• обучение на учителите.", BODY.at(x=75, y=260)),
        *printed_block(SECOND, BODY.at(y=275)),
    )
    assert outline(found)[-2:] == [("li", "обучение на учителите."), ("p", whole(SECOND))]


def test_a_marker_printed_apart_belongs_to_the_text_beside_it():
    found = page_document(
        *printed_block(FIRST, BODY),
        printed_line("•", BODY.at(x=75, y=245)),
        printed_line("общ каталог;", BODY.at(x=90, y=245)),
        printed_line("2.", BODY.at(x=75, y=260)),
        printed_line("обучение.", BODY.at(x=90, y=260)),
    )
    assert outline(found)[1:] == [("li", "общ каталог;"), ("li", "обучение.")]


def test_lines_that_are_a_link_each_are_separate_though_full():
    words = ("Закон за достъпността на продуктите", "Въпроси и отговори за библиотеките")
    listed = [
        printed_line(text, BODY.at(y=245 + 15 * number), link=f"https://example.eu/{number}")
        for number, text in enumerate(words)
    ]
    assert texts(page_document(*printed_block(FIRST, BODY), *listed))[1:] == list(words)


def test_a_link_over_two_lines_is_one_link():
    upper, lower = FIRST.split("\n")[:2]
    found = page_document(
        printed_line(upper, BODY, link="https://example.eu/a"),
        printed_line(lower, BODY.at(y=185), link="https://example.eu/a"),
        *printed_block(SECOND, BODY.at(y=220)),
    )
    assert texts(found)[0] == f"{upper} {lower}"


def test_words_far_apart_on_one_line_are_not_one_sentence():
    found = page_document(
        printed_line("Европейска служба", BODY),
        printed_line("Брюксел", BODY.at(x=400)),
        *printed_block(FIRST, BODY.at(y=200)),
    )
    assert texts(found)[:2] == ["Европейска служба", "Брюксел"]


def test_a_layout_measures_the_body_and_the_right_edge():
    lines = [*printed_block("Заглавие", TITLE), *printed_block(FIRST, BODY)]
    layout = Layout(page_document(*lines))
    assert layout.body == 12
    assert layout.leading(lines[2]) == 15
    assert layout.right(lines[2]) == max(60 + wide(words) for words in FIRST.split("\n"))
    assert layout.is_heading(lines[0])
    assert not layout.is_heading(lines[1])
