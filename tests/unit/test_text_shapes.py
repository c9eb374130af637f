"""Shapes that pasted and copied texts come in: columns, tables, lists, verse, pages, notes."""

import pytest

from tests.unit.builders import links, outline, pieces, repairs, texts, wrapped

TITLE = "Библиотеките отварят врати за всички"
FIRST = (
    "Общинските библиотеки ще купят екранни четци и ще обучат служителите си да работят с тях. "
    "Средствата идват от европейска програма, която се изпълнява вече трета година."
)
SECOND = (
    "Първите нови места за четене ще бъдат готови през пролетта. Дотогава всяка библиотека ще "
    "запише най-търсените книги и ще ги заема безплатно на хора с увредено зрение."
)
THIRD = (
    "Читателите могат да предлагат заглавия по телефона или на място. Списъкът се подновява "
    "всеки месец и се окачва на входа."
)


def text_of(*paragraphs, between="\n\n", width=80):
    return between.join(wrapped(text, width) for text in (TITLE, *paragraphs)) + "\n"


def beside(left, right, width=44):
    rows = max(len(left), len(right))
    left, right = left + [""] * (rows - len(left)), right + [""] * (rows - len(right))
    return "\n".join(
        f"{one:<{width}}{other}".rstrip() for one, other in zip(left, right, strict=True)
    )


@pytest.mark.parametrize("widths", [(50, 90), (90, 50)])
def test_a_text_of_two_widths_is_whole_again(widths):
    first, second = widths
    text = f"{TITLE}\n\n{wrapped(FIRST, first)}\n{wrapped(SECOND, second)}\n"
    assert texts(text) == [TITLE, FIRST, SECOND]


def test_columns_side_by_side_are_read_one_after_the_other():
    left, right = wrapped(FIRST, 38).split("\n"), wrapped(SECOND, 38).split("\n")
    text = f"{TITLE}\n\n{beside(left, right)}\n"
    assert texts(text) == [TITLE, FIRST, SECOND]
    assert "columns" in [change.step for change in repairs(text)]


def test_soft_hyphens_do_not_shift_columns():
    left = [line.replace("библио", "биб\u00adли\u00adо") for line in wrapped(FIRST, 38).split("\n")]
    right = wrapped(SECOND, 38).split("\n")
    assert texts(f"{TITLE}\n\n{beside(left, right)}\n") == [TITLE, FIRST, SECOND]


def test_a_justified_line_is_no_table_and_no_column():
    lines = wrapped(FIRST, 60).split("\n")
    lines[0] = lines[0].replace(" ", "   ", 3)
    lines[1] = lines[1].replace(" ", "  ", 5)
    text = f"{TITLE}\n\n" + "\n".join(lines) + f"\n\n{wrapped(SECOND, 60)}\n"
    assert texts(text) == [TITLE, FIRST, SECOND]


TABLE = [["Град", "Четци", "Книги"], ["Видин", "12", "340"], ["Нова Загора", "7", "95"]]


@pytest.mark.parametrize(
    "printed",
    [
        "Град          Четци   Книги\nВидин            12     340\nНова Загора       7      95",
        "Град\tЧетци\tКниги\nВидин\t12\t340\nНова Загора\t7\t95",
        "Град Четци Книги\nВидин 12 340\nНова Загора 7 95",
        "Град Четци Книги\nВидин 12 340\nНова\nЗагора 7 95",
    ],
)
def test_rows_of_figures_are_a_table(printed):
    found = pieces(f"{text_of(FIRST)}\n{printed}\n\n{wrapped(SECOND)}\n")
    tables = [leaf.rows for leaf in found if leaf.kind == "table"]
    assert [[["".join(span.text for span in cell) for cell in row] for row in rows]
            for rows in tables] == [TABLE]  # fmt: skip
    assert found[-1].text == SECOND


def test_lines_that_end_in_one_number_each_stay_as_they_are():
    text = text_of(FIRST) + f"\nЗала 3\nЕтаж 2\n\n{wrapped(SECOND)}\n"
    assert "table" not in [kind for kind, _ in outline(text)]


@pytest.mark.parametrize(
    "lines",
    [
        ["Тихо сричаме в нощта,", "Свети стара лампа,", "Спи градът", "И снегът вали навън."],
        ["Градска библиотека", "ул. „Липа“ 5", "5800 Плевен", "Тел. 064 000 000"],
        ["Мария Стоилова", "Главен библиотекар", "Плевен"],
    ],
)
def test_verse_and_addresses_stay_in_lines(lines):
    text = text_of(FIRST, SECOND) + "\n" + "\n".join(lines) + f"\n\n{wrapped(THIRD)}\n"
    assert outline(text)[3:-1] == [("p", line) for line in lines]


def test_a_list_without_bullets_may_hold_a_name_among_small_letters():
    items = [
        "обучение на служителите в малките библиотеки и читалища, в които няма такива;",
        "Закон за библиотеките",
        "нови екранни четци.",
    ]
    text = text_of(FIRST, "Планът обхваща:") + "\n".join(wrapped(item, 80) for item in items)
    found = outline(f"{text}\n\n{wrapped(SECOND)}\n")
    assert found[3:6] == [("li", item) for item in items]
    assert found[6] == ("p", SECOND)


def test_short_lines_after_a_colon_are_items_without_any_marks():
    lines = ["полезни адреси", "Въпроси и отговори", "работно време"]
    text = text_of(FIRST, "На страницата ще намерите:") + "\n".join(lines) + "\n"
    assert outline(text)[3:] == [("li", line) for line in lines]


