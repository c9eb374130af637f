"""Letters of PDF files: spaces, figures, scripts, turned pages, and what nobody sees."""

import pytest

from reader import importers
from reader.importers.incoming import Incoming
from tests.unit.builders import PdfFile, PdfPage, repairs, texts, wide

LINE = "Библиотеките в Пловдив и Русе получиха наградата за достъпност."
MORE = "Журито похвали и общия им каталог, който излезе през май."


def pdf(page, old="", new=""):
    data = PdfFile(page).data()
    return data.replace(old.encode(), new.encode()) if old else data


def codes(text):
    return f"<{text.encode('utf-16-be').hex()}>"


def shown(operators, y=742):
    """Return a page with these text operators, in 12 points at the left edge."""
    page = PdfPage()
    page.content.append(f"BT /Regular 12 Tf 1 0 0 1 60 {y} Tm {operators} ET")
    return page


def found(data):
    return [line.text for line in importers.read(Incoming(data)).lines]


def made(data, step):
    return [change.before for change in repairs(data) if change.step == step]


def test_letter_spaced_words_are_whole():
    assert found(pdf(shown(f"4 Tc {codes('България днес')} Tj"))) == ["България днес"]
    assert found(pdf(shown(f"{codes('Б ъ л г а р и я  д н е с')} Tj"))) == ["България днес"]


def test_single_letters_and_figures_in_a_row_are_not_run_together():
    assert found(pdf(shown(f"{codes('Глави 1 2 3 4 5 6 7 8')} Tj"))) == ["Глави 1 2 3 4 5 6 7 8"]


@pytest.mark.parametrize("move", [300, 160, 110])
def test_words_are_apart_where_the_pen_moves_instead_of_a_space(move):
    words = f" {-move} ".join(map(codes, LINE.split()))
    assert found(pdf(shown(f"[{words}] TJ"))) == [LINE]


def test_kerning_inside_words_makes_no_spaces():
    pieces = " -40 ".join(codes(LINE[at : at + 2]) for at in range(0, len(LINE), 2))
    assert found(pdf(shown(f"[{pieces}] TJ"))) == [LINE]


def test_words_of_right_to_left_scripts_are_read_from_their_beginning():
    page = shown(f"{codes('Поздравът ')} Tj {codes('םלועל םולש')} Tj {codes(' е мир.')} Tj")
    assert found(pdf(page)) == ["Поздравът לעולם שלום е мир."]


def test_small_figures_after_units_and_elements_are_written_as_they_stand():
    small, usual = "/Regular 7 Tf {} Ts", "/Regular 12 Tf 0 Ts"
    up, down = small.format(4), small.format(-2)
    page = shown(
        f"{codes('Паркът е 12 км')} Tj {up} {codes('2')} Tj {usual} {codes(', а CO')} Tj "
        f"{down} {codes('2')} Tj {usual} {codes(' пада.')} Tj"
    )
    assert found(pdf(page)) == ["Паркът е 12 км², а CO₂ пада."]


@pytest.mark.parametrize(("before", "figure"), [("климата", "2"), ("12 км", "1"), ("2010", "3")])
def test_a_raised_figure_that_may_be_a_note_mark_stays_a_figure(before, figure):
    page = shown(f"{codes(before)} Tj /Regular 7 Tf 4 Ts {codes(figure)} Tj")
    assert found(pdf(page))[0].endswith(figure)


def test_a_glyph_without_a_letter_is_not_taken_for_another():
    # U+0141 is in none of the rows that the font maps; its code is not what is drawn.
    page = shown(f"{codes('hŁps://example.eu')} Tj")
    assert found(pdf(page)) == ["h\ufffdps://example.eu"]


TURNED = {
    1: ("0 1 -1 0 100 60", "0 1 -1 0 115 60"),
    2: ("-1 0 0 -1 500 742", "-1 0 0 -1 500 757"),
    3: ("0 -1 1 0 500 700", "0 -1 1 0 485 700"),
}


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_text_on_a_turned_page_is_read_in_lines(quarters):
    page = PdfPage()
    for matrix, text in zip(TURNED[quarters], (LINE, MORE), strict=True):
        page.content.append(f"BT /Regular 12 Tf {matrix} Tm {codes(text)} Tj ET")
    document = importers.read(Incoming(pdf(page, "/Contents", "/Rotate 90 /Contents")))
    assert [line.text for line in document.lines] == [LINE, MORE]
    above, below = (line.box for line in document.lines)
    assert below.bottom - above.bottom == pytest.approx(15)
    assert above.right - above.left == pytest.approx(wide(LINE), abs=1)


