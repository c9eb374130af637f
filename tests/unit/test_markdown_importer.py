"""Markdown is told from plain text by its marks, and read as programs of today write it."""

from contextlib import suppress

import pytest

from reader import importers, repair
from reader.errors import SourceError
from reader.importers.incoming import Incoming, from_text
from reader.model.article import Footnote, Heading, ListBlock, Quote, Table, plain
from reader.model.leaves import leaves
from tests.corpus.folders import folders


def article(text, name="бележка.md"):
    found, _ = repair.repaired(importers.read(Incoming(text.encode(), name)))
    return found


def form(text, name=""):
    return importers.read(Incoming(text.encode(), name)).format


@pytest.mark.parametrize(
    "text",
    [
        "# Заглавие\n\nВиж [тук](https://europa.eu/).\n",
        "# Заглавие\n\n**Важно:** текст.\n",
        "Текст[^1] с **важни** думи.\n\n[^1]: Бележка.\n",
        "---\ntitle: Заглавие\n---\n\nТекст.\n",
        "| а | б |\n|---|---|\n| 1 | 2 |\n\n## Под таблицата\n",
        "\ufeff---\r\ntitle: Заглавие\r\n---\r\n\r\nТекст.\r\n",
    ],
)
def test_several_marks_or_front_matter_tell_it_whatever_the_name(text):
    assert form(text, "бележка.txt") == "markdown"


@pytest.mark.parametrize(
    "text",
    [
        "Заглавие\n\n- едно\n- две\n\n1. три\n2. четири\n",
        "# само един знак\n\nТекст.\n",
        "Цена *с отстъпка* и a_b_c, 5 * 3 ** 2 = 45.\n",
        "---\n\nТекст между черти.\n\n---\n",
        "Член 1 [1] и [2](виж по-долу).\n\n[1] Бележка.\n",
    ],
)
def test_a_plain_text_is_none_unless_its_name_says_so(text):
    assert form(text) == "text"
    assert form(text, "бележка.txt") == "text"
    assert form(text, "бележка.md") == "markdown"


def test_what_was_copied_is_text():
    assert importers.read(from_text("# Заглавие\n\n**Важно:** текст.\n")).format == "text"


def test_no_text_of_the_corpus_is_taken_for_markdown():
    paths = [path for folder in folders() for path in folder.rglob("*.txt")]
    assert paths
    assert [path for path in paths if _is_markdown(path.read_bytes())] == []


def _is_markdown(data):
    return importers.importer_of(Incoming(data)).__name__.endswith("markdown")


def test_front_matter_of_other_programs_is_understood():
    found = article(
        "---\ntitle: 'Петър''s новини'\nlang: bg\ndate: 2025-03-15 10:00\n"
        "authors: Европейска комисия  # кой\nurl: https://ec.europa.eu/bg/a\n"
        "tags:\n  - едно\n  - две\n---\nТекст на новината.\n"
    )
    assert (found.title, found.author) == ("Петър's новини", "Европейска комисия")
    assert (str(found.published), found.source.address) == (
        "2025-03-15",
        "https://ec.europa.eu/bg/a",
    )
    assert [leaf.text for leaf in leaves(found)] == ["Текст на новината."]


@pytest.mark.parametrize(
    "front", ["date: 2025-02-31", "date: утре", "source: javascript:alert(1)", 'title: "\\q', "x:"]
)
def test_front_matter_that_says_nothing_sure_is_passed_over(front):
    found = article(f"---\n{front}\n---\n\nТекст на новината.\n")
    assert (found.published, found.source.address) == (None, None)


def test_lists_are_read_however_far_their_items_are_set_in():
    for step in ("  ", "    "):
        (block,) = article(f"- едно\n{step}- под\n{step}- под\n- две\n").blocks
        (_, inner), (second,) = block.items
        assert (len(inner.items), plain(second.spans)) == (2, "две")


def test_a_list_may_follow_a_line_and_a_year_does_not_begin_one():
    found = article("Трябва:\n- вода\n- въздух\n\nТова стана през\n2024. Така е.\n")
    assert isinstance(found.blocks[1], ListBlock)
    assert plain(found.blocks[2].spans) == "Това стана през 2024. Така е."


def test_notes_tables_and_quotations_are_what_they_are():
    found = article(
        "# Заглавие\n\nТекст[^а] тук.\n\n| а | б |\n|---|---|\n| 1 | 2 |\n\n"
        "> Дума.\n\n[^а]: Бележка.\n"
    )
    kinds = [type(block) for block in found.blocks if type(block) in (Table, Quote, Footnote)]
    assert kinds == [Table, Quote, Footnote]
    assert plain(found.blocks[1].spans) == "Текст[1] тук."
    assert plain(found.blocks[-1].spans) == "Бележка."


def test_several_titles_are_sections_below_the_first():
    found = article("# Първо\n\nТекст.\n\n# Второ\n\n## Трето\n\nТекст.\n")
    levels = [block.level for block in found.blocks if isinstance(block, Heading)]
    assert levels == [1, 2, 3]


def test_nothing_active_comes_along():
    found = article(
        "# Заглавие\n\n<script>alert(1)</script>\n\n[тук](javascript:alert(1)) и "
        '<a href="https://europa.eu/" onclick="x()">там</a> ![снимка](https://evil.eu/x.png)\n'
    )
    assert "alert" not in repr(found.blocks)
    assert {s.link for block in found.blocks for s in getattr(block, "spans", ())} == {
        None,
        "https://europa.eu/",
    }


@pytest.mark.parametrize("text", ["> " * 3000 + "а", "- " * 3000 + "а", "[" * 1000, "*" * 2000])
def test_what_is_nested_without_end_is_read_or_refused(text):
    with suppress(SourceError):
        assert form(f"# Заглавие\n\n{text}\n", "x.md") == "markdown"


def test_code_keeps_what_stands_in_it():
    found = article("# Заглавие\n\nТекст.\n\n```\n- не е списък\n> нито цитат\n```\n\nКрай.\n")
    assert "- не е списък > нито цитат" in [leaf.text.replace("\n", " ") for leaf in leaves(found)]
