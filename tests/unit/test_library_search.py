"""The search finds every form of a word and shows where."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.library.snippet import snippet
from reader.library.store import Library
from reader.model.entry import Hit
from reader.model.leaves import leaves
from reader.model.position import START, Position
from reader.model.query import Filter, Part, Search
from reader.text import words
from reader.text.search_terms import Term
from tests.unit.library_samples import EVERYTHING, article
from tests.unit.word_families.score import FILES, read_lines

FABLES = (
    article(
        "Комисията обяви нови инвестиции",
        "Председателят представи плана пред журналистите в Брюксел.",
        "Държавите членки ще получат средства за гигафабрики, каза говорителят, а гражданите "
        "на всички страни ще имат право на „най-добрите“ услуги до края на годината.",
    ),
    article(
        "Законът за водите влиза в сила",
        "Всяка държава прилага закона. Инвестицията е в ръцете на градовете.",
    ),
    article("Хората избират", "Изборният ден мина спокойно: гражданин по гражданин."),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("library")) as opened:
        for fable in (*FABLES, EVERYTHING):
            opened.add(fable, (), fable.title.encode())
        yield opened


def titles(hits: list[Hit]) -> set[str]:
    return {hit.entry.title.split()[0] for hit in hits}


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("инвестиция", {"Комисията", "Законът"}),
        ("ИНВЕСТИЦИИТЕ", {"Комисията", "Законът"}),
        ("гражданинът", {"Комисията", "Хората", "Нова"}),
        ("държава инвестиции", {"Комисията", "Законът"}),
        ("град", {"Законът", "Нова"}),
        ("дни", {"Хората", "Нова"}),
        ("човек", {"Хората"}),
        ("фабрика", set()),
        ("гигафабрика", {"Комисията"}),
        ("най-добрите", {"Комисията"}),
        ("„всяка държава“", {"Законът"}),
        ('"държава всяка"', set()),
        ("„държавата членка", {"Комисията"}),
        ("инвестиция -закони", {"Комисията"}),
        ('инвестиция -"всяка държава" -хора', {"Комисията"}),
        ("2025/40", {"Нова"}),
        ("турбина", set()),
        ("домакинство сметка", {"Нова"}),
        ("-закон", {"Комисията", "Хората", "Нова"}),
        ("-закон -„нова сметка“", {"Комисията", "Хората", "Нова"}),
        ("-закон -човек -гигафабрика", {"Нова"}),
        ("-", set()),
        ("гига\u00adфабри\u00adка", {"Комисията"}),
        ("гигaфабрикa", {"Комисията"}),  # with two Latin a
        ("", set()),
        (' " - „“ * OR ( : ^', set()),
        ("title:закон", {"Законът"}),
        ("заглавие:държава", set()),
        ("текст:държава -заглавие:законите", {"Комисията"}),
        ("без:закон", set()),
        ("гигафабр*", {"Комисията"}),
        ("„ръцете на гра*“", {"Законът"}),
        ("закон -гра*", set()),
        ("=инвестиция", set()),
        ("=инвестиции държава", {"Комисията"}),
        ("закон ИЛИ хора", {"Законът", "Хората"}),
        ("=водите ИЛИ хора", {"Законът", "Хората"}),
        ("ИЛИ закон", {"Законът"}),
        ("инвестиция =водите ИЛИ гигафабрика", {"Законът", "Комисията"}),
        ("държава -=всяка", {"Комисията"}),
    ],
)
def test_a_search_finds(library: Library, query: str, found: set[str]) -> None:
    assert titles(library.search(Search(query))) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("инвестиции", {"Комисията"}),
        ("Инвестицията", {"Законът"}),
        ("инвестиция", set()),
        ("„ръцете на градовете“", {"Законът"}),
        ("гражданин -хората", set()),
    ],
)
def test_an_exact_search_finds_the_very_words(
    library: Library, query: str, found: set[str]
) -> None:
    assert titles(library.search(Search(query, exact=True))) == found


def test_words_of_the_title_weigh_more(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        library.add(article("Новини", "Законът е приет. Законът е важен."), (), b"1")
        library.add(article("Законът", "Приет е."), (), b"2")
        library.add(article("Обзор", "Законът е приет. И законите са много."), (), b"3")
        assert library.search(Search("закон"))[0].entry.title == "Законът"


def test_of_very_many_the_same_come_first_as_where_all_are_weighed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(tmp_path) as library:
        for number in range(40):
            title = f"Закон номер {number}" if number in (3, 5, 8) else f"Новина {number}"
            library.add(
                article(title, *["Законът е приет."] * (1 + number % 3)), (), title.encode()
            )
        weighed = library.search(Search("закон"), 3)
        monkeypatch.setattr("reader.library.search._NEWEST", 2)
        monkeypatch.setattr("reader.library.search._ENOUGH", 1)
        assert library.search(Search("закон"), 3) == weighed
        assert {hit.entry.identifier for hit in weighed} == {4, 6, 9}
        assert len(library.search(Search("закон"), 5)) == 5


@pytest.mark.parametrize("written", ["бели", "БЕЛИ", "бе́ли"])
def test_a_snippet_is_found_where_the_second_letter_changes(tmp_path: Path, written: str) -> None:
    with Library(tmp_path) as library:
        library.add(article("Новини", f"Видяхме {written} лодки."), (), b"1")
        (hit,) = library.search(Search("бял"))
        assert marked(hit) == [written]


def test_the_first_form_of_a_longer_word_is_shown_whichever_it_is() -> None:
    forms = [form for name in FILES for family in read_lines(name) for form in family]
    for form in forms:
        key = words.search_key(form)
        if len(key) > 5:  # of shorter ones a few begin otherwise
            leaves_of_two = (form, key)
            assert snippet(leaves_of_two, "", (Term((key,)),)).position == START, form


@pytest.mark.parametrize(
    "written", ["кани\u0301калният", "кан\u045dкалният", "КАНИ\u0300КАЛНИЯТ", "ка\u0301никалният"]
)
def test_a_stress_within_a_word_does_not_hide_it(written: str) -> None:
    term = Term((words.search_key("каникален"),))
    (mark,) = snippet((f"{written}.", "каникален"), "", (term,)).marks
    assert mark == (0, len(written))


def test_a_place_deep_in_a_long_paragraph_is_cut_as_in_a_short_one(tmp_path: Path) -> None:
    before = "Многозначителните " * 40 + "думи и пак думи и "
    with Library(tmp_path) as library:
        library.add(article("Новини", f"{before}законът."), (), b"1")
        (hit,) = library.search(Search("закон"))
        assert hit.snippet.startswith("… Многозначителните ")
        assert len(words.words(hit.snippet)) == 12
        assert marked(hit) == ["законът"]


def test_a_search_returns_no_more_than_wanted(library: Library) -> None:
    assert len(library.search(Search("гражданин"), 2)) == 2


def test_a_snippet_shows_the_place_with_the_found_forms(library: Library) -> None:
    hit = next(hit for hit in library.search(Search("държава гражданин гигафабриките")))
    assert marked(hit) == ["Държавите", "гигафабрики", "гражданите"]
    assert hit.snippet.startswith("Държавите членки ще получат")
    assert hit.snippet.endswith("…")
    assert hit.position == Position(2, 0)


def test_a_position_is_that_of_the_first_mark(library: Library) -> None:
    for query in ("края", "говорител", "„добрите услуги“", "ръка"):
        for hit in library.search(Search(query)):
            texts = [leaf.text for leaf in leaves(library.article(hit.entry.identifier))]
            text = texts[hit.position.block]
            assert text[hit.position.char :].startswith(marked(hit)[0])


def test_a_snippet_is_about_twelve_words_long(library: Library) -> None:
    (hit,) = library.search(Search("„на всички страни“"))
    assert marked(hit) == ["на", "всички", "страни"]
    assert hit.snippet.startswith("… ")
    assert len(list(words.tokens(hit.snippet))) == 12


def test_the_text_is_preferred_to_the_title(library: Library) -> None:
    hits = {hit.entry.title.split()[0]: hit for hit in library.search(Search("програма"))}
    assert hits["Нова"].snippet == "Съветът одобри програмата."
    assert hits["Нова"].position == Position(2, 15)


def test_a_title_that_stands_outside_the_text_is_found(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        library.add(replace(article("", "Един ред.\nВтори ред."), title="Важна новина"), (), b"1")
        library.add(replace(article(""), title="Новина без текст", blocks=()), (), b"2")
        hits = library.search(Search("новини"))
        assert {(hit.snippet, hit.position) for hit in hits} == {
            ("Един ред. Втори ред.", Position(1, 0)),
            ("", START),
        }


def test_cells_of_a_table_are_found(library: Library) -> None:
    (hit,) = library.search(Search("„млн. евро“"))
    assert hit.snippet == "Бюджет Година | Млн. евро 2025 | 120 2026 | "
    assert marked(hit) == ["Млн", "евро"]


def test_a_library_indexed_by_other_rules_is_indexed_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("reader.library.keys.search_key", words.folded)
        patch.setattr("reader.library.indexing.RULES", words.RULES - 1)
        with Library(tmp_path) as library:
            library.add(FABLES[0], (), b"1")
            assert library.search(Search("инвестиция")) == []
    with Library(tmp_path) as library:
        assert titles(library.search(Search("инвестиция"))) == {"Комисията"}


def test_a_filter_chooses_among_what_is_found(library: Library) -> None:
    assert titles(library.search(Search("гражданин източник:съвет"))) == {"Нова"}
    assert titles(library.search(Search("гражданин", filter=Filter(publisher="council")))) == {
        "Нова"
    }
    assert library.search(Search("гражданин само:звезда")) == []


def test_a_filter_alone_finds_the_newest(library: Library) -> None:
    (hit,) = library.search(Search("източник:съвет"))
    assert hit.entry.title == EVERYTHING.title
    assert hit.snippet.startswith("Нова програма")
    assert hit.marks == ()


def test_words_are_sought_in_the_parts_that_are_asked_for(library: Library) -> None:
    everywhere = titles(library.search(Search("държава")))
    assert everywhere == {"Комисията", "Законът"}
    assert library.search(Search("държава", parts=frozenset({Part.TITLE}))) == []


def test_a_damaged_article_does_not_hold_back_the_others(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        for number, fable in enumerate(FABLES):
            library.add(fable, (), b"%d" % number)
        with library._connections.writing() as connection:
            connection.execute("UPDATE content SET blocks = '{' WHERE article = 1")
        hits = library.search(Search("инвестиция"))
        assert [(hit.entry.identifier, bool(hit.snippet)) for hit in hits] == [
            (1, False),
            (2, True),
        ]
