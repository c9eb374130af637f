"""What is sent to the systems' own engines, in their commands."""

import xml.etree.ElementTree as ET

import pytest

from reader.speech.protocol import Wish
from reader.speech.speakers.stock import marked_up


def wish(text, pitch=50):
    return Wish(text, "ivan", 175, pitch, 1.0)


@pytest.mark.parametrize(("pitch", "middle"), [(0, "-10"), (50, "0"), (75, "5"), (100, "10")])
def test_windows_gets_the_pitch_as_xml(pitch, middle):
    marked = ET.fromstring(marked_up(wish("Цена < 5 & > 3", pitch), "win32"))
    assert (marked.tag, marked.get("absmiddle")) == ("pitch", middle)
    assert marked.text == "Цена < 5 & > 3"


@pytest.mark.parametrize(
    ("pitch", "sent"), [(0, "[[pbas -12]] Да."), (50, "Да."), (75, "[[pbas +6]] Да.")]
)
def test_macos_gets_the_pitch_in_brackets(pitch, sent):
    assert marked_up(wish("Да.", pitch), "darwin") == sent


def test_brackets_of_the_text_are_no_commands():
    assert "[[" not in marked_up(wish("Вж. [[slnc 9999]]"), "darwin")


def test_elsewhere_the_text_stays_as_it_is():
    assert marked_up(wish("<b> [[x]]", 90), "linux") == "<b> [[x]]"
