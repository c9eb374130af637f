"""What Orca says of tables, notes, pictures, lines and sentences."""

import sys
from pathlib import Path

import pytest

from tests.gui.article_sample import SAMPLE

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("show_article.py")
TITLE = SAMPLE.title
CAPTION = "Средства по държави до 2030 г."
HEADING = "Какво се променя за превозвачите"
LEAD = "".join(span.text for span in SAMPLE.blocks[2].spans)
SENTENCES = (LEAD[: LEAD.index("Подробностите") - 1], LEAD[LEAD.index("Подробностите") :])


@pytest.fixture(scope="module")
def program(session):
    argv = [sys.executable, "-X", "faulthandler", str(PROGRAM)]
    program = session.launch(argv, {"PYTHONPATH": str(ROOT)})
    session.wait_window("READER")
    session.heard(until=TITLE, settle=1)
    yield program
    assert program.poll() is None, session.log("program")


@pytest.fixture
def orca(session, program):
    """The session, at the start of the article."""
    session.key("F5", until="младежки")
    session.key("F6", until=TITLE)
    return session


@pytest.fixture
def table(orca):
    """The session, on the caption of the table."""
    orca.key("t", until="columns")
    return orca


@pytest.mark.check("A58", "Reading by table and picture")
def test_a_table_tells_its_caption_and_its_size(orca):
    heard = orca.key("t", until="columns")
    assert heard.lines == (CAPTION, "table with 4 rows 3 columns.")


@pytest.mark.check("A17", "Table by cells, rows and columns")
def test_down_reads_row_by_row(table):
    assert table.key("Down", until="Милиони").lines == (
        "Държава.",
        "Пристанища.",
        "Милиони евро.",
    )
    assert table.key("Down", until="310").lines == ("България.", "Русе, Лом, Видин.", "310.")


@pytest.mark.check("A17", "Table by cells, rows and columns")
def test_a_cell_is_read_with_the_name_of_its_column(table):
    table.key("Down", until="Милиони")
    table.key("Down", until="310")
    heard = table.key("alt+shift+Right", until="Видин")
    assert heard == "Пристанища column header Русе, Лом, Видин."
    assert table.key("alt+shift+Right", until="310") == "Милиони евро column header 310."
    assert "185" in table.key("alt+shift+Down", "alt+shift+Down", until="185")


@pytest.mark.check("A60", "When there is no further one it is said")
def test_the_edge_of_a_table_is_said(table):
    table.key("Down", until="Милиони")
    assert table.key("alt+shift+Up", until="Edge") == "Edge of the table."
    table.key("ctrl+Home", until=TITLE)
    assert table.key("alt+shift+Right", until="Not") == "Not in a table."


@pytest.mark.check("A18", "Reading by block")
def test_after_the_last_row_the_text_goes_on(table):
    for words in ("Милиони", "310", "420", "185"):
        table.key("Down", until=words)
    assert table.key("Down", until="level") == "Следващи стъпки heading level 3."


@pytest.mark.check("A58", "Reading by table and picture")
@pytest.mark.check("A67", "Pictures are told by their alternative text")
def test_g_reads_what_a_picture_shows(orca):
    heard = orca.key("g", until="Карта")
    assert heard.startswith("Карта на Дунав с дванадесетте пристанища, включени в плана")


@pytest.mark.check("A59", "Reading by paragraph and sentence")
def test_sentences_are_read_one_by_one(orca):
    orca.key("Down", until="Брюксел")
    assert orca.key("alt+Down", until="евро").lines == (SENTENCES[0],)
    assert orca.key("alt+Down", until="регламент").lines == (SENTENCES[1],)
    assert (
        orca.key("alt+Down", until="level") == "Какво се променя за превозвачите heading level 2."
    )
    assert orca.key("alt+Up", until="регламент").lines == (SENTENCES[1],)


@pytest.mark.check("A21", "Reading by line")
def test_lines_of_the_screen_are_read_one_by_one(orca):
    orca.key("Down", until="Брюксел")
    lines = [orca.key("ctrl+Down", until=LEAD[:20])]
    lines += [orca.key("ctrl+Down", until=words) for words in ("пристанища", "Подробностите")]
    said = " ".join(lines).replace(".", "")  # Orca ends what it reads with a stop
    assert LEAD.replace(".", "").startswith(said)
    assert len(said) > len(LEAD) / 2


@pytest.mark.check("A59", "Reading by paragraph and sentence")
def test_p_goes_by_paragraphs(orca):
    assert orca.key("p", until="Брюксел") == "Брюксел, 14 май 2025 г."
    assert orca.key("p", until="регламент") == LEAD
    assert "Корабите ще подават" in orca.key("p", until="безопасност")


@pytest.mark.check("A23", "Select text")
def test_a_line_can_be_selected(orca):
    orca.key("Down", until="Брюксел")
    assert "selected" in orca.key("shift+End", until="selected")


@pytest.mark.check("A24", "Copy text")
def test_what_is_selected_is_copied(orca):
    orca.key("Down", until="Брюксел")
    orca.key("shift+End", until="selected")
    orca.press("ctrl+c", "F8")
    orca.wait(lambda: "copied Брюксел, 14 май 2025 г." in orca.log("program"), 5, "copy")


@pytest.mark.check("A16", "To a footnote and back")
def test_from_a_mark_to_its_note_and_back(orca):
    orca.key("F7", until="средства")
    heard = orca.key("n", until="note mark")
    assert heard.lines == ("[1] link.", "note mark, Enter goes to the note.")
    orca.key("n", "n", until="[1]")
    heard = orca.key("Return", until="goes back")
    assert heard.lines == ("[1] По текущи цени.", "note, Enter goes back to the text.")
    assert orca.key("Return", until="note mark").startswith("[1] link.")
    assert orca.key("Up", until="средства").startswith("Комисията отпусна средства[1]")


@pytest.mark.check("A57", "Reading by quotation")
def test_a_quotation_of_two_paragraphs_is_one(orca):
    heard = orca.key("q", until="страница")
    assert heard.lines[0] == "block quote."
    assert orca.key("Down", until="вече има").lines == (
        "„Реката е най-евтиният път, който Европа вече има.“",
    )
    assert orca.key("q", until="quotation") == "No next quotation."


@pytest.mark.check("A17", "Table by cells, rows and columns")
def test_the_tree_holds_a_table_with_its_cells(session, program):
    article = session.tree("show_article").find("panel", "Article")
    cells = article.find("table", CAPTION).all("table cell")
    assert [cell.text for cell in cells[:6]] == [
        *("Държава", "Пристанища", "Милиони евро"),
        *("България", "Русе, Лом, Видин", "310"),
    ]


@pytest.mark.check("A25", "The language switches")
@pytest.mark.check("A68", "The article's tree tells each language")
def test_foreign_words_in_a_paragraph_have_their_language(orca):
    article = orca.tree("show_article").find("panel", "Article")
    words = article.find("label", "The Danube is the second longest river")
    assert words.locale.startswith("en")
    assert article.find("paragraph", "The Danube").locale.startswith("bg")
