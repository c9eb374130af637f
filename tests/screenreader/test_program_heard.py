"""The whole program by ear: the list, the links, the search, the voice, and the way back.

Orca says "frame", "panel" and "list item" in English here; the program speaks Bulgarian.
"""

import sys
from pathlib import Path

import pytest

from reader.i18n import Translator, date_in_words
from tests.gui.window_parts import TRAINS
from tests.screenreader.program_parts import FIRST_ROW, TITLE, TODAY

pytest_plugins = ("tests.screenreader.program_fixtures",)

OTHER_PROGRAM = Path(__file__).with_name("show_article.py")


def day():
    """Return today as the program writes it."""
    return date_in_words(TODAY, Translator("bg"))


@pytest.mark.check("A01", "Start unaided")
@pytest.mark.check("A03", "The list of articles can be read")
def test_the_start_tells_the_program_the_list_how_much_is_unread_and_the_first_row(started):
    assert started.lines == (
        "Четиво frame.",
        "Новини, 4 непрочетени от 4.",
        "List with 4 items.",
        f"{FIRST_ROW}.",
    )


@pytest.mark.check("A03", "The list of articles can be read")
def test_the_place_in_the_list_is_told_when_asked_for(orca):
    assert orca.key("KP_Enter", until="of 4").lines[-1] == "1 of 4."


@pytest.mark.check("A03", "The list of articles can be read")
def test_down_reads_the_next_row_whole_and_nothing_else(orca):
    row = "Мерки за опазване на пчелите, днес, непрочетена, 2 от 4."
    assert orca.key("Down", until="пчелите").lines == (row,)


@pytest.mark.check("A70", "Messages are heard")
def test_what_is_done_to_a_row_is_said_in_the_list(orca):
    for key, words in (
        ("ctrl+m", "Отбелязано като прочетено"),
        ("ctrl+shift+m", "Отбелязано като непрочетено"),
        ("ctrl+c", "Заглавието е копирано."),
    ):
        assert orca.key(key, until=words).lines == (words,)


@pytest.mark.check("A69", "A new article is told from its title")
def test_enter_reads_the_title_of_the_article_once(orca):
    assert orca.key("Return", until="Оригинал").lines == (
        "Статия panel.",
        f"{TITLE} heading level 1.",
        f"{day()} · Европейска комисия · Машинен превод · Оригинал на английски.",
    )


@pytest.mark.check("A75", "F6 goes round the panes")
def test_f6_goes_round_the_panes_and_each_says_its_name(reading):
    heard = [reading.key("F6", until=words) for words in ("Връзки", "Четене", "Новини", "Статия")]
    assert [said.lines[0] for said in heard] == [
        "Връзки.",
        "Четене push button.",
        "Новини, 3 непрочетени от 4.",
        "Статия panel.",
    ]


@pytest.mark.check("A64", "Links tell their name and address and can be followed")
@pytest.mark.check("A89", "Original lines and original language beside the text")
def test_a_link_says_where_it_leads_and_its_addresses_again_when_asked(reading):
    heard = reading.key("alt+3", until="en/news/new-libraries")
    assert heard.lines[:2] == ("Връзки.", "List with 2 items.")
    assert heard.lines[2].startswith("Тази статия, на български и на английски. На български")
    link = reading.key("Down", until="en/ip_25_467")
    assert link.lines[0].startswith("съобщението за медиите, на български и на английски. ")
    assert reading.key("KP_Enter", until="of 2").lines[-1] == "2 of 2."
    address = "ec.europa.eu/commission/presscorner/detail/{}/ip_25_467"
    for label, language in (("На български", "bg"), ("Оригинал (сигурен)", "en")):
        right = reading.key("Right", until=label)
        assert right.lines == (f"{label}: {address.format(language)}",)
    for key in ("ctrl+c", "ctrl+shift+c"):
        assert reading.key(key, until="копиран").lines == ("Адресът е копиран.",)


@pytest.mark.check("A70", "Messages are heard")
def test_links_shown_and_hidden_are_said(reading):
    assert reading.key("F9", until="Връзките").lines == ("Връзките са скрити",)
    assert reading.key("F9", until="Връзките").lines == ("Връзките са показани",)


@pytest.mark.check("A26", "Text size")
@pytest.mark.check("A36", "Read aloud: speed")
def test_speed_and_text_size_are_said(orca):
    faster, slower = "ctrl+shift+bracketright", "ctrl+shift+bracketleft"
    assert orca.key(faster, until="минута").lines == ("Скорост: 200 думи в минута",)
    assert orca.key(slower, until="минута").lines == ("Скорост: 175 думи в минута",)
    assert orca.key("ctrl+equal", until="Размер").lines == ("Размер на текста: 20",)
    assert orca.key("ctrl+minus", until="Размер").lines == ("Размер на текста: 18",)


