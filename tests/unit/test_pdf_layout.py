"""Untagged PDF pages: columns, tables, notes; and what structure trees get wrong."""

import pytest

from reader.model.article import Figure, Table, plain
from tests.unit.builders import PdfFile, PdfPage, article, outline, repairs, texts, wide

LEFT = """Комисията обяви имената на
отличените библиотеки, които са
направили книгите си достъпни за
хора с увредено зрение, и обеща
нови средства."""
RIGHT = """Церемонията ще се състои през
май в Пловдив, а гости ще бъдат
писатели, издатели и читатели от
целия Европейски съюз, както и
местните деца."""
SUMMARY = "Конкурсът за достъпност приключи и отличените библиотеки вече са известни на всички."
HALF = 320


def whole(block):
    return block.replace("\n", " ")


def pdf(*pages, **known):
    return PdfFile(*pages, **known).data()


def row_by_row(page, top=130):
    """Draw two columns line by line across both."""
    for number, pair in enumerate(zip(LEFT.split("\n"), RIGHT.split("\n"), strict=True)):
        page.write(pair[0], 60, top + 15 * number).write(pair[1], HALF, top + 15 * number)
    return page


def table(page, rows, top=200, step=24, places=(60, 220, 330)):
    """Draw the cells of a table, the lines of a cell 13 points apart."""
    for number, row in enumerate(rows):
        for x, cell in zip(places, row, strict=True):
            page.lines(cell, x, top + number * step, 13)
    return page


def grid(page, xs, ys):
    """Draw the lines of a grid."""
    height = page.height
    page.content += [f"{xs[0]} {height - y} m {xs[-1]} {height - y} l S" for y in ys]
    page.content += [f"{x} {height - ys[0]} m {x} {height - ys[-1]} l S" for x in xs]
    return page


def rows_of(source):
    found = [block for block in article(source).blocks if isinstance(block, Table)]
    return [
        [[plain(cell) for cell in row] for row in (*((x.header,) if x.header else ()), *x.rows)]
        for x in found
    ]


def test_columns_drawn_row_by_row_are_read_one_after_the_other():
    assert texts(pdf(row_by_row(PdfPage()))) == [whole(LEFT), whole(RIGHT)]


def test_a_title_over_both_columns_comes_first_and_a_line_below_them_last():
    page = row_by_row(PdfPage().write(SUMMARY, 60, 100, size=11)).write(SUMMARY, 60, 240, size=11)
    assert texts(pdf(page)) == [SUMMARY, whole(LEFT), whole(RIGHT), SUMMARY]


def test_columns_of_unequal_length_and_height_are_columns():
    page = PdfPage().lines(RIGHT, HALF, 104).lines(LEFT, 60, 100).lines(RIGHT, 60, 190)
    assert texts(pdf(page)) == [whole(LEFT), whole(RIGHT), whole(RIGHT)]


CELLS = [["Град", "Читатели", "Книги"], ["Варна", "412", "1250"], ["Русе", "95", "870"]]


def test_cells_without_lines_make_a_table_by_their_places():
    page = table(PdfPage().lines(LEFT, 60, 90), CELLS)
    assert rows_of(pdf(page)) == [CELLS]
    assert texts(pdf(page))[0] == whole(LEFT)


def test_numbers_may_end_in_line_instead():
    page = PdfPage()
    for number, row in enumerate(CELLS):
        page.write(row[0], 60, 200 + 20 * number)
        for x, cell in zip((260, 360), row[1:], strict=True):
            page.write(cell, x - wide(cell), 200 + 20 * number)
    assert rows_of(pdf(page)) == [CELLS]


WRAPPED = [
    ["Услуга", "Описание", "Цена"],
    ["Карта", "важи за всички\nфилиали в града", "0,00"],
    ["Запис по\nпоръчка", "до сто страници", "7,50"],
]
UNWRAPPED = [[whole(cell) for cell in row] for row in WRAPPED]


@pytest.mark.parametrize("lines", [True, False])
def test_a_cell_may_have_several_lines(lines):
    page = table(PdfPage(), WRAPPED, step=34)
    if lines:
        grid(page, (55, 215, 325, 400), (185, 219, 253, 287))
    assert rows_of(pdf(page)) == [UNWRAPPED]


def test_the_lines_of_a_grid_tell_cells_that_no_gap_tells():
    page = PdfPage()
    for number, row in enumerate((("Варна и Русе", "412"), ("Велико Търново", "1250"))):
        page.write(row[0], 60, 200 + 20 * number)
        page.write(row[1], 60 + wide("Велико Търново") + 4, 200 + 20 * number)
    edge = 60 + wide("Велико Търново") + 2
    grid(page, (55, edge, edge + 50), (185, 206, 226))
    assert rows_of(pdf(page)) == [[["Варна и Русе", "412"], ["Велико Търново", "1250"]]]


def test_a_box_round_a_paragraph_is_no_table():
    page = grid(PdfPage().lines(LEFT, 60, 100), (50, 300), (85, 170))
    assert outline(pdf(page)) == [("p", whole(LEFT))]


