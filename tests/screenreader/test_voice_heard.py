"""What Orca says of the commands of the voice."""

import pytest

# Keys by their numbers: which letter or sign they write is a matter of the layout.
ONE, THREE, SIX, SEVEN, EIGHT, NINE = "10", "12", "15", "16", "17", "18"

pytest_plugins = ("tests.screenreader.program_fixtures",)


def test_while_the_voice_is_silent_steps_are_read(reading):
    reading.key("ctrl+Home")
    words = "Комисията обяви инвестиции от двеста милиарда евро."
    assert words in reading.key("alt+Next", until=words)
    assert "Вижте" in reading.key("ctrl+3", until="Вижте")
    assert "Няма следващо заглавие." in reading.key("alt+End", until="Няма следващо заглавие.")
    assert "ЕС стартира" in reading.key("alt+Home", until="ЕС стартира")


def test_what_changes_is_said(reading):
    for key, words in (
        ("ctrl+6", "Сила на гласа: 90 процента"),
        ("ctrl+7", "Сила на гласа: 100 процента"),
        ("ctrl+9", "Височина на гласа: 60 процента"),
        ("ctrl+8", "Височина на гласа: 50 процента"),
        ("ctrl+5", "Скорост: 200 думи в минута"),
        ("ctrl+4", "Скорост: 175 думи в минута"),
        ("ctrl+shift+r", "Изречението се повтаря."),
        ("ctrl+shift+r", "Повтарянето е спряно."),
        ("ctrl+shift+t", "Таймерът за сън е изключен."),
        ("ctrl+shift+F5", "Нищо не е избрано."),
    ):
        assert words in reading.key(key, until=words)


def test_the_sleep_timer_is_chosen_in_the_menu(reading):
    reading.key("F10", "Right", "Right", "Right", "Right", "Return", until="Четене на глас")
    assert "Таймер за сън" in reading.key("Up", "Up", "Up", until="Таймер за сън")
    assert "Изключен" in reading.key("Right", until="Изключен")
    assert "След 5 минути" in reading.key("Down", until="След 5 минути")
    words = "Гласът ще замлъкне след 5 минути четене."
    assert words in reading.key("Return", until=words)
    assert words in reading.key("ctrl+shift+t", until=words)


@pytest.mark.check("A61", "The same keys on Cyrillic keyboards")
@pytest.mark.parametrize("variant", ["bds", "phonetic"])
def test_the_digits_of_the_voice_work_on_bulgarian_keyboards(reading, variant):
    reading.layout("bg", variant)
    for key, words in (
        (f"ctrl+{SIX}", "Сила на гласа: 90 процента"),
        (f"ctrl+{SEVEN}", "Сила на гласа: 100 процента"),
        (f"ctrl+{NINE}", "Височина на гласа: 60 процента"),
        (f"ctrl+{EIGHT}", "Височина на гласа: 50 процента"),
        (f"ctrl+{THREE}", "Комисията обяви"),
        (f"ctrl+{ONE}", "ЕС стартира"),
    ):
        assert words in reading.key(key, until=words)
