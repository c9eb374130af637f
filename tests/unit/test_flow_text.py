"""Where blocks begin in plain text, as it is copied from a browser or a PDF reader."""

import pytest

from reader.repair.measure import Measure, sans
from tests.unit.builders import outline, texts, wrapped

TITLE = "Награда за достъпни библиотеки"
FIRST = (
    "Комисията обяви днес имената на отличените библиотеки в конкурса за достъпност на "
    "културата в Европейския съюз. Наградата се дава за пета поредна година и е посветена на "
    "хората, които не могат да четат печатен текст."
)
SECOND = (
    "Церемонията ще се състои през май в Пловдив. На нея ще присъстват представители на всички "
    "държави членки, както и писатели, издатели и читатели от целия Европейски съюз."
)
THIRD = (
    "През следващата година конкурсът ще бъде отворен и за училищни библиотеки. Правилата за "
    "участие ще бъдат публикувани на всички официални езици до края на декември."
)


def printed(*paragraphs, width=90, between="\n\n"):
    return between.join(wrapped(text, width) for text in (TITLE, *paragraphs)) + "\n"


@pytest.mark.parametrize("width", range(66, 110, 4))
def test_paragraphs_are_whole_again_at_any_width(width):
    assert texts(printed(FIRST, SECOND, THIRD, width=width)) == [TITLE, FIRST, SECOND, THIRD]


def test_paragraphs_without_empty_lines_part_where_a_sentence_ends_early():
    text = f"{TITLE}\n\n{wrapped(FIRST)}\n{wrapped(SECOND)}\n{wrapped(THIRD)}\n"
    assert texts(text) == [TITLE, FIRST, SECOND, THIRD]


def test_empty_lines_after_every_line_mean_nothing():
    text = "\n\n".join(printed(FIRST, SECOND, between="\n").splitlines())
    assert texts(text) == [TITLE, FIRST, SECOND]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v"])
def test_any_kind_of_line_end_will_do(end):
    text = printed(FIRST, SECOND)
    assert texts(text.replace("\n", end)) == texts(text) == [TITLE, FIRST, SECOND]


def test_a_sentence_goes_on_over_a_page_break():
    lines = printed(FIRST, SECOND, THIRD).split("\n")
    cut = lines.index("") + 2
    text = "\n".join([*lines[:cut], "", "\f", *lines[cut:]])
    assert texts(text) == [TITLE, FIRST, SECOND, THIRD]


def test_a_quotation_over_a_page_break_is_one_block():
    said = f"„{FIRST} {SECOND}“"
    lines = wrapped(said).split("\n")
    broken = "\n".join([*lines[:3], "", "\f", "", *lines[3:]])
    text = f"{TITLE}\n\n{wrapped(THIRD)}\n\n{broken}\n\nКонкурсът продължава.\n"
    assert outline(text)[1:] == [("p", THIRD), ("quote", said), ("p", "Конкурсът продължава.")]


def test_a_sentence_that_ends_a_line_inside_a_quotation_does_not_end_it():
    text = (
        f"{TITLE}\n\n{wrapped(SECOND)}\n\n"
        "„Четенето не е лукс за малцина, които имат късмет, а право на всеки човек в Съюза.\n"
        "Затова ще подкрепим всяка библиотека, която иска да направи книгите си достъпни за\n"
        f"читателите.“\n\n{wrapped(THIRD)}\n"
    )
    assert len(texts(text)) == 4
    assert texts(text)[2].startswith("„Четенето не е лукс")
    assert texts(text)[2].endswith(
        "право на всеки човек в Съюза. Затова ще подкрепим всяка библиотека, "
        "която иска да направи книгите си достъпни за читателите.“"
    )


def test_a_title_over_three_lines_is_one_block():
    title = (
        "Държавите членки се споразумяха за общи изисквания към достъпността на обществените "
        "библиотеки в Европейския съюз"
    )
    text = f"{wrapped(title, 42)}\n{wrapped(FIRST)}\n{wrapped(SECOND)}\n"
    assert outline(text) == [("title", title), ("p", FIRST), ("p", SECOND)]


def test_a_date_under_the_title_stands_alone():
    text = f"{TITLE}\n15 октомври 2026 г.\n{wrapped(FIRST)}\n{wrapped(SECOND)}\n"
    assert outline(text)[:3] == [("title", TITLE), ("date", "15 октомври 2026 г."), ("p", FIRST)]


def test_short_lines_without_an_end_are_headings():
    text = printed(FIRST, "Какво следва", SECOND, "Кой може да участва?", THIRD)
    assert outline(text) == [
        ("title", TITLE),
        ("p", FIRST),
        ("heading", "Какво следва"),
        ("p", SECOND),
        ("heading", "Кой може да участва?"),
        ("p", THIRD),
    ]


