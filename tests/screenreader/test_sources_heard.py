"""Feeds by ear: chosen from the catalogue, added by address, updated, and their news read."""

import pytest

from tests.servers.site import Site
from tests.unit.feed_parts import page

pytest_plugins = ("tests.screenreader.program_fixtures",)
FEED = """<rss version='2.0'><channel><title>Новини за водите</title>
<item><title>Язовирите са пълни</title><link>/1</link><guid>1</guid></item>
<item><title>Реките се чистят</title><link>/2</link><guid>2</guid></item>
<item><title>Изгубена новина</title><link>/3</link><guid>3</guid></item>
</channel></rss>"""


@pytest.fixture
def feed():
    """The address of a feed on this very computer, of whose news one is not to be had."""
    with Site() as site:
        site.page("/1", page("Язовирите са пълни"))
        site.page("/2", page("Реките се чистят"))
        yield site.page("/rss.xml", FEED, "application/rss+xml; charset=utf-8")


@pytest.mark.check("A50", "Errors are named with a remedy")
@pytest.mark.check("A72", "Every dialog tells its title and what has the focus")
def test_feeds_are_chosen_and_added_by_ear(orca):
    said = orca.key("ctrl+shift+f", until="Каталог")
    assert said.lines[0].startswith("Емисии dialog Още няма емисии.")
    assert said.lines[-1] == "Каталог… push button."
    said = orca.key("space", until="без отметка")
    assert "Емисии на Европейския съюз dialog." in said.lines
    row = "Пресцентър на Комисията, без отметка, Новини на Комисията, български"
    assert said.lines[-1].startswith(row)
    said = orca.key("space", until="с отметка")
    assert said.lines[-1].startswith("с отметка, Новини на Комисията, български")
    said = orca.key("Return", until="идват новините")
    assert "Пресцентър на Комисията, без непрочетени, още не е обновявана." in said.lines
    told = "Добавена: Пресцентър на Комисията. С „Обновяване“ идват новините ѝ."
    assert said.lines.count(told) == 1
    said = orca.key("Delete", until="Запазване")
    assert "Статиите ѝ остават в библиотеката" in said
    orca.key("Escape", until="Пресцентър")
    orca.key("Escape", until="1 от 4")


@pytest.mark.check("A71", "Progress is told")
def test_a_feed_is_updated_and_its_news_are_read_by_ear(orca, feed):
    orca.key("ctrl+shift+f", until="Емисии dialog")
    orca.key(*("Tab",) * 5, until="Добавяне")
    said = orca.key("space", until="Адрес на емисия")
    assert "Добавяне на емисия dialog" in said
    orca.type(feed)
    said = orca.key("Return", until="Без разрешение")
    assert "Компютърът „127.0.0.1“ е във Вашата собствена мрежа" in said
    orca.key("shift+Tab", until="Разрешаване")
    said = orca.key("space", until="Добавена: Новини за водите.")
    assert "Новини за водите, без непрочетени, още не е обновявана." in said.lines
    orca.key("Tab", "Tab", until="Обновяване")
    begun, ended = orca.key("space", until="показва защо").lines
    assert begun == "Обновяване на емисиите…"
    assert ended.startswith("2 нови статии от 1 емисия; 1 новина не можа да се изтегли. ")
    assert ended.endswith("Командата „Отчет за обновяването“ показва защо.")
    said = orca.key("shift+Tab", "shift+Tab", until="обновена днес")
    assert said.lines[-1].startswith("Новини за водите, 2 непрочетени, обновена днес в ")
    said = orca.key("Return", until="1 от 2")
    assert "Емисия: Новини за водите, 2 непрочетени. | List with 2 items." in said
    assert said.lines[-1] == "Реките се чистят, днес, непрочетена, 1 от 2."
    assert "Реките се чистят heading level 1." in orca.key("Return", until="heading")
