"""PDF files: letters, lines, links and bullets; the structure tree; and what cannot be read."""

import pytest

from reader import importers
from reader.importers.incoming import Incoming
from reader.model.article import Table, plain
from reader.model.raw import Box, TagKind
from tests.unit.builders import (
    PdfFile,
    PdfPage,
    article,
    links,
    outline,
    pieces,
    texts,
    wide,
)

ADDRESS = "https://example.eu/bg/nagrada"
BODY = """Комисията обяви днес имената на отличените библиотеки в конкурса за достъпност,
който се провежда за пета поредна година. Наградата се дава на библиотеки, които са
направили книгите си достъпни за хора с увредено зрение и за възрастни хора, казва
журито."""
MORE = """Церемонията ще се състои през май в Пловдив. На нея ще присъстват представители на
всички държави членки, както и писатели, издатели и читатели от целия Европейски
съюз."""


def whole(block):
    return block.replace("\n", " ")


def pdf(*pages, **known):
    return PdfFile(*pages, **known).data()


def read(data, **known):
    return importers.read(Incoming(data, **known))


def under(words, before="", y=100.0):
    """Return the area of words printed at the left edge, after other words."""
    left = 60 + wide(before)
    return Box(left, y - 11, left + wide(words), y + 3)


def test_lines_come_with_their_places_sizes_and_style():
    page = PdfPage().write("Награда", 60, 90, size=20, font="Bold").write("Журито реши.", 72, 130)
    title, body = read(pdf(page)).lines
    assert (title.text, title.font_size, title.bold, title.page) == ("Награда", 20, True, 0)
    assert (body.text, body.font_size, body.bold) == ("Журито реши.", 12, False)
    assert (round(body.box.left), round(body.box.bottom)) == (72, 130)
    assert round(body.box.right - body.box.left) == round(wide("Журито реши."))
    assert title.box.bottom < body.box.top


def test_a_document_knows_its_pages_and_its_name():
    file = PdfFile(PdfPage().write("едно"), PdfPage(height=420).write("две"))
    document = read(file.data("Награда за библиотеки"))
    assert document.title == "Награда за библиотеки"
    assert [(page.width, page.height) for page in document.pages] == [(595, 842), (595, 420)]
    assert [line.page for line in document.lines] == [0, 1]


def test_style_changes_inside_a_line_are_runs_of_it():
    page = PdfPage().write("Вижте ", 60).write("тук", 60 + wide("Вижте "), font="Italic")
    page.write("новото", 60 + wide("Вижте тук "), colour="0 0 1")
    (line,) = read(pdf(page)).lines
    assert line.text == "Вижте тук новото"
    assert [run.italic for run in line.runs] == [False, True, False]
    assert line.runs[-1].colour == (0, 0, 255)


def test_paragraphs_and_hyphens_of_a_printed_page_are_repaired():
    page = PdfPage().write("Награда за библиотеки", y=80, size=20, font="Bold")
    page.lines("Конкурсът за най-\nдобра библиотека показа, че доку-\nментите са достъпни.", y=120)
    assert texts(pdf(page)) == [
        "Награда за библиотеки",
        "Конкурсът за най-добра библиотека показа, че документите са достъпни.",
    ]


@pytest.mark.parametrize("hyphen", ["-", "\u00ad", "\u2010"])
def test_any_hyphen_that_cuts_a_word_goes(hyphen):
    page = PdfPage().lines(f"Те показаха, че доку{hyphen}\nментите им са достъпни за всички.")
    assert texts(pdf(page)) == ["Те показаха, че документите им са достъпни за всички."]


def test_a_space_that_lies_under_the_hyphen_is_none():
    page = PdfPage().write("Участват и уни ").write("-", 60 + wide("Участват и уни"))
    page.write("верситети от Съюза.", y=115)
    assert texts(pdf(page)) == ["Участват и университети от Съюза."]


def test_letters_printed_apart_are_one_word_and_words_printed_apart_are_two():
    page = PdfPage().write("Три", 60).write("дес", 60 + wide("Три")).write("участници", 110)
    assert texts(pdf(page)) == ["Тридес участници"]


def test_a_raised_note_mark_stays_in_its_line():
    page = PdfPage().write("климата", 60, 100).write("11", 60 + wide("климата"), 96, size=7)
    page.write("тези правила", 60 + wide("климата ") + 8, 100)
    assert len(read(pdf(page)).lines) == 1