def test_a_heading_needs_no_empty_line_below_it():
    text = f"{TITLE}\n\n{wrapped(FIRST)}\n\nКакво следва\n{wrapped(SECOND)}\n\n{wrapped(THIRD)}\n"
    assert ("heading", "Какво следва") in outline(text)
    assert ("p", SECOND) in outline(text)


@pytest.mark.parametrize("mark", ["•", "▪", "◦", "●", "*", "·", "\uf0b7"])
def test_bullets_as_text_begin_items(mark):
    items = ["проверка на всички общински сайтове;", "обучение на библиотекарите;", "каталог."]
    listed = "\n".join(f"{mark} {item}" for item in items)
    text = f"{TITLE}\n\n{wrapped(FIRST)}\n\nМерките са следните:\n{listed}\n\n{wrapped(SECOND)}\n"
    assert outline(text)[3:6] == [("li", item) for item in items]
    assert outline(text)[6] == ("p", SECOND)


def test_an_item_goes_on_in_the_next_line():
    item = f"един общ каталог: {THIRD[0].lower()}{THIRD[1:]}"
    text = (
        f"{TITLE}\n\n{wrapped(FIRST)}\n\n{wrapped('• ' + item)}\n• втора мярка;\n• трета мярка.\n"
    )
    assert outline(text)[2:] == [("li", item), ("li", "втора мярка;"), ("li", "трета мярка.")]


def test_a_bullet_on_a_line_of_its_own_belongs_to_the_line_below():
    text = f"{TITLE}\n\n{wrapped(FIRST)}\n\nМерките:\n•\nобщ каталог\n•\nобучение на учителите\n"
    assert outline(text)[-2:] == [("li", "общ каталог"), ("li", "обучение на учителите")]


def test_dashes_after_a_colon_are_bullets():
    text = printed(FIRST, "Мерките са следните:") + "– общ каталог;\n– обучение;\n– проверка.\n"
    assert outline(text)[-3:] == [("li", "общ каталог;"), ("li", "обучение;"), ("li", "проверка.")]


def test_a_dash_inside_a_sentence_is_no_bullet():
    text = printed(FIRST[:-1]) + f"– както и на техните семейства.\n\n{wrapped(SECOND)}\n"
    assert texts(text)[1] == f"{FIRST[:-1]} – както и на техните семейства."


def test_a_bare_list_after_a_colon_parts_at_its_semicolons():
    text = printed(FIRST) + "\nПланът предвижда:\nобщ каталог;\nобучение на учителите;\nпроверка.\n"
    assert texts(text)[2:] == [
        "Планът предвижда:",
        "общ каталог;",
        "обучение на учителите;",
        "проверка.",
    ]


def test_notes_begin_blocks():
    text = printed(FIRST) + "\n[1] Регламент (ЕС) 2019/882.\n[2] Вж. съобщението на Комисията.\n"
    assert [kind for kind, _ in outline(text)][-2:] == ["footnote", "footnote"]


def test_lines_of_a_link_and_its_address_each_are_separate():
    text = printed(FIRST) + (
        "\nЗакон за достъпността (https://example.eu/bg/zakon)\n"
        "Въпроси и отговори (https://example.eu/bg/vaprosi)\n"
        "Съобщение за медиите (https://example.eu/bg/saobshtenie)\n"
    )
    assert texts(text)[-3:] == [
        "Закон за достъпността",
        "Въпроси и отговори",
        "Съобщение за медиите",
    ]


ADDRESS = "https://commission.europa.eu/news-and-media/news/award-accessible-libraries_bg"


@pytest.mark.parametrize("place", [1, 4, 6, 7, 8, 9, 25, 30, 34, 45, 60, len(ADDRESS) - 1])
def test_an_address_in_brackets_may_be_cut_anywhere(place):
    cut = f"({ADDRESS[:place]}\n{ADDRESS[place:]})"
    text = (
        f"{TITLE}\n\nПодробности ще намерите в съобщението {cut}, което излиза днес.\n\n{FIRST}\n"
    )
    assert texts(text)[1] == "Подробности ще намерите в съобщението, което излиза днес."


def test_letters_have_widths():
    assert sans("ШЖМ") > sans("абв") > sans("ijl")
    assert sans("") == 0


def test_a_measure_counts_letters_where_the_lines_are_of_equal_count():
    texts = wrapped(f"{FIRST} {SECOND} {THIRD}", 60).split("\n")
    assert Measure(texts).full >= Measure(texts).of(texts[0])


def test_addresses_which_cannot_be_cut_do_not_widen_the_lines():
    texts = wrapped(FIRST, 60).split("\n")
    wider = [*texts, "https://example.eu/" + "a" * 200]
    assert Measure(wider).full == Measure(texts).full
