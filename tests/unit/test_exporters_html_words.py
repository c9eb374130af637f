"""Whatever an article holds, its page says it word for word."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exporters import html
from reader.model.article import (
    Article,
    Block,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    ParagraphRole,
    Quote,
    Source,
    Span,
    Table,
)
from reader.model.leaves import leaves
from tests.unit.html_page import Page

SIGNS = st.sampled_from(
    [
        *"аб1 .)(#<>&\"'=/-„“\n\t",
        *("&amp;", "</p>", "<script>", "]]>", "<!--", "[1]", "ab"),
        *("--", "-->", "<br>", ' lang="x"', "{0}", "{title}", "%s", "\\1", "&#0;", "😀"),
        *("\u202e", "\u200f", "\u00ad", "\r", "\f", "\u2028", "\x85", "<![CDATA["),
    ]
)
TEXT = st.lists(SIGNS, min_size=1, max_size=8).map("".join)
SPANS = st.lists(
    st.builds(
        Span,
        text=TEXT,
        strong=st.booleans(),
        emphasis=st.booleans(),
        link=st.sampled_from([None, None, "https://europa.eu/?a=1&copy=2", "javascript:alert(1)"]),
        language=st.sampled_from([None, "bg", "en"]),
    ),
    min_size=1,
    max_size=4,
).map(tuple)
ROW = st.lists(SPANS, min_size=1, max_size=3).map(tuple)
PLAIN = st.builds(Paragraph, spans=SPANS, role=st.sampled_from(ParagraphRole))
SIMPLE: st.SearchStrategy[Block] = st.one_of(
    PLAIN,
    st.builds(Heading, level=st.integers(1, 6), spans=SPANS),
    st.builds(Notice, spans=SPANS),
    st.builds(Figure, alt=st.one_of(st.just(""), TEXT)),
    st.builds(Footnote, label=st.sampled_from(["1", "2", "*"]), spans=SPANS),
    st.builds(
        Table,
        header=ROW,
        rows=st.lists(ROW, max_size=3).map(tuple),
        caption=st.one_of(st.just(()), SPANS),
    ),
)
BLOCKS: st.SearchStrategy[Block] = st.recursive(
    SIMPLE,
    lambda inner: st.one_of(
        st.builds(
            ListBlock,
            ordered=st.booleans(),
            items=st.lists(st.lists(inner, max_size=3).map(tuple), max_size=3).map(tuple),
        ),
        st.builds(
            Quote,
            blocks=st.lists(inner, max_size=2).map(tuple),
            attribution=st.one_of(st.just(()), SPANS),
        ),
    ),
    max_leaves=6,
)


@pytest.mark.check("A15", "The reading order is right")
@pytest.mark.check("A88", "Exports keep the structure")
@settings(max_examples=50)
@given(st.lists(BLOCKS, max_size=6).map(tuple), st.integers(0, 9))
def test_any_article_comes_out_word_for_word_each_leaf_in_its_place(
    blocks: tuple[Block, ...], start: int
) -> None:
    found = Article("Заглавие", "bg", blocks, Source("text"))
    page = Page(html.render(found, start))
    expected = {f"b{n}": squeezed(leaf.text) for n, leaf in enumerate(leaves(found))}
    shown = {
        name: squeezed(said).removeprefix("Изображение: ")  # before the description of a picture
        for name, said in page.leaves.items()
        if re.match(r"b\d", name)
    }
    assert {name: said for name, said in shown.items() if said} == {
        name: said for name, said in expected.items() if said
    }
    assert not page.of("script")
    assert {x.facts["href"].partition(":")[0] for x in page.of("a")} <= {"https", *anchors(page)}


def anchors(page: Page) -> set[str]:
    """Return the addresses of places in the page; no two places have one name."""
    names = [element.facts["id"] for element in page.all if "id" in element.facts]
    assert len(set(names)) == len(names)
    return {f"#{name}" for name in names}


def squeezed(text: str) -> str:
    return " ".join(text.replace("|", " ").split())
