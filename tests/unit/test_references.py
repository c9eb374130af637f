"""Documents named in running text."""

import pytest

from reader.model.article import Reference
from reader.text.references import find


def names(text: str) -> list[str]:
    return [reference.name for _, _, reference in find(text)]


@pytest.mark.parametrize(
    ("text", "celex"),
    [
        ("Регламент (ЕС) 2024/1689", "32024R1689"),
        ("на Регламента (ЕС, Евратом) 2020/2092", "32020R2092"),
        ("Регламент за изпълнение (ЕС) 2021/914 на Комисията", "32021R0914"),
        ("Делегиран регламент (ЕС) 2015/35", "32015R0035"),
        ("Регламент (ЕС) 2015/2120", "32015R2120"),
        ("Регламент (ЕО) № 1049/2001", "32001R1049"),
        ("Регламент (ЕО) 1049/2001", "32001R1049"),
        ("Регламент (ЕИО) № 2081/92", "31992R2081"),
        ("Регламент (ЕС) № 2016/679", "32016R0679"),
        ("Директива (ЕС) 2019/882", "32019L0882"),
        ("Директива 95/46/ЕО", "31995L0046"),
        ("Директива на Съвета 91/271/ЕИО", "31991L0271"),
        ("Решение 2011/833/ЕС", "32011D0833"),
        ("Решение № 1313/2013/ЕС", "32013D1313"),
        ("Рамково решение 2002/584/ПВР", "32002F0584"),
        ("Препоръка (ЕС) 2018/790", "32018H0790"),
        ("Directive 2014/24/EU", "32014L0024"),
        ("Regulation (EU) No 910/2014", "32014R0910"),
        ("вж. 32024R1689", "32024R1689"),
        ("32016R0679R(02)", "32016R0679R(02)"),
        ("02016R0679-20160504", "02016R0679-20160504"),
        ("Препоръка 2003/361/ЕО", "32003H0361"),
        ("Становище (ЕС) 2016/2001", "32016A2001"),
        ("Делегирана директива (ЕС) 2022/287", "32022L0287"),
        ("Решение (ОВППС) 2017/2315", "32017D2315"),
        ("Решение 2014/145/ОВППС", "32014D0145"),
    ],
)
def test_an_act_is_known_by_its_celex_number(text: str, celex: str) -> None:
    assert names(text) == [celex]


@pytest.mark.parametrize(
    ("text", "celex"),
    [
        ("Регламент (ЕО) № 1998/2006", "32006R1998"),
        ("Регламент (ЕО) 1998/2006", "32006R1998"),  # before 2015 the number comes first
        ("Регламент (ЕО) № 2003/2003", "32003R2003"),
        ("Регламент (ЕС) 2016/2014", "32016R2014"),
        ("Регламент (ЕС) № 2015/35", "32015R0035"),  # the Union has no year 35
        ("Регламент (ЕИО) № 17/62", "31962R0017"),
        ("Регламент № 1/2003", "32003R0001"),
        ("Директива № 2002/58/ЕО", "32002L0058"),
        ("Директива (ЕС) 2015/2006", "32015L2006"),
        ("Решение № 1982/2006/ЕО", "32006D1982"),
        ("Решение 1982/2006/ЕО", "32006D1982"),
    ],
)
def test_which_of_two_figures_is_the_year_is_told_by_the_rules_of_numbering(
    text: str, celex: str
) -> None:
    assert names(text) == [celex]


def test_one_noun_can_go_with_several_numbers() -> None:
    text = "за изменение на регламенти (ЕО) № 300/2008, (ЕС) 2018/858 и (ЕС) 2019/2144"
    assert names(text) == ["32008R0300", "32018R0858", "32019R2144"]