def test_a_table_that_goes_on_over_the_page_is_one_and_its_header_is_said_once():
    first = table(PdfPage(), CELLS, top=700)
    rest = table(PdfPage(), [CELLS[0], ["Бургас", "77", "64"], ["Ямбол", "18", "55"]], top=80)
    data = pdf(first, rest)
    assert rows_of(data) == [[*CELLS, ["Бургас", "77", "64"], ["Ямбол", "18", "55"]]]
    assert "Читатели" in [change.before for change in repairs(data)]


def marked(page, number, x, y):
    return page.write(number, x, y - 5, size=7)


def test_a_raised_number_is_a_mark_where_a_note_begins_with_it():
    text = "Наградата се дава за пета поредна година"
    page = marked(PdfPage().write(text, 60, 100), "1", 60 + wide(text), 100)
    page.write(".", 60 + wide(text) + 4, 100)
    marked(page, "1", 60, 760).write("По данни на общината за миналата година.", 65, 760, size=9)
    assert outline(pdf(page)) == [
        ("p", f"{text}[1]."),
        ("footnote", "[1] По данни на общината за миналата година."),
    ]


def test_a_raised_number_without_a_note_is_a_power():
    text = "Новата зала има площ от двеста м"
    page = PdfPage().write(text, 60, 100)
    assert texts(pdf(marked(page, "2", 60 + wide(text), 100))) == [f"{text}²"]


def test_a_note_does_not_cut_the_paragraph_that_goes_on_over_the_page():
    first, rest = LEFT.rsplit("\n", 2)[0], "\n".join(LEFT.split("\n")[3:])
    page = PdfPage().lines(first, 60, 700)
    page.write("[1] По данни на общината за миналата година.", 60, 770, size=9)
    found = outline(pdf(page, PdfPage().lines(rest, 60, 80)))
    assert found[0] == ("p", whole(LEFT))
    assert found[1][0] == "footnote"


def test_bullets_of_a_symbol_font_and_nested_dashes_make_lists():
    page = PdfPage().lines(LEFT, 60, 100)
    for number, (x, text) in enumerate(
        ((60, "\uf0b7 библиотеки в града"), (80, "– детски отдели"), (60, "\uf0b7 училища"))
    ):
        page.write(text, x, 190 + 18 * number)
    found = outline(pdf(page))[1:]
    assert found == [("li", "библиотеки в града"), ("li", "детски отдели"), ("li", "училища")]


def test_text_set_askew_is_taken_out_and_said():
    page = PdfPage().lines(LEFT, 60, 100)
    page.content.append(
        "BT /Regular 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <041F0440043E04310430> Tj ET"
    )
    data = pdf(page)
    assert texts(data) == [whole(LEFT)]
    assert [change.before for change in repairs(data) if change.after == ""] == ["Проба"]


def test_an_element_for_each_line_is_no_structure():
    lines = f"{LEFT}\n{RIGHT}".split("\n")
    page = PdfPage()
    for number, text in enumerate(lines):
        gap = 30 if number > 4 else 0
        page.write(text, 60, 100 + 15 * number + gap, content=number)
    tree = [("P", [(0, number)]) for number in range(len(lines))]
    assert texts(pdf(page, elements=tree)) == [whole(LEFT), whole(RIGHT)]


def test_one_title_is_enough():
    page = PdfPage().write("Награда за библиотеки", y=90, content=0)
    page.lines(LEFT, 60, 120).write("Какво следва", y=240, content=1)
    page.write(SUMMARY, y=260, content=2)
    tree = [("H1", [(0, 0)]), ("H1", [(0, 1)]), ("P", [(0, 2)])]
    assert [kind for kind, _ in outline(pdf(page, elements=tree))] == ["title", "heading", "p"]


def test_a_picture_is_told_by_its_alternative_text():
    page = PdfPage().write(SUMMARY, y=100, content=0).picture()
    alt = "Деца четат в новата зала".encode("utf-16-be").hex()
    tree = [("P", [(0, 0)]), ("Figure", [], f"/Alt <feff{alt}>")]
    figures = [x for x in article(pdf(page, elements=tree)).blocks if isinstance(x, Figure)]
    assert [figure.alt for figure in figures] == ["Деца четат в новата зала"]


def test_a_page_that_the_tree_leaves_out_is_read_by_its_letters():
    first = PdfPage().lines(LEFT, 60, 100).lines(RIGHT, 60, 200)
    first.content = [f"/P <</MCID 0>> BDC {' '.join(first.content)} EMC"]
    second = PdfPage().lines(LEFT, 60, 400).lines(RIGHT, 60, 500)
    found = texts(pdf(first, second, elements=[("P", [(0, 0)])]))
    assert found[-2:] == [whole(LEFT), whole(RIGHT)]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(turn):
    """The page is drawn sideways or upside down, and turned back when shown."""
    page = PdfPage().write(SUMMARY, 60, 100, size=10).write(whole(RIGHT)[:60], 60, 300)
    matrix = {90: "0 1 -1 0 842 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 595"}[turn]
    page.content = [f"q {matrix} cm {' '.join(page.content)} Q"]
    data = pdf(page)
    box = b"[0 0 595 842]" if turn == 180 else b"[0 0 842 595]"
    data = data.replace(b"[0 0 595 842]", box + b" /Rotate %d" % turn)
    assert texts(data) == [SUMMARY, whole(RIGHT)[:60].strip()]
