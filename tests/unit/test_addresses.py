"""From the address of a page to the one in another language, by rules that are data."""

import json
import re
from pathlib import Path

import pytest

from reader.model.links import Sureness, Version
from reader.paths import resource
from reader.sources.addresses import language, original, version
from reader.text import institutions

_CASE = re.compile(r"(\S+)(?: -> (\S+) \[(\w+)\])?")
_LINES = (Path(__file__).parent / "address_cases.txt").read_text("utf-8").splitlines()
_CASES = [match.groups() for match in map(_CASE.fullmatch, _LINES) if match]
KNOWN = [(found, english, Sureness(sure)) for found, english, sure in _CASES if english]
UNKNOWN = [found for found, english, _ in _CASES if not english]


@pytest.mark.parametrize(("address", "english", "sureness"), KNOWN)
def test_an_address_leads_to_the_english_one(
    address: str, english: str, sureness: Sureness
) -> None:
    assert version(address) == Version(english, sureness)


@pytest.mark.parametrize("english", sorted({english for _, english, _ in KNOWN}))
def test_an_english_address_surely_stays_itself(english: str) -> None:
    assert version(english) == Version(english, Sureness.SURE)


@pytest.mark.parametrize(
    "address", [*UNKNOWN, "https://[Съобщение]/bg/", "ec.europa.eu/info/index_bg", ""]
)
def test_where_no_rule_knows_there_is_no_answer(address: str) -> None:
    assert version(address) is None


@pytest.mark.parametrize(
    ("english", "bulgarian"),
    [
        (
            "https://data.europa.eu/eli/reg/2024/1689/oj/eng",
            "https://data.europa.eu/eli/reg/2024/1689/oj/bul",
        ),
        (
            "https://ec.europa.eu/commission/presscorner/detail/en/ip_25_467",
            "https://ec.europa.eu/commission/presscorner/detail/bg/ip_25_467",
        ),
        (
            "https://www.europarl.europa.eu/doceo/document/TA-9-2024-0138_EN.html",
            "https://www.europarl.europa.eu/doceo/document/TA-9-2024-0138_BG.html",
        ),
    ],
)
def test_an_english_address_can_lead_to_the_bulgarian_one(english: str, bulgarian: str) -> None:
    assert original(english, "bg") == bulgarian


def test_the_wish_for_a_machine_translation_is_dropped_where_no_rule_knows_the_page() -> None:
    asked = "https://joint-research-centre.ec.europa.eu/site/x?etrans=bg&page=2"
    assert original(asked) == "https://joint-research-centre.ec.europa.eu/site/x?page=2"


def test_the_language_that_an_address_asks_for_is_known() -> None:
    assert language("https://www.consilium.europa.eu/bg/press/") == "bg"
    assert language("https://www.consilium.europa.eu/press/") is None


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://digital-strategy.ec.europa.eu/bg/x", "ec"),
        ("https://www.europarl.europa.eu/news/bg", "ep"),
        ("https://eur-lex.europa.eu/", "op"),
        ("https://osha.europa.eu/bg", "eu"),
        ("https://example.org/europa.eu", None),
        ("https://fakeeuropa.eu/", None),
        ("https://[Съобщение]/", None),
        (None, None),
    ],
)
def test_the_publisher_is_known_by_the_host(address: str | None, key: str | None) -> None:
    assert institutions.publisher(address) == key


def test_every_institution_has_names_and_a_holder_in_both_languages() -> None:
    known = json.loads(resource("institutions.json").read_text("utf-8"))["institutions"]
    for facts in known.values():
        assert set(facts["names"]) == set(facts["holders"]) == {"bg", "en"}
        assert facts["hosts"]
        assert "licence" in facts


def test_an_unknown_institution_is_called_by_its_key() -> None:
    assert institutions.name("ep", "bg") == "Европейски парламент"
    assert institutions.name("some-body", "bg") == "some-body"