def test_two_columns_are_read_one_after_the_other():
    left = (
        "Комисията обяви днес\nимената на отличените\nбиблиотеки в конкурса\nза достъпност, който"
    )
    right = "се провежда за пета\nпоредна година."
    page = PdfPage().write("Награда за библиотеки", y=80, size=20, font="Bold")
    found = texts(pdf(page.lines(left, y=120).lines(right, 310, 120)))
    assert found == ["Награда за библиотеки", whole(f"{left} {right}")]


def test_bullets_drawn_as_shapes_make_items():
    page = PdfPage().lines(BODY)
    for number, text in enumerate(("общ каталог;", "обучение;", "проверка.")):
        page.dot(66, 175 + 15 * number).write(text, 78, 180 + 15 * number)
    found = outline(pdf(page.lines(MORE, y=240)))
    assert found[1:4] == [("li", "общ каталог;"), ("li", "обучение;"), ("li", "проверка.")]
    assert found[4] == ("p", whole(MORE))


def test_shapes_that_are_no_bullets_make_no_items():
    page = PdfPage().dot(66, 98, side=30).dot(300, 98).lines(BODY)
    assert outline(pdf(page)) == [("p", whole(BODY))]


def test_the_words_over_a_link_area_lead_to_its_address():
    page = PdfPage().write("Вижте каталога, моля.").link(ADDRESS, under("каталога", "Вижте "))
    assert links(pdf(page)) == [("каталога", ADDRESS)]


def test_a_link_area_upside_down_is_one_too():
    area = under("каталога", "Вижте ")
    turned = Box(area.right, area.bottom, area.left, area.top)
    page = PdfPage().write("Вижте каталога, моля.").link(ADDRESS, turned)
    assert links(pdf(page)) == [("каталога", ADDRESS)]


def test_a_link_over_two_lines_is_one_link():
    page = PdfPage().lines("Повече подробности за конкурса ще намерите на страницата\nна журито.")
    before = "Повече подробности за конкурса ще намерите на "
    page.link(ADDRESS, under("страницата", before)).link(ADDRESS, under("на журито", y=115))
    assert links(pdf(page)) == [("страницата на журито", ADDRESS)]


def test_an_address_printed_after_its_link_goes():
    page = PdfPage().write(f"Вижте каталога ({ADDRESS}) днес.")
    page.link(ADDRESS, under(f"каталога ({ADDRESS})", "Вижте "))
    assert texts(pdf(page)) == ["Вижте каталога днес."]
    assert links(pdf(page)) == [("каталога", ADDRESS)]


def test_words_that_stand_in_columns_are_a_table():
    page = PdfPage().lines(BODY, y=100).lines(MORE, y=320)
    for row, cells in enumerate((("Държава", "Книги"), ("България", "2 700"), ("Румъния", "41"))):
        font = "Regular" if row else "Bold"
        for column, text in enumerate(cells):
            page.write(text, 60 + 150 * column, 220 + 20 * row, font=font)
    (table,) = [block for block in article(pdf(page)).blocks if isinstance(block, Table)]
    assert [plain(cell) for cell in table.header] == ["Държава", "Книги"]
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["България", "2 700"],
        ["Румъния", "41"],
    ]


def marked(*rows, **known):
    """Return a page with a line for each text, its content ids counted from 0."""
    page = PdfPage(**known)
    for number, text in enumerate(rows):
        page.write(text, y=100 + 20 * number, content=number)
    return page


def test_the_structure_tree_says_what_is_what():
    rows = ("Награда за библиотеки", "Какво следва", "Журито реши.", "Това е важно.", "каталог")
    tree = [
        ("H1", [(0, 0)]),
        ("H2", [(0, 1)]),
        ("P", [(0, 2)]),
        ("BlockQuote", [("P", [(0, 3)])]),
        ("L", [("LI", [("LBody", [(0, 4)])])]),
    ]
    assert outline(pdf(marked(*rows), elements=tree)) == [
        ("title", rows[0]),
        ("heading", rows[1]),
        ("p", rows[2]),
        ("quote", rows[3]),
        ("li", rows[4]),
    ]


