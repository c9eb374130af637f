"""What Orca says of an article, key by key, and what the accessible tree holds."""

import sys
from pathlib import Path

import pytest

from tests.gui.article_sample import ENGLISH, PRESS_RELEASE, REGULATION, SAMPLE, SUBTITLE

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("show_article.py")
TITLE = SAMPLE.title
H, K, Q, TWO = "43", "45", "24", "11"  # keys by their place on the keyboard


@pytest.fixture(scope="module")
def started(session):
    """The program with the article; what Orca said when it came up."""
    argv = [sys.executable, "-X", "faulthandler", str(PROGRAM)]
    program = session.launch(argv, {"PYTHONPATH": str(ROOT)})
    session.wait_window("READER")
    yield session.heard(until="Машинен превод", settle=1)
    assert program.poll() is None, session.log("program")


@pytest.fixture
def orca(session, started):
    """The session, at the start of the article."""
    session.layout("us")
    session.key("Down", "ctrl+Home", until=SUBTITLE)
    return session


@pytest.fixture(scope="module")
def tree(session, started):
    return session.tree("show_article")


@pytest.mark.check("A69", "A new article is told from its title")
def test_the_start_names_the_window_the_article_and_the_title(started):
    assert started.lines == (
        "READER frame.",
        "Article panel.",
        f"{TITLE} heading level 1.",
        f"{SUBTITLE}.",
    )


@pytest.mark.check("A15", "The reading order is right")
@pytest.mark.check("A18", "Reading by block")
def test_down_reads_the_next_block_whole_and_nothing_else(orca):
    orca.key("Down", until="Брюксел")
    lead = "".join(span.text for span in SAMPLE.blocks[2].spans)
    assert orca.key("Down", until="регламент").lines == (lead,)


@pytest.mark.check("A22", "Reading by heading")
@pytest.mark.check("A65", "Headings tell their level")
def test_h_and_digits_go_by_headings(orca):
    assert orca.key("h", until="level") == "Какво се променя за превозвачите heading level 2."
    assert orca.key("2", until="level") == "Как се разпределят средствата heading level 2."
    assert orca.key("3", until="level") == "Следващи стъпки heading level 3."
    assert orca.key("H", until="level") == "Как се разпределят средствата heading level 2."


@pytest.mark.check("A55", "Reading by link")
@pytest.mark.check("A64", "Links tell their name and address and can be followed")
def test_k_reads_a_link_and_its_address_but_not_the_paragraph_around_it(orca):
    first = orca.key("k", until="ferry")
    assert first.lines == ("съобщението за медиите link.", f"1 of 3, {PRESS_RELEASE}.")
    second = orca.key("k", until="118")
    assert second.lines == ("новия регламент link.", f"2 of 3, {REGULATION}.")
    third = orca.key("k", until="ferry")
    assert third.lines == ("the original press release link.", f"3 of 3, {ENGLISH}.")


@pytest.mark.check("A64", "Links tell their name and address and can be followed")
def test_enter_follows_the_link_that_has_the_focus(orca):
    orca.key("k", "k", until=REGULATION)
    orca.key("Return", settle=0)
    orca.wait(lambda: f"opened {REGULATION}" in orca.log("program"), 5, "link to open")


@pytest.mark.check("A57", "Reading by quotation")
def test_q_says_that_it_is_a_quotation_and_what_it_says(orca):
    said = orca.key("q", until="страница")
    assert said.lines[0] == "block quote."
    assert said.lines[1].startswith("„Дунав свързва десет държави")


@pytest.mark.check("A56", "Reading by list and item")
@pytest.mark.check("A66", "Lists tell how many items they have")
def test_lists_tell_how_many_items_they_have(orca):
    assert orca.key("l", until="досие").lines == (
        "List with 3 items.",
        "едно електронно досие вместо единадесет хартиени формуляра;",
    )
    assert orca.key("i", until="брега").lines == ("електрическо захранване от брега:",)


