"""Ligatures that a print lost are put back where one word alone fits."""

import pytest

from tests.unit.builders import line, links, repairs, text_document, texts

ADDRESS = "https://example.eu/bg/informatikoff/traffic"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Вижте h\ufffdps://example.eu/bg днес.", "Вижте https://example.eu/bg днес."),
        ("Текстът е от eTransla\ufffdon.", "Текстът е от eTranslation."),
        ("Служителят e-mail: O\ufffdce, после Office.", "Служителят e-mail: Office, после Office."),
    ],
)
def test_a_word_that_is_known_is_whole_again(printed, meant):
    assert texts(text_document(line(printed))) == [meant]


def test_an_address_is_completed_by_the_one_it_leads_to():
    broken = ADDRESS.replace("ti", "\ufffd").replace("ff", "\ufffd").replace("tt", "\ufffd")
    document = text_document(line(broken, link=ADDRESS))
    assert links(document) == [(ADDRESS, ADDRESS)]
    assert [change.after for change in repairs(document)] == [ADDRESS]


@pytest.mark.parametrize("printed", ["Думата e O\ufffdq.", "Име: a\ufffdn, или attn, или affn?"])
def test_a_word_that_could_be_any_keeps_its_hole(printed):
    assert texts(text_document(line(printed))) == [printed]
    assert repairs(text_document(line(printed))) == ()
