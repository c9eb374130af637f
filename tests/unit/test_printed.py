"""Printed addresses leave the text and become links on the words before them."""

import pytest

from reader.model.raw import RawDocument, RawLine, Run
from reader.repair.letters import plain_letters
from reader.repair.printed import take_addresses, with_scheme
from reader.repair.runs import text_of
from tests.unit.builders import KNOWLEDGE, links, text_document, texts

PAGE = "https://example.eu/bg/biblioteki"


def taken(*runs_or_text):
    """Return the text and the links of one block after the step."""
    runs = tuple(Run(x) if isinstance(x, str) else x for x in runs_or_text)
    source = RawLine(runs)
    document, _ = take_addresses(text_document(source), KNOWLEDGE)
    found = document.lines[0].runs
    return text_of(found), [(run.text, run.link) for run in found if run.link]


@pytest.mark.parametrize(
    ("before", "anchor"),
    [
        ("Прочетете съобщението. Новият каталог", "Новият каталог"),
        ("Всички данни се намират в Европейския портал за данни", "Европейския портал за данни"),
        ("Съобщението излезе днес, а въпросите и отговорите", "а въпросите и отговорите"),
        ("Повече подробности ще намерите в Регламент (ЕС) 2019/881", "Регламент (ЕС) 2019/881"),
        ("Комисарят каза: „Новият каталог е готов“ – вижте каталога", "вижте каталога"),
    ],
)
def test_the_words_before_a_printed_address_become_its_link(before, anchor):
    text, links = taken(f"{before} ({PAGE}) и още нещо.")
    assert text == f"{before} и още нещо."
    assert links == [(anchor, PAGE)]


def test_a_line_that_is_nothing_but_a_link_is_linked_whole():
    assert taken(f"Въпроси и отговори за конкурса ({PAGE})") == (
        "Въпроси и отговори за конкурса",
        [("Въпроси и отговори за конкурса", PAGE)],
    )


def test_a_documents_name_is_linked_by_itself():
    text, links = taken(f"Правилата са в Директива (ЕС) 2019/882 ({PAGE}) и вече са в сила.")
    assert text == "Правилата са в Директива (ЕС) 2019/882 и вече са в сила."
    assert links == [("Директива (ЕС) 2019/882", PAGE)]


def test_several_addresses_in_a_sentence_have_each_its_words():
    text, links = taken(
        f"Съобщението ({PAGE}/1), речта на комисаря ({PAGE}/2) и снимките ({PAGE}/3) са тук."
    )
    assert text == "Съобщението, речта на комисаря и снимките са тук."
    assert [address for _, address in links] == [f"{PAGE}/1", f"{PAGE}/2", f"{PAGE}/3"]
    assert [words for words, _ in links] == ["Съобщението", "речта на комисаря", "снимките"]


def test_a_link_that_the_format_gives_comes_before_the_printed_one():
    text, links = taken("Вижте ", Run("каталога", link=PAGE), f" ({PAGE}) тук.")
    assert text == "Вижте каталога тук."
    assert links == [("каталога", PAGE)]


def test_an_address_with_brackets_of_its_own_goes_whole():
    page = "https://bg.wikipedia.org/wiki/Четец_(програма)"
    assert taken(f"екранен четец ({page})")[1] == [("екранен четец", page)]
    assert taken(f"екранен четец ({page})")[0] == "екранен четец"


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("www.example.eu/bg", "https://www.example.eu/bg"),
        ("mailto:biblioteki@example.eu", "mailto:biblioteki@example.eu"),
        ("http://example.eu", "http://example.eu"),
    ],
)
def test_every_address_becomes_absolute(printed, address):
    assert taken(f"нашата страница ({printed})")[1] == [("нашата страница", address)]


def test_spaces_inside_the_brackets_do_no_harm():
    assert taken(f"нашата страница ( {PAGE} ).") == (
        "нашата страница.",
        [("нашата страница", PAGE)],
    )


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        (PAGE, PAGE),
        ("www.example.eu", "https://www.example.eu"),
        ("biblioteki@example.eu", "mailto:biblioteki@example.eu"),
    ],
)
def test_an_address_in_the_running_text_stays_and_leads_to_itself(shown, address):
    assert taken(f"Пишете на {shown}, ако желаете.") == (
        f"Пишете на {shown}, ако желаете.",
        [(shown, address)],
    )


def test_the_mark_after_an_address_is_not_part_of_it():
    assert taken(f"Вижте {PAGE}.")[1] == [(PAGE, PAGE)]
    assert taken(f"Вижте „{PAGE}“!")[1] == [(PAGE, PAGE)]


@pytest.mark.parametrize("text", ["чл. 5 (ал. 2)", "(вж. приложението)", "ЕС (27 държави)"])
def test_brackets_without_an_address_stay(text):
    assert taken(text) == (text, [])


def test_an_address_taken_out_is_a_repair():
    document = text_document(f"нашата страница ({PAGE})")
    _, made = take_addresses(document, KNOWLEDGE)
    assert [(change.step, change.before, change.after) for change in made] == [
        ("printed-address", f"нашата страница ({PAGE})", "нашата страница")
    ]


def test_an_address_without_words_before_it_is_not_lost():
    document = text_document(f"({PAGE})")
    found, made = take_addresses(document, KNOWLEDGE)
    assert PAGE in "".join([*(x.text for x in found.lines), *(change.before for change in made)])


def test_addresses_are_made_absolute():
    assert with_scheme("www.example.eu") == "https://www.example.eu"
    assert with_scheme("ime@example.eu") == "mailto:ime@example.eu"
    assert with_scheme("mailto:ime@example.eu") == "mailto:ime@example.eu"
    assert with_scheme(PAGE) == PAGE


def test_addresses_of_programs_on_this_computer_are_no_links():
    dangerous = ("file:///usr/bin/xterm", "javascript:alert(1)", "smb://evil/x.exe", "../a.html")
    for address in (*dangerous, PAGE):
        line = RawLine((Run("Вижте повече", link=address),))
        found, _ = plain_letters(RawDocument("pdf", (line,)), KNOWLEDGE)
        assert found.lines[0].runs[0].link == (PAGE if address == PAGE else None)


@pytest.mark.parametrize(
    "printed",
    [
        "(https: //example.eu/bg/biblioteki)",
        "(https ://example.eu/bg/biblioteki)",
        "(https:// example.eu/bg/biblioteki)",
        "(https://example.eu/bg/ biblioteki)",
        "(https://example.eu /bg/biblioteki)",
    ],
)
def test_a_space_that_fell_into_an_address_goes(printed):
    assert texts(f"Вижте каталога {printed}.") == ["Вижте каталога."]
    assert links(f"Вижте каталога {printed}.")[0][1] == PAGE


def test_two_addresses_in_brackets_are_not_run_together():
    text = "Вижте (https://example.eu/a и https://example.eu/b)."
    assert texts(text) == [text]
