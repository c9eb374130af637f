"""The document behind an address or a reference."""

import pytest

from reader.model.links import Sureness
from reader.sources.documents import Document, celex, look_up

_EUR_LEX = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri="
_PRESS = "https://ec.europa.eu/commission/presscorner/detail/en/"


@pytest.mark.parametrize(
    ("line", "address", "number"),
    [
        ("IP/25/467", f"{_PRESS}ip_25_467", None),
        ("ip/25/467", f"{_PRESS}ip_25_467", None),
        ("МЕМО/25/12", f"{_PRESS}memo_25_12", None),
        ("QANDA_25_468", f"{_PRESS}qanda_25_468", None),
        ("Регламент (ЕС) 2024/1689", f"{_EUR_LEX}CELEX:32024R1689", "32024R1689"),
        ("32016R0679R(02)", f"{_EUR_LEX}CELEX:32016R0679R(02)", "32016R0679R(02)"),
        ("02016R0679-20160504", f"{_EUR_LEX}CELEX:02016R0679-20160504", "02016R0679-20160504"),
        ("С‑128/21", f"{_EUR_LEX}CELEX:62021CJ0128", "62021CJ0128"),
        ("COM(2025) 123", f"{_EUR_LEX}COM:2025:123:FIN", None),
        ("SWD(2025) 12 final", f"{_EUR_LEX}SWD:2025:12:FIN", None),
        (f"{_EUR_LEX.replace('EN', 'BG')}CELEX%3A32024R1689", f"{_EUR_LEX}CELEX%3A32024R1689",
         "32024R1689"),
        (f"вж. {_PRESS.replace('en', 'bg')}ip_25_467.", f"{_PRESS}ip_25_467", None),
        (f"({_PRESS.replace('/en/', '/bg/')}ip_25_467).", f"{_PRESS}ip_25_467", None),
        ("eur-lex.europa.eu/eli/reg/2016/679/oj", "https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng",
         "32016R0679"),
        ("/eli/reg/2016/679/oj", "https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng", "32016R0679"),
        ("http://publications.europa.eu/resource/celex/32019L0882",
         "http://publications.europa.eu/resource/celex/32019L0882", "32019L0882"),
        ("https://example.org/bg/x.", "https://example.org/bg/x.", None),
        ("нещо друго", "нещо друго", None),
        ("", "", None),
    ],
)  # fmt: skip
def test_an_address_or_a_reference_can_be_looked_up(
    line: str, address: str, number: str | None
) -> None:
    assert look_up(line) == Document(address, number)


def test_an_address_by_a_weaker_rule_is_known_as_such() -> None:
    assert look_up("https://commission.europa.eu/legal-notice_bg") == Document(
        "https://commission.europa.eu/legal-notice_en", None, Sureness.BY_WORDS
    )


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("https://eur-lex.europa.eu/legal-content/BG/TXT/?uri=celex:62021cj0128", "62021CJ0128"),
        ("https://eur-lex.europa.eu/legal-content/BG/TXT/?uri=CELEX%3A52025DC0123", "52025DC0123"),
        ("https://eur-lex.europa.eu/legal-content/BG/TXT/?uri=CELEX:12012E/TXT", "12012E/TXT"),
        (
            "https://eur-lex.europa.eu/legal-content/BG/TXT/?uri=CELEX:32016R0679R(02)",
            "32016R0679R(02)",
        ),
        (
            "https://eur-lex.europa.eu/legal-content/BG/ALL/?uri=CELEX:02016R0679-20160504&x=1",
            "02016R0679-20160504",
        ),
        (
            "http://eur-lex.europa.eu/LexUriServ/LexUriServ.do?uri=CELEX:32009L0028:BG:NOT",
            "32009L0028",
        ),
        (
            "http://eur-lex.europa.eu/LexUriServ/LexUriServ.do?uri=CONSLEG:1995L0046:20031120:BG:PDF",
            "01995L0046-20031120",
        ),
        ("http://publications.europa.eu/resource/celex/32019L0882", "32019L0882"),
        ("https://data.europa.eu/eli/dir/2019/882/oj", "32019L0882"),
        ("https://data.europa.eu/eli/dir/2019/882", "32019L0882"),
        ("https://data.europa.eu/eli/dec_impl/2021/914/oj/bul", "32021D0914"),
        ("https://data.europa.eu/eli/reg_del/2015/35/oj", "32015R0035"),
        ("https://data.europa.eu/eli/dec_framw/2002/584/oj", "32002F0584"),
        ("https://data.europa.eu/eli/reco/2018/790/oj/bul", "32018H0790"),
        ("https://data.europa.eu/eli/dec/2006/526(1)/oj", "32006D0526(01)"),
        ("https://eur-lex.europa.eu/eli/reg/2016/679/2016-05-04/bul", "02016R0679-20160504"),
        ("https://eur-lex.europa.eu/eli/reg/2016/679/corrigendum/2018-05-23/oj", None),
        ("https://data.europa.eu/eli/C/2024/1234/oj", None),
        ("https://eur-lex.europa.eu/legal-content/BG/TXT/?uri=OJ:L_202401689", None),
        ("https://commission.europa.eu/index_bg", None),
    ],
)
def test_a_celex_number_is_read_from_an_address(address: str, number: str | None) -> None:
    assert celex(address) == number
