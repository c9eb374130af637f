"""The person's own words are said as the person wants, and nothing else changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.pronunciation import Pronunciation, merged, with_entry
from reader.speech.spoken.form import spoken_form, spoken_text
from reader.speech.spoken.own import Own

LEYEN = Pronunciation("Лайен", "Ла́йен")


def said(text, *entries):
    return spoken_text(text, Own(entries).rule)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Лайен пристигна.", "Ла́йен пристигна."),
        ("Пристигна Лайен.", "Пристигна Ла́йен."),
        ("Пристигна „Лайен“, нали?", "Пристигна „Ла́йен“, нали?"),
        ("Срещата Брьотон-Лайен", "Срещата Брьотон-Ла́йен"),
        ("Думата ЛАЙЕН и лайен", "Думата Ла́йен и Ла́йен"),
        ("Лайенова и Ролайен", "Лайенова и Ролайен"),
        ("без нея", "без нея"),
    ],
)
def test_a_word_is_found_between_any_signs_but_not_inside_another(text, spoken):
    assert said(text, LEYEN) == spoken


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Лайенова дойде", "Ла́йенова дойде"),
        ("у Лайен", "у Ла́йен"),
        ("ПраЛайенскиЛайен", "ПраЛа́йенскиЛа́йен"),
    ],
)
def test_a_part_of_a_word_is_said_with_the_rest_of_it(text, spoken):
    assert said(text, Pronunciation("Лайен", "Ла́йен", whole_word=False)) == spoken


def test_only_the_same_letters_count_where_the_person_wants_it():
    it = Pronunciation("ИТ", "информационни технологии", match_case=True)
    assert said("ИТ отдел и ит", it) == "информационни технологии отдел и ит"


@pytest.mark.parametrize("space", [" ", "\xa0", "\u202f", "  ", "\n"])
def test_any_space_is_as_good_as_another(space):
    name = Pronunciation("фон дер Лайен", "фон дер Ла́йен")
    text = f"Урсула фон{space}дер{space}Лайен каза"
    pieces = spoken_form(text, Own((name,)).rule)
    (piece,) = [piece for piece in pieces if "Ла́йен" in piece.words]
    assert text[piece.start : piece.end].split() == ["фон", "дер", "Лайен"]


@pytest.mark.parametrize("hyphen", ["-", "‐", "‑"])
def test_any_hyphen_is_as_good_as_another(hyphen):
    assert said(f"в Баден{hyphen}Баден днес", Pronunciation("Баден-Баден", "Ба́ден Ба́ден")) == (
        "в Ба́ден Ба́ден днес"
    )


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
def test_any_apostrophe_is_as_good_as_another(apostrophe):
    entries = (Pronunciation("’t Veld", "ът Велд"), Pronunciation("О’Нийл", "о Нийл"))
    assert said(f"{apostrophe}t Veld, О{apostrophe}Нийл", *entries) == "ът Велд, о Нийл"


@pytest.mark.parametrize("written", ["İzmir", "ßа", "ǅа"])
def test_odd_letters_are_found(written):
    assert said(f"в {written} днес", Pronunciation(written, "там")) == "в там днес"


def test_of_words_that_begin_alike_the_longest_counts():
    entries = (Pronunciation("Ана", "едно"), Pronunciation("Ана Мария", "две"))
    assert said("Ана Мария и Ана", *entries) == "две и едно"


@pytest.mark.parametrize("written", ["C++", ".NET", "AT&T", "(a|b)*", "[x", "\\d", "№", "$1"])
def test_signs_of_patterns_are_mere_signs(written):
    assert said(f"за {written} тук", Pronunciation(written, "това")) == "за това тук"
    assert said("за друго тук", Pronunciation(written, "това")) == "за друго тук"


def test_own_words_go_before_every_rule():
    assert said("мрежа 5G и 5 GB", Pronunciation("5G", "пет ге")).startswith("мрежа пет ге и пет")
    assert said("2025", Pronunciation("2025", "догодина")) == "догодина"


def test_what_is_said_has_no_figures_left():
    assert said("групата Г7 днес", Pronunciation("Г7", "Г 7")) == "групата Г седем днес"


def test_figures_beside_a_part_of_a_word_are_said():
    assert said("ЕК27 днес", Pronunciation("ЕК", "екип", whole_word=False)) == (
        "екип двадесет и седем днес"
    )


def test_what_is_said_is_not_said_otherwise_again():
    entries = (Pronunciation("ЕК", "Комисията"), Pronunciation("Комисията", "те"))
    assert said("ЕК реши", *entries) == "Комисията реши"


def test_entries_without_words_are_left_out():
    assert Own(()).rule is None
    assert Own((Pronunciation(" \xa0", "нищо"), Pronunciation("", ""))).rule is None


ALPHABET = "аб АБab1.-‑\xa0 +*()[]\\|^$?„“ßİ\u0301"
WORDS = st.text(ALPHABET, max_size=6)
ENTRIES = st.lists(
    st.builds(
        Pronunciation,
        WORDS,
        WORDS,
        whole_word=st.booleans(),
        match_case=st.booleans(),
        language=st.sampled_from(["bg", "en"]),
    ),
    max_size=5,
).map(tuple)
TEXTS = st.text(ALPHABET, max_size=40) | st.text()


@given(TEXTS, ENTRIES)
def test_with_any_list_the_pieces_cover_any_text(text, entries):
    place = 0
    for piece in spoken_form(text, Own(entries).rule):
        assert piece.start in (place, place + 1)
        assert piece.start <= piece.end
        assert text[place : piece.start].strip() == ""
        place = piece.end
    assert text[place:].strip() == ""


@given(TEXTS, ENTRIES)
def test_with_any_list_no_figure_is_left(text, entries):
    home = tuple(entry for entry in entries if entry.language == "bg")
    spoken = "".join(piece.words for piece in spoken_form(text, Own(home).rule))
    assert not re.search(r"[\d%€№§]", spoken)


@given(st.lists(TEXTS.filter(bool), min_size=1), ENTRIES)
def test_lending_languages_keeps_every_letter(texts, entries):
    text, runs = "", []
    for number, part in enumerate(texts):
        runs.append((len(text), len(text) + len(part), ["bg", "en", "en-gb"][number % 3]))
        text += part
    lent = Own(entries).lent(text, runs)
    assert "".join(text[start:end] for start, end, _language in lent) == text


def lent(entry, *runs):
    text, found = "", []
    for words, language in runs:
        found.append((len(text), len(text) + len(words), language))
        text += words
    return [(text[start:end], language) for start, end, language in Own((entry,)).lent(text, found)]


def test_a_name_in_a_foreign_stretch_is_said_by_the_voice_that_the_entry_names():
    name = ("Ursula von der Leyen", "de")
    assert lent(
        Pronunciation("Leyen", "Лайен"), ("Председателят ", "bg"), name, (" каза.", "bg")
    ) == [
        ("Председателят ", "bg"),
        ("Ursula von der ", "de"),
        ("Leyen каза.", "bg"),
    ]


def test_words_of_several_stretches_are_said_by_one_voice():
    name = Pronunciation("Урсула von der Leyen", "Урсула фон дер Лайен")
    assert lent(name, ("Урсула ", "bg"), ("von der Leyen", "de")) == [
        ("Урсула von der Leyen", "bg")
    ]


def test_a_sign_behind_a_word_goes_with_it():
    assert lent(Pronunciation("Leyen", "Лайен"), ("von der Leyen.", "de")) == [
        ("von der ", "de"),
        ("Leyen.", "bg"),
    ]


def test_a_variety_of_the_language_stays():
    entry = Pronunciation("Google", "Gugal", language="en")
    assert lent(entry, ("the Google case", "en-gb")) == [("the Google case", "en-gb")]


def test_an_entry_takes_the_place_of_one_for_the_same_words():
    other = Pronunciation("лайен", "Леен")
    assert with_entry((LEYEN,), other) == (other,)
    exact = Pronunciation("ЛАЙЕН", "л а й е н", match_case=True)
    assert set(with_entry((LEYEN,), exact)) == {LEYEN, exact}


def test_a_changed_entry_takes_the_place_of_what_it_was():
    changed = Pronunciation("Леен", "Ла́йен")
    assert with_entry((LEYEN,), changed, instead=LEYEN) == (changed,)


def test_a_list_taken_in_never_changes_the_person_s_own_words():
    theirs = (Pronunciation("ЛАЙЕН", "друго"), Pronunciation("Брьотон", "Брето́н"))
    assert merged((LEYEN,), theirs) == (theirs[1], LEYEN)
