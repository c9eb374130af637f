"""Tables on PDF pages and in structure trees: rows, columns, empty cells, parts."""

import pytest

from reader.model.article import Table, plain
from tests.unit.builders import PdfFile, PdfPage, article, outline, texts, wide

LEFT = """Комисията обяви имената на
отличените библиотеки, които са
направили книгите си достъпни за
хора с увредено зрение, и обеща
нови средства за"""
RIGHT = """училищата. Церемонията ще се
състои през май в Пловдив, а
гости ще бъдат писатели, издатели
и читатели от целия Европейски
съюз, както и деца."""
BELOW = """Журито заседава три дни и
прочете всички предложения на
общините, преди да реши коя от"""
AFTER = """тях заслужава първата награда.
Догодина конкурсът ще бъде
отворен и за други."""
HALF = 320


def whole(*blocks):
    return " ".join(blocks).replace("\n", " ")


def pdf(*pages, **known):
    return PdfFile(*pages, **known).data()


def rows_of(source):
    found = [block for block in article(source).blocks if isinstance(block, Table)]
    return [
        [[plain(cell) for cell in row] for row in (*((x.header,) if x.header else ()), *x.rows)]
        for x in found
    ]


def table(page, rows, top=200, step=14, places=(60, 220, 330)):
    """Draw the lines of a table, a bold header first; "" draws nothing."""
    for number, row in enumerate(rows):
        for x, cell in zip(places, row, strict=True):
            if cell:
                page.write(cell, x, top + step * number, font="Regular" if number else "Bold")
    return page


def test_a_cell_goes_on_in_the_next_line_though_rows_stand_as_near():
    rows = [
        ("Услуга", "Срок", "Цена"),
        ("Запис на книга по", "15 дни", "7,50"),
        ("поръчка на читател", "", ""),
        ("Карта", "веднага", "0,00"),
        ("Копие с едър шрифт,", "3 дни", "1,20"),
        ("включително превод", "", ""),
    ]
    assert rows_of(pdf(table(PdfPage(), rows))) == [
        [
            ["Услуга", "Срок", "Цена"],
            ["Запис на книга по поръчка на читател", "15 дни", "7,50"],
            ["Карта", "веднага", "0,00"],
            ["Копие с едър шрифт, включително превод", "3 дни", "1,20"],
        ]
    ]


def test_names_at_the_left_and_numbers_at_the_right_are_one_column():
    page = PdfPage()
    for x, lines in ((60, ("Причина",)), (200, ("Момичета,", "%")), (330, ("Момчета,", "%"))):
        for number, line in enumerate(lines):
            page.write(line, x, 200 + 13 * number, font="Bold")
    rows = [["Безсъние", "34,1", "25,7"], ["Самота", "29,8", "28,3"], ["Друго", "8,6", "9,4"]]
    for number, row in enumerate(rows):
        page.write(row[0], 60, 235 + 20 * number)
        for right, cell in zip((270, 400), row[1:], strict=True):
            page.write(cell, right - wide(cell), 235 + 20 * number)
    assert rows_of(pdf(page)) == [[["Причина", "Момичета, %", "Момчета, %"], *rows]]


def test_an_empty_cell_keeps_its_column():
    rows = [
        ("Акт", "За", "Против"),
        ("Регламент", "25", "2"),
        ("Директива", "", "3"),
        ("Решение", "27", ""),
    ]
    assert rows_of(pdf(table(PdfPage(), rows, step=24))) == [[list(row) for row in rows]]


@pytest.mark.parametrize("ruled", [True, False])
def test_lines_drawn_across_make_cells_that_stand_near(ruled):
    page = PdfPage()
    rows = ("12.6.2029", "Жалба"), ("3.2.2030", "Заседание"), ("7.7.2030", "Решение")
    for number, (day, what) in enumerate(rows):
        page.write(day, 130 - wide(day), 200 + 14 * number).write(what, 140, 200 + 14 * number)
    if ruled:
        page.content += [f"60 {page.height - y} m 300 {page.height - y} l S" for y in (188, 234)]
    assert len(rows_of(pdf(page))) == ruled


def test_the_text_of_columns_goes_on_below_a_table_only_when_all_were_read_above_it():
    page = PdfPage().lines(LEFT, 60, 100).lines(RIGHT, HALF, 100)
    rows = [("Град", "Книги", "Дял"), ("Варна", "1250", "6,8"), ("Русе", "870", "4,1")]
    table(page, rows, top=190, step=20, places=(60, 150, 220))
    page.lines(BELOW, 60, 260).lines(AFTER, HALF, 260)
    data = pdf(page)
    assert rows_of(data) == [[list(row) for row in rows]]
    found = outline(data)
    assert [kind for kind, _ in found] == ["p", "table", "p"]
    assert found[0][1] == whole(LEFT, RIGHT)
    assert found[2][1] == whole(BELOW, AFTER)


