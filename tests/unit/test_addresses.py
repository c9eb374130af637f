"""From the Bulgarian address of a page to the original one, by rules that are data."""

import json

import pytest

from reader.paths import resource
from reader.sources.addresses import Document, celex, look_up, original
from reader.text import institutions

PAIRS = [
    (
        "https://ec.europa.eu/commission/presscorner/detail/bg/ip_25_467",
        "https://ec.europa.eu/commission/presscorner/detail/en/ip_25_467",
    ),
    (
        "https://ec.europa.eu/commission/presscorner/api/files/document/print/bg/ip_25_467/IP_25_467_BG.pdf",
        "https://ec.europa.eu/commission/presscorner/api/files/document/print/en/ip_25_467/IP_25_467_EN.pdf",
    ),
    (
        "https://eur-lex.europa.eu/legal-content/BG/TXT/?uri=CELEX:32024R1689",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32024R1689",
    ),
    (
        "https://eur-lex.europa.eu/LexUriServ/LexUriServ.do?uri=CELEX:32009L0028:BG:NOT",
        "https://eur-lex.europa.eu/LexUriServ/LexUriServ.do?uri=CELEX:32009L0028:EN:NOT",
    ),
    (
        "https://data.europa.eu/eli/reg/2024/1689/oj/bul",
        "https://data.europa.eu/eli/reg/2024/1689/oj/eng",
    ),
    (
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng",
    ),
    (
        "https://digital-strategy.ec.europa.eu/bg/policies/ai-office",
        "https://digital-strategy.ec.europa.eu/en/policies/ai-office",
    ),
    (
        "https://www.europarl.europa.eu/news/bg/press-room/20240308IPR19015/naslov",
        "https://www.europarl.europa.eu/news/en/press-room/20240308IPR19015/naslov",
    ),
    (
        "https://www.europarl.europa.eu/doceo/document/TA-9-2024-0138_BG.html",
        "https://www.europarl.europa.eu/doceo/document/TA-9-2024-0138_EN.html",
    ),
    (
        "https://www.consilium.europa.eu/bg/press/press-releases/2024/05/21/abc/",
        "https://www.consilium.europa.eu/en/press/press-releases/2024/05/21/abc/",
    ),
    (
        "https://www.ecb.europa.eu/press/pr/date/2025/html/ecb.mp250130~530b29e622.bg.html",
        "https://www.ecb.europa.eu/press/pr/date/2025/html/ecb.mp250130~530b29e622.en.html",
    ),
    (
        "https://curia.europa.eu/jcms/upload/docs/application/pdf/2024-03/cp240037bg.pdf",
        "https://curia.europa.eu/jcms/upload/docs/application/pdf/2024-03/cp240037en.pdf",
    ),
    (
        "https://commission.europa.eu/legal-notice_bg#part-2",
        "https://commission.europa.eu/legal-notice_en#part-2",
    ),
    (
        "https://bulgaria.representation.ec.europa.eu/index_bg?page=2",
        "https://bulgaria.representation.ec.europa.eu/index_en?page=2",
    ),
]


@pytest.mark.parametrize(("bulgarian", "english"), PAIRS)
def test_a_bulgarian_address_leads_to_the_english_one(bulgarian: str, english: str) -> None:
    assert original(bulgarian) == english


@pytest.mark.parametrize("english", [english for _, english in PAIRS])
def test_an_english_address_stays_itself(english: str) -> None:
    assert original(english) == english


def test_an_english_address_can_lead_to_the_bulgarian_one() -> None:
    assert original("https://data.europa.eu/eli/reg/2024/1689/oj/eng", "bg") == (
        "https://data.europa.eu/eli/reg/2024/1689/oj/bul"
    )


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("news/x?etrans=bg", "news/x"),
        ("news/x?etransnolive=1&etrans=bg", "news/x"),
        ("news/x?page=2&etrans=bg", "news/x?page=2"),
        ("news/x?etrans=bg&page=2", "news/x?page=2"),
        ("news/x?prefLang=bg", "news/x"),
    ],
)
def test_the_wish_for_a_machine_translation_is_dropped(asked: str, plain: str) -> None:
    site = "https://digital-strategy.ec.europa.eu/en/"
    assert original(site + asked) == site + plain


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/bg/news",
        "https://notec.europa.eu.example.org/bg/",
        "https://europa.eu/!abc",
        "mailto:press@ec.europa.eu",
        "ftp://ec.europa.eu/bg/x",
        "https://[Съобщение]/bg/",
        "",
    ],
)
def test_where_no_rule_knows_there_is_no_answer(address: str) -> None:
    assert original(address) is None


@pytest.mark.parametrize(
    ("line", "address", "number"),
    [
        (
            "IP/25/467",
            "https://ec.europa.eu/commission/presscorner/detail/en/ip_25_467",
            None,
        ),
        (
            "Регламент (ЕС) 2024/1689",
            "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32024R1689",
            "32024R1689",
        ),
        (
            "https://eur-lex.europa.eu/legal-content/BG/TXT/?uri=CELEX%3A32024R1689",
            "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A32024R1689",
            "32024R1689",
        ),
        ("https://example.org/bg/x", "https://example.org/bg/x", None),
        ("нещо друго", "нещо друго", None),
    ],
)
def test_an_address_or_a_reference_can_be_looked_up(
    line: str, address: str, number: str | None
) -> None:
    assert look_up(line) == Document(address, number)


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("https://eur-lex.europa.eu/legal-content/BG/TXT/?uri=celex:62021cj0128", "62021CJ0128"),
        ("http://publications.europa.eu/resource/celex/32019L0882", "32019L0882"),
        ("https://data.europa.eu/eli/dir/2019/882/oj", "32019L0882"),
        ("https://data.europa.eu/eli/dec_impl/2021/914/oj/bul", "32021D0914"),
        ("https://commission.europa.eu/index_bg", None),
    ],
)
def test_a_celex_number_is_read_from_an_address(address: str, number: str | None) -> None:
    assert celex(address) == number


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
