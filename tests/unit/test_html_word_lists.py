"""Lists that Word writes as paragraphs, in pages into which its text was pasted."""

import pytest

from reader.exporters import flat
from reader.model.article import ListBlock
from tests.unit.test_html_importer import TEXT, article, links, told


def item(words, mark, name="MsoListParagraph", style="mso-list:l0 level1 lfo1"):
    apart = f'<span style="mso-list:Ignore">{mark}<span>&nbsp;&nbsp; </span></span>'
    return f'<p class="{name}" style="{style}"><![if !supportLists]>{apart}<![endif]>{words}</p>'


@pytest.mark.parametrize("mark", ["·", "o", "§", "-", "–", "\uf0b7"])
def test_a_paragraph_of_a_list_is_an_item_without_its_mark(mark):
    found = told(TEXT + item("липи край пътя;", mark) + item("<b>брези</b> у дома.", mark))
    assert found[1:] == [("li", "липи край пътя;"), ("li", "брези у дома.")]


@pytest.mark.parametrize("mark", ["1.", "2)", "а)", "iv.", "(3)"])
def test_numbered_paragraphs_are_a_numbered_list(mark):
    (listed,) = (x for x in article(TEXT + item("липи", mark)).blocks if isinstance(x, ListBlock))
    assert listed.ordered


def test_a_mark_that_was_pasted_as_plain_letters_is_one():
    body = '<p class="MsoListParagraphCxSpFirst">·&nbsp;&nbsp;&nbsp; липи</p>'
    assert told(TEXT + body)[-1] == ("li", "липи")


def test_a_list_may_lie_in_another():
    deep = item("сребролистна", "o", style="margin-left:72pt;mso-list:l0 level2 lfo1")
    blocks = article(TEXT + item("липа", "·") + deep + item("бреза", "·")).blocks
    (listed,) = (x for x in blocks if isinstance(x, ListBlock))
    assert [len(each) for each in listed.items] == [2, 1]


@pytest.mark.parametrize(
    "body",
    [
        '<p class="MsoListParagraph">Липите са засадени през 1931 година.</p>',
        '<p class="MsoListParagraph">О, липи!</p>',
        '<p style="mso-list:none">• Липи</p>',
        "<p>• Липи</p>",
        '<p class="MsoNormal">- Липи</p>',
    ],
)
def test_a_paragraph_without_a_mark_or_in_no_list_stays_one(body):
    assert told(TEXT + body)[-1][0] == "p"


def test_a_link_in_an_item_keeps_its_address():
    body = item('виж <a href="https://a.bg/lipa">липата</a>', "·")
    assert links(TEXT + body) == [("липата", "https://a.bg/lipa")]
    assert flat.blocks(article(TEXT + body))[-1]["text"] == "виж липата"
