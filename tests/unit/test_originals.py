"""An article and its links in the original language: where that is, and the text itself."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.app import Reader
from reader.app.originals import check, language, pairs
from reader.errors import NotFoundError, NotTheOriginalError, UnknownOriginalError
from reader.importers.apart import Apart
from reader.importers.incoming import Incoming
from reader.library.store import Library
from reader.model.article import Article, Paragraph, Reference, Source, Span
from reader.model.links import (
    OWN_LINK,
    CheckedPair,
    KnownLink,
    LinkPair,
    Presence,
    Sureness,
    Version,
)
from reader.model.query import Search
from reader.sources.fetch import Fetcher
from reader.sources.originals import candidates
from tests.servers.elsewhere import Elsewhere
from tests.servers.site import Page, Site
from tests.servers.tricks import led

PRESS = "https://ec.europa.eu/commission/presscorner/detail"
_ANSWER = "/ec.europa.eu/commission/presscorner/api/documents?reference=IP/25/467&language="
_NEWS = "/digital-strategy.ec.europa.eu"
BULGARIAN = (
    "<html lang=bg><body><main><h1>Мрежа за пчелите</h1><p>Комисията обяви днес нова мрежа за "
    "пчелите в Европа.</p></main></body></html>"
)
ENGLISH = (
    "<html lang=en><body><main><h1>A network for bees</h1><p>The Commission today announced a new "
    "network for the bees of Europe.</p></main></body></html>"
)


@pytest.fixture
def site():
    with Site() as opened:
        yield opened


@pytest.fixture
def reader(tmp_path: Path):
    with Library(tmp_path) as library, Apart() as apart:
        yield Reader(library, apart)


def article(**changes) -> Article:
    words = (Span("Комисията обяви мрежа."),)
    return replace(Article("Мрежа", "bg", (Paragraph(words),), Source("pdf")), **changes)


def kept(reader: Reader, address: str | None) -> int:
    return reader.keep(Incoming(BULGARIAN.encode(), "bees.html", address=address)).entry.identifier


def announcement(language: str, title: str, text: str) -> str:
    part = {"title": title, "htmlContent": f"<p>{text}</p>", "language": language}
    return json.dumps({"refCd": "IP/25/467", "docuLanguageResource": part})


def test_what_the_article_says_itself_comes_before_what_is_concluded() -> None:
    asked = article(
        original="https://digital-strategy.ec.europa.eu/en/news/bees",
        source=Source("pdf", address="https://commission.europa.eu/bees_bg"),
        references=(Reference("IP/25/467", f"{PRESS}/bg/ip_25_467"),),
    )
    assert candidates(asked) == (
        Version("https://digital-strategy.ec.europa.eu/en/news/bees", Sureness.SURE),
        Version("https://commission.europa.eu/bees_en", Sureness.BY_WORDS),
        Version(f"{PRESS}/en/ip_25_467", Sureness.BY_WORDS),
    )


def test_of_several_press_releases_none_is_the_article_itself() -> None:
    references = tuple(Reference(name, f"{PRESS}/bg/{name}") for name in ("ip_25_1", "ip_25_2"))
    assert candidates(article(references=references)) == ()


def test_an_article_in_the_original_language_has_no_other() -> None:
    english = article(language="en", source=Source("html", address="https://osha.europa.eu/en/x"))
    assert candidates(english) == ()


@pytest.mark.parametrize("code", ["fr", "de"])
def test_an_original_in_a_third_language_is_not_looked_for_in_english(code: str) -> None:
    told = f"https://digital-strategy.ec.europa.eu/{code}/news/abeilles"
    mine = Source("html", address=f"{PRESS}/bg/ip_25_467")
    found = candidates(article(original=told, source=mine))
    assert found == (
        Version(told, Sureness.SURE),
        Version(f"{PRESS}/{code}/ip_25_467", Sureness.SURE),
    )


def test_the_original_is_fetched_and_kept_with_the_article(reader: Reader, site: Site) -> None:
    site.page(f"{_NEWS}/en/news/bees", ENGLISH)
    number = kept(reader, "https://digital-strategy.ec.europa.eu/bg/news/bees")
    assert reader.original(number) is None
    fetched = reader.originals.fetch(number, Elsewhere(site))
    found = reader.original(number)
    assert found is not None
    assert (found.title, found.language) == ("A network for bees", "en")
    assert found.blocks == fetched.blocks
    assert found.source.address == "https://digital-strategy.ec.europa.eu/en/news/bees"
    assert found.source.retrieved is not None
    assert [hit.entry.identifier for hit in reader.search(Search("announced bees"))] == [number]


def test_a_press_release_comes_through_its_parts(reader: Reader, site: Site) -> None:
    english = announcement("en", "A network for bees", "The Commission announced a network.")
    site.page(_ANSWER + "en", english, "application/json")
    number = kept(reader, f"{PRESS}/bg/ip_25_467")
    assert reader.originals.fetch(number, Elsewhere(site)).title == "A network for bees"


def test_where_one_place_has_nothing_the_next_is_asked(reader: Reader, site: Site) -> None:
    site.page(_ANSWER + "en", announcement("en", "Bees", "The text."), "application/json")
    page = BULGARIAN.replace("</p>", " Вижте IP/25/467.</p>").encode()
    address = "https://commission.europa.eu/bees_bg"
    number = reader.keep(Incoming(page, "bees.html", address=address)).entry.identifier
    assert reader.originals.fetch(number, Elsewhere(site)).title == "Bees"
    assert site.paths()[0] == "/commission.europa.eu/bees_en"


def test_a_page_in_the_same_language_is_no_original(reader: Reader, site: Site) -> None:
    site.page(f"{_NEWS}/en/news/bees", BULGARIAN)
    number = kept(reader, "https://digital-strategy.ec.europa.eu/bg/news/bees")
    with pytest.raises(NotTheOriginalError):
        reader.originals.fetch(number, Elsewhere(site))
    assert reader.original(number) is None


def test_an_address_that_a_person_gives_is_asked_alone(reader: Reader, site: Site) -> None:
    site.page("/example.org/bees", ENGLISH)
    number = kept(reader, "https://digital-strategy.ec.europa.eu/bg/news/bees")
    reader.originals.fetch(number, Elsewhere(site), "https://example.org/bees")
    assert site.paths() == ["/example.org/bees"]


def test_what_names_no_language_is_asked_for_in_that_of_the_original(
    reader: Reader, site: Site
) -> None:
    french = announcement("fr", "Un réseau pour les abeilles", "La Commission annonce un réseau.")
    site.page(_ANSWER + "fr", french, "application/json")
    page = f"<html lang=fr><main><h1>Un réseau</h1><p>{'La Commission annonce. ' * 3}</p></main>"
    site.page("/example.org/abeilles", page)
    told = article(original="https://digital-strategy.ec.europa.eu/fr/news/abeilles")
    number = reader.library.add(told, (), b"print").entry.identifier
    found = [
        reader.originals.fetch(number, Elsewhere(site), place)
        for place in ("https://example.org/abeilles", "IP/25/467")
    ]
    assert [each.language for each in found] == ["fr", "fr"]
    assert site.asked[0].headers["accept-language"] == "fr, en;q=0.5"


def test_where_nothing_is_known_nothing_is_asked(reader: Reader, site: Site) -> None:
    number = kept(reader, None)
    with pytest.raises(UnknownOriginalError):
        reader.originals.fetch(number, Elsewhere(site))
    assert site.asked == []


def test_an_original_that_is_not_there_is_named_as_such(reader: Reader, site: Site) -> None:
    number = kept(reader, "https://digital-strategy.ec.europa.eu/bg/news/bees")
    with pytest.raises(NotFoundError):
        reader.originals.fetch(number, Elsewhere(site))


def test_the_article_s_own_addresses_stand_before_those_of_its_links() -> None:
    linked = Span("мрежа", link="https://www.consilium.europa.eu/bg/press/")
    own = "https://digital-strategy.ec.europa.eu/bg/news/bees"
    found = pairs(article(source=Source("html", address=own), blocks=(Paragraph((linked,)),)))
    assert [
        (each.pair.text, each.pair.bulgarian, each.pair.original) for each in found.values()
    ] == [
        ("Мрежа", own, own.replace("/bg/", "/en/")),
        ("мрежа", linked.link, "https://www.consilium.europa.eu/en/press/"),
    ]


@pytest.mark.parametrize("code", ["fr", "de"])
def test_links_have_the_language_of_the_original_that_the_notice_tells(code: str) -> None:
    links = ("https://www.consilium.europa.eu/bg/press/", f"{PRESS}/bg/ip_25_467")
    told = article(
        original=f"https://digital-strategy.ec.europa.eu/{code}/news/abeilles",
        source=Source("html", address="https://digital-strategy.ec.europa.eu/bg/news/pcheli"),
        blocks=(Paragraph(tuple(Span(link, link=link) for link in links)),),
    )
    found = pairs(told)
    assert [each.pair.original for each in found.values()] == [
        told.original,
        f"https://www.consilium.europa.eu/{code}/press/",
        f"{PRESS}/{code}/ip_25_467",
    ]
    assert {language(told, each.pair) for each in found.values()} == {code}


def test_links_have_the_language_of_the_original_that_a_person_gives() -> None:
    link = "https://www.consilium.europa.eu/bg/press/"
    mine = {OWN_LINK: KnownLink("https://www.consilium.europa.eu/fr/press/bees/")}
    found = pairs(article(blocks=(Paragraph((Span("x", link=link),)),)), mine)
    assert found[link].pair.original == "https://www.consilium.europa.eu/fr/press/"


def test_a_link_to_a_third_language_leads_there_in_the_original_too() -> None:
    english = "https://osha.europa.eu/en/themes"
    told = article(
        original="https://digital-strategy.ec.europa.eu/fr/news/abeilles",
        blocks=(Paragraph((Span("x", link=english),)),),
    )
    pair = pairs(told)[english].pair
    assert (pair.bulgarian, pair.original) == ("https://osha.europa.eu/bg/themes", english)
    assert language(told, pair) == "en"


def test_which_of_two_addresses_exists_is_told_when_asked(site: Site) -> None:
    bulgarian, english = (f"https://osha.europa.eu/{code}/themes" for code in ("bg", "en"))
    site.page("/osha.europa.eu/en/themes", ENGLISH)
    checked = check(LinkPair("теми", bulgarian, english, bulgarian), Elsewhere(site))
    assert (checked.bulgarian, checked.original) == (Presence.MISSING, Presence.THERE)


def test_a_page_that_leads_on_to_another_language_is_not_there_in_this(site: Site) -> None:
    bulgarian, english = (f"https://osha.europa.eu/{code}/themes" for code in ("bg", "en"))
    site.page("/osha.europa.eu/en/themes", ENGLISH)
    site.put("/osha.europa.eu/bg/themes", led("/osha.europa.eu/en/themes"))
    checked = check(LinkPair("теми", bulgarian, english, bulgarian), Elsewhere(site))
    assert checked.bulgarian is Presence.MISSING


def test_the_only_address_of_a_link_is_asked_for(site: Site) -> None:
    site.page("/example.org/report", ENGLISH)
    checked = check(LinkPair("x", "https://example.org/report", None, None), Elsewhere(site))
    assert (checked.bulgarian, checked.original) == (Presence.THERE, Presence.UNKNOWN)


def test_of_a_mailbox_nobody_is_asked(site: Site) -> None:
    checked = check(LinkPair("x", "mailto:press@example.eu", None, None), Elsewhere(site))
    assert (checked.bulgarian, checked.original) == (Presence.UNKNOWN, Presence.UNKNOWN)
    assert site.asked == []


def test_a_site_that_fails_and_a_private_one_have_told_nothing(site: Site) -> None:
    site.put("/example.org/report", Page(status=500))
    failed = check(LinkPair("x", "https://example.org/report", None, None), Elsewhere(site))
    private = check(LinkPair("x", site.address("/x"), None, None), Fetcher("1.0", proxies={}))
    assert (failed.bulgarian, private.bulgarian) == (Presence.NO_ANSWER, Presence.PRIVATE)
    assert len(site.asked) == 1


def test_the_person_s_own_address_of_an_original_comes_first_and_stays(reader: Reader) -> None:
    number = kept(reader, "https://digital-strategy.ec.europa.eu/bg/news/bees")
    reader.originals.give_address(number, OWN_LINK, "https://example.org/bees")
    assert [each.address for each in reader.originals.places(number)] == [
        "https://example.org/bees",
        "https://digital-strategy.ec.europa.eu/en/news/bees",
    ]
    (own,) = pairs(reader.open(number).article, reader.originals.known(number)).values()
    assert (own.pair.original, own.pair.sureness) == ("https://example.org/bees", Sureness.OWN)
    reader.originals.give_address(number, OWN_LINK, "")
    assert len(reader.originals.places(number)) == 1


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("IP/25/467", f"{PRESS}/en/ip_25_467"),
        ("osha.europa.eu/bees", "https://osha.europa.eu/bees"),
    ],
)
def test_what_a_person_gives_is_kept_as_an_address(
    reader: Reader, words: str, address: str
) -> None:
    number = kept(reader, "https://digital-strategy.ec.europa.eu/bg/news/bees")
    reader.originals.give_address(number, OWN_LINK, words)
    assert reader.originals.known(number)[OWN_LINK].own == address


def test_what_was_found_is_kept_until_the_address_is_another(reader: Reader) -> None:
    number, bees = kept(reader, "https://osha.europa.eu/bg/bees"), "https://osha.europa.eu/en/bees"
    found = CheckedPair(
        LinkPair("Мрежа", bees, bees, None), Presence.THERE, original=Presence.MISSING
    )
    reader.originals.keep_found(number, {OWN_LINK: found})
    assert reader.originals.known(number)[OWN_LINK].original is Presence.MISSING
    reader.originals.give_address(number, OWN_LINK, "https://example.org/bees")
    known = reader.originals.known(number)[OWN_LINK]
    assert (known.bulgarian, known.original) == (Presence.THERE, Presence.UNKNOWN)
