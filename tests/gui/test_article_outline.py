"""The article as a tree: lists hold items, paragraphs hold links."""

from reader.gui.article.growing import outline
from reader.gui.article.outline import Sort
from reader.model.article import Article, ListBlock, Paragraph, Quote, Source, Span
from tests.gui.article_sample import ENGLISH, PRESS_RELEASE, REGULATION, SAMPLE


def article(*blocks):
    return Article("", "bg", blocks, Source("text"))


def item(text):
    return (Paragraph((Span(text),)),)


def shape(made, numbers=None):
    """The tree as (sort, words, children)."""
    numbers = made.top if numbers is None else numbers
    knots = [made.knots[number] for number in numbers]
    return [
        (
            knot.sort,
            knot.link.text if knot.link else made.leaves[knot.block].text,
            shape(made, knot.children),
        )
        for knot in knots
    ]


def test_items_stand_in_their_list_and_lists_in_their_item():
    inner = ListBlock(False, (item("вътре"), item("още")))
    made = outline(article(ListBlock(False, ((*item("първа"), inner), item("втора")))))
    assert shape(made) == [
        (
            Sort.LIST,
            "първа",
            [
                (
                    Sort.ITEM,
                    "първа",
                    [
                        (
                            Sort.LIST,
                            "вътре",
                            [(Sort.ITEM, "вътре", []), (Sort.ITEM, "още", [])],
                        )
                    ],
                ),
                (Sort.ITEM, "втора", []),
            ],
        )
    ]


def test_a_second_paragraph_of_an_item_belongs_to_it():
    made = outline(article(ListBlock(True, ((*item("първа"), *item("и още")), item("втора")))))
    assert shape(made) == [
        (
            Sort.LIST,
            "първа",
            [
                (Sort.ITEM, "първа", [(Sort.PARAGRAPH, "и още", [])]),
                (Sort.ITEM, "втора", []),
            ],
        )
    ]


def test_two_lists_one_after_the_other_stay_two():
    made = outline(
        article(
            ListBlock(True, (item("а"), item("б"))),
            ListBlock(True, (item("в"), item("г"))),
            ListBlock(False, (item("д"), item("е"))),
        )
    )
    assert [sort for sort, _, _ in shape(made)] == [Sort.LIST] * 3


def test_a_list_inside_a_quotation_is_a_list():
    made = outline(article(Quote((ListBlock(False, (item("а"), item("б"))),))))
    assert [sort for sort, _, _ in shape(made)] == [Sort.LIST]


def test_links_are_below_their_paragraph_with_their_place_in_its_text():
    made = outline(SAMPLE)
    assert [link.address for link in made.links] == [PRESS_RELEASE, REGULATION, ENGLISH]
    for link in made.links:
        assert made.leaves[link.block].text[link.start : link.end] == link.text
        parent = made.knots[made.of_link[link.number]].parent
        assert parent == made.of_block[link.block]


def test_one_link_in_two_styles_is_one_link():
    spans = (
        Span("вижте ", strong=True),
        Span("съобще", link=ENGLISH),
        Span("нието", strong=True, link=ENGLISH),
        Span(" на "),
        Span("реката", link=REGULATION),
    )
    made = outline(article(Paragraph(spans)))
    assert [link.text for link in made.links] == ["съобщението", "реката"]


def test_a_leaf_has_the_language_of_all_its_words_or_the_articles():
    made = outline(SAMPLE)
    by_text = {
        leaf.text: made.knots[number].language
        for leaf, number in zip(made.leaves, made.of_block, strict=True)
    }
    assert by_text["This paragraph was left in English by the translator."] == "en"
    mixed = next(text for text in by_text if text.startswith("The Danube"))
    assert by_text[mixed] == "bg"
    assert made.links[-1].language == "en"


def test_every_leaf_and_every_link_has_one_knot():
    made = outline(SAMPLE)
    assert [made.knots[number].block for number in made.of_block] == list(range(len(made.leaves)))
    assert [made.knots[number].link for number in made.of_link] == list(made.links)
    reached = set(made.top) | {child for knot in made.knots for child in knot.children}
    assert reached == set(range(len(made.knots)))


def test_a_link_that_is_only_inferred_is_a_link_like_the_others():
    named = Span("IP/25/467", link=PRESS_RELEASE, inferred=True)
    made = outline(article(Paragraph((Span("Вж. "), named, Span(".")))))
    assert [(link.text, link.address, link.start) for link in made.links] == [
        ("IP/25/467", PRESS_RELEASE, 4)
    ]
    assert shape(made)[0][2] == [(Sort.LINK, "IP/25/467", [])]
