"""Exports, printing and copying by ear: every dialog walked, the work told to its end."""

from dataclasses import replace

import pytest

from reader.library.store import Library
from reader.model.article import Paragraph, Span
from tests.screenreader.program_parts import FOUR

pytest_plugins = ("tests.screenreader.program_fixtures",)


@pytest.fixture(scope="module")
def four_articles(tmp_path_factory):
    """A library with four articles; to record the first of them takes many minutes."""
    first, *others = FOUR
    sentence = "Държавите членки прилагат новите правила за библиотеките и музеите."
    endless = tuple(Paragraph((Span(f"{number}. {sentence}"),)) for number in range(3000))
    folder = tmp_path_factory.mktemp("home")
    with Library(folder) as library:
        for article in (replace(first, blocks=(*first.blocks, *endless)), *others):
            library.add(article, (), article.title.encode())
    return folder


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "изнесени"
    path.mkdir()
    return path


@pytest.fixture
def reading(orca):
    """The desktop, with an article open and the focus in it."""
    orca.key("alt+1", "Home")
    orca.key("Return", until="heading level 1")
    orca.heard(settle=1)
    yield orca
    orca.key("Escape", settle=1)  # what a test that fails has left open


def walk(orca, times):
    """Go on by Tab and return what was heard."""
    return [" ".join(orca.key("Tab", settle=0.8).lines) for _step in range(times)]


def write_into_field(orca, text):
    orca.key("ctrl+a")
    orca.type(text)


def test_the_dialog_tells_what_in_which_form_and_what_it_is_good_for(reading):
    came = reading.key("ctrl+s", until="Отворената статия", settle=1)
    assert "Изнасяне dialog" in came
    assert "Какво" in came
    heard = walk(reading, 5)
    assert "Формат" in heard[0]
    assert "Текст за всеки редактор" in heard[0]
    assert "С моите бележки в края" in heard[1]
    assert "Име" in heard[2]
    assert "Папка" in heard[3]
    assert "Преглед за избор на папка" in heard[4]
    assert "push button" in heard[4]
    reading.key("Escape", settle=1)


def test_another_form_says_its_purpose(reading):
    reading.key("ctrl+s", until="Отворената статия", settle=1)
    reading.key("Tab", until="Формат")
    heard = reading.key("Down", until="с всеки браузър", settle=1)
    assert "Уебстраница. Една цяла страница" in heard
    reading.key("shift+Tab", settle=1)
    again = reading.key("Tab", until="браузър", settle=1)
    assert "Уебстраница" in again
    reading.key("Escape", settle=1)


def test_an_export_is_told_to_its_end_with_where_it_is(reading, folder):
    reading.key("ctrl+s", until="Отворената статия", settle=1)
    reading.key("Tab", until="Формат")
    reading.key("Tab", "Tab", settle=0.8)
    write_into_field(reading, "kniga")
    reading.key("Tab", settle=0.8)
    write_into_field(reading, str(folder.parent))
    said = reading.key("Return", until="отваря папката", settle=1)
    assert "Изнесена е 1 статия:" in said
    assert "kniga.md" in said
    assert "Ctrl+Shift+X отваря папката." in said
    assert (folder.parent / "kniga.md").exists()


def test_what_is_wrong_is_told_in_the_field_where_it_is(reading):
    reading.key("ctrl+s", until="Отворената статия", settle=1)
    reading.key("Tab", "Tab", "Tab", settle=0.8)
    write_into_field(reading, " ")
    said = reading.key("Return", until="Напишете име", settle=1)
    assert "Напишете име." in said
    reading.key("Escape", settle=1)


def test_a_file_that_is_there_is_asked_about(reading, folder):
    path = folder.parent / "stara.md"
    path.write_text("старо", "utf-8")
    reading.key("ctrl+s", until="Отворената статия", settle=1)
    reading.key("Tab", until="Формат")
    reading.key("Tab", "Tab", settle=0.8)
    write_into_field(reading, "stara")
    reading.key("Tab", settle=0.8)
    write_into_field(reading, str(folder.parent))
    said = reading.key("Return", until="Да се замени ли", settle=1)
    assert "вече съществува. Да се замени ли?" in said
    assert "Отказ" in said
    reading.key("Return", settle=1)
    assert path.read_text("utf-8") == "старо"
    reading.key("Escape", settle=1)


def test_in_the_list_the_selected_articles_are_told_first(orca):
    orca.key("shift+Down", settle=1)
    came = orca.key("ctrl+s", until="избрани статии", settle=1)
    assert "2 избрани статии" in came
    down = orca.key("Down", settle=1)
    assert "4 статии" in down or "Отворената статия" in down
    orca.key("Escape", settle=1)
    orca.key("Home", settle=1)


def test_the_day_of_the_news_is_chosen_by_its_date(orca):
    orca.key("ctrl+s", settle=1.5)
    orca.key("End", until="един ден", settle=1)
    day = orca.key("Tab", until="Ден", settle=1)
    assert "Ден" in day
    orca.key("Escape", settle=1)


def test_a_recording_says_how_it_is_spoken_and_when_it_is_done(reading, folder):
    reading.key("ctrl+shift+s", until="Отворената статия", settle=1)
    heard = reading.key("Tab", until="Звукозапис", settle=1)
    assert "думи в минута" in heard
    reading.key("Tab", settle=0.8)
    write_into_field(reading, "zapis")
    reading.key("Tab", settle=0.8)
    write_into_field(reading, str(folder.parent))
    said = reading.key("Return", until="отваря папката", settle=1)
    assert "zapis.mp3" in said
    assert (folder.parent / "zapis.mp3").exists()


def test_a_recording_that_is_given_up_says_so_and_leaves_nothing_behind(orca, folder):
    orca.key("End", settle=1)
    orca.key("ctrl+shift+s", until="избрана статия", settle=1)
    orca.key("Tab", until="Звукозапис", settle=1)
    orca.key("Tab", settle=0.8)
    write_into_field(orca, "dalag")
    orca.key("Tab", settle=0.8)
    write_into_field(orca, str(folder))
    orca.key("Return", until="4 от 4", settle=1)
    said = orca.key("Escape", until="Нищо не е записано", settle=1)
    assert "Отказано: Изнасяне на „dalag.mp3“" in said
    assert list(folder.iterdir()) == []


def test_printing_tells_that_there_is_no_printer_and_how_large_letters_are(reading):
    came = reading.key("ctrl+p", until="Размер на буквите", settle=1)
    assert "Печат dialog" in came
    assert "няма настроен принтер" in came
    heard = walk(reading, 3)
    assert "От страница" in heard[0]
    assert "До страница" in heard[1]
    assert "Копия" in heard[2]
    reading.key("Escape", settle=1)


def test_the_dialog_of_printing_leads_to_a_pdf(reading, folder):
    reading.key("ctrl+p", until="Размер на буквите", settle=1)
    came = reading.key("alt+p", until="Изнасяне", settle=1.5)
    assert "Отворената статия" in came
    format_heard = reading.key("Tab", until="PDF", settle=1)
    assert "означени за екранни четци" in format_heard
    reading.key("Escape", settle=1)
