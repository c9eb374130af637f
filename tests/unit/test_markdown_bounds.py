"""Markdown of strangers ends in time, whatever marks it opens; links of honest texts stay."""

import pytest

from reader import importers
from reader.exporters import flat
from reader.importers.incoming import Incoming
from reader.importers.markdown.bounds import bounded
from reader.repair import repaired

TEXT = "# Новини\n\n" + "Държавите прилагат закон за водите и библиотеките.\n\n" * 100
HOSTILE = ("[", "[a ", "![", "<a ", "[a](", "[^", "<http://", "[[a](b)")


def read(text):
    found, _ = repaired(importers.read(Incoming(text.encode(), "новини.md")))
    return flat.blocks(found)


@pytest.mark.parametrize("mark", HOSTILE)
def test_marks_by_the_ten_thousand_are_the_signs_that_they_are(mark):
    text = TEXT + mark * 20_000
    blocks = read(text)
    assert blocks[1]["text"] == "Държавите прилагат закон за водите и библиотеките."
    assert blocks[-1]["text"].startswith(mark.strip()[:2])


def test_links_stay_links_however_many_stand_together():
    links = "".join(
        f"[дума {n}](https://example.org/{n}), [друга][{n}] и <https://a.bg/{n}>. "
        for n in range(300)
    )
    text = TEXT + links + "\n\n" + "\n".join(f"[{n}]: https://b.bg/{n}" for n in range(300))
    assert bounded(text) == text
    assert len(read(text)[-1]["links"]) == 900


def test_a_list_of_a_thousand_links_is_not_one_piece():
    text = TEXT + "\n".join(f"- вж. [дума [{n}]](https://example.org/{n})" for n in range(1000))
    assert bounded(text) == text
