"""Keeping the list in order by ear: groups, several rows, the bin, views, tags."""

import pytest

from tests.gui.window_parts import BEES, LIBRARIES, TRAINS
from tests.screenreader.program_parts import FIRST_ROW, TITLE

pytest_plugins = ("tests.screenreader.program_fixtures",)

BEES_ROW = f"{BEES.title}, днес, непрочетена, 2 от 4."
TRAINS_ROW = f"{TRAINS.title}, 10 февруари 2025 г., Европейски парламент, непрочетена, 3 от 4."
LIBRARIES_ROW = (
    f"{LIBRARIES.title}, 11 февруари 2025 г., Европейска комисия, машинен превод, "
    "непрочетена, 4 от 4."
)


@pytest.mark.check("A03", "The list of articles can be read")
def test_each_row_more_is_read_and_how_many_are_selected(orca):
    orca.key("Down", until="2 от 4")
    assert orca.key("shift+Down", until="избрани").lines == (TRAINS_ROW, "2 избрани")
    assert orca.key("shift+Down", until="избрани").lines == (LIBRARIES_ROW, "3 избрани")
    assert orca.key("shift+Up", until="избрани").lines == (TRAINS_ROW, "2 избрани")
    assert orca.key("Home", until=TITLE).lines == (f"{FIRST_ROW}.",)


@pytest.mark.check("A87", "Corrections and removal can be undone, for good asks first")
def test_delete_says_what_is_gone_and_how_it_comes_back(orca):
    heard = orca.key("Delete", until="връща.").lines
    assert heard == (
        f"{BEES.title}, днес, непрочетена, 1 от 3.",
        f"Преместена в коша: {TITLE}. Ctrl+Z я връща.",
    )
    heard = orca.key("ctrl+z", until="Върната").lines
    assert heard[-2:] == (f"{FIRST_ROW}.", f"Върната: {TITLE}.")


@pytest.mark.check("A87", "Corrections and removal can be undone, for good asks first")
def test_several_go_into_the_bin_and_come_back(orca):
    orca.key("shift+Down", until="2 избрани")
    heard = orca.key("Delete", until="ги връща.").lines
    assert heard[-1] == "2 статии са преместени в коша. Ctrl+Z ги връща."
    heard = orca.key("ctrl+z", until="върнати").lines
    assert heard[-2:] == (f"{FIRST_ROW}.", "2 статии са върнати.")


@pytest.mark.check("A70", "Messages are heard")
def test_a_star_and_the_reading_list_are_said(orca):
    assert orca.key("ctrl+d", until="звезда").lines == ("Със звезда",)
    assert orca.key("ctrl+d", until="звезда").lines == ("Без звезда",)
    assert orca.key("ctrl+shift+d", until="списъка").lines == ("Добавено в списъка за четене",)
    assert orca.key("ctrl+shift+d", until="списъка").lines == ("Извадено от списъка за четене",)


@pytest.mark.check("A03", "The list of articles can be read")
def test_another_view_says_its_name_and_how_much_it_holds(orca):
    heard = orca.key("shift+Tab", until="combo box").lines
    assert heard[0] == "Показване combo box."
    assert orca.key("Down", until="4 статии").lines == ("Непрочетени", "4 статии")
    assert orca.key("Down", until="Тук няма").lines == ("Със звезда", "Тук няма статии.")
    assert orca.key("Home", until="от 4").lines == ("Всички новини", "4 непрочетени от 4")
    assert orca.key("Tab", until=TITLE).lines[0] == "Новини, 4 непрочетени от 4."


@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
@pytest.mark.check("A73", "The focus comes back after a dialog")
def test_a_tag_is_made_and_ticked_and_the_row_tells_it(orca):
    heard = orca.key("ctrl+shift+g", until="Нов етикет").lines
    assert heard[0].startswith("Етикети dialog За 1 статия Още няма етикети.")
    orca.type("храни")
    made = orca.key("Return", until="с отметка").lines
    assert made[-1] == "храни, с отметка, 1 статия."
    assert orca.key("space", until="без отметка").lines == ("без отметка, 0 статии",)
    assert orca.key("space", until="с отметка").lines == ("с отметка, 1 статия",)
    row = FIRST_ROW.replace(", 1 от 4", ", етикет храни, 1 от 4.")
    assert orca.key("Escape", until="етикет храни").lines[-1] == row
