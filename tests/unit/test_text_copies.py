"""What the copy of a page brings along: heads of pages, notes, tables, columns, headings."""

import pytest

from tests.unit.builders import outline, pieces, texts, wrapped
from tests.unit.test_text_shapes import FIRST, SECOND, THIRD, TITLE, text_of


@pytest.mark.parametrize("code", ["BG {}", "BG {}/2", "ST 7704/31{}"])
def test_codes_with_the_number_of_the_page_go(code):
    gaps = "   ", "      "
    pages = [
        f"{wrapped(body)}\n\n{code.format(gaps[number - 1] + str(number))}\n"
        for number, body in ((1, FIRST), (2, SECOND))
    ]
    assert texts(f"{TITLE}\n\n" + "\f".join(pages)) == [TITLE, FIRST, SECOND]


def test_a_head_tells_where_pages_begin_that_have_no_number():
    head = "Служба за публикации\nГодишен доклад за четенето\n"
    first, second = wrapped(f"{FIRST} {SECOND} {THIRD}", 50), wrapped(f"{SECOND} {FIRST}", 50)
    text = f"{head}{TITLE}\n\n{first}\n{head}{second}\n"
    assert texts(text) == [TITLE, f"{FIRST} {SECOND} {THIRD}", f"{SECOND} {FIRST}"]


def test_a_paragraph_said_twice_is_no_head_of_a_page():
    text = "\n\n".join([wrapped(FIRST), wrapped(SECOND)] * 3) + "\n"
    assert texts(text) == [FIRST, SECOND] * 3


@pytest.mark.parametrize("mark", ["¹", "1", "\n1"])
def test_a_raised_mark_and_its_note(mark):
    note = f"{mark.strip()} Данните са на общините."
    text = f"{text_of(FIRST)[:-1]}{mark}\n\n{wrapped(SECOND)}\n\n{note}\n"
    assert outline(text)[1:] == [
        ("p", f"{FIRST}[1]"),
        ("p", SECOND),
        ("footnote", "[1] Данните са на общините."),
    ]


def test_a_raised_unit_is_no_mark():
    words = "Читалнята е голяма 40 м² и има място за двадесет читатели."
    assert words in texts(text_of(words, f"{FIRST}¹", SECOND) + "\n¹ Данните са на общините.\n")


def test_a_note_inside_a_sentence_stands_at_the_end():
    lines = wrapped(f"{FIRST} {SECOND}").split("\n")
    lines[0] = lines[0].replace("четци", "четци[1]")
    notes = ["[1] Програми, които четат на глас какво е изписано", "на екрана."]
    text = "\n".join([TITLE, "", *lines[:2], *notes, *lines[2:], ""])
    assert outline(text)[1:] == [
        ("p", f"{FIRST} {SECOND}".replace("четци", "четци[1]")),
        ("footnote", "[1] Програми, които четат на глас какво е изписано на екрана."),
    ]


CELLS = [["Група", "2029 г."], ["Деца", "1 204"], ["Лица с увреждания", "19,7"], ["Други", "4"]]


@pytest.mark.parametrize(
    "printed",
    [
        "Група 2029 г.\nДеца 1 204\nЛица с\nувреждания\n19,7\nДруги 4",
        "\n".join(cell for row in CELLS for cell in row),
    ],
)
def test_a_table_is_told_by_its_figures(printed):
    text = f"{text_of(FIRST)}\n{printed}\n\n{wrapped(SECOND)}\n"
    table = "\n".join(" | ".join(row) for row in CELLS)
    assert [leaf.text for leaf in pieces(text) if leaf.kind == "table"] == [table]


def test_columns_whose_lines_stand_between_each_other():
    left, right = wrapped(FIRST, 38).split("\n"), wrapped(SECOND, 38).split("\n")
    right = [" " * 44 + line for line in right]
    rows = [line for pair in zip(left, right, strict=False) for line in pair]
    rest = left[len(right) :] + right[len(left) :]
    text = f"{TITLE}\n\n\n" + "\n".join([*rows, *rest]) + "\n"
    assert texts(text) == [TITLE, FIRST, SECOND]


def test_a_heading_above_a_word_too_long_for_its_line():
    words = "Административнонаказателното производство срещу издателя е прекратено от съда."
    body = f"{wrapped(FIRST, 30)}\n\n{wrapped(SECOND, 30)}"
    text = f"{TITLE}\n\n{body}\nФактите и спорът\n{wrapped(words, 30)}\n"
    assert outline(text)[-2:] == [("heading", "Фактите и спорът"), ("p", words)]


def test_a_paragraph_after_a_list_is_whole():
    items = ["слушалки за всички;", "екранни четци."]
    text = "\n".join([TITLE, "", wrapped(FIRST), "Програмата плаща:", *items, wrapped(SECOND), ""])
    assert outline(text)[2:] == [
        ("p", "Програмата плаща:"),
        *(("li", item) for item in items),
        ("p", SECOND),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Национална библиотека, 1504 София, България",
        "За медиите: Мария Стоянова, тел. +359 2 555 01 42",
        "СЪВЕТЪТ НА БИБЛИОТЕКИТЕ,",
    ],
)
def test_lines_that_are_no_headings(line):
    assert ("p", line) in outline(f"{text_of(FIRST)}\n{line}\n\n{wrapped(SECOND)}\n")


@pytest.mark.parametrize("mark", ["({}) ", "o "])
def test_marks_of_items(mark):
    items = ["слушалки за всички;", "екранни четци."]
    printed = "\n".join(mark.format(number) + item for number, item in enumerate(items, 1))
    text = f"{text_of(FIRST)}\nПрограмата плаща:\n{printed}\n\n{wrapped(SECOND)}\n"
    assert outline(text)[3:-1] == [("li", item) for item in items]