def test_places_are_told_from_the_corner_of_the_crop_box():
    page = PdfPage().write("Награда", 160, 200)
    data = pdf(page, "/MediaBox [0 0 595 842]", "/MediaBox [0 0 595 842] /CropBox [50 100 500 800]")
    document = importers.read(Incoming(data))
    (line,) = document.lines
    assert (document.pages[0].width, document.pages[0].height) == (450, 700)
    assert (round(line.box.left), round(line.box.bottom)) == (110, 158)


HIDDEN = {
    "without ink": f"BT /Regular 12 Tf 3 Tr 1 0 0 1 60 700 Tm {codes('таен запис')} Tj ET 0 Tr",
    "white": f"BT /Regular 12 Tf 1 1 1 rg 1 0 0 1 60 700 Tm {codes('таен запис')} Tj ET",
    "tiny": f"BT /Regular 0.4 Tf 1 0 0 1 60 700 Tm {codes('таен запис')} Tj ET",
    "outside": f"BT /Regular 12 Tf 1 0 0 1 60 900 Tm {codes('таен запис')} Tj ET",
}


@pytest.mark.parametrize("how", HIDDEN)
def test_what_does_not_show_is_taken_out_and_told(how):
    page = PdfPage().write(LINE, y=100).write(MORE, y=115)
    page.content.append(HIDDEN[how])
    assert texts(pdf(page)) == [f"{LINE} {MORE}"]
    assert made(pdf(page), "hidden") == ["таен запис"]


def test_white_letters_on_a_dark_ground_are_read():
    page = PdfPage().write(LINE, y=100)
    page.content.append("0 0.1 0.4 rg 50 680 300 40 re f")
    page.write("Награда", y=150, colour="1 1 1")
    assert "Награда" in found(pdf(page))


def test_the_letters_that_recognition_laid_under_a_picture_are_read():
    page = PdfPage().picture()
    for number, text in enumerate((LINE, MORE)):
        page.content.append(
            f"BT /Regular 12 Tf 3 Tr 1 0 0 1 60 {700 - 15 * number} Tm {codes(text)} Tj ET"
        )
    assert found(pdf(page)) == [LINE, MORE]


def test_a_table_that_runs_over_the_edge_is_read():
    page = PdfPage().write(LINE, y=100).write("Пловдив", 500, 130).write("12", 610, 130)
    assert " ".join(found(pdf(page))).endswith("12")


def test_a_stamp_set_across_the_page_is_taken_out_and_told():
    page = PdfPage().write(LINE, y=100).write(MORE, y=115)
    page.content.append(f"BT /Regular 40 Tf 0.7 0.7 -0.7 0.7 150 300 Tm {codes('ПРОЕКТ')} Tj ET")
    if made(pdf(page), "aslant"):  # the library drops text aslant in a font without a file
        assert made(pdf(page), "aslant") == ["ПРОЕКТ"]
    assert texts(pdf(page)) == [f"{LINE} {MORE}"]


def test_a_font_of_rubbish_in_a_readable_file_is_called_doubtful():
    mapped = str.maketrans("аеиоснт", "5<6=A@7")
    page = PdfPage().lines("\n".join([LINE, MORE] * 6))
    for number in range(3):
        page.write(f"{LINE} {MORE}".translate(mapped), y=400 + 15 * number, font="Italic")
    (doubtful,) = made(pdf(page), "garbled")
    assert doubtful.startswith(LINE.translate(mapped)[:20])
    assert LINE.translate(mapped) in " ".join(found(pdf(page)))


def test_fonts_of_their_own_for_latin_letters_and_marks_are_not_rubbish():
    page = PdfPage().lines("\n".join([LINE, MORE] * 6))
    for number in range(4):
        page.write("https://example.eu/bg/a-b/c_d.html, 12,4 %; 45 – 60;", y=400 + 15 * number)
        page.write("27. 13,5 %: 3 602; –.-:-", 60, 500 + 15 * number, font="Italic")
    assert made(pdf(page), "garbled") == []
