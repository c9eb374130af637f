"""By ear: an article beside its original, F8, both texts in one, a mended pair, reading in turn."""

import sys

import pytest

from reader.library.store import Library
from tests.gui.beside.parts import (
    BULGARIAN,
    FREE,
    FREE_EN,
    GUESSED,
    GUESSED_EN,
    ROOMS,
    ROOMS_EN,
    TITLE,
    keep,
)
from tests.speech.sound_server import SoundServer

pytest_plugins = ("tests.screenreader.program_fixtures",)

PARAGRAPH = f"Комисията ще вложи 20 млн. евро в достъпни книги. {ROOMS} {FREE}"
LACKING = (
    "Оригиналът на тази статия не е запазен. Не е известно къде е оригиналът. "
    "Въведете адреса на страницата му."
)


@pytest.fixture
def sound(tmp_path):
    (tmp_path / "sound").mkdir()
    server = SoundServer(tmp_path / "sound")
    yield server
    server.stop()


@pytest.fixture
def started(desktop, root, sound, tmp_path):
    """Starts the program on an article whose original is kept."""
    programs = []

    def start(title, *texts):
        with Library(tmp_path / "home") as library:
            library.set_last_opened(keep(library, *texts))
        home = {"CHETIVO_HOME": str(tmp_path / "home"), "PYTHONPATH": root}
        desktop.fresh(home | {"PULSE_SERVER": sound.environ["PULSE_SERVER"]})
        programs.append(desktop.launch([sys.executable, "-m", "reader"]))
        desktop.wait_window(title)
        desktop.heard(until=f"{title} heading level 1", settle=1)
        return desktop

    yield start
    for program in programs:
        assert program.poll() is None, desktop.log("program")
        desktop.key("ctrl+q", settle=0)
        assert program.wait(60) == 0


@pytest.fixture
def orca(started):
    return started(TITLE)


@pytest.fixture
def both(orca):
    """The program with the original beside the article."""
    assert orca.key("shift+F8", until="показан").lines[0] == "Оригиналът е показан."
    return orca


def test_two_articles_are_heard_with_the_same_keys_in_both(both):
    assert both.key("Down", until=FREE) == PARAGRAPH
    heard = both.key("F6", until="heading level 1")
    assert heard.lines == (
        "Оригинал, английски panel.",
        "New rules for accessible books heading level 1.",
    )
    assert both.key("h", until="level 2") == "What changes heading level 2."
    assert both.key("h", until="Няма") == "Няма следващо заглавие."
    assert both.key("k", until="https") == "report link. | 1 от 1, https://example.org/en."
    assert "List with 2 items." in both.key("shift+l", until="Publishers")
    heard = both.key("shift+F6", until=FREE)
    assert heard.lines == ("Статия, български panel.", PARAGRAPH)


def test_keys_for_lists_and_pages_mean_the_text_with_the_focus(both):
    both.key("F6", until="heading level 1")
    assert both.key("ctrl+t", until="New rules").lines[-1] == (
        "New rules for accessible books. Ниво 1."
    )
    assert both.key("Down", until="What changes") == "What changes. Ниво 2."
    heard = both.key("Return", until="heading level 2")
    assert heard.lines[1:] == ("Оригинал, английски panel.", "What changes heading level 2.")
    assert both.key("ctrl+g", until="няма") == (
        "Оригиналът няма номерирани страници – такива има само статията."
    )


def test_without_an_original_one_question_is_heard(started):
    orca = started(TITLE, BULGARIAN, None)
    heard = orca.key("shift+F8", until="Адрес на оригинала text")
    assert heard.lines == (
        f"Изтегляне на оригинала dialog {LACKING}",
        "Адрес на оригинала text.",
    )
    assert "Статия panel." in orca.key("Escape", until="heading level 1").lines


def test_f8_leads_to_the_same_sentence_and_back(both):
    both.key("Down", until=FREE)
    assert both.key("alt+Down", until=ROOMS) == ROOMS
    heard = both.key("F8", until=ROOMS_EN)
    assert heard.lines == ("Оригинал, английски panel.", ROOMS_EN)
    heard = both.key("F8", until=ROOMS)
    assert heard.lines == ("Статия, български panel.", ROOMS)