@pytest.mark.check("A60", "When there is no further one it is said")
def test_when_there_is_no_further_one_it_is_said(orca):
    headings = ("превозвачите", "средствата", "стъпки", "Контекст")
    said = [orca.key("h", until=words) for words in headings]
    assert [" ".join(lines.split()[-3:]) for lines in said] == [
        "heading level 2.",
        "heading level 2.",
        "heading level 3.",
        "heading level 2.",
    ]
    assert orca.key("h", until="heading") == "No next heading."
    assert orca.key("6", until="heading") == "No next heading at level 6."
    assert orca.key("n", until="Сумите").startswith("[1]")
    assert orca.key("n", until="note") == "No next note."


@pytest.mark.check("A19", "Reading by character")
@pytest.mark.check("A20", "Reading by word")
def test_letters_and_words_are_read_as_the_caret_passes(orca):
    assert orca.key("Right", until="С") == "С"
    assert orca.key("Right", until=" ") == " "
    assert orca.key("ctrl+Right", until="ускорява").strip() == "ускорява"
    assert orca.key("ctrl+Right", until="обновяването").strip() == "обновяването"
    assert orca.key("ctrl+Left", until="обновяването").strip() == "обновяването"


@pytest.mark.check("A23", "Select text")
def test_what_is_selected_is_said(orca):
    assert orca.key("shift+Right", until="selected").lines == ("Е", "selected")
    assert orca.key("shift+Right", until="selected").lines == ("С", "selected")


@pytest.mark.check("A61", "The same keys on Cyrillic keyboards")
@pytest.mark.parametrize("variant", ["bds", "phonetic"])
def test_the_same_keys_work_on_bulgarian_keyboards(orca, variant):
    orca.layout("bg", variant)
    assert "Какво се променя" in orca.key(H, until="level 2")
    assert "Как се разпределят" in orca.key(TWO, until="level 2")
    assert "Какво се променя" in orca.key(f"shift+{H}", until="level 2")
    assert "„Дунав" in orca.key(Q, until="страница")
    assert "press release link" in orca.key(K, until="link")


@pytest.mark.check("A22", "Reading by heading")
def test_on_a_french_keyboard_the_letters_count(orca):
    orca.layout("fr")
    assert "Какво се променя" in orca.key("h", until="level 2")
    assert orca.key(TWO) == ""


@pytest.mark.check("A69", "A new article is told from its title")
def test_another_article_is_read_from_its_title(orca):
    assert "Нова програма за младежки обмен heading level 1" in orca.key("F5", until="level 1")
    assert "Кандидатстването" in orca.key("Down", until="есента")
    orca.key("F6", until=TITLE)


@pytest.mark.check("A65", "Headings tell their level")
def test_the_tree_holds_every_block_with_its_level_and_its_words(tree):
    article = tree.find("panel", "Article")
    headings = [(node.text, node.attributes["level"]) for node in article.all("heading")]
    assert headings == [
        (TITLE, "1"),
        ("Какво се променя за превозвачите", "2"),
        ("Как се разпределят средствата", "2"),
        ("Следващи стъпки", "3"),
        ("Контекст", "2"),
    ]
    assert article.find("heading", TITLE).description == SUBTITLE
    assert len(article.all("list")) == 3
    assert len(article.all("list item")) == 8
    quoted = article.find("block quote").find("paragraph", "Дунав")
    assert quoted.locale.startswith("bg")


@pytest.mark.check("A25", "The language switches")
@pytest.mark.check("A68", "The article's tree tells each language")
def test_the_tree_tells_the_language_of_foreign_words(tree):
    assert tree.find("paragraph", "This paragraph was left").locale.startswith("en")
    link = tree.find("link", "the original press release")
    assert link.locale.startswith("en")
    assert link.description == f"3 of 3, {ENGLISH}"
    assert "Press" in link.actions


@pytest.mark.check("A40", "Every control has a role")
def test_the_tree_has_no_unknown_role_and_no_read_only_block(tree):
    article = tree.find("panel", "Article")
    for node in article.walk():
        assert node.role not in {"unknown", "invalid"}
        assert "read only" not in node.states
