"""Names of files made of titles: every system takes them, and a person knows the title again."""

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.names import as_text, file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Защо? „Да“: 10/20", "Защо „Да“ 10 20"),
        ("а\u0438\u0306б", "айб"),  # NFD
        ("…и още", "…и още"),
        ("..\\..\\etc/passwd", "etc passwd"),
        (".скрито", "скрито"),
        ("Край. . .", "Край"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("Com1 .новини", "_Com1 .новини"),
        ("LPT²", "_LPT²"),
        ("Conference", "Conference"),
        ("а\u202eб\u0000в\ud800г\u200bд\ue000", "а б в г д"),
        ("\n\t ", ""),
        ("?", ""),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    assert file_name(title) == name


def test_the_name_of_a_file_that_is_no_utf_8_becomes_a_text() -> None:
    assert as_text(os.fsdecode("Ре".encode() + b"\xff.txt")) == "Ре?.txt"
    assert as_text("Река 🙂") == "Река 🙂"


SIGNS = st.one_of(st.characters(), st.sampled_from('\\/:*?"<>|. \u0301🙂conCON1'))


@given(st.text(SIGNS, max_size=90))
def test_any_title_gives_a_name_that_every_system_takes(title: str) -> None:
    name = file_name(title)
    assert len(name.encode()) <= 200
    assert not set(name) & set('\\/:*?"<>|')
    assert all(sign.isprintable() for sign in name)
    assert name == name.strip(" .")
    assert Path(f"{name}.md").name == f"{name}.md"
    assert unicodedata.is_normalized("NFC", name)
