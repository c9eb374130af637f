"""By ear: an address is opened, its links gone through, its original fetched and compared."""

import pytest

from tests.servers.site import Site

pytest_plugins = ("tests.screenreader.program_fixtures",)

SENTENCE = "Държавите членки ще получат 250 милиона евро за опазването на своите реки."
HERE = (
    "<html lang=bg><body><main><h1>Нови средства за реките</h1>"
    f"<p>{SENTENCE}</p><p>Вижте <a href='/bg/report'>доклада</a> и пазете реките.</p>"
    "</main></body></html>"
)
THERE = (
    "<html lang=en><body><main><h1>New money for the rivers</h1>"
    "<p>The Member States will receive EUR 250 billion for the protection of their rivers.</p>"
    "<p>See the <a href='/en/report'>report</a> and protect the rivers.</p>"
    "</main></body></html>"
)


@pytest.fixture(scope="module")
def pages():
    """A site on this computer with the article, its original and one of two reports."""
    with Site() as site:
        site.page("/bg/rivers", HERE)
        site.page("/en/rivers", THERE)
        site.page("/bg/report", HERE)
        yield site


def open_page(orca, pages):
    """Open an address; this computer is asked only with permission."""
    heard = orca.key("ctrl+u", until="изчиства и запазва")
    assert "Отваряне на адрес dialog" in heard
    assert heard.lines[-1] == "Адрес или означение text."
    orca.type("javascript")
    heard = orca.key("Return", until="не е адрес")
    assert "„javascript“" in heard
    orca.key("ctrl+a")
    orca.type(pages.address("/bg/rivers"))
    heard = orca.key("Return", until="Без разрешение")
    assert "„127.0.0.1“" in heard
    orca.key("shift+Tab", until="Разрешаване")
    heard = orca.key("space", until="Добавена статия")
    assert "Нови средства за реките" in heard


def go_through_links(orca):
    """Hear the links of the open article, check them, and go to one in the article."""
    assert "Адрес: 127.0.0.1/bg/rivers" in orca.key("alt+3", until="Тази статия")
    assert "Адрес: 127.0.0.1/bg/report" in orca.key("Down", until="доклада")
    heard = orca.key("shift+F9", until="Проверени са 2 връзки")
    assert "Адреси, които съществуват: 2" in heard
    assert "127.0.0.1/bg/rivers, съществува" in orca.key("Up", until="съществува")
    orca.key("Down", until="доклада")
    assert "доклада link" in orca.key("Return", until="доклада link")


def fetch_original(orca, pages):
    """Have the original fetched and kept."""
    heard = orca.key("ctrl+shift+u", until="Не е известно")
    assert "Изтегляне на оригинала dialog" in heard
    orca.type(pages.address("/en/rivers"))
    heard = orca.key("Return", until="Оригиналът е запазен при статията")
    assert "New money for the rivers" in heard


@pytest.mark.check("A64", "Links tell their name and address and can be followed")
@pytest.mark.check("A89", "Original lines and original language beside the text")
def test_links_and_original(orca, pages):
    open_page(orca, pages)
    go_through_links(orca)
    fetch_original(orca, pages)
    heard = orca.key("shift+F7", until="250 billion")
    assert "1 различие с оригинала dialog" in heard
    assert "Стойност: „250 милиона евро“, в оригинала „EUR 250 billion“" in heard
    assert "своите реки" in orca.key("Return", until="своите реки")
