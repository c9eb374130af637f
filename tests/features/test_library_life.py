"""The life of a library by ear and by keyboard: from a folder of news to a repair after damage."""

import sys
from pathlib import Path

import pytest

from reader import settings
from reader.library.place import FILE
from reader.model.query import Grouping
from reader.settings import Settings
from tests.features.library_life_parts import PLANS, write

WATERS = "Нови правила за чистотата на водите"
BUDGET = "Бюджетът на програмата е 120 милиона евро за три години."
FIRES = "Спътници ще следят за горските пожари"


class Life:
    """A person at the keyboard, with the program on one library or another."""

    def __init__(self, desktop, folder: Path) -> None:
        self.desktop = desktop
        self.folder = folder
        self.home = folder / "home"
        self._program = None

    def start(self, title: str, until: str, home: Path | None = None):
        """Start the program, wait for its window and return what is heard."""
        where = {"CHETIVO_HOME": str(home or self.home)}
        self._program = self.desktop.launch([sys.executable, "-m", "reader"], where)
        self.desktop.wait_window(title)
        return self.desktop.heard(until=until)

    def quit(self) -> None:
        """Leave the program as a person does."""
        self.desktop.key("ctrl+q", settle=0)
        assert self._program.wait(60) == 0

    def end(self) -> None:
        """End the program whatever it is at."""
        if self._program is not None:
            self._program.kill()
            self._program.wait()

    def key(self, *keys: str, until: str):
        """Press keys and return what is heard."""
        return self.desktop.key(*keys, until=until)

    def enter(self, words: str, until: str):
        """Type words, press Enter and return what is heard."""
        self.desktop.type(words)
        return self.key("Return", until=until)

    def library_menu(self, ups: int, until: str) -> None:
        """Go to an entry of the menu of the library, counted from its end."""
        self.key("F10", *["Right"] * 5, until="Библиотека")
        self.key(*["Up"] * (ups + 1), until=until)


@pytest.fixture
def life(desktop, tmp_path):
    """A person with an empty library whose list is grouped by day, and a folder of news."""
    person = Life(desktop.fresh(), tmp_path)
    person.home.mkdir()
    settings.save(Settings(grouping=Grouping.DAY), person.home)
    write(tmp_path / "новини")
    yield person
    person.end()


@pytest.mark.check("A03", "The list of articles can be read")
@pytest.mark.check("A08", "Search")
@pytest.mark.check("A09", "Results of a search can be reviewed")
@pytest.mark.check("A11", "Bookmarks")
@pytest.mark.check("A12", "Notes of one's own")
@pytest.mark.check("A50", "Errors are named with a remedy")
@pytest.mark.check("A87", "Corrections and removal can be undone, for good asks first")
def test_a_library_is_filled_used_carried_and_repaired_by_ear(life):
    life.start("Четиво", until="клавишите")
    a_folder_comes_in(life)
    the_list_is_put_in_order(life)
    what_is_sought_is_found_and_the_search_kept(life)
    places_and_thoughts_are_kept(life)
    what_changed_is_heard(life)
    an_archive_is_made(life)
    life.quit()
    an_archive_is_read_elsewhere(life)
    the_next_day_all_is_there(life)
    a_backup_is_made(life)
    life.quit()
    damage_is_told_and_repaired(life)


def a_folder_comes_in(life):
    life.key("ctrl+shift+o", until="Папка text")
    heard = life.enter(str(life.folder / "новини"), until="създайте отново")
    assert "9 добавени файла, 1 вече запазен файл, 1 нова версия и 1 неприет файл. dialog" in heard
    assert "Не е прието: 12 Доклад.pdf. Файлът „12 Доклад.pdf“ е повреден" in heard
    assert f"Нова версия: 04 Води, поправено.txt. {WATERS}" in life.key("Down", until=WATERS)
    assert "Вече е в библиотеката: 05 Пчели, копие.txt" in life.key("Down", until="копие")
    heard = life.key("Escape", until="Отчет за приемането")
    assert "Новини, 9 непрочетени от 9." in heard
    assert "10 март 2026 г. Сметките за ток ще бъдат по-ясни" in heard


def the_list_is_put_in_order(life):
    assert "9 март 2026 г. Банкоматите" in life.key("shift+Down", until="2 избрани")
    assert "Със звезда" in life.key("ctrl+d", until="Със звезда")
    assert "За 2 статии" in life.key("ctrl+shift+g", until="Нов етикет")
    assert "достъпност, с отметка, 2 статии." in life.enter("достъпност", until="2 статии")
    heard = life.key("Escape", until="2 избрани")
    assert "Банкоматите трябва да говорят" in heard.lines[-2]
    assert heard.lines[-1] == "2 избрани"
    heard = life.key("Delete", until="ги връща")
    assert f"7 март 2026 г. {FIRES}, непрочетена, 1 от 7." in heard
    assert "2 статии са преместени в коша. Ctrl+Z ги връща." in heard
    assert "2 статии са върнати." in life.key("ctrl+z", until="върнати")
    life.key("shift+Tab", until="Всички новини")
    life.key("Down", until="9 статии")
    assert "2 статии" in life.key("Down", until="2 статии")
    life.key("Home", until="9 непрочетени")


