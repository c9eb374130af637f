"""By ear: the first minute with the program, and its help."""

import sys

import pytest

pytest_plugins = ("tests.screenreader.program_fixtures",)


@pytest.fixture
def new(desktop, tmp_path, root):
    """The desktop of a person who has never started the program."""
    session = desktop.fresh({"CHETIVO_HOME": str(tmp_path / "home"), "PYTHONPATH": root})
    program = session.launch([sys.executable, "-m", "reader"])
    session.wait_window("Четиво")
    session.heard(until="клавишите", settle=1)
    yield session
    session.key("ctrl+q", settle=0)
    assert program.wait(60) == 0


@pytest.mark.check("A53", "The manual is accessible and in Bulgarian")
def test_the_first_steps_are_walked_by_ear_to_the_sample_article(new):
    heard = new.key("space", until="остава отделно")
    assert "Първи стъпки, 1 от 4: Гласът dialog" in heard
    assert "Прослушване на гласа push button" in heard
    assert "Напред" in new.key("Tab", "Tab", "Tab", until="Напред")
    heard = new.key("space", until="2 от 4: Текстът")
    assert "По-голям текст push button" in heard
    assert "изберете цветовете му" in heard
    new.key("space", until="Размер на текста: 20")
    new.key("Tab", "Tab", "Tab", "Tab", until="Напред")
    heard = new.key("space", until="3 от 4: Клавишите")
    assert "Отваряне: Ctrl+O" in heard
    assert "Поставяне на статия: Ctrl+V" in new.key("Down", until="Ctrl+V")
    new.key("Tab", "Tab", until="Напред")
    heard = new.key("space", until="4 от 4: Първата статия")
    assert "Отваряне на примерната статия push button" in heard
    heard = new.key("space", until="Клавишът R")
    assert "Нова инициатива на ЕС" in heard


def test_help_is_an_article_with_the_same_keys_and_leads_back(new):
    heard = new.key("F1", until="heading level 1")
    assert "Първи стъпки" in heard
    assert "Първата статия" in new.key("h", until="heading level 2")
    new.key("F1", until="1 от 17")
    heard = new.key("Down", until="2 от 17")
    assert "Добавяне на статии" in heard


def test_over_a_dialog_its_page_is_read_and_escape_leads_back_to_it(new):
    new.key("ctrl+comma", until="Език")
    heard = new.key("F1", until="heading level 1")
    assert "Настройки и изглед" in heard
    assert "отваря настройките" in new.key("Down", until="настройките")
    assert "Настройки и изглед" in new.key("F1", until="изглед")  # no second page
    assert "Настройки" in new.key("Escape", until="Настройки")
    new.key("Escape", until="Първи стъпки")


def test_in_the_links_and_in_the_search_field_help_tells_of_them(new):
    new.key("Tab", "Tab", "Tab", "Tab", until="примерната")
    new.key("space", until="Клавишът R")
    new.key("alt+3", until="Връзки")
    assert "Оригинал и връзки" in new.key("F1", until="heading level 1")
    assert "Нова инициатива" in new.key("alt+Left", until="Нова инициатива")
    new.key("ctrl+l", until="Търсене")
    heard = new.key("F1", until="heading level 1")
    assert "Търсене heading level 1" in heard


def test_over_a_message_the_page_about_trouble_is_read_and_escape_leads_back_to_it(new):
    new.key("ctrl+v", until="Добре")
    assert "Ако нещо не върви" in new.key("F1", until="heading level 1")
    assert "Не чувам глас" in new.key("h", until="heading level 2")
    assert "Добре" in new.key("Escape", until="Добре")
    new.key("Escape", until="Първи стъпки")
