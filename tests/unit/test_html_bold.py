"""Headings that a page only sets bold."""

import pytest

from tests.unit.test_html_importer import TEXT
from tests.unit.test_html_unseen import LONG, article_of, read


def levels(markup):
    """Return level and text of the headings below the title."""
    blocks = article_of(markup).blocks
    return [
        (each.level, "".join(span.text for span in each.spans))
        for each in blocks
        if hasattr(each, "level")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>Кораби без дим</strong></p>",
        '<p style="text-align:justify"><b>Кораби</b> <b>без дим</b> </p>',
        '<p><span style="font-weight: 700">Кораби без дим</span></p>',
        "<div><strong>Кораби без дим</strong></div>",
        "<p><strong>Кораби без дим</strong><br></p>",
    ],
)
def test_a_short_line_all_bold_over_a_text_is_a_heading(line):
    page = f"<body><h1>Пристанища</h1>{TEXT * 3}{line}{TEXT}</body>"
    assert ("heading", "Кораби без дим") in read(page)


@pytest.mark.parametrize(
    "below", ["<ul><li>Първа точка.</li></ul>", "<blockquote>Думи.</blockquote>"]
)
def test_what_stands_below_may_be_a_list_or_a_quotation(below):
    page = f"<body><h1>Пристанища</h1>{TEXT * 3}<p><b>Какво следва?</b></p>{below}</body>"
    assert ("heading", "Какво следва?") in read(page)


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("Корабите спират да пушат от понеделник.", TEXT),  # a sentence
        ("Говорителят добави:", TEXT),
        (f"Пристанищата, {LONG} {LONG[:-1]}", TEXT),  # long
        ("12 345", TEXT),
        ('Вижте <a href="https://example.eu/">доклада</a>', TEXT),
        ("Графика 1", '<p>Кораби</p><p>(в проценти)</p><img src="a.png" alt="Линия нагоре">'),
        (
            "Кораби по години",
            "<table><tr><td>2025</td><td>3</td></tr><tr><td>2026</td><td>4</td></tr></table>",
        ),
        ("Край на съобщението", ""),
    ],
)
def test_other_bold_lines_stay_paragraphs(line, below):
    page = f"<body><h1>Пристанища</h1>{TEXT * 3}<p><b>{line}</b></p>{below}</body>"
    words = line.split("<")[0].split()[0]
    kinds = {kind for kind, text in read(page) if text.startswith(words)}
    assert "heading" not in kinds
    assert kinds


def test_bold_lines_one_below_the_other_are_an_address_or_a_card():
    card = "<p><b>Пристанищна администрация</b></p><p><b>Русе</b></p>"
    blocks = read(f"<body><h1>Пристанища</h1>{TEXT * 3}{card}</body>")
    kinds = {text: kind for kind, text in blocks}
    assert kinds["Пристанищна администрация"] == kinds["Русе"] == "p"


def test_its_level_is_below_that_of_the_last_true_heading():
    bold = "<p><b>{}</b></p>" + TEXT
    text = bold.format("Едно") + f"<h3>Две</h3>{TEXT}" + bold.format("Три") + bold.format("Четири")
    page = f"<body><h1>Пристанища</h1>{TEXT}{text}</body>"
    assert levels(page)[-4:] == [(2, "Едно"), (3, "Две"), (4, "Три"), (4, "Четири")]


@pytest.mark.parametrize(
    "line", ["Русе, 12 май 2026 г.", "Мария Колева", "Снимка: Пристанище Русе"]
)
def test_days_names_and_credits_are_no_headings(line):
    page = f"<body><h1>Пристанища</h1>{TEXT * 2}<p><b>{line}</b></p>{TEXT}</body>"
    assert ("heading", line) not in read(page)


@pytest.mark.parametrize("name", ["fontsize", "textsize"])
def test_names_of_sizes_of_letters_are_no_headings(name):
    page = f'<body><h1>Пристанища</h1>{TEXT}<p class="{name}">Кораби</p>{TEXT}</body>'
    assert ("p", "Кораби") in read(page)
