"""What a person types into a search is read as they mean it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.model.query import Filter, Part
from reader.text.search_terms import Term, misread, parse
from reader.text.words import search_key


def keyed(*words: str) -> Term:
    return Term(tuple(map(search_key, words)))


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("инвестиции закон", ((keyed("инвестиция"),), (keyed("закони"),))),
        ("„нови закони“ -стар", ((keyed("нов", "закон"),),)),
        ("най-големите", ((keyed("най", "голям"),),)),
        ("=Законът", ((Term(("законът",), exact=True),),)),
        ("зако*", ((Term(("зако",), prefix=True),),)),
        ("закон OR право", ((keyed("закон"), keyed("правото")),)),
        ("заглавие:закони", ((Term(keyed("закон").keys, part=Part.TITLE),),)),
        ("Бележки:„мой закон“", ((Term(keyed("мой", "закон").keys, part=Part.NOTES),),)),
        ("https://ec.europa.eu/bg", ((keyed("https", "ec", "europa", "eu", "bg"),),)),
        ("ИЛИ или -", ((keyed("или"),),)),
        ("вземат", ((keyed("вземам"), keyed("взел")),)),
        ("вземат OR закон", ((keyed("вземам"), keyed("взел"), keyed("закон")),)),
        ("заглавие:пoчвa", ((Term(keyed("почва").keys, part=Part.TITLE),),)),  # Latin o and a
        ("поч\u00adве\u00adна", ((keyed("почвен"),),)),
        ("3456789", ((keyed("3456789"), keyed("3", "456", "789")),)),
        ("=12345", ((Term(("12345",), exact=True), Term(("12", "345"), exact=True)),)),
        ("2025", ((keyed("2025"),),)),
        ("„закони вземат“", ((keyed("закон", "вземам"), keyed("закон", "взел")),)),
    ],
)
def test_words_are_read_as_terms(typed: str, groups: tuple[tuple[Term, ...], ...]) -> None:
    assert parse(typed).groups == groups


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("източник:ЕК", Filter(publisher="ec")),
        ("източник:парламента", Filter(publisher="ep")),
        ("source:„European Commission“", Filter(publisher="ec")),
        ("език:английски", Filter(language="en")),
        ("език:EN", Filter(language="en")),
        ("етикет:„изкуствен интелект“", Filter(tag="изкуствен интелект")),
        ("от:2025 до:3.2025", Filter(since=date(2025, 1, 1), until=date(2025, 3, 31))),
        ("дата:2024-02", Filter(since=date(2024, 2, 1), until=date(2024, 2, 29))),
        ("дата:24.12.2025", Filter(since=date(2025, 12, 24), until=date(2025, 12, 24))),
        ("до:2025-12", Filter(until=date(2025, 12, 31))),
        ("само:непрочетени само:звезда", Filter(read=False, starred=True)),
        ("only:read only:notes", Filter(read=True, annotated=True)),
    ],
)
def test_words_before_a_colon_choose_among_the_articles(typed: str, chosen: Filter) -> None:
    wanted = parse(f"{typed} закон")
    assert wanted.filter == chosen
    assert wanted.groups == ((keyed("закон"),),)


@pytest.mark.parametrize(
    "typed", ["източник:никой", "език:марсиански", "от:утре", "дата:31.2.2025", "само:три", "от:"]
)
def test_what_is_no_choice_is_words(typed: str) -> None:
    wanted = parse(typed)
    assert wanted.filter == Filter()
    assert wanted.groups
    assert misread(f"закон {typed}") == ((typed,) if typed != "от:" else ())


@pytest.mark.parametrize("typed", ["от:2025 закон", "-от:утре", "заглавие:утре", "какво:утре", ""])
def test_what_is_read_as_it_was_meant_is_not_told(typed: str) -> None:
    assert misread(typed) == ()


def test_a_filter_chosen_besides_stays() -> None:
    chosen = Filter(starred=True, language="bg")
    assert parse("език:en закон", within=chosen).filter == Filter(starred=True, language="en")


@given(some.text(max_size=40), some.booleans())
def test_nothing_typed_is_an_error(typed: str, exact: bool) -> None:
    wanted = parse(typed, exact=exact)
    assert all(term.keys and all(term.keys) for term in (*wanted.terms, *wanted.excluded))


def test_what_is_excluded_is_so_in_each_of_its_meanings() -> None:
    assert parse("закон -вземат").excluded == (keyed("вземам"), keyed("взел"))


def test_a_long_phrase_is_sought_in_one_meaning() -> None:
    (group,) = parse(f"„{'вземат ' * 20}“").groups
    assert group == (keyed(*["вземам"] * 20),)


def test_a_term_stands_where_its_words_do() -> None:
    found = ["Законът", "и", "новите", "закони", "на", "закони"]
    assert keyed("закон").places(found) == [0, 3, 5]
    assert keyed("нов", "закон").places(found) == [2]
    assert Term(("закони",), exact=True).places(found) == [3, 5]
    assert Term(("зак",), prefix=True).places(found) == [0, 3, 5]
    assert Term(("на", "зак"), prefix=True).places(found) == [4]
