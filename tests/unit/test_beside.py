"""Places and sentences of an article beside its original."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.app import Paired, pair, spoken
from reader.gui.beside.alternating import Alternated
from reader.gui.beside.interleaved import alone, interleaved
from reader.gui.beside.pairs import Match, Pairs, Side
from reader.model.article import (
    Article,
    Footnote,
    Heading,
    ListBlock,
    Notice,
    Paragraph,
    Quote,
    Source,
    Span,
    Table,
    cut,
)
from reader.model.bilingual import Alignment, Bead, Sentence
from reader.model.leaves import Kind, leaves
from reader.model.position import START, Extent, Position
from reader.model.speaking import Speaking
from tests.gui.beside.parts import BULGARIAN, ENGLISH, GUESSED, GUESSED_EN

ARTICLE, ORIGINAL = Side.ARTICLE, Side.ORIGINAL
GUESS = Span("Approximately: ", language="en")


def one(text, **other):
    return (Span(text, **other),)


MIXED = Article(
    "Вода",
    "bg",
    (
        Notice(one("Машинен превод.")),
        Heading(1, one("Вода за 27 държави")),
        Quote((Paragraph(one("Имаме 12 реки. Те са чисти.")),), one("Мария Петрова, комисар")),
        Table((one("Река"), one("Дължина")), ((one("Дунав"), one("2 850 км")),), one("Реки")),
        Footnote("1", one("Данни от 2024 г.")),
    ),
    Source("text"),
)
MIXED_EN = Article(
    "Water",
    "en",
    (
        Heading(1, one("Water for 27 countries")),
        Quote((Paragraph(one("We have 12 rivers. They are clean.")),), one("Maria Petrova")),
        Table((one("River"), one("Length")), ((one("Danube"), one("2 850 km")),), one("Rivers")),
        Footnote("1", one("Data from 2024.")),
    ),
    Source("original"),
)


def sentences(*texts):
    """Return sentences, each in a leaf of its own."""
    return tuple(Sentence(text, "p", True, Extent(n, 0, len(text))) for n, text in enumerate(texts))


def pairs_of(left, right, *beads):
    return Pairs(Paired(sentences(*left), sentences(*right), Alignment(beads), ()))


THREE = pairs_of(
    ("Едно.", "Две.", "Три."),
    ("One.", "Two a.", "Two b.", "Four."),
    Bead((0,), (0,)),
    Bead((1,), (1, 2), doubtful=True),
    Bead((2,), ()),
    Bead((), (3,)),
)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Position(1, 0), "Комисията"),
        (Position(1, 48), "Комисията"),
        (Position(1, 50), "Всяка"),
        (Position(1, 60), "Всяка"),
        (Position(1, 10_000), "Входът"),
        (Position(3, 0), "Издателите"),
    ],
)
def test_a_place_is_in_the_sentence_around_it_or_before_it(place, words):
    pairs = Pairs(pair(BULGARIAN, ENGLISH))
    number = pairs.at(ARTICLE, place)
    assert pairs.sentences(ARTICLE)[number].text.startswith(words)


def test_in_a_leaf_without_sentences_there_is_none():
    assert Pairs(pair(MIXED, MIXED_EN)).at(ARTICLE, START) is None
    assert pairs_of((), ()).at(ARTICLE, START) is None


def test_a_sentence_is_matched_from_either_side():
    assert THREE.match(ARTICLE, 1) == Match((1,), (1, 2), doubtful=True)
    assert THREE.match(ORIGINAL, 2) == Match((1, 2), (1,), doubtful=True)
    assert THREE.match(ARTICLE, 2) == Match((2,), ())
    assert THREE.text(ORIGINAL, (1, 2)) == "Two a. Two b."
    assert THREE.extents(ORIGINAL, (1, 2)) == (Extent(1, 0, 6), Extent(2, 0, 6))


def test_what_stands_alone_has_a_neighbour():
    assert THREE.nearest(ARTICLE, 2) == 2
    assert THREE.nearest(ORIGINAL, 3) == 1
    assert pairs_of(("А.",), ("B.",), Bead((0,), ()), Bead((), (0,))).nearest(ARTICLE, 0) is None


def test_a_place_of_the_original_leads_to_the_start_of_what_says_the_same():
    assert THREE.in_article(ORIGINAL, Position(2, 3)) == Position(1, 0)
    assert THREE.in_article(ORIGINAL, Position(3, 0)) == Position(1, 0)
    assert THREE.in_article(ARTICLE, Position(2, 3)) == Position(2, 3)


def test_each_sentence_has_its_original_under_it_in_blocks_of_its_kind():
    made = Alternated(MIXED, MIXED_EN, Pairs(pair(MIXED, MIXED_EN)), GUESS)
    found = [(leaf.kind, leaf.text) for leaf in leaves(made.article)]
    assert found == [
        (Kind.NOTICE, "Машинен превод."),
        (Kind.TITLE, "Вода за 27 държави"),
        (Kind.PARAGRAPH, "Water for 27 countries"),
        (Kind.QUOTE, "Имаме 12 реки."),
        (Kind.QUOTE, "We have 12 rivers."),
        (Kind.QUOTE, "Те са чисти."),
        (Kind.QUOTE, "They are clean."),
        (Kind.PARAGRAPH, "Мария Петрова, комисар"),
        (Kind.PARAGRAPH, "Maria Petrova"),
        (Kind.TABLE, "Реки\nРека | Дължина\nДунав | 2 850 км"),
        (Kind.TABLE, "Rivers\nRiver | Length\nDanube | 2 850 km"),
        (Kind.FOOTNOTE, "[1] Данни от 2024 г."),
        (Kind.PARAGRAPH, "[1] Data from 2024."),
    ]


def test_what_is_of_the_original_is_in_its_language_and_keeps_its_links():
    made = Alternated(BULGARIAN, ENGLISH, Pairs(pair(BULGARIAN, ENGLISH)), GUESS).article
    spans = [span for leaf in leaves(made) for span in leaf.spans]
    english = [span for span in spans if span.language == "en"]
    assert "".join(span.text for span in english).startswith("New rules for accessible books")
    assert [span.link for span in spans if span.link] == [
        "https://example.org/bg",
        "https://example.org/en",
    ]


def test_an_item_of_a_list_holds_both():
    made = Alternated(BULGARIAN, ENGLISH, Pairs(pair(BULGARIAN, ENGLISH)), GUESS).article
    (found,) = (block for block in made.blocks if isinstance(block, ListBlock))
    assert [len(item) for item in found.items] == [2, 2]


def test_nothing_of_either_text_is_lost():
    for article, original in ((BULGARIAN, ENGLISH), (MIXED, MIXED_EN)):
        made = Alternated(article, original, Pairs(pair(article, original)), GUESS).article
        whole = " ".join(leaf.text for leaf in leaves(made))
        for text in (article, original):
            for leaf in leaves(text):
                for word in leaf.text.split():
                    assert word in whole


def test_what_only_the_original_says_stands_where_it_says_it():
    left = Article(
        "А", "bg", tuple(Paragraph(one(t)) for t in ("Едно.", "Две.", "Три.")), Source("")
    )
    texts = ("One.", "Two a.", "Two b.", "Four.")
    right = Article("A", "en", tuple(Paragraph(one(t)) for t in texts), Source(""))
    made = Alternated(left, right, THREE, GUESS).article
    assert [leaf.text for leaf in leaves(made)] == [
        "Едно.",
        "One.",
        "Две.",
        "Approximately: Two a.",
        "Two b.",
        "Три.",
        "Four.",
    ]


def test_each_place_of_either_text_has_its_place_in_the_text_of_both():
    for article, original in ((BULGARIAN, ENGLISH), (MIXED, MIXED_EN), (GUESSED, GUESSED_EN)):
        both = Alternated(article, original, Pairs(pair(article, original)), GUESS)
        whole = leaves(both.article)
        for side, text in ((ARTICLE, article), (ORIGINAL, original)):
            for block, leaf in enumerate(leaves(text)):
                for char, letter in enumerate(leaf.text):
                    place = both.place(side, Position(block, char))
                    if letter != " ":  # one between two sentences is in neither
                        assert whole[place.block].text[place.char] == letter
                        assert both.source(place) == (side, Position(block, char))


@given(some.lists(some.text(max_size=4)), some.integers(0, 20), some.integers(0, 20))
def test_spans_are_cut_as_their_text_is(texts, start, length):
    spans = tuple(Span(text) for text in texts)
    found = "".join(span.text for span in cut(spans, start, start + length))
    assert found == "".join(texts)[start : start + length]


def told(said):
    return [each.parts[0].text for each in said]


def test_the_two_texts_are_said_in_turn_and_reading_moves_through_the_article():
    pairs = Pairs(pair(MIXED, MIXED_EN))
    ours, theirs = spoken(MIXED, Speaking()), spoken(MIXED_EN, Speaking())
    found = list(interleaved(ours, theirs, pairs))
    languages = ["".join(part.language for part in each.parts)[:2] for each in found[:4]]
    assert languages == ["bg", "bg", "en", "bg"]
    places = [(each.source.block, each.source.start) for each in found]
    assert places == sorted(places)
    words = MIXED_EN.blocks[0].spans[0].text
    assert found[2].original == Extent(0, 0, len(words))
    assert found[1].original is None


def test_nothing_of_either_is_left_unsaid_whichever_comes_first():
    for article, original in ((BULGARIAN, ENGLISH), (MIXED, MIXED_EN)):
        pairs = Pairs(pair(article, original))
        for first in (False, True):
            both = list(
                interleaved(
                    spoken(article, Speaking()),
                    spoken(original, Speaking()),
                    pairs,
                    original_first=first,
                )
            )
            mine = [each for each in both if each.original is None]
            theirs = [each for each in both if each.original is not None]
            assert told(mine) == told(spoken(article, Speaking()))
            assert told(theirs) == told(spoken(original, Speaking()))
            assert (both[0].original is None) is not first


def test_the_original_alone_is_said_at_the_places_of_the_article():
    pairs = Pairs(pair(BULGARIAN, ENGLISH))
    found = list(alone(spoken(ENGLISH, Speaking()), pairs))
    assert told(found) == told(spoken(ENGLISH, Speaking()))
    blocks = [each.source.block for each in found]
    assert blocks == [0, 1, 1, 1, 2, 3, 4, 5]
