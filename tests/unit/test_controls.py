"""Letters that act: none is left, and all others stay where they are."""

import pytest

from reader.text import controls


@pytest.mark.parametrize("letter", ["\0", "\x07", "\x1b", "\r", "\x7f", "\x9b", "\udc9b"])
def test_a_letter_that_acts_is_replaced_in_its_place(letter: str) -> None:
    assert controls.acts(f"а{letter}б")
    assert controls.harmless(f"а{letter}б") == "а\ufffdб"


@pytest.mark.parametrize("text", ["", "Ред\n\tи ред", "\u00a0б\u200dв 🙂"])
def test_a_text_without_such_stays(text: str) -> None:
    assert not controls.acts(text)
    assert controls.harmless(text) == text
