"""Every block is named for what it is; what a format says of it is kept."""

import pytest

from reader.model.raw import TagKind
from tests.unit.builders import (
    Printed,
    article,
    line,
    outline,
    page_document,
    pieces,
    printed_block,
    printed_line,
    repairs,
    tagged,
    text_document,
)

TITLE = "Награда за достъпни библиотеки"
BODY = """Комисията обяви днес имената на отличените библиотеки в конкурса за достъпност, който
се провежда за пета поредна година. Наградата се дава на библиотеки, които са направили
книгите си достъпни за хора с увредено зрение и за възрастни хора.
"""
MORE = """Церемонията ще се състои през май в Пловдив. На нея ще присъстват представители на
всички държави членки, както и писатели, издатели и читатели от целия Европейски съюз.
"""
SAID = "„Четенето е право на всеки човек, а не лукс за малцина, които имат късмет.“"


def within(*lines):
    """Return the outline of what stands between two paragraphs."""
    middle = "\n".join(lines)
    found = outline(f"{TITLE}\n\n{BODY}\n{middle}\n\n{MORE}")
    return found[2:-1]


@pytest.mark.parametrize(
    "printed",
    ["15 октомври 2026 г.", "15 октомври 2026", "15.10.2026 г.", "15.10.2026", "1 МАЙ 2026"],
)
def test_a_date_alone_is_a_date(printed):
    assert within(printed) == [("date", printed)]


@pytest.mark.parametrize("text", ["15 октомври 2026 г. е краят на срока.", "15 страници 2026"])
def test_a_line_that_only_begins_like_a_date_is_none(text):
    assert within(text)[0][0] != "date"


def test_the_first_short_block_is_the_title():
    assert outline(f"{TITLE}\n\n{BODY}\n{MORE}")[0] == ("title", TITLE)


def test_a_first_block_that_is_a_sentence_is_no_title():
    assert outline(f"{BODY}\n{MORE}")[0][0] == "p"


def test_a_short_block_above_text_is_a_heading_of_level_two():
    found = pieces(f"{TITLE}\n\n{BODY}\nКакво следва\n\n{MORE}")
    assert [(leaf.kind, leaf.level, leaf.text) for leaf in found][2] == (
        "heading",
        2,
        "Какво следва",
    )


def test_a_question_above_text_is_a_heading():
    assert within("Кой може да участва?") == [("heading", "Кой може да участва?")]


def test_the_last_block_is_never_a_heading():
    assert outline(f"{TITLE}\n\n{BODY}\nЕлена Примерова\n")[-1] == ("p", "Елена Примерова")


def test_a_line_that_is_a_link_is_no_heading():
    assert within("Въпроси и отговори (https://example.eu/bg/vaprosi)") == [
        ("p", "Въпроси и отговори")
    ]


def test_numbered_lines_are_an_ordered_list():
    text = f"{TITLE}\n\n{BODY}\n1. общ каталог;\n2. обучение;\n3. проверка.\n"
    found = [leaf for leaf in pieces(text) if leaf.place]
    assert [leaf.text for leaf in found] == ["общ каталог;", "обучение;", "проверка."]
    assert [(leaf.place.index, leaf.place.count) for leaf in found] == [(1, 3), (2, 3), (3, 3)]
    assert all(leaf.place.ordered for leaf in found)


@pytest.mark.parametrize("marks", ["•••", "***", "–––", "абв"])
def test_bullets_and_letters_are_an_unordered_list(marks):
    listed = [
        f"{mark}{')' if mark.isalpha() else ''} {text}"
        for mark, text in zip(marks, ("общ каталог;", "обучение;", "проверка."), strict=True)
    ]
    text = f"{TITLE}\n\n{BODY}\nПланът предвижда:\n" + "\n".join(listed) + "\n"
    found = [leaf for leaf in pieces(text) if leaf.place]
    assert [leaf.text for leaf in found] == ["общ каталог;", "обучение;", "проверка."]
    assert not any(leaf.place.ordered for leaf in found)


def test_a_text_that_begins_with_a_dash_is_no_list():
    found = outline(f"– Кой пише книгите на света?\n\n{BODY}\n{MORE}")
    assert found[0][1].startswith("– Кой пише")
    assert "li" not in [kind for kind, _ in found]


def test_bare_lines_after_a_colon_that_begin_small_are_items():
    lines = ("Планът предвижда:", "общ каталог;", "обучение на учителите;", "проверка.")
    assert [kind for kind, _ in within(*lines)] == ["p", "li", "li", "li"]


def test_a_marker_taken_off_is_a_repair():
    made = repairs(f"{TITLE}\n\n{BODY}\n1. общ каталог;\n2. обучение.\n")
    assert [(x.before, x.after) for x in made if x.step == "list-marker"] == [
        ("1. общ каталог;", "общ каталог;"),
        ("2. обучение.", "обучение."),
    ]