def test_one_element_over_two_pages_is_one_paragraph():
    pages = marked("Награда", "Журито реши"), marked("да няма трета награда.")
    tree = [("H1", [(0, 0)]), ("P", [(0, 1), (1, 0)])]
    assert texts(pdf(*pages, elements=tree)) == ["Награда", "Журито реши да няма трета награда."]


def test_the_order_is_that_of_the_tree_and_not_that_of_the_page():
    tree = [("H1", [(0, 2)]), ("P", [(0, 0)]), ("P", [(0, 1)])]
    page = marked("първи абзац", "втори абзац", "Награда за библиотеки")
    assert texts(pdf(page, elements=tree)) == [
        "Награда за библиотеки",
        "първи абзац",
        "втори абзац",
    ]


def test_what_stands_outside_the_tree_is_no_text():
    page = marked("Награда за библиотеки", "Журито реши така.").write("11/23/26, 5:10 PM", y=20)
    tree = [("H1", [(0, 0)]), ("P", [(0, 1)])]
    assert texts(pdf(page, elements=tree)) == ["Награда за библиотеки", "Журито реши така."]


def test_a_tree_that_covers_hardly_any_text_is_not_believed():
    page = marked("Награда за библиотеки", "Журито реши да няма трета награда тази година.", "тук")
    assert "Журито реши да няма трета награда тази година." in " ".join(
        texts(pdf(page, elements=[("Link", [(0, 2)])]))
    )


def test_headings_have_the_levels_of_the_tree():
    tree = [(f"H{level}", [(0, level - 1)]) for level in range(1, 7)]
    found = pieces(pdf(marked(*(f"Раздел {level}" for level in range(1, 7))), elements=tree))
    assert [leaf.level for leaf in found] == [1, 2, 3, 4, 5, 6]


def test_the_text_that_the_tree_gives_comes_before_the_letters():
    soft = ("Span", [(0, 1)], "/ActualText <FEFF00AD>")
    page = marked("Журито отличи доку", "--", "ментите ни.")
    assert texts(pdf(page, elements=[("P", [(0, 0), soft, (0, 2)])])) == [
        "Журито отличи документите ни."
    ]


def test_a_list_in_a_list_is_deeper_and_labels_are_no_text():
    rows = ("Награда", "•", "първо", "–", "второ", "•", "трето")
    inner = ("L", [("LI", [("Lbl", [(0, 3)]), ("LBody", [(0, 4)])])])
    tree = [
        ("H1", [(0, 0)]),
        (
            "L",
            [
                ("LI", [("Lbl", [(0, 1)]), ("LBody", [("P", [(0, 2)]), inner])]),
                ("LI", [("Lbl", [(0, 5)]), ("LBody", [(0, 6)])]),
            ],
        ),
    ]
    found = pieces(pdf(marked(*rows), elements=tree))[1:]
    assert [(leaf.text, leaf.place.depth, leaf.place.index) for leaf in found] == [
        ("първо", 1, 1),
        ("второ", 2, 1),
        ("трето", 1, 2),
    ]


def test_cells_make_a_table():
    rows = ("Държава", "Библиотеки", "България", "27")
    tree = [
        (
            "Table",
            [
                ("TR", [("TH", [(0, 0)]), ("TH", [(0, 1)])]),
                ("TR", [("TD", [(0, 2)]), ("TD", [("P", [(0, 3)])])]),
            ],
        )
    ]
    (table,) = article(pdf(marked(*rows), elements=tree)).blocks
    assert [plain(cell) for cell in table.header] == ["Държава", "Библиотеки"]
    assert [[plain(cell) for cell in row] for row in table.rows] == [["България", "27"]]


def test_the_tree_says_the_language():
    document = read(pdf(marked("Журито реши."), elements=[("P", [(0, 0)])]))
    assert document.language == "bg-BG"
    assert [line.tag.kind for line in document.lines] == [TagKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/S /P", b"/S 17"),
        (b"/MCID 0>>]", b"/MCID (a)>>]"),
        (b"/K [<<", b"/K [null (a) 1.5 true <<"),
        (b"/StructTreeRoot /K", b"/StructTreeRoot /L"),
        (b"/S /P /K", b"/S /P /L"),
    ],
)
def test_a_broken_tree_does_not_hide_the_text(old, new):
    data = pdf(marked("Журито реши."), elements=[("P", [(0, 0)])])
    assert old in data
    assert texts(data.replace(old, new)) == ["Журито реши."]
