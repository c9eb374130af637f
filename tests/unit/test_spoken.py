"""The spoken form, by cases of each class and by promises that hold for any text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.speech.spoken.form import spoken_form, spoken_text
from tests.unit.readings import allowed, folded

_FOLDER = Path(__file__).with_name("spoken_cases")
CASES = [
    pytest.param(*line.split(" => "), id=f"{path.stem}: {line.split(' => ')[0]}")
    for path in sorted(_FOLDER.glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "spoken"), CASES)
def test_a_text_is_said_as_a_newsreader_would(text, spoken):
    assert folded(spoken_text(text)) in allowed(spoken)


WORDS = (
    "2025 1-ви 27-те 3,5 млрд. € % EUR № § чл. 5 ал. т. COM(2025) C-128/21 11.02.2025 10:30 ч. г. "
    "ЕС БВП НАТО CERN https://europa.eu/x a.b@europa.eu – - / + × = „ “ ( ) [1] ½ °C км² … & # @ "
    "държави проекта и до от 2 21 1 000 ИИ-то XXI XX–XXI •"
)
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join))


@given(TEXTS)
def test_nothing_is_left_that_is_not_speech(text):
    spoken = "".join(piece.words for piece in spoken_form(text))
    assert not [letter for letter in spoken if letter.isdecimal() or letter in "%€$£№§+=<>&#@/_\\"]


@given(TEXTS)
def test_the_pieces_cover_the_source_in_order(text):
    place = 0
    for piece in spoken_form(text):
        assert piece.start in (place, place + 1)
        assert piece.start <= piece.end
        assert not piece.verbatim or len(piece.words) == piece.end - piece.start
        assert text[place : piece.start].strip() == ""
        place = piece.end
    assert text[place:].strip() == ""
