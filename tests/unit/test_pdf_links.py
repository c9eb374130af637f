"""Links of PDF files: which words lead to an address, however badly its area is drawn."""

import pytest

from tests.unit.builders import Box, PdfFile, PdfPage, links, texts, wide

ADDRESS = "https://example.eu/bg/nagrada"
OTHER = "https://example.eu/bg/katalog"
BLUE, GREY = "0 0.2 0.6", "0.4 0.4 0.4"
BEFORE, ANCHOR, AFTER = "Прочетете ", "новия каталог", ", който излезе днес."


def written(page, *parts, y=100.0, x=60.0):
    """Write parts one after another, each a text or (text, colour); return where each stands."""
    boxes = []
    for part in parts:
        text, colour = (part, "0 0 0") if isinstance(part, str) else part
        page.write(text, x, y, colour=colour)
        boxes.append(Box(x, y - 11, x + wide(text), y + 3))
        x += wide(text)
    return boxes


def moved(box, *, left=0.0, right=0.0, down=0.0):
    return Box(box.left + left, box.top + down, box.right + right, box.bottom + down)


def pdf(page):
    return PdfFile(page).data()


@pytest.mark.parametrize(
    ("left", "right"), [(0, 0), (-20, 15), (8, -8), (-30, 300), (14, 20), (-14, -30)]
)
def test_a_coloured_link_reaches_as_far_as_its_colour(left, right):
    page = PdfPage()
    _, box, _ = written(page, BEFORE, (ANCHOR, BLUE), AFTER)
    page.link(ADDRESS, moved(box, left=left, right=right))
    assert links(pdf(page)) == [(ANCHOR, ADDRESS)]


def test_an_underlined_link_reaches_as_far_as_its_line():
    page = PdfPage()
    _, box, _ = written(page, BEFORE, ANCHOR, AFTER)
    page.content.append(f"{box.left} {842 - 102} {box.right - box.left} 0.7 re f")
    page.link(ADDRESS, moved(box, left=-20, right=40))
    assert links(pdf(page)) == [(ANCHOR, ADDRESS)]


def test_a_rule_under_the_whole_line_is_no_underline():
    page = PdfPage()
    _, box, _ = written(page, BEFORE, ANCHOR, AFTER)
    page.content.append(f"40 {842 - 102} 500 0.7 re f")
    page.link(ADDRESS, box)
    assert links(pdf(page)) == [(ANCHOR, ADDRESS)]


@pytest.mark.parametrize(("left", "right"), [(0, 3), (3, 4), (-2, -4), (-2, 2), (-16, 10)])
def test_a_link_of_the_texts_own_colour_ends_where_words_end(left, right):
    page = PdfPage()
    _, box, _ = written(page, BEFORE, ANCHOR, AFTER)
    page.link(ADDRESS, moved(box, left=left, right=right))
    assert links(pdf(page)) == [(ANCHOR, ADDRESS)]


def test_an_area_measured_before_the_line_was_stretched_belongs_to_the_same_words():
    page = PdfPage().write("Прочетете за новия каталог на всички библиотеки.", y=80)
    x = 60.0
    for word in ["Журито", "на", "конкурса", "похвали", "общия", "каталог", "на", "библиотеките"]:
        page.write(word, x, 100)
        x += wide(word) + 9  # three times as wide as a space
    start = 60 + wide("Журито на конкурса похвали ")
    page.link(ADDRESS, Box(start, 89, start + wide("общия каталог"), 103))
    assert links(pdf(page)) == [("общия каталог", ADDRESS)]


def test_an_area_a_line_too_high_belongs_to_the_words_below_it():
    page = PdfPage().write("Журито на конкурса за библиотеки реши така вчера.", y=85)
    _, box, _ = written(page, BEFORE, ANCHOR, AFTER)
    page.link(ADDRESS, moved(box, down=-15))
    assert links(pdf(page)) == [(ANCHOR, ADDRESS)]


def test_one_area_over_two_lines_covers_the_coloured_words_alone():
    page = PdfPage()
    written(page, "Подробности за конкурса има на ", ("страницата на", BLUE))
    written(page, ("журито", BLUE), ", която е обновена.", y=115)
    page.link(ADDRESS, Box(60, 89, 330, 118))
    assert links(pdf(page)) == [("страницата на журито", ADDRESS)]


