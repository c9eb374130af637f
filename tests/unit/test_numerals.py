import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.numerals import LARGEST, Form, Gender, cardinal, definite, ordinal


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "нула"),
        (1, "едно"),
        (14, "четиринадесет"),
        (40, "четиридесет"),
        (101, "сто и едно"),
        (121, "сто двадесет и едно"),
        (1_000, "хиляда"),
        (1_100, "хиляда и сто"),
        (1_689, "хиляда шестстотин осемдесет и девет"),
        (2_005, "две хиляди и пет"),
        (21_000, "двадесет и една хиляди"),
        (120_005, "сто и двадесет хиляди и пет"),
        (1_200_000, "един милион и двеста хиляди"),
        (1_250_000, "един милион двеста и петдесет хиляди"),
        (2_000_000_000, "два милиарда"),
    ],
)
def test_a_number_is_counted_in_words(number, words):
    assert cardinal(number) == words


@pytest.mark.parametrize(
    ("number", "gender", "words"),
    [
        (1, Gender.MASCULINE, "един"),
        (21, Gender.FEMININE, "двадесет и една"),
        (2, Gender.MASCULINE, "два"),
        (2, Gender.FEMININE, "две"),
        (102, Gender.MASCULINE, "сто и два"),
        (2_000, Gender.MASCULINE, "две хиляди"),
        (3, Gender.PERSONS, "трима"),
        (22, Gender.PERSONS, "двадесет и двама"),
    ],
)
def test_a_number_agrees_with_what_it_counts(number, gender, words):
    assert cardinal(number, gender) == words


@pytest.mark.parametrize(
    ("number", "form", "words"),
    [
        (1, Form.MASCULINE, "първи"),
        (2, Form.FEMININE, "втора"),
        (3, Form.NEUTER_DEFINITE, "третото"),
        (7, Form.MASCULINE_SHORT, "седмия"),
        (20, Form.MASCULINE, "двадесети"),
        (100, Form.MASCULINE_FULL, "стотният"),
        (500, Form.FEMININE, "петстотна"),
        (1_900, Form.FEMININE, "хиляда и деветстотна"),
        (2_000, Form.FEMININE, "двехилядна"),
        (2_024, Form.FEMININE, "две хиляди двадесет и четвърта"),
        (1_000_000, Form.NEUTER, "един милионно"),
    ],
)
def test_an_ordinal_has_the_form_that_is_asked_for(number, form, words):
    assert ordinal(number, form) == words


@pytest.mark.parametrize(
    ("number", "gender", "words"),
    [
        (2, Gender.FEMININE, "двете"),
        (2, Gender.MASCULINE, "двата"),
        (2, Gender.PERSONS, "двамата"),
        (27, Gender.FEMININE, "двадесет и седемте"),
        (100, Gender.FEMININE, "стоте"),
    ],
)
def test_a_number_takes_the_article(number, gender, words):
    assert definite(number, gender) == words


@given(st.integers(0, LARGEST - 1), st.sampled_from(Gender), st.sampled_from(Form))
def test_every_number_has_words_of_its_own(number, gender, form):
    words = cardinal(number, gender)
    assert "  " not in words
    assert words == words.strip()
    assert ordinal(number, form) != words
    assert cardinal(number + 1, gender) != words


@given(st.integers(1, 999), st.integers(1, 4))
def test_thousands_are_counted_as_their_group(group, power):
    whole = cardinal(group * 1000**power)
    last = cardinal(group, Gender.FEMININE if power == 1 else Gender.MASCULINE).split()[-1]
    assert last in whole.split() or (group, power) == (1, 1)