def test_back_leads_to_where_one_was_in_the_original(both):
    both.key("F6", until="heading level 1")
    both.key("h", until="What changes")
    both.key("ctrl+End", until="Read more")
    assert "What changes" in both.key("alt+Left", until="What changes")


def test_a_guess_is_said_to_be_one(started):
    orca = started("Книги за всички", GUESSED, GUESSED_EN)
    orca.key("shift+F8", until="показан")
    orca.key("p", "p", until="Така")
    assert "A step forward." in (heard := orca.key("F8", until="приблизително"))
    assert heard.lines[-1] == "приблизително"


def test_a_guess_is_heard_as_one_in_both_texts_in_one(started):
    orca = started("Книги за всички", GUESSED, GUESSED_EN)
    orca.key("ctrl+F8", until="Изречение по изречение.")
    orca.key("p", "p", "p", "p", until="Така")
    guess = "Приблизително: A step forward."
    assert orca.key("Down", until="step") == guess
    orca.key("Up", until="Така")
    assert orca.key("F8", until="step") == guess


def test_both_texts_are_heard_in_one_sentence_by_sentence(orca):
    orca.key("Down", until=FREE)
    heard = orca.key("ctrl+F8", until="Изречение по изречение.")
    assert "Статия и оригинал, изречение по изречение panel." in heard.lines
    assert orca.key("Down", until="accessible") == (
        "The Commission will invest €20 million in accessible books."
    )
    assert orca.key("Down", until=ROOMS) == ROOMS
    assert orca.key("F8", until=ROOMS_EN) == ROOMS_EN
    assert orca.key("F8", until=ROOMS) == ROOMS
    heard = orca.key("l", until="150")
    assert heard.lines == ("List with 2 items.", "Издателите дават 150 заглавия на година.")
    assert orca.key("Down", until="Publishers") == "Publishers provide 150 titles a year."
    heard = orca.key("ctrl+F8", until="Един до друг.")
    assert heard.lines[-1] == "Един до друг. Оригинал, английски"
    orca.key("ctrl+F8", until="Изречение по изречение.")
    heard = orca.key("shift+F8", until="скрит")
    assert "Статия panel." in heard.lines


def test_a_pair_is_mended_by_keyboard(both):
    both.key("Down", until=FREE)
    both.key("alt+Down", until=ROOMS)
    heard = both.key("ctrl+shift+F8", until="Сегашно съответствие")
    assert heard.lines[0].startswith("Това изречение съответства на dialog")
    assert heard.lines[-1] == f"{ROOMS_EN} Сегашно съответствие."
    assert both.key("Down", until=FREE_EN) == FREE_EN
    heard = both.key("Return", until="Двойката е поправена.")
    assert heard.lines[-1] == "Двойката е поправена."
    assert FREE_EN in both.key("F8", until=FREE_EN)
    both.key("F8", until=ROOMS)
    heard = both.key("ctrl+shift+F8", until="Сегашно съответствие")
    assert heard.lines[-1] == f"{FREE_EN} Сегашно съответствие."
    both.key("Tab", until="Няма съответствие")
    assert "Отмяна" in both.key("Tab", until="Отмяна")
    assert "отменена" in both.key("space", until="отменена")
    assert ROOMS_EN in both.key("F8", until=ROOMS_EN)


def test_with_the_article_alone_f8_speaks_and_says_nothing_over_it(orca, sound):
    orca.key("Down", until=FREE)
    take = sound.record()
    heard = orca.key("F8", settle=3)
    assert heard.lines == ()
    assert take.stop().loud() > 1


def test_what_is_found_in_the_original_is_heard_there(orca):
    orca.key("ctrl+l", until="Търсене")
    orca.type("admission")
    orca.key("Return", until="1 от 1")
    heard = orca.key("Return", until=FREE_EN)
    assert "Оригинал, английски panel." in heard.lines
    assert heard.lines[-1] == FREE_EN
    assert FREE in orca.key("F8", until=FREE)
