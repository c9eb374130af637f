"""What is filled in becomes a search that means just that."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.model.query import Filter, Part
from reader.text.search_terms import parse
from reader.text.search_words import Details, composed

FULL = Details(
    all_of="инвестиции  гигафабр*",
    phrase="най-добрите „услуги“",
    any_of="вода, въздух",
    without="закон",
    part="title",
    publisher="Европейска комисия",
    language="английски",
    tag="чиста енергия",
    since="1.3.2025",
    until="2025",
    only="unread",
)


def test_a_search_is_composed_in_the_persons_language() -> None:
    assert composed(FULL, "bg") == (
        "заглавие:инвестиции заглавие:гигафабр* заглавие:„най-добрите услуги“ "
        "заглавие:вода ИЛИ заглавие:въздух -закон източник:„Европейска комисия“ език:английски "
        "етикет:„чиста енергия“ от:1.3.2025 до:2025 само:непрочетени"
    )
    assert composed(Details(all_of="water", exact=True, only="starred"), "en") == (
        "=water only:starred"
    )
    assert composed(Details(), "bg") == ""


@pytest.mark.parametrize("language", ["bg", "en"])
def test_a_composed_search_means_what_was_filled_in(language: str) -> None:
    wanted = parse(composed(FULL, language))
    assert wanted.filter == Filter(
        read=False,
        publisher="ec",
        language="en",
        tag="чиста енергия",
        since=date(2025, 3, 1),
        until=date(2025, 12, 31),
    )
    assert [len(group) for group in wanted.groups] == [1, 1, 1, 2]
    assert {term.part for term in wanted.terms} == {Part.TITLE}
    assert [term.keys for term in wanted.excluded] == [("закон",)]


@pytest.mark.parametrize(
    ("tag", "meant"), [("проект„Море“", "проектМоре"), ("план «Б» утре", "план Б утре"), ("№", "№")]
)
def test_quotation_marks_of_a_tag_are_left_out(tag: str, meant: str) -> None:
    assert parse(composed(Details(tag=tag), "bg")).filter == Filter(tag=meant)


@given(some.text(max_size=20), some.text(max_size=20))
def test_whatever_is_typed_into_a_field_stays_words(all_of: str, phrase: str) -> None:
    wanted = parse(composed(Details(all_of=all_of, phrase=phrase), "bg"))
    assert wanted.filter == Filter()
    assert wanted.excluded == ()