@pytest.mark.parametrize(
    "text",
    [
        "Решението бе прието с 12/15 гласа.",
        "Решение по т. 5/7",
        "Решение № 1/2015 на Съвета за асоцииране",
        "Решение № 123/2014 на комисията",
        "Решение (ЕС) 2019/1743 (ЕЦБ/2019/31)",  # its CELEX number is made of the bank's own
        "Становище 12/2015",
        "Само 24/7 и 1/2 от тях",
        "файл ip_25_467.pdf",
        "https://ec.europa.eu/x/ip_25_467",
        "КС-128/21",
        "точка C (2025) 12",
        "Съотношението е 10.1234/5.",
        "ОВ L 123",
    ],
)
def test_other_figures_are_no_references(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text", ["дело C-128/21", "дело С-128/21", "дело С‑128/21", "дело С‐128/21 P"]
)
def test_a_case_is_found_with_latin_and_with_cyrillic_letters(text: str) -> None:
    assert names(text) == ["62021CJ0128"]


def test_the_word_decision_before_a_case_makes_no_act_of_it() -> None:
    assert names("решението на Съда по съединени дела C-128/21 и Т-612/17") == [
        "62021CJ0128",
        "62017TJ0612",
    ]


def test_commission_documents_are_found_with_letters_of_either_alphabet() -> None:
    assert names("COM(2025) 123 final и СОМ (2019) 640") == ["COM(2025) 123", "COM(2019) 640"]
    assert names("COM/2021/206 final, SWD:2021:84:FIN") == ["COM(2021) 206", "SWD(2021) 84"]


def test_a_press_release_typed_with_cyrillic_letters_is_found() -> None:
    assert names("МЕМО/25/12 и АС/25/1234") == ["MEMO/25/12", "AC/25/1234"]


@pytest.mark.parametrize(
    ("text", "words", "name", "end_of_address"),
    [
        ("вж. COM(2025) 123 final.", "COM(2025) 123 final", "COM(2025) 123", "COM:2025:123:FIN"),
        ("вж. С(2025) 1234.", "С(2025) 1234", "C(2025) 1234", "PI_COM:C(2025)1234"),
        ("JOIN(2025) 4", "JOIN(2025) 4", "JOIN(2025) 4", "JOIN:2025:4:FIN"),
        (
            "ОВ L 123, 1.1.2020 г., стр. 1",
            "ОВ L 123, 1.1.2020 г., стр. 1",
            "OJ L 123, 2020",
            "OJ:L:2020:123:TOC",
        ),
        ("(OJ L, 2024/1689, 12.7.2024)", "OJ L, 2024/1689", "OJ L, 2024/1689", "OJ:L_202401689"),
        (
            "по ECLI:EU:C:2024:12.",
            "ECLI:EU:C:2024:12",
            "ECLI:EU:C:2024:12",
            "ecli:ECLI:EU:C:2024:12",
        ),
        (
            "директива 2023/0123(COD)",
            "2023/0123(COD)",
            "2023/0123(COD)",
            "eur-lex.europa.eu/procedure/BG/2023_123",
        ),
        ("DOI: 10.2760/12345.", "DOI: 10.2760/12345", "10.2760/12345", "doi.org/10.2760/12345"),
        ("вж. 52025DC0123", "52025DC0123", "52025DC0123", "CELEX:52025DC0123"),
    ],
)
def test_other_documents_are_found_by_their_numbers(
    text: str, words: str, name: str, end_of_address: str
) -> None:
    ((start, end, reference),) = find(text)
    assert (text[start:end], reference.name) == (words, name)
    assert reference.address.endswith(end_of_address)


def test_a_press_release_leads_to_its_page_in_the_language_asked_for() -> None:
    text = "Вж. IP/25/467 и SPEECH/25/471."
    assert find(text, "en") == [
        (
            4,
            13,
            Reference(
                "IP/25/467", "https://ec.europa.eu/commission/presscorner/detail/en/ip_25_467"
            ),
        ),
        (
            16,
            29,
            Reference(
                "SPEECH/25/471",
                "https://ec.europa.eu/commission/presscorner/detail/en/speech_25_471",
            ),
        ),
    ]


def test_an_act_leads_to_eur_lex_in_bulgarian() -> None:
    ((start, end, reference),) = find("съгласно Директива (ЕС) 2019/882 на ЕС")
    assert (start, end) == (9, 32)
    assert reference.address == (
        "https://eur-lex.europa.eu/legal-content/BG/TXT/?uri=CELEX:32019L0882"
    )
