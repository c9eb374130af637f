"""Documents fetched by their address or by a reference."""

import json

import pytest

from reader import importers
from reader.app.web import fetched, is_named
from reader.errors import MalformedAddressError, NotFoundError
from reader.importers.incoming import Incoming
from reader.sources.wanted import questions
from tests.servers.elsewhere import Elsewhere
from tests.servers.site import Page, Site
from tests.servers.tricks import led

_ANSWER = "/ec.europa.eu/commission/presscorner/api/documents?reference=IP/25/467&language="
_CELLAR = "/publications.europa.eu/resource/celex/32024R1689"


@pytest.fixture
def site():
    with Site() as opened:
        yield opened


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("https://ec.europa.eu/commission/presscorner/detail/bg/ip_25_467", "bg"),
        ("https://ec.europa.eu/commission/presscorner/detail/EN/IP_25_467/", "en"),
        ("IP/25/467", "bg"),
        ("  ip/25/467 ", "bg"),
    ],
)
def test_the_press_corner_is_asked_for_the_parts_of_its_page(
    site: Site, wanted: str, language: str
) -> None:
    site.page(_ANSWER + language, '{"refCd": "IP/25/467"}', "application/json")
    incoming = fetched(wanted, Elsewhere(site))
    assert json.loads(incoming.data) == {"refCd": "IP/25/467"}
    assert incoming.address is not None
    assert incoming.address.lower().rstrip("/").endswith(f"detail/{language}/ip_25_467")


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ("https://eur-lex.europa.eu/legal-content/BG/TXT/?uri=CELEX:32024R1689", "bul"),
        ("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32024R1689", "eng"),
        ("https://data.europa.eu/eli/reg/2024/1689/oj/bul", "bul"),
        ("http://data.europa.eu/eli/reg/2024/1689/oj", "bul"),
        ("Регламент (ЕС) 2024/1689", "bul"),
        ("32024R1689", "bul"),
    ],
)
def test_an_act_is_asked_of_cellar_in_its_language(site: Site, wanted: str, code: str) -> None:
    site.page(_CELLAR, "<p>Член 1</p>", "application/xhtml+xml; charset=utf-8")
    incoming = fetched(wanted, Elsewhere(site))
    assert site.asked[0].headers["accept-language"] == code
    assert site.asked[0].headers["accept"] == "application/xhtml+xml"
    language = "BG" if code == "bul" else "EN"
    assert incoming.address == (
        f"https://eur-lex.europa.eu/legal-content/{language}/TXT/?uri=CELEX:32024R1689"
    )


def test_an_older_act_is_there_as_html(site: Site) -> None:
    def older(visit) -> None:
        if visit.asked.headers["accept"] == "text/html":
            Page(b"<p>1</p>")(visit)
        else:
            Page(status=406)(visit)

    site.put(_CELLAR, older)
    assert fetched("32024R1689", Elsewhere(site)).data == b"<p>1</p>"
    assert [each.headers["accept"] for each in site.asked] == ["application/xhtml+xml", "text/html"]


def test_an_act_that_is_not_there_is_named_as_such(site: Site) -> None:
    with pytest.raises(NotFoundError):
        fetched("32024R1689", Elsewhere(site))


def test_any_other_page_is_known_by_where_it_has_led_to(site: Site) -> None:
    site.put("/example.org/old", led("/example.org/new/page"))
    site.page("/example.org/new/page", "<p>Текст</p>", "text/html; charset=windows-1251")
    incoming = fetched("https://example.org/old", Elsewhere(site))
    assert (incoming.address, incoming.name) == ("https://example.org/new/page", "page")
    assert incoming.charset == "windows-1251"


@pytest.mark.parametrize("wanted", ["", "нещо друго", "файл.pdf", "ftp://example.org/x"])
def test_what_names_nothing_is_not_fetched(site: Site, wanted: str) -> None:
    assert not is_named(wanted)
    with pytest.raises(MalformedAddressError):
        fetched(wanted, Elsewhere(site))
    assert site.asked == []


def test_an_act_of_another_site_is_that_site_s_page() -> None:
    (question,) = questions("https://example.org/?x=CELEX:32024R1689")
    assert question.address == "https://example.org/?x=CELEX:32024R1689"


def test_what_only_the_server_says_of_the_letters_is_kept_with_the_page(site: Site) -> None:
    text = "<html><body><h1>Заглавие</h1><p>Библиотеките получават нови книги.</p></body></html>"
    site.put("/example.org/page", Page(text.encode("koi8-r"), "text/html; charset=koi8-r"))
    incoming = fetched("https://example.org/page", Elsewhere(site))
    kept = importers.read(Incoming(incoming.data, address=incoming.address))
    assert kept.lines == importers.read(incoming).lines
    assert kept.lines[0].text == "Заглавие"