def test_a_bold_numbered_line_is_a_heading_and_keeps_its_number():
    found = page_document(
        *printed_block(BODY.strip(), Printed(y=150)),
        printed_line("1. Какво следва", Printed(y=220, bold=True)),
        *printed_block(MORE.strip(), Printed(y=245)),
    )
    assert "1. Какво следва" in [text for _, text in outline(found)]


def test_notes_are_footnotes():
    text = f"{TITLE}\n\n{BODY}\n[1] Регламент (ЕС) 2019/882.\n[2] Вж. съобщението.\n"
    assert outline(text)[-2:] == [
        ("footnote", "[1] Регламент (ЕС) 2019/882."),
        ("footnote", "[2] Вж. съобщението."),
    ]


def test_a_note_mark_in_the_text_stays():
    assert within("Правилата вече са в сила [1].") == [("p", "Правилата вече са в сила [1].")]


def test_a_block_all_in_quotation_marks_is_a_quotation():
    assert within(SAID) == [("quote", SAID)]


def test_a_quotation_inside_a_quotation_belongs_to_it():
    said = "„Когато чуя „няма достъп“, се питам какво още можем да направим за всички.“"
    assert within(said) == [("quote", said)]


@pytest.mark.parametrize(
    "text",
    [
        f"Комисарят заяви: {SAID}",
        "„Библиотека за всеки“ е новата инициатива на Комисията, която „остава задълго“.",
        "„Библиотека за всеки“",
    ],
)
def test_words_in_quotation_marks_alone_make_no_quotation(text):
    assert within(text)[0][0] != "quote"


def test_a_quotation_of_two_paragraphs_is_two_blocks():
    first = "„Четенето е право на всеки човек, а не лукс за малцина.\n"
    found = page_document(
        *printed_block(BODY.strip(), Printed(y=150)),
        *printed_block(first.strip(), Printed(y=220)),
        *printed_block("Затова започваме с библиотеките.“", Printed(y=250)),
        *printed_block(MORE.strip(), Printed(y=290)),
    )
    assert [kind for kind, _ in outline(found)][1:] == ["quote", "quote", "p"]


def test_lines_after_a_colon_that_are_links_are_a_list():
    lines = (
        "Полезни страници:",
        "Въпроси и отговори (https://example.eu/bg/vaprosi)",
        "Закон за достъпността (https://example.eu/bg/zakon)",
    )
    assert [kind for kind, _ in within(*lines)] == ["p", "li", "li"]


def test_links_far_apart_are_no_list():
    found = page_document(
        *printed_block(BODY.strip(), Printed(y=150)),
        printed_line("Полезни страници:", Printed(y=220)),
        printed_line("Въпроси и отговори", Printed(y=250), link="https://example.eu/1"),
        printed_line("Закон за достъпността", Printed(y=280), link="https://example.eu/2"),
    )
    assert [kind for kind, _ in outline(found)] == ["p", "p", "p", "p"]


def test_one_link_after_a_colon_is_no_list():
    lines = ("Полезна страница:", "Въпроси и отговори (https://example.eu/bg/vaprosi)")
    assert [kind for kind, _ in within(*lines)] == ["p", "p"]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (TagKind.PARAGRAPH, "p"),
        (TagKind.LEAD, "lead"),
        (TagKind.QUOTE, "quote"),
        (TagKind.FOOTNOTE, "footnote"),
        (TagKind.ITEM, "li"),
        (TagKind.HEADING, "heading"),
        (TagKind.FIGURE, "figure"),
        (TagKind.CELL, "table"),
    ],
)
def test_what_a_format_says_is_kept(kind, shown):
    found = text_document(
        tagged(TITLE, TagKind.TITLE, 1),
        tagged("Библиотеките са готови.", kind, 2),
        tagged("Конкурсът приключи.", TagKind.PARAGRAPH, 3),
    )
    assert outline(found)[1][0] == shown


def test_elements_of_a_format_decide_where_blocks_begin():
    found = text_document(
        tagged(TITLE, TagKind.TITLE, 1),
        tagged("Конкурсът, който", TagKind.PARAGRAPH, 2),
        tagged("приключи днес.", TagKind.PARAGRAPH, 2),
        tagged("продължава и през май.", TagKind.PARAGRAPH, 3),
    )
    assert outline(found)[1:] == [
        ("p", "Конкурсът, който приключи днес."),
        ("p", "продължава и през май."),
    ]


def test_headings_of_a_printed_page_have_levels_by_size():
    found = page_document(
        printed_line(TITLE, Printed(y=90, size=22, bold=True)),
        *printed_block(BODY.strip(), Printed(y=130)),
        printed_line("Какво следва", Printed(y=200, size=16, bold=True)),
        *printed_block(MORE.strip(), Printed(y=225)),
        printed_line("Срокове", Printed(y=280, size=13, bold=True)),
        *printed_block(BODY.strip(), Printed(y=300)),
    )
    assert [(leaf.kind, leaf.level) for leaf in pieces(found) if leaf.level] == [
        ("title", 1),
        ("heading", 2),
        ("heading", 3),
    ]


def test_an_empty_document_has_no_kinds():
    assert article(text_document()).blocks == ()
    assert article(text_document(line("   "))).blocks == ()