@pytest.mark.check("A26", "Text size")
def test_larger_text_in_an_article_is_said_and_nothing_is_read_again(reading):
    assert reading.key("ctrl+equal", until="Размер").lines == ("Размер на текста: 20",)
    assert reading.key("ctrl+minus", until="Размер").lines == ("Размер на текста: 18",)


@pytest.mark.check("A30", "The interface is magnified")
def test_the_list_is_said_again_where_the_panes_fold_in_large_print(orca):
    for size in (20, 22):
        orca.key("ctrl+equal", until=f"Размер на текста: {size}")
    heard = orca.key("ctrl+equal", until="Размер на текста: 24")
    assert heard.lines[0] == "Новини page tab."
    assert heard.lines[-2].startswith(TITLE)
    assert heard.lines[-1] == "Размер на текста: 24"
    assert "Размер на текста: 18" in orca.key("ctrl+0", until="Размер")
    assert "пчелите" in orca.key("Down", until="пчелите")


@pytest.mark.check("A28", "Colours of one's own choice")
@pytest.mark.check("A76", "Menus tell their entries and keys")
def test_colours_are_said_when_chosen_in_the_menu(orca):
    orca.key("F10", "Right", "Right", until="Изглед")
    orca.key(*("Down",) * 5, until="Светли")
    assert orca.key("Return", until="Светли").lines[-1] == "Светли цветове"


@pytest.mark.check("A08", "Search")
@pytest.mark.check("A09", "Results of a search can be reviewed")
def test_the_search_says_how_many_and_enter_opens_at_the_very_place(orca):
    orca.key("ctrl+l", until="Търсене")
    orca.type("милиард")
    heard = orca.key("Return", until="двеста", settle=1)
    assert heard.lines[:2] == ("Намерени статии.", "List with 1 item.")
    assert "1 статия" not in heard  # Orca counts the rows itself
    assert "инвестиции от двеста милиарда" in orca.key("Return", until="милиарда")
    assert "Намерени статии." in orca.key("alt+1", until="двеста")
    orca.key("Escape")
    assert "of 4" in orca.key("KP_Enter", until="of 4")


@pytest.mark.check("A08", "Search")
@pytest.mark.check("A70", "Messages are heard")
def test_a_search_without_hits_says_so(orca):
    orca.key("ctrl+l", until="Търсене")
    orca.type("жираф")
    heard = orca.key("Return", until="жираф")
    assert heard.lines[-1] == "Нищо не е намерено за „жираф“."
    assert TITLE in orca.key("Escape", until=TITLE)


@pytest.mark.check("A07", "The position is kept")
def test_an_article_that_goes_on_says_from_where(reading):
    reading.key("ctrl+End", until="есента")
    reading.key("alt+1", until="Новини")
    assert reading.key("Return", until="Продължава").lines == (
        "Статия panel.",
        "Работата започва през есента.",
        "Продължава от абзац 4 от 4.",
    )


@pytest.mark.check("A10", "Next article without the list")
def test_the_next_unread_article_says_its_title_also_where_it_goes_on(reading):
    heard = reading.key("bracketright", until="пчелите")
    assert heard.lines == ("Мерки за опазване на пчелите heading level 1.",)
    reading.key("Down", until="цъфтящи")
    reading.key("ctrl+shift+m", until="непрочетено")
    assert TRAINS.title in reading.key("bracketright", until=TRAINS.title)
    assert reading.key("bracketleft", until="Продължава").lines == (
        "Инвестициите в цъфтящи ивици се удвояват.",
        "Мерки за опазване на пчелите. Продължава от абзац 2 от 2.",
    )
    reading.key("ctrl+shift+m", until="непрочетено")


@pytest.mark.check("A32", "Read aloud: stop")
def test_pause_and_stop_are_said(reading):
    def plays():
        return any(button.name == "Пауза" for button in reading.tree("chetivo").all("push button"))

    reading.key("ctrl+Home")
    reading.key("F5", settle=0)
    reading.wait(plays, 10, "voice")
    assert "Пауза." in reading.key("F5", until="Пауза.")
    assert "Спряно." in reading.key("shift+F5", until="Спряно.")


@pytest.mark.check("A74", "The focus comes back after Alt+Tab")
def test_another_window_and_back_leads_to_the_same_row(orca):
    orca.key("Down", "Down", until=TRAINS.title)
    other = orca.launch([sys.executable, str(OTHER_PROGRAM)])
    orca.wait_window("READER")
    orca.heard(until="READER")
    assert TRAINS.title in orca.key("alt+Tab", until=TRAINS.title)
    other.kill()
    other.wait()
