"""Runs are cut and joined without losing a letter, its style or its address."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.raw import Run
from reader.repair.runs import linked, merged, part, substitute, text_of, with_runs
from tests.unit.builders import line

ADDRESS = "https://example.eu/dostap"
RUNS = (Run("Вижте "), Run("новите ", bold=True), Run("правила", link=ADDRESS), Run("."))
SOME_RUNS = st.lists(
    st.builds(Run, st.text(max_size=5), bold=st.booleans(), link=st.sampled_from([None, ADDRESS])),
    max_size=6,
).map(tuple)
PLACES = st.integers(0, 30)


def test_a_part_keeps_the_styles_it_touches():
    assert part(RUNS, 4, 10) == (Run("е "), Run("нови", bold=True))
    assert part(RUNS, 8, 8) == ()


def test_new_letters_take_the_style_of_the_old():
    assert substitute(RUNS, 6, 12, "старите") == (
        Run("Вижте "),
        Run("старите", bold=True),
        Run(" ", bold=True),
        *RUNS[2:],
    )


def test_letters_put_in_between_take_the_style_before_them():
    assert text_of(substitute(RUNS, 20, 20, "та")) == "Вижте новите правилата."
    assert substitute((Run("а", link=ADDRESS),), 1, 1, "б")[1].link == ADDRESS


def test_letters_put_into_nothing_are_plain():
    assert substitute((), 0, 0, "дума") == (Run("дума"),)


def test_a_link_covers_just_the_letters_asked_for():
    runs = linked((Run("Вижте новите правила."),), 6, 20, ADDRESS)
    assert runs == (Run("Вижте "), Run("новите правила", link=ADDRESS), Run("."))


def test_neighbours_of_one_look_become_one_run():
    assert merged((Run("д"), Run(""), Run("ума", bold=False), Run("!", bold=True))) == (
        Run("дума"),
        Run("!", bold=True),
    )


def test_a_line_with_other_runs_is_the_same_line_otherwise():
    found = with_runs(line("старо", blank=2, page=3), (Run("но"), Run("во")))
    assert found == line("ново", blank=2, page=3)


@settings(max_examples=60)
@given(SOME_RUNS, PLACES, PLACES)
def test_parts_put_together_are_the_whole(runs, one, other):
    start, end = sorted((one, other))
    length = len(text_of(runs))
    pieces = part(runs, 0, start) + part(runs, start, end) + part(runs, end, length)
    assert merged(pieces) == merged(runs)


@settings(max_examples=60)
@given(SOME_RUNS, PLACES, PLACES, st.text(max_size=4))
def test_putting_letters_in_changes_nothing_else(runs, one, other, letters):
    text = text_of(runs)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert text_of(substitute(runs, start, end, letters)) == text[:start] + letters + text[end:]
