"""The pages of the help: whole in both languages, and every command of the menus is told of."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from reader.app import manual
from reader.app.archives import Archives
from reader.cli.parser import parse as parse_command
from reader.gui.actions import MENUS
from reader.gui.all_keys import usual_keys
from reader.gui.help.texts import Contents, filled
from reader.gui.key_names import plain
from reader.i18n import Translator
from reader.library.store import Library
from reader.model.archive import Label
from reader.model.article import Table
from reader.model.query import EVERYWHERE, Filter, Search
from reader.text.search_terms import parse as parse_search

LANGUAGES = ("bg", "en")
WANTED = re.compile(r"\{(?:key|menu):(\w+)\}")
LATIN_IN_CYRILLIC = re.compile(r"[а-яА-Я][a-zA-Z]|[a-zA-Z][а-яА-Я]")
LABEL = Label("Помощ", "1", "")
# Told of together by what they do: the pages name the menu that they stand in.
FAMILIES = ("theme_", "view_", "sort_", "group_", "sleep_")
SELF_EVIDENT = {"quit", "about"}
NUMBERS = re.compile("НОМЕР|NUMBER")
CATALOGUES = Path(__file__).parents[2] / "i18n"
QUOTED = {"bg": re.compile("„([^“]+)“"), "en": re.compile("“([^”]+)”")}
# Of other programs, and what one may write.
NOT_OURS = {"Добре", "OK", "Час и език", "Time & language", "Говор", "Speech", "voices"} | {
    "инвестиция", "инвестициите", "зелен преход", "контраст", "contrast",
    "approve", "approved", "bridge", "bridges"
}  # fmt: skip


def texts(language):
    return filled(usual_keys(), Translator(language))


def rows(page):
    """Return the rows of the table of a page."""
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    return [tuple("".join(span.text for span in cell) for cell in row) for row in table.rows]


def test_both_languages_have_the_same_pages_with_the_same_commands():
    bulgarian, english = map(manual.pages, LANGUAGES)
    assert set(bulgarian) == set(english) == set(Contents.load().order)
    for name, text in bulgarian.items():
        assert sorted(WANTED.findall(text)) == sorted(WANTED.findall(english[name])), name
        assert text.count("\n## ") == english[name].count("\n## "), name


def test_every_command_of_the_menus_is_told_of():
    told = set(WANTED.findall(" ".join(manual.pages("bg").values())))
    names = {each.name for menu in MENUS for each in menu.commands} - SELF_EVIDENT
    assert {name for name in names - told if not name.startswith(FAMILIES)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_place_for_a_key_is_left_unfilled(language):
    for name, text in texts(language).items():
        assert "{" not in text, name
        assert "no key" not in text
        assert "няма клавиш" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_pages_quote_stands_in_the_window_or_is_a_page(language):
    pages = manual.pages(language).values()
    with (CATALOGUES / language / "LC_MESSAGES" / "chetivo.po").open("rb") as file:
        ours = [each.string if language == "bg" else each.id for each in read_po(file)]
    known = {plain(each) for each in ours if isinstance(each, str)}
    known |= {page.partition("\n")[0].removeprefix("# ") for page in pages}
    quoted = {each.rstrip("…") for page in pages for each in QUOTED[language].findall(page)}
    assert quoted - known == NOT_OURS & quoted


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_is_an_article_in_its_language_that_begins_with_its_title(language):
    for name, text in texts(language).items():
        article = manual.article(name, text)
        assert article.language == language, name
        assert f"# {article.title}\n" in text
        assert len(article.blocks) > 2


def test_bulgarian_pages_have_no_latin_letters_within_words_and_the_right_quotes():
    for name, text in manual.pages("bg").items():
        assert not LATIN_IN_CYRILLIC.search(text), name
        assert not re.search("[”\"']", text), name
        assert text.count("„") == text.count("“"), name
        assert " - " not in text, name


def test_what_one_writes_to_search_is_understood_and_means_the_same_in_both_languages():
    bulgarian, english = (
        [parse_search(row[0]) for row in rows(manual.article("search", texts(each)["search"]))]
        for each in LANGUAGES
    )
    assert bulgarian[1:] == english[1:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_commands_are_those_of_the_terminal(language):
    for command, _purpose in rows(manual.article("commands", texts(language)["commands"]))[1:]:
        name, *words = NUMBERS.sub("1", command).split()
        assert name == "chetivo"
        assert parse_command(words, Translator(language)).command == words[0]


def test_the_last_page_lists_the_keys_a_row_each():
    found = rows(manual.article("keys", texts("bg")["keys"]))
    assert ("Файл", "Отваряне", "Ctrl+O") in found
    assert ("Четене", "Следваща непрочетена статия", "]") in found
    assert ("В статията", "Следващо заглавие", "H") in found


def test_the_help_is_found_by_any_form_of_a_word_and_is_no_news(tmp_path):
    with Library(tmp_path / "library") as library:
        archives = Archives(library)
        help_ = manual.Manual(archives, tmp_path / "pages")
        opened = help_.open(texts("bg"), LABEL)

        def found(where):
            return archives.search(Search("гласовете", filter=Filter(archive=where)), 20)

        assert found(opened.number)[0].entry.identifier == help_.page("voice")
        assert found(EVERYWHERE) == []
        archives.close_all()


def test_the_pages_are_listed_in_the_order_of_reading(tmp_path):
    with Library(tmp_path / "library") as library:
        archives = Archives(library)
        help_ = manual.Manual(archives, tmp_path / "pages")
        opened = archives.numbered(help_.open(texts("bg"), LABEL).number)
        expected = [help_.page(name) for name in Contents.load().order]
        assert list(opened.ids(Filter())) == expected
        archives.close_all()


def test_other_keys_make_other_pages_and_only_the_last_file_stays(tmp_path):
    with Library(tmp_path / "library") as library:
        archives = Archives(library)
        help_ = manual.Manual(archives, tmp_path / "pages")
        first = help_.open(texts("bg"), LABEL)
        assert help_.open(texts("bg"), LABEL) == first
        keymap = usual_keys()
        changed = keymap.with_change(keymap.find("play"), "Ctrl+Shift+X")
        second = help_.open(filled(changed, Translator("bg")), LABEL)
        assert archives.all() == (second,)
        assert list((tmp_path / "pages").iterdir()) == [second.path]
        page = archives.numbered(second.number).article(help_.page("voice"))
        assert "Ctrl+Shift+X" in repr(page.blocks)
        archives.close_all()