def what_is_sought_is_found_and_the_search_kept(life):
    life.key("ctrl+l", until="Търсене text")
    assert "опазване на пчелите" in life.enter("пчелата", until="1 от 1")
    assert "опазване на пчелите. До 2030 г." in life.key("Return", until="До 2030")
    life.key("ctrl+shift+l", until="Всички тези думи text")
    life.key("Tab", until="Тези думи заедно text")
    life.key("Tab", until="Една от тези думи text")
    life.desktop.type("сметка банкомат")
    # What was sought before is in the first field: with it, nothing would be found.
    life.key("shift+Tab", "shift+Tab", until="Всички тези думи text")
    life.key("Delete", until="")
    assert "Намерени статии. | List with 2 items." in life.key("Return", until="1 от 2")
    life.key("F10", "Right", *["Up"] * 3, until="Още за търсенето")
    life.key("Right", "Down", until="Запазване на търсенето")
    life.key("Return", until="Име на търсенето")
    assert "Търсенето е запазено: банки и сметки." in life.enter("банки и сметки", until="запазено")
    assert "Всички новини" in life.key("Escape", until="Показване")  # where one came from
    life.key("End", until="Кош")
    life.key("Up", until="1 статия")
    heard = life.key("Up", until="2 статии")
    assert heard.lines == ("Търсене: банки и сметки", "2 статии")
    life.key("Up", until="Етикет: достъпност")
    life.key("Home", until="непрочетени от 9")


def places_and_thoughts_are_kept(life):
    life.key("Tab", until="Новини")
    life.key("End", until="9 от 9")
    life.key("Up", "Up", until="1 по-стара версия")
    life.key("Return", until="Нова версия")
    life.key("ctrl+f", until="Търсене в статията panel")
    assert "24 замърсители. 1 от 1" in life.enter("замърсител", until="1 от 1")
    life.key("Escape", until="замърсители")
    assert "от началото" in life.key("F3", until="от началото")
    life.key("p", until=BUDGET)
    life.key("ctrl+n", until="Бележка text")
    life.desktop.type("да питам в общината")
    assert f"Ваша бележка към „{BUDGET}“" in life.key("ctrl+Return", until="запазена")
    life.key("p", until=PLANS)
    assert "Отметката е поставена." in life.key("ctrl+b", until="поставена")


def what_changed_is_heard(life):
    heard = life.key("ctrl+shift+v", until="Сега: ")
    told = "„100“ стана „120“. Преди: Бюджетът на програмата е 100 милиона евро за три години. "
    assert f"{told}Сега: {BUDGET}" in heard
    assert BUDGET in life.key("Return", until="Ваша бележка")


def an_archive_is_made(life):
    life.key("alt+1", until="с бележки")
    life.key("ctrl+shift+y", until="Цялата библиотека")
    life.key("Tab", until="Име на архива text")
    life.key("Return", until="Име на файла text")
    life.key("ctrl+a", until="selected")
    heard = life.enter(str(life.folder / "март.chetivo"), until="е записан")
    assert "„март.chetivo“ е записан: 9 статии." in heard


def an_archive_is_read_elsewhere(life):
    life.start("Четиво", until="клавишите", home=life.folder / "other")
    life.key("ctrl+o", until="Име на файла text")
    heard = life.enter(str(life.folder / "март.chetivo"), until="е отворен")
    assert "Архивът „Новини“ е отворен." in heard
    life.key("ctrl+l", until="Търсене text")
    assert f"{FIRES}, 7 март 2026 г., непрочетена, архив „Новини“" in life.enter("пожар", "1 от 1")
    assert "карта на горските пожари" in life.key("Return", until="Коперник")
    life.library_menu(5, until="Архиви")
    life.key("Right", "Down", until="Копиране в моята библиотека")
    assert "От архива „Новини“: 1 нова статия." in life.key("Return", until="1 нова статия")
    life.key("alt+1", until="Намерени")
    life.key("Escape", until="от 9")
    life.key("shift+Tab", until="Архив: Новини")
    life.key("Home", until="1 непрочетена от 1")
    assert f"{FIRES}, 7 март 2026 г., непрочетена, 1 от 1." in life.key("Tab", until="1 от 1")
    life.quit()


def the_next_day_all_is_there(life):
    assert BUDGET in life.start(WATERS, until="Ваша бележка")
    life.key("ctrl+Home", until="heading level 1")
    assert life.key("b", until="отметка").lines == (PLANS, "отметка.")
    assert life.key("b", until="Няма") == "Няма следваща отметка."
    heard = life.key("ctrl+shift+i", until="Отметка")
    assert f"{PLANS} Отметка. {WATERS}" in heard
    assert f"да питам в общината. Ваша бележка. „{BUDGET}“ {WATERS}" in life.key("Down", until="да")
    assert f"Ваша бележка към „{BUDGET}“" in life.key("Return", until="Ваша бележка към")


def a_backup_is_made(life):
    life.library_menu(1, until="Резервни копия")
    life.key("Return", until="Резервни копия dialog")
    life.key("Tab", until="push button")
    life.key("Tab", until="Ново копие сега")
    assert "9 статии, по Ваше желание" in life.key("space", until="Копието е направено")
    life.key("Escape", until="Статия panel")


def damage_is_told_and_repaired(life):
    """A page of the file is turned over, as a failing disk would."""
    path = life.home / FILE
    data = bytearray(path.read_bytes())
    data[4096:8192] = bytes(each ^ 0xFF for each in data[4096:8192])
    path.write_bytes(data)
    heard = life.start("повредена", until="Поправяне на библиотеката")
    assert "нищо не се изтрива" in heard
    assert "Отваряне само за четене" in life.key("Tab", until="за четене")
    assert "Възстановяване на избраното копие" in life.key("Tab", until="избраното")
    assert "9 статии, по Ваше желание" in life.key("Tab", until="желание")
    life.key("shift+Tab", "shift+Tab", "shift+Tab", until="Поправяне")
    heard = life.key("Return", until="Нищо не е загубено")
    assert "9 статии са спасени." in heard
    life.key("Return", until="Статия panel")
    life.key("ctrl+Home", until="heading level 1")
    assert life.key("b", until="отметка").lines == (PLANS, "отметка.")