def test_links_side_by_side_keep_each_its_address():
    page = PdfPage()
    boxes = written(page, "Вижте ", ("новия каталог", BLUE), " и ", ("наградите", BLUE), " тук.")
    page.link(ADDRESS, moved(boxes[1], left=-12, right=-12))
    page.link(OTHER, moved(boxes[3], left=-30, right=-12))
    assert links(pdf(page)) == [("новия каталог", ADDRESS), ("наградите", OTHER)]


def test_a_grey_paragraph_is_not_a_link_because_one_word_of_it_is():
    page = PdfPage().write("Журито на конкурса за библиотеки реши така вчера.", y=85)
    boxes = written(page, *((text, GREY) for text in ("Вижте ", "каталога", " на библиотеките.")))
    page.link(ADDRESS, boxes[1])
    assert links(pdf(page)) == [("каталога", ADDRESS)]


def test_an_area_that_is_repeated_beside_the_link_is_none():
    page = PdfPage().write("Журито на конкурса за библиотеки реши така вчера.", y=85)
    _, box, _ = written(page, BEFORE, (ANCHOR, BLUE), AFTER)
    page.link(ADDRESS, box).link(ADDRESS, Box(71, 74, 145, 88))
    assert links(pdf(page)) == [(ANCHOR, ADDRESS)]


@pytest.mark.parametrize(
    "action",
    [
        "/S /GoTo /D [0 /Fit]",
        "/S /Launch /F (calc.exe)",
        "/S /JavaScript /JS (app.alert\\(1\\))",
        "/S /URI /URI (javascript:alert\\(1\\))",
        "/S /URI /URI (../nagrada.html)",
    ],
)
def test_only_whole_addresses_are_links(action):
    page = PdfPage().write("Вижте каталога.")
    page.link(ADDRESS, Box(93, 89, 141, 103))
    page.annotations[0] = page.annotations[0].replace(f"/S /URI /URI ({ADDRESS})", action)
    assert (links(pdf(page)), texts(pdf(page))) == ([], ["Вижте каталога."])


@pytest.mark.parametrize(
    ("written_so", "address"),
    [
        ("( https://example.eu/bg )", "https://example.eu/bg"),
        ("(https://example.eu/a b.pdf)", "https://example.eu/a%20b.pdf"),
        ("(www.example.eu)", "https://www.example.eu"),
        ("(ime@example.eu)", "mailto:ime@example.eu"),
        (f"<{'feff' + ADDRESS.encode('utf-16-be').hex()}>", ADDRESS),
    ],
)
def test_addresses_are_read_however_they_are_written(written_so, address):
    page = PdfPage().write("Вижте каталога.")
    page.link(ADDRESS, Box(93, 89, 141, 103))
    page.annotations[0] = page.annotations[0].replace(f"({ADDRESS})", written_so)
    assert links(pdf(page)) == [("каталога", address)]


@pytest.mark.parametrize("underlined", [True, False])
def test_without_areas_the_look_of_the_words_before_an_address_tells_the_link(underlined):
    page = PdfPage().write("Журито на конкурса за библиотеки реши така вчера.", y=85)
    colour = "0 0 0" if underlined else BLUE
    boxes = written(page, "Подробности дава ", (ANCHOR, colour), f" ({ADDRESS}) на Съюза.")
    if underlined:
        width = boxes[1].right - boxes[1].left
        page.content.append(f"{boxes[1].left} {842 - 102} {width} 0.7 re f")
    assert links(pdf(page)) == [(ANCHOR, ADDRESS)]


def test_a_long_paragraph_in_a_colour_of_its_own_is_no_link_as_a_whole():
    page = PdfPage().lines("Журито на конкурса за библиотеки реши така вчера.\n" * 3, y=60)
    text = "Бележка на журито по повод на въпросите, които читателите задават всяка година"
    page.write(text, y=130, colour=GREY)
    page.write(f"на своите срещи: вижте страницата ({ADDRESS}).", y=145, colour=GREY)
    ((found, address),) = links(pdf(page))
    assert address == ADDRESS
    assert found != f"{text} на своите срещи: вижте страницата"
