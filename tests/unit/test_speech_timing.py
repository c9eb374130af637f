from hypothesis import given
from hypothesis import strategies as st

from reader.speech.timing import word_times, words_in


def words(text):
    return [text[start:end] for start, end in words_in(text)]


def test_numbers_references_and_abbreviations_are_single_words():
    assert words("В 10:30 ч. с 3,5 млрд. EUR, т.е. по 2024/1689 за 27-те („да“).") == [
        *("В", "10:30", "ч", "с", "3,5", "млрд", "EUR", "т.е", "по", "2024/1689", "за"),
        *("27-те", "да"),
    ]


def test_a_word_without_a_time_gets_one_between_its_neighbours():
    text = "за двеста милиарда"
    assert word_times(text, [(0, 2, 0), (10, 8, 1000)], 2000) == (
        (0, 2, 0),
        (3, 6, 300),
        (10, 8, 1000),
    )


def test_words_after_the_last_known_one_go_on_to_the_end():
    assert word_times("аа бб вв г", [(3, 2, 300)], 1000) == (
        (0, 2, 0),
        (3, 2, 300),
        (6, 2, 600),
        (9, 1, 900),
    )


def test_a_number_that_the_engine_says_in_parts_is_one_word():
    assert word_times("2025 г", [(0, 4, 0), (1, 4, 200), (1, 4, 500), (5, 1, 900)], 1000) == (
        (0, 4, 0),
        (5, 1, 900),
    )


def test_where_the_engine_tells_nothing_letters_and_pauses_tell_the_times():
    assert word_times("едно две", [], 1200) == ((0, 4, 0), (5, 3, 436))
    assert word_times("едно, две", [], 1200) == ((0, 4, 0), (6, 3, 640))
    assert word_times("едно две", [(4, 1, 500)], 1200) == word_times("едно две", [], 1200)


@given(
    st.text(alphabet="аб1 .,-", max_size=40),
    st.lists(st.tuples(st.integers(-2, 45), st.integers(0, 9), st.integers(0, 5000))),
)
def test_times_never_go_back(text, events):
    found = word_times(text, events, 5000)
    times = [time for _, _, time in found]
    assert times == sorted(times)
    assert not found or [(a, a + n) for a, n, _ in found] == list(words_in(text))