def test_a_table_beside_a_text_stands_in_its_own_column():
    page = PdfPage().lines(LEFT, 60, 100).lines(f"{RIGHT}\n{BELOW}\n{AFTER}", HALF, 100)
    rows = [("Град", "Книги", "Дял"), ("Варна", "1250", "6,8"), ("Русе", "870", "4,1")]
    table(page, rows, top=187, step=20, places=(60, 150, 220))
    page.lines(BELOW, 60, 260)
    assert [kind for kind, _ in outline(pdf(page))][:2] == ["p", "table"]
    assert outline(pdf(page))[0][1] == whole(LEFT)


def marked(*rows):
    """Return a page with a line for each text, its content ids counted from 0."""
    page = PdfPage()
    for number, text in enumerate(rows):
        page.write(text, y=100 + 20 * number, content=number)
    return page


def test_cells_of_the_tree_that_take_several_rows_or_columns_leave_room_for_them():
    page = marked("Град", "Книги", "Варна", "нови", "стари", "12", "Русе", "7", "9")
    tree = [
        (
            "Table",
            [
                ("TR", [("TH", [(0, 0)]), ("TH", [(0, 1)], "/A <</O /Table /ColSpan 2>>")]),
                (
                    "TR",
                    [
                        ("TH", [(0, 2)], "/A [<</O /Table /RowSpan 2>>]"),
                        ("TD", [(0, 3)]),
                        ("TD", [(0, 4)]),
                    ],
                ),
                ("TR", [("TD", []), ("TD", [(0, 5)])]),
                ("TR", [("TH", [(0, 6)]), ("TD", [(0, 7)]), ("TD", [(0, 8)])]),
            ],
        )
    ]
    assert rows_of(pdf(page, elements=tree)) == [
        [
            ["Град", "Книги", ""],
            ["Варна", "нови", "стари"],
            ["", "", "12"],
            ["Русе", "7", "9"],
        ]
    ]


def test_two_tables_of_the_tree_one_after_the_other_are_two():
    tree = [
        ("Table", [("TR", [("TD", [(0, 2 * n)]), ("TD", [(0, 2 * n + 1)])]) for n in (0, 1)]),
        ("Table", [("TR", [("TD", [(0, 2 * n)]), ("TD", [(0, 2 * n + 1)])]) for n in (2, 3)]),
    ]
    page = marked("Варна", "1250", "Русе", "870", "Бургас", "77", "Ямбол", "18")
    assert rows_of(pdf(page, elements=tree)) == [
        [["Варна", "1250"], ["Русе", "870"]],
        [["Бургас", "77"], ["Ямбол", "18"]],
    ]


def test_the_label_of_a_note_is_its_mark_and_that_of_a_heading_its_number():
    page = marked(
        "Награда", "2", "Правила", "Журито реши.", "1", "1", "По данни на общината за годината."
    )
    tree = [
        ("H1", [(0, 0)]),
        ("H2", [("Lbl", [(0, 1)]), (0, 2)]),
        ("P", [(0, 3), ("Lbl", [(0, 4)]), ("Note", [("Lbl", [(0, 5)]), (0, 6)])]),
    ]
    found = outline(pdf(page, elements=tree))
    assert found[1] == ("heading", "2 Правила")
    assert found[2][1].replace(" ", "") == "Журитореши.[1]"
    assert found[3] == ("footnote", "[1] По данни на общината за годината.")


def test_a_word_cut_at_a_stroke_is_one():
    page = PdfPage().lines("Колоездачите се движат с не повече от 30 км/\nч по алеите.", 60, 100)
    assert texts(pdf(page)) == ["Колоездачите се движат с не повече от 30 км/ч по алеите."]


def test_the_dots_of_a_table_of_contents_go_and_each_entry_is_a_block():
    page = PdfPage().write("Съдържание", 60, 100, size=14, font="Bold")
    entries = ("Увод", "5"), ("За библиотеките и читалищата", "12"), ("Заключение", "143")
    for number, (name, at) in enumerate(entries):
        dots = "." * int((480 - wide(f"{name}  {at}")) / wide("."))
        page.write(f"{name} {dots} {at}", 60, 130 + 16 * number)
    assert texts(pdf(page)) == ["Съдържание", *(f"{name} {at}" for name, at in entries)]