def test_a_dialogue_is_no_list():
    spoken = ["– Имате ли книги с едър шрифт?", "– Имаме.", "– А говорещи?"]
    text = text_of(FIRST) + "\n" + "\n".join(spoken) + f"\n\n{wrapped(SECOND)}\n"
    assert outline(text)[2:5] == [("p", line) for line in spoken]


def test_numbered_headings_keep_their_numbers():
    text = text_of(FIRST, "1. Какво се променя", SECOND, "2. Кога започва", THIRD)
    assert [x for x in outline(text) if x[0] == "heading"] == [
        ("heading", "1. Какво се променя"),
        ("heading", "2. Кога започва"),
    ]


def test_a_lead_in_after_a_full_line_begins_a_block():
    said = "„Книгата е за всички, а не само за онези, които могат да я видят.“"
    first = "Дарителите събраха сто и двайсет нови четци за библиотеките на седем малки града."
    lead = "Кметът каза:"
    text = f"{TITLE}\n\n{first}\n{lead}\n{said}\n\n{wrapped(SECOND, 82)}\n"
    assert texts(text)[1:4] == [first, lead, said]


def test_guillemets_make_a_quotation():
    said = "«Книгата е за всички, а не само за онези, които могат да я видят.»"
    assert ("quote", said) in outline(text_of(FIRST, said, SECOND))


def pages(*bodies, head="Бюлетин на библиотеките", form_feed=True):
    return ("\f" if form_feed else "").join(
        f"{head}\n{body}\nСтраница {number} от {len(bodies)}\n"
        for number, body in enumerate(bodies, 1)
    )


@pytest.mark.parametrize("form_feed", [True, False])
def test_heads_and_numbers_of_pages_go(form_feed):
    lines = wrapped(FIRST, 80).split("\n")
    first = f"{TITLE}\n\n" + "\n".join(lines[:1])
    second = "\n".join(lines[1:]) + f"\n\n{wrapped(SECOND, 80)}"
    text = pages(first, second, wrapped(THIRD, 80), form_feed=form_feed)
    assert texts(text) == [TITLE, FIRST, SECOND, THIRD]


def test_a_heading_with_another_number_on_each_page_stays():
    text = "\f".join(
        f"Раздел {number}\n\n{wrapped(body)}\n"
        for number, body in enumerate((FIRST, SECOND, THIRD), 1)
    )
    assert [t for t in texts(text) if t.startswith("Раздел")] == [
        "Раздел 1",
        "Раздел 2",
        "Раздел 3",
    ]


@pytest.mark.parametrize("note", ["1 Вж. решението от май.", "1\nВж. решението от май."])
def test_a_number_close_after_a_word_belongs_to_the_note_of_that_number(note):
    text = text_of(f"{FIRST[:-1]}.1", SECOND) + f"\n{note}\n"
    found = outline(text)
    assert found[1] == ("p", f"{FIRST}[1]")
    assert found[-1] == ("footnote", "[1] Вж. решението от май.")


def test_bullets_left_below_the_page_are_taken_out():
    text = text_of(FIRST) + "\n•\n•\n•\n"
    assert texts(text) == [TITLE, FIRST]
    assert [x.before for x in repairs(text) if x.step == "list-marker"] == ["•"] * 3


def test_a_line_end_after_every_soft_hyphen_parts_nothing():
    cut = SECOND.replace("библиотека", "биб\u00ad\nли\u00ad\nо\u00ad\nте\u00ad\nка")
    cut = cut.replace("зрение", "зре\u00ad\n\u2010\nние")
    text = f"{TITLE}\n\n{wrapped(FIRST)}\n\n"
    for word in ("готови", "четене", "заглавия"):
        cut = cut.replace(word, "\u00ad\n".join(word))
    assert texts(text + cut + "\n")[-1] == SECOND


def test_many_addresses_in_one_block_keep_their_order():
    words = [f"страница {number}" for number in range(300)]
    text = ", ".join(f"{word} (https://example.eu/{word[9:]})" for word in words)
    found = links(f"{TITLE}\n\n{FIRST} Вижте, {text}.\n")
    assert found == [(word, f"https://example.eu/{word[9:]}") for word in words]


def test_a_text_read_in_a_western_encoding_is_put_right_and_told():
    printed = text_of(FIRST).encode().decode("latin-1")
    assert texts(printed) == [TITLE, FIRST]
    assert repairs(printed)[0].step == "encoding"


def test_western_letters_of_their_own_are_left_alone():
    text = "Ðóra og Ñandú\n\nLa señora Núñez vive en La Coruña y Ðóra í Reykjavík.\n"
    assert texts(text)[-1] == "La señora Núñez vive en La Coruña y Ðóra í Reykjavík."


def test_rows_with_bars_are_a_table():
    text = (
        f"{TITLE}\n\nГодина | Книги | Читатели\n2024 | 3 400 | 95\n2025 | 3 650 | 120\n\n{FIRST}\n"
    )
    (table,) = [piece for piece in pieces(text) if piece.kind == "table"]
    assert table.text == "Година | Книги | Читатели\n2024 | 3 400 | 95\n2025 | 3 650 | 120"


def test_telephone_numbers_are_no_table():
    text = f"{TITLE}\n\nМария Иванова 0888 123 456\nПетър Петров +359 2 654 321\n\n{FIRST}\n"
    assert "table" not in [piece.kind for piece in pieces(text)]


def test_short_paragraphs_between_empty_lines_stay_apart():
    whole = [TITLE, "Първо изречение на писмото.", "Второ изречение.", "Трето и последно."]
    assert texts("\n\n".join(whole) + "\n") == whole
